//! Walks through every login state and takes a picture of each stop, with script on and off.
//!
//! ```text
//! cargo run -p vestibule-end2end --example tour -- docs/pictures
//! ```

use std::{cell::Cell, path::PathBuf};

use serde_json::json;
use thirtyfour::By;
use vestibule_testing::{
    Authenticator, Clock,
    browser::{Browser, House, Script},
    pages::{
        BackupCodes, ChooseOrg, EmailSent, EnrolSecondFactor, ForgotPassword, LogIn, LoggedIn, Page, Properties,
        ResetPassword, SecondFactor, SignUp, SignUpSent, UpdatePassword,
    },
};

const EMAIL: &str = "ada@acme.example";
const PASSWORD: &str = "velvet otter piano rain";
const NEW_PASSWORD: &str = "copper lantern quiet moss";

const PROPERTIES: &str = r#"
[[property]]
name = "full_name"
label = "Your name"
why = "Others in your team see it."
required = true

[[property]]
name = "role"
label = "What do you do?"
kind = "choice"
choices = ["Design", "Engineering", "Something else"]
required = true
"#;

#[tokio::main]
async fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).expect("a folder for the pictures is given");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for (script, name, scheme, (width, height)) in
        [(Script::On, "on", "light", (880, 860)), (Script::Off, "off", "dark", (390, 844))]
    {
        let camera = Camera { folder: folder.clone(), prefix: format!("script-{name}"), taken: Cell::new(0) };
        let clock = Clock::new();
        House::run_with(
            script,
            |server| {
                server
                    .development()
                    .clock(&clock)
                    .set("product", "Northwind")
                    .set("contact", "help@northwind.example")
                    .set("organisation_required", "true")
                    .set("second_factor_required_since", "2026-01-01T00:00:00Z")
                    .file("properties", PROPERTIES)
            },
            async |house: &House| {
                let scheme = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
                house.browser.developer("Emulation.setEmulatedMedia", scheme).await;
                house.browser.resize(width, height).await;
                let app = first_walk(house, &camera, &clock).await;
                second_walk(house, &camera, &clock, &app).await;
            },
        )
        .await;
    }
}

struct Camera {
    folder: PathBuf,
    prefix: String,
    taken: Cell<u32>,
}

impl Camera {
    async fn take(&self, browser: &Browser, stop: &str) {
        self.taken.set(self.taken.get() + 1);
        let file = self.folder.join(format!("{}-{:02}-{stop}.png", self.prefix, self.taken.get()));
        browser.driver().screenshot(&file).await.expect("the browser takes pictures");
    }
}

/// Presses what is found by its public name, and waits for the page that it leads to.
async fn press(browser: &Browser, css: &str) {
    let button = browser.until(css, async || browser.driver().find(By::Css(css)).await.ok()).await;
    browser.leave(async || button.click().await.expect("it can be pressed")).await;
}

/// Types a code; with script a complete one is on its way by itself.
async fn type_code(browser: &Browser, screen: &str, button: &str, code: &str) {
    let css = format!("[data-screen='{screen}'] [data-name='code'] [data-part='control']");
    let field = browser.until(&css, async || browser.driver().find(By::Css(css.as_str())).await.ok()).await;
    browser
        .leave(async || {
            field.send_keys(code).await.expect("one can type here");
            if !browser.script().hydrates() {
                let css = format!("[data-screen='{screen}'] [data-part='button'][data-name='{button}']");
                let button = browser.driver().find(By::Css(css.as_str())).await.expect("the button is there");
                button.click().await.expect("it can be pressed");
            }
        })
        .await;
}

/// From a first visit into the application: sign up, prove the mailbox, tell, belong, enrol.
async fn first_walk(house: &House, camera: &Camera, clock: &Clock) -> Authenticator {
    let browser = &house.browser;
    let run = house.server.run(&["org", "Acme", "--domain", "acme.example"]).await;
    assert!(run.status.success(), "{}", run.stderr);
    let log_in = LogIn::open(browser).await;
    camera.take(browser, "log-in").await;
    log_in.sign_up().await.follow().await;

    SignUp::on(browser).await.sign_up(EMAIL, "short").await;
    let sign_up = SignUp::on(browser).await;
    camera.take(browser, "sign-up-refused").await;
    sign_up.password().await.type_in(PASSWORD).await;
    sign_up.button().await.follow().await;

    SignUpSent::on(browser).await;
    let code = house.mailbox.wait_for(EMAIL).await.code();
    browser.goto("/dev/mail/1").await;
    camera.take(browser, "mail").await;
    browser.goto("/signup/sent").await;
    let sent = SignUpSent::on(browser).await;
    camera.take(browser, "code").await;
    sent.confirm(&code).await;

    Properties::on(browser).await.save().await.follow().await;
    let properties = Properties::on(browser).await;
    camera.take(browser, "properties-refused").await;
    let driver = browser.driver();
    let name = driver.find(By::Id("properties-full_name")).await.expect("the field is there");
    name.send_keys("Ada Lovelace").await.expect("one can type here");
    let role = driver.find(By::Css("#properties-role option[value='Engineering']")).await.expect("the choice is there");
    role.click().await.expect("it can be chosen");
    properties.save().await.follow().await;

    ChooseOrg::on(browser).await;
    camera.take(browser, "choose-org").await;
    press(browser, "[data-part='button'][data-name='join']").await;

    EnrolSecondFactor::on(browser).await;
    camera.take(browser, "enrol-second-factor").await;
    let link = driver.find(By::Css("[data-name='open'] a")).await.expect("a link for phones");
    let uri = link.attr("href").await.expect("it is there").expect("it leads somewhere");
    let app = Authenticator::scan(&uri);
    type_code(browser, EnrolSecondFactor::SCREEN, "enrol", &app.next_code(clock)).await;

    let codes = BackupCodes::on(browser).await;
    camera.take(browser, "backup-codes").await;
    let saved = driver.find(By::Id("backup-codes-saved")).await.expect("a box to tick");
    saved.click().await.expect("it can be ticked");
    codes.go_on().await.follow().await;
    LoggedIn::on(browser).await;
    camera.take(browser, "logged-in").await;
    for page in ["account", "account-sessions"] {
        browser.goto(&format!("/{}", page.replace('-', "/"))).await;
        Page::on(browser, page).await;
        camera.take(browser, page).await;
    }
    app
}

/// Back again: refused, the second factor, a demanded password and address, a forgotten password.
async fn second_walk(house: &House, camera: &Camera, clock: &Clock, app: &Authenticator) {
    let browser = &house.browser;
    browser.goto("/").await;
    LoggedIn::on(browser).await.log_out().await;
    LogIn::on(browser).await.log_in(EMAIL, "not the password").await;
    let log_in = LogIn::on(browser).await;
    camera.take(browser, "log-in-refused").await;
    log_in.password().await.type_in(PASSWORD).await;
    log_in.button().await.follow().await;

    SecondFactor::on(browser).await;
    type_code(browser, SecondFactor::SCREEN, "continue", "000000").await;
    SecondFactor::on(browser).await;
    camera.take(browser, "second-factor-refused").await;
    browser.goto("/second-factor").await;
    SecondFactor::on(browser).await;
    type_code(browser, SecondFactor::SCREEN, "continue", &app.next_code(clock)).await;
    LoggedIn::on(browser).await;

    for (what, path, screen) in [
        ("confirmed-email", "/confirm-email", "email-not-confirmed"),
        ("new-password", "/update-password", UpdatePassword::SCREEN),
    ] {
        assert!(house.server.run(&["demand", EMAIL, what]).await.status.success());
        browser.goto("/").await;
        assert_eq!(browser.path().await, path);
        camera.take(browser, screen).await;
        if what == "confirmed-email" {
            press(browser, "[data-part='button'][data-name='resend']").await;
            let code = house.mailbox.wait_for(EMAIL).await;
            let code = if code.find_code().is_some() { code } else { house.mailbox.wait_for(EMAIL).await };
            type_code(browser, screen, "confirm", &code.code()).await;
            LoggedIn::on(browser).await;
        }
    }
    let update = UpdatePassword::on(browser).await;
    update.password().await.type_in(NEW_PASSWORD).await;
    update.save().await.follow().await;
    LoggedIn::on(browser).await.log_out().await;

    LogIn::on(browser).await.forgot_password().await.follow().await;
    let forgot = ForgotPassword::on(browser).await;
    camera.take(browser, "forgot-password").await;
    forgot.email().await.type_in(EMAIL).await;
    forgot.send().await.follow().await;
    EmailSent::on(browser).await;
    camera.take(browser, "email-sent").await;
    let mail = loop {
        let mail = house.mailbox.wait_for(EMAIL).await;
        if mail.subject.contains("Set a new") {
            break mail;
        }
    };
    browser.goto(&mail.link()).await;
    ResetPassword::on(browser).await;
    camera.take(browser, "reset-password").await;
}
