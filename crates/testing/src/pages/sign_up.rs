//! Sign up.

use vestibule_core::routes;

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The sign-up screen.
pub struct SignUp<'b>(Page<'b>);

const EMAIL: Part = Part::control("email", "Email");
const PASSWORD: Part = Part::control("password", "Password");
const REVEAL: Part = Part::reveal("password", "Show password");
const SIGN_UP: Part = Part::button("sign-up", "Create account");
const LOG_IN: Part = Part::link("log-in", "Log in");

impl<'b> SignUp<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "sign-up";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[EMAIL, PASSWORD, REVEAL, SIGN_UP, LOG_IN];

    /// Opens it.
    pub async fn open(browser: &'b Browser) -> Self {
        browser.goto(&browser.at(routes::SIGN_UP)).await;
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

    /// Where the address is typed.
    pub async fn email(&self) -> Element<'b> {
        self.0.part(&EMAIL).await
    }

    /// Where the password is chosen.
    pub async fn password(&self) -> Element<'b> {
        self.0.part(&PASSWORD).await
    }

    /// The button that shows the password.
    pub async fn reveal(&self) -> Element<'b> {
        self.0.part(&REVEAL).await
    }

    /// The button that creates the account.
    pub async fn button(&self) -> Element<'b> {
        self.0.part(&SIGN_UP).await
    }

    /// The link to log in.
    pub async fn log_in(&self) -> Element<'b> {
        self.0.part(&LOG_IN).await
    }

    /// Fills it in, sends it and waits for the answer.
    pub async fn sign_up(&self, email: &str, password: &str) {
        self.email().await.replace(email).await;
        self.password().await.type_in(password).await;
        self.button().await.follow().await;
    }
}
