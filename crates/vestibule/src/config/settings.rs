//! The keys and values as they were found, from file and environment.

use std::{collections::BTreeMap, ffi::OsString, str::FromStr};

use toml::{Table, Value};

use super::{ConfigError, keys::KEYS};

/// What the environment's names begin with.
const PREFIX: &str = "VESTIBULE_";

/// Values by key. Each is kept as text: that is all that an environment knows, and one way to read is enough.
#[derive(Default)]
pub(super) struct Settings(BTreeMap<&'static str, String>);

impl Settings {
    pub(super) fn read_toml(&mut self, text: &str) -> Result<(), ConfigError> {
        // The parser's own message quotes the line, which may hold the secret.
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
            ConfigError::new("--config", format!("line {line} is not TOML"))
        })?;
        for (key, value) in &table {
            self.put(key, text_of(key, value)?)?;
        }
        Ok(())
    }

    pub(super) fn read_environment(
        &mut self,
        environment: impl Iterator<Item = (OsString, OsString)>,
    ) -> Result<(), ConfigError> {
        for (name, value) in environment {
            let Some(key) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
            let key = key.to_ascii_lowercase();
            let value = value.into_string().map_err(|_| ConfigError::new(&key, "not UTF-8"))?;
            self.put(&key, value)?;
        }
        Ok(())
    }

    fn put(&mut self, key: &str, value: String) -> Result<(), ConfigError> {
        let known = KEYS.iter().find(|known| known.name == key);
        let known = known.ok_or_else(|| ConfigError::new(key, "there is no such key"))?;
        self.0.insert(known.name, value);
        Ok(())
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        debug_assert!(KEYS.iter().any(|known| known.name == key), "{key} is not in the list of keys");
        self.0.get(key).map(String::as_str)
    }

    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>, ConfigError> {
        self.parse(key, "true or false")
    }

    pub(super) fn list(&self, key: &str) -> Vec<String> {
        let items = self.text(key).into_iter().flat_map(|text| text.split(',')).map(str::trim);
        items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn parse<T: FromStr>(&self, key: &str, expected: &str) -> Result<Option<T>, ConfigError> {
        self.text(key)
            .map(|text| text.parse().map_err(|_| ConfigError::new(key, format!("must be {expected}"))))
            .transpose()
    }
}

fn text_of(key: &str, value: &Value) -> Result<String, ConfigError> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Boolean(flag) => Ok(flag.to_string()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Datetime(time) => Ok(time.to_string()),
        Value::Array(items) => {
            let texts: Result<Vec<_>, _> = items.iter().map(|item| text_of(key, item)).collect();
            Ok(texts?.join(","))
        }
        Value::Float(_) | Value::Table(_) => Err(ConfigError::new(key, "a text, a number, true, false, or a list")),
    }
}
