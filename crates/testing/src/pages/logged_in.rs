//! Behind the log-in.

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The page behind the log-in of the reference application. A host has its own in its place.
pub struct LoggedIn<'b>(Page<'b>);

const LOG_OUT: Part = Part::button("log-out", "Log out");

impl<'b> LoggedIn<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "logged-in";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[LOG_OUT];

    /// Opens it.
    pub async fn open(browser: &'b Browser) -> Self {
        browser.goto("/").await;
        Self::on(browser).await
    }

    /// Waits until the browser shows it.
    pub async fn on(browser: &'b Browser) -> Self {
        Self(Page::on(browser, Self::SCREEN).await)
    }

    /// What it has in common with every screen.
    #[must_use]
    pub const fn page(&self) -> &Page<'b> {
        &self.0
    }

    /// The button that logs out.
    pub async fn button(&self) -> Element<'b> {
        self.0.part(&LOG_OUT).await
    }

    /// Logs out and waits for the answer.
    pub async fn log_out(&self) {
        self.button().await.follow().await;
    }
}
