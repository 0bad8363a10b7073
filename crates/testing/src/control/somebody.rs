//! Somebody in a login state, without the walk there.

use std::ops::Deref;

use http::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use vestibule_core::routes;

use super::{Control, read};
use crate::{Answer, Authenticator, Person};

/// What is wanted of somebody; [`make`](Self::make) makes them.
#[must_use = "nobody is made before `make`"]
pub struct Wanted {
    control: Control,
    body: Map<String, Value>,
}

/// Somebody in the state that was asked for. Their browser is there already.
pub struct Somebody {
    /// Their address, password and browser.
    pub person: Person,
    /// The random name of their account.
    pub id: String,
    /// Their second factor.
    pub authenticator: Option<Authenticator>,
    /// What stands in for it, each once.
    pub backup_codes: Vec<String>,
    /// Their browser's cookies as Playwright keeps them, for a browser elsewhere.
    pub storage_state: Value,
}

#[derive(Deserialize)]
struct Made {
    id: String,
    email: String,
    password: String,
    totp_secret: Option<String>,
    backup_codes: Vec<String>,
    storage_state: Value,
}

impl Wanted {
    pub(super) fn new(control: Control, state: &str) -> Self {
        Self { control, body: Map::new() }.with("state", json!(state))
    }

    /// With this address in place of a made-up one.
    pub fn email(self, email: &str) -> Self {
        self.with("email", json!(email))
    }

    /// In the organisation of this name, which begins if there is none.
    pub fn org(self, name: &str) -> Self {
        self.with("org", json!(name))
    }

    /// As `owner`, `admin` or `member` of it.
    pub fn role(self, role: &str) -> Self {
        self.with("role", json!(role))
    }

    /// With this value of a property.
    pub fn property(mut self, name: &str, value: impl Into<Value>) -> Self {
        let properties = self.body.entry("properties").or_insert_with(|| json!({}));
        properties[name] = value.into();
        self
    }

    /// With or without a second factor, whatever the state would suggest.
    pub fn second_factor(self, on: bool) -> Self {
        self.with("second_factor", json!(on))
    }

    /// Makes them.
    ///
    /// # Panics
    /// When the server refuses, with its reason.
    pub async fn make(self) -> Somebody {
        let browser = self.control.client();
        let made: Made = read(&self.ask().await, 201);
        for cookie in made.storage_state["cookies"].as_array().into_iter().flatten() {
            let text = |key: &str| cookie[key].as_str().unwrap_or_else(|| panic!("{key} is a text: {cookie}"));
            browser.set_cookie(text("name"), text("value"));
        }
        Somebody {
            person: Person { email: made.email, password: made.password, browser },
            id: made.id,
            authenticator: made.totp_secret.as_deref().map(Authenticator::of_secret),
            backup_codes: made.backup_codes,
            storage_state: made.storage_state,
        }
    }

    /// What the server answers, refusals included.
    pub async fn ask(self) -> Answer {
        self.control.ask(Method::POST, routes::TEST_PEOPLE, Some(Value::Object(self.body))).await
    }

    fn with(mut self, key: &str, value: Value) -> Self {
        self.body.insert(key.to_owned(), value);
        self
    }
}

impl Deref for Somebody {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}
