//! What is accepted, and that what isn't is named.

use std::ffi::OsString;

use vestibule_words::Language;

use super::{Config, ConfigError, markdown, settings::Settings};

/// Random bytes that are nobody's.
const SECRET: &str = "wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=";

fn read(toml: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let mut settings = Settings::default();
    settings.read_toml(toml)?;
    settings.read_environment(environment.iter().map(|(name, value)| (OsString::from(name), OsString::from(value))))?;
    Config::check(&settings)
}

fn good() -> String {
    format!("base_url = 'http://localhost:3000'\nsecret = '{SECRET}'\ndevelopment = true\n")
}

#[track_caller]
fn check(toml: &str, environment: &[(&str, &str)], expected: &str) {
    let error = read(toml, environment).err().expect("it is refused").to_string();
    assert!(error.starts_with(expected), "{error}");
    assert!(!error.contains(SECRET), "{error}");
}

#[test]
fn little_is_required_and_the_rest_has_safe_defaults() {
    let config = read(&good(), &[]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.passwords.min_length(), 15);
    assert_eq!(config.session.idle.whole_minutes(), 60);
    assert!(config.smtp.is_none() && config.development);
}

#[test]
fn the_environment_wins_over_the_file() {
    let config =
        read(&good(), &[("VESTIBULE_LISTEN", "127.0.0.2:4000"), ("HOME", "/"), ("VESTIBULE_PRODUCT", "Northwind")]);
    let config = config.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((config.listen.to_string().as_str(), config.product.as_str()), ("127.0.0.2:4000", "Northwind"));
}

#[test]
fn languages_are_offered_in_the_order_of_the_list() {
    let languages = |environment: &[(&str, &str)]| read(&good(), environment).map(|config| config.languages);
    assert_eq!(languages(&[]), Ok(vec![Language::English]));
    let offered = languages(&[("VESTIBULE_LANGUAGES", "de-AT, en,de")]);
    assert_eq!(offered, Ok(vec![Language::German, Language::English]));
}

/// Sources that a host's binary doesn't carry are no more offered than asked for.
#[test]
fn our_sources_are_offered_by_a_build_that_carries_them() {
    let registry = |more: &str| read(&(good() + more), &[]).map(|config| config.registry);
    assert_eq!(registry("registry = false"), Ok(false));
    if cfg!(feature = "registry") {
        assert_eq!((registry(""), registry("registry = true")), (Ok(true), Ok(true)));
    } else {
        assert_eq!(registry(""), Ok(false));
        check(&(good() + "registry = true"), &[], "registry: this build carries no sources: turn on the feature");
    }
}

#[test]
fn a_wrong_key_or_value_is_named() {
    check(&good(), &[("VESTIBULE_LISTNE", "127.0.0.1:1")], "listne: there is no such key");
    check("[mail]\nfrom = 'x'", &[], "mail: ");
    check("product = ", &[], "--config: line 1 is not TOML");
    check(&good(), &[("VESTIBULE_LISTEN", "localhost")], "listen: must be an address");
    check(&good(), &[("VESTIBULE_DEVELOPMENT", "yes")], "development: must be true or false");
    check(&good(), &[("VESTIBULE_PASSWORD_MIN_LENGTH", "4")], "password_min_length: from 8");
    check(&good(), &[("VESTIBULE_SECRET_FILE", "x")], "secret_file: give either");
    check(&good(), &[("VESTIBULE_SMTP", "smtp://mail.example.com")], "mail_from: missing");
    check(&good(), &[("VESTIBULE_SMTP", "smtp://mail.example.com"), ("VESTIBULE_MAIL_FROM", "a@b.example")], "smtp: ");
    check(&good(), &[("VESTIBULE_TRUSTED_PROXIES", "127.0.0.1,nowhere")], "trusted_proxies: nowhere");
    check(&good(), &[("VESTIBULE_LANGUAGES", "de,fr")], "languages: fr is none that we speak: en, de, ar");
    check(&good(), &[("VESTIBULE_SECOND_FACTOR_REQUIRED_SINCE", "soon")], "second_factor_required_since: ");
    check(&good(), &[("VESTIBULE_SESSION_IDLE_MINUTES", "0")], "session_idle_minutes: at least 1");
    check(&good(), &[("VESTIBULE_STYLESHEET", "flat")], "stylesheet: must be layers or plain");
    check(&good(), &[("VESTIBULE_LOG", "xml")], "log: ");
}

#[test]
fn what_would_be_unsafe_is_refused() {
    check("", &[], "base_url: missing");
    check("base_url = 'http://login.example.com'", &[], "base_url: ");
    check("base_url = 'http://localhost:3000'\ndevelopment = true", &[], "secret: missing");
    check(&good(), &[("VESTIBULE_SECRET", "c2hvcnQ=")], "secret: ");
    check(&good(), &[("VESTIBULE_BASE_URL", "https://login.example.com")], "development: only");
    check(&good(), &[("VESTIBULE_DEVELOPMENT", "false")], "smtp: missing");
    let testing = |base: &'static str, listen: &'static str| {
        let address = [("VESTIBULE_BASE_URL", base), ("VESTIBULE_LISTEN", listen)];
        [("VESTIBULE_DEVELOPMENT", "false"), ("VESTIBULE_TESTING", "true")]
            .into_iter()
            .chain(address)
            .collect::<Vec<_>>()
    };
    check(&good(), &testing("https://login.example.com", "127.0.0.1:1"), "testing: only for a base_url");
    check(&good(), &testing("https://northwind.test", "0.0.0.0:1"), "testing: only with a listen");
    check(&good(), &testing("http://localhost:3000", "192.0.2.7:1"), "testing: only with a listen");
    for (base, listen) in [("https://northwind.test", "[::1]:1"), ("http://localhost:3000", "127.0.0.1:1")] {
        let config = read(&good(), &testing(base, listen)).unwrap_or_else(|error| panic!("{base}: {error}"));
        assert!(config.testing && config.smtp.is_none(), "{base}");
    }
}

/// The list is the code's; the page repeats it.
#[test]
fn docs_configuration_lists_every_key() {
    let page = include_str!("../../../../docs/configuration.md");
    assert!(page.contains(&markdown()), "docs/configuration.md should contain:\n{}", markdown());
}
