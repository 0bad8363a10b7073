//! The configuration: read once, typed, and refused with the name of the key that is wrong (H-07, L-07, P-01).

mod error;
mod keys;
mod languages;
mod properties;
mod registry;
mod settings;
#[cfg(test)]
mod tests;
mod theme;

use std::{
    ffi::OsString,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};
use tracing::Level;
use vestibule_core::{
    destination::LocalPath,
    login_state::{Policy, SecondFactorPolicy},
    mount::Mount,
    password::PasswordPolicy,
    property::Property,
};
use vestibule_flows::{Builder, SessionLife, Smtp, SmtpError, Vestibule, shipped_assets};
use vestibule_http::{assets::Assets, base_url::BaseUrl, client::TrustedProxies, secret::Secret};
use vestibule_store::Store;
use vestibule_theme::{Stylesheet, Theme};
use vestibule_words::Language;

pub use error::ConfigError;
pub use keys::markdown;
use settings::Settings;

/// Everything that an operator may choose. Each key is told in `docs/configuration.md`. It can't be printed, since it
/// holds secrets.
pub struct Config {
    /// The origin under which people reach the pages.
    pub base_url: BaseUrl,
    /// Where the `vestibule` binary listens. A host listens by itself.
    pub listen: SocketAddr,
    /// Where everything is remembered.
    pub database: String,
    /// What only this installation knows.
    pub secret: Secret,
    /// The product's name.
    pub product: String,
    /// Where on the site our pages stand.
    pub mount: Mount,
    /// The host's page that a log-in leads to.
    pub home: LocalPath,
    /// The languages that people may choose from, the first for whoever asks for none of them.
    pub languages: Vec<Language>,
    /// The look, if it isn't Foyer.
    pub theme: Option<Theme>,
    /// Whether our rules stand in a cascade layer.
    pub stylesheet: Stylesheet,
    /// The mail server; none in development and testing.
    pub smtp: Option<Smtp>,
    /// Whether our sources are offered to be copied.
    pub registry: bool,
    /// Whether the gallery and the mailbox are offered.
    pub development: bool,
    /// Whether the test kit's control API is offered.
    pub testing: bool,
    /// The folder with the stylesheet and the scripts; none for those that this version carries.
    pub assets: Option<PathBuf>,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// What a new password must meet.
    pub passwords: PasswordPolicy,
    /// How long sessions live.
    pub session: SessionLife,
    /// What is asked of everybody.
    pub policy: Policy,
    /// What people are asked about themselves.
    pub properties: Vec<Property>,
    /// Where people write to who can't go on by themselves.
    pub contact: Option<String>,
    /// How the `vestibule` binary logs. A host logs by itself.
    pub log: LogFormat,
    /// How much the `vestibule` binary logs.
    pub log_level: Level,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Config {
    /// Reads a file, if there is one, and the environment over it: `VESTIBULE_KEY` wins over `key`.
    ///
    /// # Errors
    /// [`ConfigError`] names the key that is missing or wrong.
    pub fn read(
        file: Option<&Path>,
        environment: impl Iterator<Item = (OsString, OsString)>,
    ) -> Result<Self, ConfigError> {
        let mut settings = Settings::default();
        if let Some(path) = file {
            let text = std::fs::read_to_string(path)
                .map_err(|error| ConfigError::new("--config", format!("{} can't be read: {error}", path.display())))?;
            settings.read_toml(&text)?;
        }
        settings.read_environment(environment)?;
        Self::check(&settings)
    }

    /// Begins a Vestibule with all of this, over a store. More can be chosen before it is built.
    ///
    /// # Errors
    /// [`ConfigError`] when the folder of `assets` can't be read.
    pub fn builder(&self, store: Arc<dyn Store>) -> Result<Builder, ConfigError> {
        let mut builder = Vestibule::builder(store, self.secret.clone(), self.base_url.clone())
            .product(&self.product)
            .mount(self.mount)
            .home(self.home.clone())
            .languages(self.languages.clone())
            .trusted_proxies(self.trusted_proxies.clone())
            .policy(self.policy)
            .passwords(self.passwords)
            .properties(self.properties.clone())
            .contact(self.contact.clone())
            .session(self.session)
            .registry(self.registry)
            .stylesheet(self.stylesheet)
            .development(self.development)
            .testing(self.testing);
        if let Some(theme) = &self.theme {
            builder = builder.theme(theme.clone());
        }
        let Some(folder) = self.assets_folder() else { return Ok(builder) };
        let unreadable =
            |error| ConfigError::new("assets", format!("the folder {} can't be read: {error}", folder.display()));
        Ok(builder.assets(Assets::read(folder).map_err(unreadable)?))
    }

    /// Where the built files are, if this version carries none or others are wanted. Where there are none either, some may
    /// still be given to the builder.
    fn assets_folder(&self) -> Option<&Path> {
        let beside = Path::new("site");
        let is_wanted = || shipped_assets().is_empty() && beside.is_dir();
        self.assets.as_deref().or_else(|| is_wanted().then_some(beside))
    }

    fn check(settings: &Settings) -> Result<Self, ConfigError> {
        let development = settings.flag("development")?.unwrap_or(false);
        let base_url = settings.text("base_url").ok_or_else(|| {
            ConfigError::new("base_url", "missing: the address under which people reach these pages, never guessed")
        })?;
        let base_url = BaseUrl::parse(base_url).map_err(|error| ConfigError::new("base_url", error))?;
        if development && !base_url.is_loopback() {
            return Err(ConfigError::new("development", "only for a base_url on this machine"));
        }
        let listen = settings.parse("listen", "an address and a port: 127.0.0.1:3000")?;
        let listen = listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 3000)));
        let testing = settings.flag("testing")?.unwrap_or(false);
        if testing && !base_url.is_for_tests() {
            return Err(ConfigError::new("testing", "only for a base_url on this machine or below .test"));
        }
        if testing && !listen.ip().to_canonical().is_loopback() {
            return Err(ConfigError::new("testing", "only with a listen on this machine: 127.0.0.1:3000"));
        }
        Ok(Self {
            registry: registry::read(settings, development)?,
            development,
            testing,
            listen,
            database: settings.text("database").unwrap_or("sqlite:vestibule.db").to_owned(),
            secret: secret(settings)?,
            product: product(settings)?,
            languages: languages::read(settings)?,
            theme: theme::read(settings)?,
            stylesheet: settings.parse("stylesheet", "layers or plain")?.unwrap_or_default(),
            smtp: smtp(settings, development || testing)?,
            mount: settings.parse("mount", "a path such as /auth")?.unwrap_or_default(),
            home: settings
                .parse("home", "a path on this site: /dashboard")?
                .unwrap_or_else(|| LocalPath::from_static(vestibule_core::routes::HOME)),
            assets: settings.text("assets").map(PathBuf::from),
            trusted_proxies: proxies(settings)?,
            passwords: passwords(settings)?,
            session: session(settings)?,
            policy: policy(settings)?,
            properties: settings
                .text("properties")
                .map_or_else(|| Ok(Vec::new()), |path| properties::read(Path::new(path)))?,
            contact: contact(settings)?,
            log: log(settings)?,
            log_level: log_level(settings)?,
            base_url,
        })
    }
}

fn secret(settings: &Settings) -> Result<Secret, ConfigError> {
    let (key, text) = match (settings.text("secret"), settings.text("secret_file")) {
        (Some(_), Some(_)) => return Err(ConfigError::new("secret_file", "give either secret or secret_file")),
        (Some(text), None) => ("secret", text.to_owned()),
        (None, Some(path)) => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| ConfigError::new("secret_file", format!("can't be read: {error}")))?;
            ("secret_file", text)
        }
        (None, None) => {
            let how = "missing: at least 32 random bytes in base64, as `openssl rand -base64 32` prints them";
            return Err(ConfigError::new("secret", how));
        }
    };
    Secret::parse(&text).map_err(|error| ConfigError::new(key, error))
}

fn product(settings: &Settings) -> Result<String, ConfigError> {
    let product = settings.text("product").unwrap_or("Vestibule").trim();
    if product.is_empty() || product.chars().count() > 60 || product.chars().any(char::is_control) {
        return Err(ConfigError::new("product", "a name of 1 to 60 characters"));
    }
    Ok(product.to_owned())
}

fn contact(settings: &Settings) -> Result<Option<String>, ConfigError> {
    let contact = settings.text("contact").map(str::trim).filter(|contact| !contact.is_empty());
    if contact.is_some_and(|contact| contact.chars().count() > 200 || contact.chars().any(char::is_control)) {
        return Err(ConfigError::new("contact", "one line of at most 200 characters"));
    }
    Ok(contact.map(str::to_owned))
}

fn smtp(settings: &Settings, keeps_letters: bool) -> Result<Option<Smtp>, ConfigError> {
    let Some(url) = settings.text("smtp") else {
        let missing =
            ConfigError::new("smtp", "missing: nobody could sign up without mail (development and testing need none)");
        return if keeps_letters { Ok(None) } else { Err(missing) };
    };
    let from =
        settings.text("mail_from").ok_or_else(|| ConfigError::new("mail_from", "missing: where mails come from"))?;
    let key = |error| if error == SmtpError::From { "mail_from" } else { "smtp" };
    Smtp::new(url, from).map(Some).map_err(|error| ConfigError::new(key(error), error))
}

fn proxies(settings: &Settings) -> Result<TrustedProxies, ConfigError> {
    let texts = settings.list("trusted_proxies");
    let wrong = |text| ConfigError::new("trusted_proxies", format!("{text} is neither an address nor a network"));
    TrustedProxies::parse(&texts).map_err(wrong)
}

fn passwords(settings: &Settings) -> Result<PasswordPolicy, ConfigError> {
    let Some(length) = settings.parse::<u16>("password_min_length", "a number")? else {
        return Ok(PasswordPolicy::default());
    };
    PasswordPolicy::new(length).ok_or_else(|| ConfigError::new("password_min_length", "from 8 to 128 characters"))
}

fn session(settings: &Settings) -> Result<SessionLife, ConfigError> {
    let default = SessionLife::default();
    let idle = settings.parse::<u32>("session_idle_minutes", "a number of minutes")?;
    let absolute = settings.parse::<u32>("session_absolute_hours", "a number of hours")?;
    for (key, value) in [("session_idle_minutes", idle), ("session_absolute_hours", absolute)] {
        if value == Some(0) {
            return Err(ConfigError::new(key, "at least 1"));
        }
    }
    Ok(SessionLife {
        idle: idle.map_or(default.idle, |minutes| Duration::minutes(minutes.into())),
        absolute: absolute.map_or(default.absolute, |hours| Duration::hours(hours.into())),
    })
}

fn policy(settings: &Settings) -> Result<Policy, ConfigError> {
    let key = "second_factor_required_since";
    let since = settings.text(key).map(|text| OffsetDateTime::parse(text, &Rfc3339));
    let since = since.transpose().map_err(|_| ConfigError::new(key, "a time: 2027-03-01T00:00:00Z"))?;
    Ok(Policy {
        organisation_required: settings.flag("organisation_required")?.unwrap_or(false),
        second_factor: since.map_or(SecondFactorPolicy::Optional, SecondFactorPolicy::RequiredSince),
    })
}

fn log(settings: &Settings) -> Result<LogFormat, ConfigError> {
    match settings.text("log") {
        None | Some("text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(_) => Err(ConfigError::new("log", "text or json")),
    }
}

fn log_level(settings: &Settings) -> Result<Level, ConfigError> {
    let level = settings.parse("log_level", "error, warn, info, debug or trace")?;
    Ok(level.unwrap_or(Level::INFO))
}
