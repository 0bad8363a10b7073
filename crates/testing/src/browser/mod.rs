//! Vestibule as its users meet it: in a browser, with a mailbox beside it. Needs the feature `browser`, and Chromium with
//! its driver on the machine (`CHROMEDRIVER` says where, unless it is on the path).
//!
//! ```no_run
//! use vestibule_testing::{
//!     Person, ServerBuilder,
//!     browser::{House, Script},
//!     pages::LogIn,
//! };
//!
//! # async fn tour() {
//! // A host's own program, whose pages are below /auth. In its tests: `env!("CARGO_BIN_EXE_northwind")`.
//! let northwind = |server: ServerBuilder| server.program("target/debug/northwind").set("mount", "/auth");
//! House::run_with(Script::On, northwind, async |house: &House| {
//!     let ada = Person::signed_up(&house.server, &house.mailbox).await;
//!     house.browser.goto("/invoices").await;
//!     LogIn::on(&house.browser).await.log_in(&ada.email, &ada.password).await;
//!     assert_eq!(house.browser.path().await, "/invoices");
//! })
//! .await;
//! # }
//! ```
//!
//! - [`House`] is what a test lives in: a server, a mailbox, a browser in front of them. [`House::run`] opens it, lets
//!   the test walk through, and closes it with a look at the console, which has to be clean.
//! - [`Script`] says how script fares in the browser: on, off, or with its wasm missing.
//!   [`in_every_script!`](crate::in_every_script) makes one test of a flow for each.
//! - [`pages`](crate::pages) are the page objects, one a screen.
//! - [`Gate`] stands between browser and server and can hold the wasm back.
//! - [`axe`] asks axe-core.
//!
//! Browsers are heavy: no more than [two](AT_ONCE) run at once, however many tests do.

pub mod axe;
mod capabilities;
mod console;
mod driver;
mod gate;
mod house;
mod in_every_script;
mod script;
mod wait;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use tokio::sync::{Semaphore, SemaphorePermit};
use vestibule_core::mount::Mount;

pub use gate::{Gate, Wasm};
pub use house::House;
pub use script::Script;
pub use thirtyfour;

use capabilities::capabilities;
use driver::Driver;

/// How many browsers may run at once.
pub const AT_ONCE: usize = 2;

static ROOM: Semaphore = Semaphore::const_new(AT_ONCE);

/// A running browser. It ends when it is dropped; [`close`](Self::close) also looks at its console.
pub struct Browser {
    driver: WebDriver,
    script: Script,
    base_url: String,
    mount: Mount,
    process: Driver,
    _profile: TempDir,
    _room: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts a browser for the pages below `base_url`. [`Server::browser`](crate::Server::browser) starts one that also
    /// knows where on the site our pages stand.
    ///
    /// # Panics
    /// When it doesn't start.
    pub async fn open(script: Script, base_url: &str) -> Self {
        let room = ROOM.acquire().await.expect("the room is never closed");
        let process = Driver::start().await;
        let profile = tempfile::tempdir().expect("a temporary folder can be made");
        let capabilities = capabilities(script, &profile).expect("capabilities are plain JSON");
        let driver = WebDriver::new(process.url(), capabilities).await.expect("the browser starts");
        let browser = Self {
            driver,
            script,
            base_url: base_url.to_owned(),
            mount: Mount::default(),
            process,
            _profile: profile,
            _room: room,
        };
        browser.developer("Emulation.setCPUThrottlingRate", json!({ "rate": script.slowdown() })).await;
        browser
    }

    /// In front of a site whose log-in pages stand there.
    #[must_use]
    pub const fn mounted(mut self, mount: Mount) -> Self {
        self.mount = mount;
        self
    }

    /// The path of one of our pages on the site.
    #[must_use]
    pub fn at(&self, route: &str) -> String {
        self.mount.at(route)
    }

    /// How script fares in it.
    #[must_use]
    pub const fn script(&self) -> Script {
        self.script
    }

    /// Everything that the driver can do.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens a path of the site or a whole address.
    ///
    /// # Panics
    /// When the browser can't.
    pub async fn goto(&self, path: &str) {
        let url = if path.starts_with('/') { format!("{}{path}", self.base_url) } else { path.to_owned() };
        self.driver.goto(url).await.expect("the page opens");
    }

    /// The path and the query of the page.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.expect("the browser runs");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// Everything that can be read on the page.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn text(&self) -> String {
        let body = self.until("a body", async || self.driver.find(By::Tag("body")).await.ok()).await;
        body.text().await.unwrap_or_default()
    }

    /// Waits until the condition gives something.
    ///
    /// # Panics
    /// When it doesn't in time, naming what was waited for and what the page shows instead.
    pub async fn until<T>(&self, what: &str, condition: impl AsyncFnMut() -> Option<T>) -> T {
        if let Some(found) = wait::until(condition).await {
            return found;
        }
        let body = self.driver.find(By::Tag("body")).await.expect("the browser runs");
        let (path, text) = (self.path().await, body.text().await.unwrap_or_default());
        panic!("waited in vain for {what} at {path}, which says: {text}");
    }

    /// Does what leads to another document, and waits until the old one is gone.
    ///
    /// # Panics
    /// When it stays.
    pub async fn leave(&self, act: impl AsyncFnOnce()) {
        let old = self.driver.find(By::Tag("html")).await.expect("there is a document");
        act().await;
        self.until("another document", async || old.tag_name().await.is_err().then_some(())).await;
    }

    /// Waits until the page is hydrated; where nothing hydrates, there is nothing to wait for.
    ///
    /// # Panics
    /// When it doesn't hydrate.
    pub async fn hydrated(&self) {
        if self.script.hydrates() {
            let hydrated = By::Css("html[data-hydrated]");
            self.until("hydration", async || self.driver.find(hydrated.clone()).await.ok()).await;
        }
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn press(&self, key: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(key.into()).perform().await.expect("the browser takes keys");
    }

    /// The element that has the focus.
    ///
    /// # Panics
    /// When the browser is gone.
    pub async fn focused(&self) -> WebElement {
        self.driver.active_element().await.expect("there is always one")
    }

    /// Runs a script in the page and returns what it returns, even where pages may not run any.
    ///
    /// # Panics
    /// When the script fails.
    pub async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> T {
        let result = self.driver.execute(script, Vec::<Value>::new()).await.expect("the script runs");
        result.convert().expect("the script returns what is expected of it")
    }

    /// As [`evaluate`](Self::evaluate), for a promise.
    ///
    /// # Panics
    /// When the script fails.
    pub async fn evaluate_async<T: DeserializeOwned>(&self, promise: &str) -> T {
        let script = format!(
            "const done = arguments[arguments.length - 1]; ({promise}).then(done, error => done({{failed: `${{error}}`}}))"
        );
        let result = self.driver.execute_async(script, Vec::<Value>::new()).await.expect("the script runs");
        let value = result.json().clone();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"))
    }

    /// Sends a command to the developer tools.
    ///
    /// # Panics
    /// When they refuse it.
    pub async fn developer(&self, command: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Shows pages at this size, in CSS pixels.
    ///
    /// # Panics
    /// When the browser can't.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.developer("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// How far things moved by themselves while the page loaded: the sum of its layout shifts.
    ///
    /// # Panics
    /// When the browser can't say.
    pub async fn layout_shift(&self) -> f64 {
        self.evaluate_async(include_str!("layout_shift.js")).await
    }

    /// Ends it.
    ///
    /// # Panics
    /// When its console isn't clean.
    pub async fn close(self) {
        let entries = self.driver.browser_log().await.expect("the browser keeps a log");
        let complaints = console::complaints(entries, self.script);
        assert!(complaints.is_empty(), "the console isn't clean: {complaints:#?}");
        self.driver.clone().quit().await.expect("the browser quits");
    }
}

/// The client's own way out of a panic waits for a runtime that is busy panicking; the driver is asked directly.
impl Drop for Browser {
    fn drop(&mut self) {
        if self.driver.clone().leak().is_ok() {
            self.process.end_session(self.driver.session_id());
        }
    }
}
