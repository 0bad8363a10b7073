//! The sign-up that waits for its code.

use super::{Element, Page, Part};
use crate::browser::Browser;

/// The screen where the mailed code is typed.
pub struct SignUpSent<'b>(Page<'b>);

const CODE: Part = Part::control("code", "Code from the email");
const CONFIRM: Part = Part::button("confirm", "Confirm");
const RESEND: Part = Part::button("resend", "Send it again");
const GO_ON: Part = Part::link("continue", "Continue");
const OPEN_MAIL: Part = Part::go("open-mail", "Open Gmail in a new tab");
const CHANGE_ADDRESS: Part = Part::link("change-address", "Use another address");

impl<'b> SignUpSent<'b> {
    /// Its name.
    pub const SCREEN: &'static str = "sign-up-sent";
    /// Its parts.
    pub const PARTS: &'static [Part] = &[CODE, CONFIRM, RESEND, GO_ON, OPEN_MAIL, CHANGE_ADDRESS];

    /// Waits until the browser shows it.
    pub async fn on(browser: &'b Browser) -> Self {
        Self(Page::on(browser, Self::SCREEN).await)
    }

    /// What it has in common with every screen.
    #[must_use]
    pub const fn page(&self) -> &Page<'b> {
        &self.0
    }

    /// Where the code is typed.
    pub async fn code(&self) -> Element<'b> {
        self.0.part(&CODE).await
    }

    /// The button that sends the code.
    pub async fn button(&self) -> Element<'b> {
        self.0.part(&CONFIRM).await
    }

    /// The button that asks for another mail.
    pub async fn resend(&self) -> Element<'b> {
        self.0.part(&RESEND).await
    }

    /// The time until another mail may be sent, in seconds.
    ///
    /// # Panics
    /// When it can't be read.
    pub async fn time_left(&self) -> u32 {
        let time = self.0.timer().await;
        let seconds = time
            .split_once(':')
            .and_then(|(minutes, seconds)| Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?));
        seconds.unwrap_or_else(|| panic!("no time: {time}"))
    }

    /// The way on for those who have used the link.
    pub async fn go_on(&self) -> Element<'b> {
        self.0.part(&GO_ON).await
    }

    /// The way to the mail of an address at Gmail.
    pub async fn open_mail(&self) -> Element<'b> {
        self.0.part(&OPEN_MAIL).await
    }

    /// The link back to another address.
    pub async fn change_address(&self) -> Element<'b> {
        self.0.part(&CHANGE_ADDRESS).await
    }

    /// Types a code and waits for the answer. With script a complete code is on its way by itself.
    pub async fn confirm(&self, code: &str) {
        let field = self.code().await;
        let browser = self.0.browser();
        browser
            .leave(async || {
                field.type_in(code).await;
                if !browser.script().hydrates() {
                    self.button().await.click().await;
                }
            })
            .await;
    }
}
