//! Walks from a first visit to a second log-in and takes a picture of every stop.
//!
//! ```text
//! cargo run -p vestibule-end2end --example tour -- docs/pictures
//! ```

use std::path::PathBuf;

use serde_json::json;
use vestibule_end2end::{
    Browser, House, Script,
    pages::{LogIn, LoggedIn, SignUp, SignUpSent},
};

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";

#[tokio::main]
async fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).expect("a folder for the pictures is given");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for (script, name, scheme, (width, height)) in
        [(Script::On, "on", "light", (880, 720)), (Script::Off, "off", "dark", (390, 720))]
    {
        let camera = Camera { folder: folder.clone(), prefix: format!("script-{name}") };
        House::run_with(
            script,
            |server| server.development().set("product", "Northwind"),
            async |house: &House| {
                let scheme = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
                house.browser.developer("Emulation.setEmulatedMedia", scheme).await;
                house.browser.resize(width, height).await;
                walk(house, &camera).await;
            },
        )
        .await;
    }
}

struct Camera {
    folder: PathBuf,
    prefix: String,
}

impl Camera {
    async fn take(&self, browser: &Browser, stop: &str) {
        let file = self.folder.join(format!("{}-{stop}.png", self.prefix));
        browser.driver().screenshot(&file).await.expect("the browser takes pictures");
    }
}

async fn walk(house: &House, camera: &Camera) {
    let browser = &house.browser;
    let log_in = LogIn::open(browser).await;
    camera.take(browser, "1-log-in").await;
    log_in.sign_up().await.follow().await;

    SignUp::on(browser).await.sign_up(EMAIL, "short").await;
    let sign_up = SignUp::on(browser).await;
    camera.take(browser, "2-sign-up-refused").await;
    sign_up.password().await.type_in(PASSWORD).await;
    sign_up.button().await.follow().await;

    SignUpSent::on(browser).await;
    let code = house.mailbox.wait_for(EMAIL).await.code();
    browser.goto("/dev/mail/1").await;
    camera.take(browser, "3-mail").await;
    browser.goto("/signup/sent").await;
    let sent = SignUpSent::on(browser).await;
    camera.take(browser, "4-code").await;
    sent.confirm(&code).await;

    let home = LoggedIn::on(browser).await;
    camera.take(browser, "5-logged-in").await;
    home.log_out().await;

    LogIn::on(browser).await.log_in(EMAIL, "not the password").await;
    let log_in = LogIn::on(browser).await;
    camera.take(browser, "6-log-in-refused").await;
    log_in.password().await.type_in(PASSWORD).await;
    log_in.button().await.follow().await;
    LoggedIn::on(browser).await;
    camera.take(browser, "7-logged-in-again").await;
}
