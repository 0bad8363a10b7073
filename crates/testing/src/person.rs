//! Somebody who uses the log-in pages.

use std::sync::atomic::{AtomicU32, Ordering};

use vestibule_core::routes;

use crate::{Answer, Authenticator, Client, Clock, Mail, Mailbox, Server};

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
        let form = self.browser.form(&self.path(routes::SIGN_UP), "sign-up").await;
        self.browser.submit(&form.fill("email", &self.email).fill("password", &self.password)).await
    }

    /// Types a code where the sign-up waits for it.
    pub async fn type_code(&self, code: &str) -> Answer {
        let form = self.browser.form(&self.path(routes::SIGN_UP_SENT), "code").await;
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
        let form = self.browser.form(&self.path(routes::LOG_IN), "log-in").await;
        self.browser.submit(&form.fill("email", &self.email).fill("password", password)).await
    }

    /// Enrols an authenticator where the page asks for one or offers it, saves the backup codes and goes on. The server
    /// runs by this clock.
    ///
    /// # Panics
    /// When the page isn't open to them.
    pub async fn enrol(&self, clock: &Clock) -> (Authenticator, Vec<String>) {
        let page = self.browser.open(&self.path(routes::ENROL_SECOND_FACTOR)).await;
        let uri = page
            .elements()
            .into_iter()
            .find_map(|element| element.get("href").filter(|href| href.starts_with("otpauth:")).map(str::to_owned));
        let uri = uri.unwrap_or_else(|| panic!("no address for an app in: {}", page.text()));
        let app = Authenticator::scan(&uri);
        let answer = self.browser.submit(&page.form("enrol").fill("code", &app.next_code(clock))).await;
        assert_eq!(answer.location().as_deref(), Some(&*self.path(routes::BACKUP_CODES)), "{}", answer.text());
        (app, self.save_backup_codes().await)
    }

    /// Reads the backup codes that are shown, says that they are saved, and goes on.
    ///
    /// # Panics
    /// When none are shown.
    pub async fn save_backup_codes(&self) -> Vec<String> {
        let page = self.browser.get(&self.path(routes::BACKUP_CODES)).await;
        let is_code = |text: &str| {
            let groups: Vec<&str> = text.split('-').collect();
            groups.len() == 4 && groups.iter().all(|group| group.len() == 4 && group.is_ascii())
        };
        let texts = page.elements().into_iter().map(|element| element.text).filter(|text| is_code(text));
        let codes: std::collections::BTreeSet<String> = texts.collect();
        assert!(!codes.is_empty(), "no codes in: {}", page.text());
        let answer = self.browser.submit(&page.form("backup-codes").with("saved", "on")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        codes.into_iter().collect()
    }

    /// Types a code of the authenticator where the log-in asks for it.
    ///
    /// # Panics
    /// When it doesn't.
    pub async fn second_factor(&self, code: &str) -> Answer {
        let form = self.browser.form(&self.path(routes::SECOND_FACTOR), "second-factor").await;
        self.browser.submit(&form.fill("code", code)).await
    }

    /// Types a backup code in its place.
    ///
    /// # Panics
    /// When the log-in asks for neither.
    pub async fn backup_code(&self, code: &str) -> Answer {
        let form = self.browser.form(&self.path(routes::BACKUP_CODE), "backup-code").await;
        self.browser.submit(&form.fill("code", code)).await
    }

    /// Asks for a mail with a log-in link.
    pub async fn ask_for_log_in_mail(&self) -> Answer {
        let form = self.browser.form(&self.path(routes::EMAIL_LOG_IN), "email-log-in").await;
        self.browser.submit(&form.fill("email", &self.email)).await
    }

    /// Asks for a mail to set a new password.
    pub async fn forget_password(&self) -> Answer {
        let form = self.browser.form(&self.path(routes::FORGOT_PASSWORD), "forgot-password").await;
        self.browser.submit(&form.fill("email", &self.email)).await
    }

    /// Opens a mailed link and presses the button of the form with this name.
    ///
    /// # Panics
    /// When the link is no longer good for it.
    pub async fn press(&self, link: &str, form: &str) -> Answer {
        let form = self.browser.form(path_of(link), form).await;
        self.browser.submit(&form).await
    }

    /// Opens the link of a mail about a forgotten password and sets another one.
    ///
    /// # Panics
    /// When the link is no longer good for it.
    pub async fn reset_password(&self, mail: &Mail, password: &str) -> Answer {
        let link = mail.link();
        let form = self.browser.form(path_of(&link), "reset-password").await;
        self.browser.submit(&form.fill("password", password)).await
    }

    /// Asks to log out and presses the button.
    ///
    /// # Panics
    /// When nobody is logged in at this browser.
    pub async fn log_out(&self) -> Answer {
        let form = self.browser.form(&self.path(routes::LOG_OUT), "log-out").await;
        self.browser.submit(&form).await
    }

    /// Whether nothing more is asked of them.
    pub async fn is_logged_in(&self) -> bool {
        let answer = self.browser.get(&self.path(routes::SESSION)).await;
        answer.status == 200 && answer.text().contains("\"state\":\"LoggedIn\"")
    }

    /// The path of one of our pages on the site that the browser is at.
    fn path(&self, route: &str) -> String {
        self.browser.mount().at(route)
    }
}

/// The path and query of a mailed link.
fn path_of(link: &str) -> &str {
    let after_scheme = link.find("://").map_or(0, |at| at + 3);
    link[after_scheme..].find('/').map_or("/", |at| &link[after_scheme + at..])
}
