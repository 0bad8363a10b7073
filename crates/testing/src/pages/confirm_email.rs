//! Behind the mailed link.

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The screen behind a mailed link.
pub struct ConfirmEmail<'b>(Page<'b>);

const PASSWORD: Part = Part::control("password", "Password");
const REVEAL: Part = Part::reveal("password", "Show password");
const CONFIRM: Part = Part::button("confirm", "Confirm and log in");
const LOG_IN: Part = Part::go("log-in", "Log in");
const SIGN_UP: Part = Part::go("sign-up", "Start again");

impl<'b> ConfirmEmail<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "confirm-email";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[PASSWORD, REVEAL, CONFIRM, LOG_IN, SIGN_UP];

    /// Opens a mailed link.
    pub async fn open(browser: &'b Browser, link: &str) -> Self {
        browser.goto(link).await;
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

    /// Where a browser that didn't start the sign-up asks for the password that was chosen.
    pub async fn password(&self) -> Element<'b> {
        self.0.part(&PASSWORD).await
    }

    /// The button that confirms.
    pub async fn button(&self) -> Element<'b> {
        self.0.part(&CONFIRM).await
    }

    /// The way to the log-in from a link that has ended.
    pub async fn log_in(&self) -> Element<'b> {
        self.0.part(&LOG_IN).await
    }

    /// The way to another sign-up from a link that has ended.
    pub async fn sign_up(&self) -> Element<'b> {
        self.0.part(&SIGN_UP).await
    }
}
