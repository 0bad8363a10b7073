//! Log in.

use vestibule_core::routes;

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The log-in screen.
pub struct LogIn<'b>(Page<'b>);

const EMAIL: Part = Part::control("email", "Email");
const PASSWORD: Part = Part::control("password", "Password");
const REVEAL: Part = Part::reveal("password", "Show password");
const LOG_IN: Part = Part::button("log-in", "Log in");
const FORGOT_PASSWORD: Part = Part::link("forgot-password", "Forgot password?");
const SIGN_UP: Part = Part::link("sign-up", "Create account");

impl<'b> LogIn<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "log-in";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[EMAIL, PASSWORD, REVEAL, LOG_IN, FORGOT_PASSWORD, SIGN_UP];

    /// Opens it.
    pub async fn open(browser: &'b Browser) -> Self {
        browser.goto(&browser.at(routes::LOG_IN)).await;
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

    /// Where the password is typed.
    pub async fn password(&self) -> Element<'b> {
        self.0.part(&PASSWORD).await
    }

    /// The button that shows the password.
    pub async fn reveal(&self) -> Element<'b> {
        self.0.part(&REVEAL).await
    }

    /// The button that logs in.
    pub async fn button(&self) -> Element<'b> {
        self.0.part(&LOG_IN).await
    }

    /// The link to sign up.
    pub async fn sign_up(&self) -> Element<'b> {
        self.0.part(&SIGN_UP).await
    }

    /// The link for those who don't know the password.
    pub async fn forgot_password(&self) -> Element<'b> {
        self.0.part(&FORGOT_PASSWORD).await
    }

    /// Fills it in, sends it and waits for the answer.
    pub async fn log_in(&self, email: &str, password: &str) {
        self.email().await.replace(email).await;
        self.password().await.type_in(password).await;
        self.button().await.follow().await;
    }
}
