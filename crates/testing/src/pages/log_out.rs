//! Log out, asked first.

use vestibule_core::routes;

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The log-out screen.
pub struct LogOut<'b>(Page<'b>);

const LOG_OUT: Part = Part::button("log-out", "Log out");
const STAY: Part = Part::go("home", "Stay logged in");

impl<'b> LogOut<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "log-out";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[LOG_OUT, STAY];

    /// Opens it.
    pub async fn open(browser: &'b Browser) -> Self {
        browser.goto(&browser.at(routes::LOG_OUT)).await;
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

    /// The way back.
    pub async fn stay(&self) -> Element<'b> {
        self.0.part(&STAY).await
    }
}
