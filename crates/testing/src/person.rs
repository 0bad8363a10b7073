//! Somebody who uses the log-in pages.

use std::sync::atomic::{AtomicU32, Ordering};

use vestibule_core::routes;

use crate::{Answer, Client, Mail, Mailbox, Server};

/// Somebody with an address, a password and a browser. What they do goes over HTTP, form by form.
#[derive(Clone)]
pub struct Person {
    /// Their address; no two people of one test run share one.
    pub email: String,
    /// The password that they choose.
    pub password: String,
    /// Their browser.
    pub browser: Client,
}

impl Person {
    /// Somebody who never was here.
    #[must_use]
    pub fn new(server: &Server) -> Self {
        Self::at(server.client())
    }

    /// Somebody at this browser who never was here.
    #[must_use]
    pub fn at(browser: Client) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(1);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let password = format!("velvet otter {number} piano rain");
        Self { email: format!("ada-{number}@example.org"), password, browser }
    }

    /// Somebody who has an account and is logged in.
    ///
    /// # Panics
    /// When it doesn't work.
    pub async fn signed_up(server: &Server, mailbox: &Mailbox) -> Self {
        let person = Self::new(server);
        person.sign_up().await;
        person.confirm_by_code(mailbox).await;
        assert!(person.is_logged_in().await, "{} isn't logged in after the code", person.email);
        person
    }

    /// The same person at another browser.
    #[must_use]
    pub fn elsewhere(&self, browser: Client) -> Self {
        Self { browser, ..self.clone() }
    }

    /// Fills in the sign-up form. The answer is the form's own: 303 when it was taken.
    pub async fn sign_up(&self) -> Answer {
        let form = self.browser.form(routes::SIGN_UP, "sign-up").await;
        self.browser.submit(&form.fill("email", &self.email).fill("password", &self.password)).await
    }

    /// Types a code where the sign-up waits for it.
    pub async fn type_code(&self, code: &str) -> Answer {
        let form = self.browser.form(routes::SIGN_UP_SENT, "code").await;
        self.browser.submit(&form.fill("code", code)).await
    }

    /// Takes the code from the mail and types it.
    ///
    /// # Panics
    /// When no mail comes.
    pub async fn confirm_by_code(&self, mailbox: &Mailbox) -> Answer {
        let mail = mailbox.wait_for(&self.email).await;
        self.type_code(&mail.code()).await
    }

    /// Opens the link of the mail and presses its button; in a browser that didn't start, with the password.
    ///
    /// # Panics
    /// When no mail comes.
    pub async fn confirm_by_link(&self, mailbox: &Mailbox) -> Answer {
        let mail = mailbox.wait_for(&self.email).await;
        self.press_link(&mail).await
    }

    /// Opens the link of this mail and presses its button; in a browser that didn't start, with the password.
    ///
    /// # Panics
    /// When the link leads elsewhere.
    pub async fn press_link(&self, mail: &Mail) -> Answer {
        let link = mail.link();
        let path = link.find(routes::CONFIRM_EMAIL).map(|at| &link[at..]);
        let path = path.unwrap_or_else(|| panic!("the link leads elsewhere: {link}"));
        let form = self.browser.form(path, "confirm-email").await;
        let form = if form.value("password").is_some() { form.fill("password", &self.password) } else { form };
        self.browser.submit(&form).await
    }

    /// Fills in the log-in form. The answer is the form's own: 303 when it was taken.
    pub async fn log_in(&self) -> Answer {
        self.log_in_with(&self.password).await
    }

    /// Fills in the log-in form with another password.
    pub async fn log_in_with(&self, password: &str) -> Answer {
        let form = self.browser.form(routes::LOG_IN, "log-in").await;
        self.browser.submit(&form.fill("email", &self.email).fill("password", password)).await
    }

    /// Asks to log out and presses the button.
    ///
    /// # Panics
    /// When nobody is logged in at this browser.
    pub async fn log_out(&self) -> Answer {
        let form = self.browser.form(routes::LOG_OUT, "log-out").await;
        self.browser.submit(&form).await
    }

    /// Whether the page behind the log-in opens.
    pub async fn is_logged_in(&self) -> bool {
        let answer = self.browser.get(routes::HOME).await;
        answer.status == 200 && answer.screen().as_deref() == Some("logged-in")
    }
}
