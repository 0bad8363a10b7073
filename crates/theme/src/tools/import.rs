//! Files of a tool as a theme's tokens.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use thiserror::Error;
use vestibule_ui::parts::{SEEDS, TOKENS};

use super::token;
use crate::{
    Mode, Value, ValueError, Values,
    values::{Kind, Sheet, kind},
};

/// Why a tool's files are no tokens.
#[derive(Debug, Error)]
pub enum ImportError {
    /// No JSON.
    #[error("the {mode} file is no JSON: {message}")]
    Json {
        /// Which of the two.
        mode: Mode,
        /// What is wrong, and where.
        message: String,
    },
    /// A name that is none of ours.
    #[error("the {mode} file: we have no token {token:?}")]
    Unknown {
        /// Which of the two.
        mode: Mode,
        /// Where it stands.
        token: String,
    },
    /// A value that isn't of the token's sort.
    #[error("the {mode} file: {token} has a value that can't be read: {value}")]
    Value {
        /// Which of the two.
        mode: Mode,
        /// Where it stands.
        token: String,
        /// The value.
        value: String,
    },
    /// In one of the files only.
    #[error("{token} stands in one of the two files only")]
    Missing {
        /// Its name.
        token: String,
    },
    /// Only colours differ between light and dark.
    #[error("{token} is {light} in the light file and {dark} in the dark one: only colours may differ")]
    Differs {
        /// Its name.
        token: String,
        /// In the light file.
        light: String,
        /// In the dark file.
        dark: String,
    },
    /// What the theme has, or what would become of it, can't be read.
    #[error(transparent)]
    Css(#[from] ValueError),
}

/// The values of one token, light and dark.
type Both = [Value; 2];

/// A theme's `tokens.css` with what the two files say. What they say as it already is keeps its text, so that what
/// follows from something else still does.
///
/// # Errors
/// [`ImportError`] names the file and the token.
pub fn import(tokens: &str, light: &str, dark: &str) -> Result<String, ImportError> {
    let wanted = both(read(Mode::Light, light)?, read(Mode::Dark, dark)?)?;
    let mut css = tokens.to_owned();
    // A theme is complete with its seeds, so all of them are written down.
    let own = Values::own(&css)?;
    let seeds = wanted.iter().filter(|(token, _)| SEEDS.contains(&token.as_str()) && !own.contains(token.as_str()));
    let missing = seeds.map(|(token, both)| text(token, both).map(|text| (token.as_str(), text)));
    css = set(&css, &missing.collect::<Result<_, ImportError>>()?)?;
    // What follows from something else may need its own value once that has changed: seeds first, hooks last.
    let layers: [fn(&str) -> bool; 3] =
        [|token| SEEDS.contains(&token), |token| TOKENS.contains(&token), |token| kind(token).is_some()];
    for layer in layers {
        // Each round gives at least one of them its own value.
        for _ in 0..wanted.len() {
            let changed = changed(&css, &wanted, layer)?;
            if changed.is_empty() {
                break;
            }
            css = set(&css, &changed)?;
        }
    }
    Ok(css)
}

/// The values of a layer that aren't yet what they should be.
fn changed<'a>(
    css: &str,
    wanted: &'a BTreeMap<String, Both>,
    layer: fn(&str) -> bool,
) -> Result<BTreeMap<&'a str, String>, ImportError> {
    let now = [Values::read(css, Mode::Light)?, Values::read(css, Mode::Dark)?];
    let is_there = |token: &str, both: &Both| {
        now.iter().zip(both).all(|(now, value)| now.get(token).is_some_and(|now| now.is_like(value)))
    };
    let changed = wanted.iter().filter(|(token, both)| layer(token) && !is_there(token, both));
    changed.map(|(token, both)| text(token, both).map(|text| (token.as_str(), text))).collect()
}

fn set(css: &str, values: &BTreeMap<&str, String>) -> Result<String, ImportError> {
    Ok(Sheet::read("tokens.css", css)?.with(css, values))
}

/// Two values as CSS: colours that differ as `light-dark()`, all else the same in both.
fn text(token: &str, both: &Both) -> Result<String, ImportError> {
    let pair = |light: String, dark: String| if light == dark { light } else { format!("light-dark({light}, {dark})") };
    match both {
        [Value::Colour(light), Value::Colour(dark)] => Ok(pair(light.to_string(), dark.to_string())),
        [Value::Shadows(light), Value::Shadows(dark)]
            if light.len() == dark.len() && light.iter().zip(dark).all(|(light, dark)| light.falls_like(dark)) =>
        {
            let each = light
                .iter()
                .zip(dark)
                .map(|(light, dark)| light.css(&pair(light.colour.to_string(), dark.colour.to_string())));
            let each: Vec<String> = each.collect();
            Ok(if each.is_empty() { "none".to_owned() } else { each.join(", ") })
        }
        [light, dark] if light.is_like(dark) => Ok(light.to_string()),
        [light, dark] => {
            let (light, dark) = (light.to_string(), dark.to_string());
            Err(ImportError::Differs { token: token.to_owned(), light, dark })
        }
    }
}

fn both(
    mut light: BTreeMap<String, Value>,
    mut dark: BTreeMap<String, Value>,
) -> Result<BTreeMap<String, Both>, ImportError> {
    let names: BTreeSet<String> = light.keys().chain(dark.keys()).cloned().collect();
    let pairs = names.into_iter().map(|token| match (light.remove(&token), dark.remove(&token)) {
        (Some(light), Some(dark)) => Ok((token, [light, dark])),
        _ => Err(ImportError::Missing { token }),
    });
    pairs.collect()
}

/// The tokens of one file by name.
fn read(mode: Mode, text: &str) -> Result<BTreeMap<String, Value>, ImportError> {
    let file: Json =
        serde_json::from_str(text).map_err(|error| ImportError::Json { mode, message: error.to_string() })?;
    let mut found = BTreeMap::new();
    walk(mode, &file, &file, &mut Vec::new(), &mut found)?;
    Ok(found)
}

fn walk<'a>(
    mode: Mode,
    file: &'a Json,
    json: &'a Json,
    path: &mut Vec<&'a str>,
    found: &mut BTreeMap<String, Value>,
) -> Result<(), ImportError> {
    let Some(object) = json.as_object() else { return Ok(()) };
    let Some(value) = object.get("$value") else {
        for (name, child) in object.iter().filter(|(name, _)| !name.starts_with('$')) {
            path.push(name);
            walk(mode, file, child, path, found)?;
            path.pop();
        }
        return Ok(());
    };
    let token = path.last().copied().unwrap_or_default();
    let kind = kind(token).filter(|kind| *kind != Kind::Text);
    let kind = kind.ok_or_else(|| ImportError::Unknown { mode, token: path.join(".") })?;
    let read = followed(file, value).and_then(|value| token::read(token, kind, value));
    let wrong = || ImportError::Value { mode, token: path.join("."), value: value.to_string() };
    found.insert(token.to_owned(), read.ok_or_else(wrong)?);
    Ok(())
}

/// What an alias, `{seed.brand}`, stands for. `None` if it leads nowhere.
fn followed<'a>(file: &'a Json, value: &'a Json) -> Option<&'a Json> {
    let mut value = value;
    // An alias of an alias is fine; a circle isn't.
    for _ in 0..8 {
        let alias = value.as_str().and_then(|text| text.strip_prefix('{')?.strip_suffix('}'));
        let Some(alias) = alias else { return Some(value) };
        value = alias.split('.').try_fold(file, |json, name| json.get(name))?.get("$value")?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::import;

    #[track_caller]
    fn refuse(light: &str, dark: &str, expected: &str) {
        let error = import("", light, dark).expect_err("it can't be read").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_cant_be_read_is_named() {
        let ink = r##"{"ink": {"ink": {"$type": "color", "$value": "#123"}}}"##;
        refuse("{", "{}", "the light file is no JSON");
        refuse(r##"{"a": {"hue": {"$value": "#123"}}}"##, "{}", "the light file: we have no token \"a.hue\"");
        refuse(ink, r#"{"ink": {"ink": {"$value": 3}}}"#, "the dark file: ink.ink has a value that can't be read: 3");
        refuse(ink, r#"{"ink": {"ink": {"$value": "{ink.ink}"}}}"#, "can't be read: \"{ink.ink}\"");
        refuse(ink, "{}", "ink stands in one of the two files only");
        let gap = |size| format!(r#"{{"gap": {{"$value": {{"value": {size}, "unit": "px"}}}}}}"#);
        refuse(&gap(1), &gap(2), "gap is 1px in the light file and 2px in the dark one");
    }

    #[test]
    fn an_alias_is_followed() {
        let file = r##"{"blue": {"brand": {"$value": "#036"}}, "link": {"$value": "{blue.brand}"}}"##;
        let css = import(":root {\n}\n", file, file).expect("it can be read");
        let blue = "oklch(0.32334 0.10254 253.885)";
        assert_eq!(css, format!(":root {{\n  --auth-brand: {blue};\n  --auth-link: {blue};\n}}\n"));
    }
}
