//! What people are asked about themselves: a TOML file of its own, since it is a form and no single value.

use std::path::Path;

use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use toml::{Table, Value};
use vestibule_core::{
    login_state::PropertyName,
    property::{Property, PropertyKind, Required},
};

use super::ConfigError;

/// How many may be asked: a form, not an interrogation.
const MOST: usize = 40;

/// Reads `[[property]]` tables.
pub(super) fn read(path: &Path) -> Result<Vec<Property>, ConfigError> {
    let text =
        std::fs::read_to_string(path).map_err(|error| wrong(format!("{} can't be read: {error}", path.display())))?;
    parse(&text)
}

pub(super) fn parse(text: &str) -> Result<Vec<Property>, ConfigError> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
        wrong(format!("line {line} is not TOML"))
    })?;
    if let Some(key) = table.keys().find(|key| *key != "property") {
        return Err(wrong(format!("{key}: only [[property]] tables are read")));
    }
    let list = match table.get("property") {
        Some(Value::Array(list)) if list.len() <= MOST => list.as_slice(),
        None => &[],
        Some(_) => return Err(wrong(format!("at most {MOST} [[property]] tables"))),
    };
    let properties: Vec<Property> = list.iter().map(property).collect::<Result<_, _>>()?;
    for (at, property) in properties.iter().enumerate() {
        if properties[..at].iter().any(|earlier| earlier.name == property.name) {
            return Err(wrong(format!("{} comes twice", property.name.0)));
        }
    }
    Ok(properties)
}

fn wrong(why: String) -> ConfigError {
    ConfigError::new("properties", why)
}

/// The keys of one table, each read once: what is left over is a mistake.
struct Keys<'t> {
    table: &'t Table,
    name: String,
    read: Vec<&'static str>,
}

impl Keys<'_> {
    fn wrong(&self, key: &str, why: &str) -> ConfigError {
        wrong(format!("{}: {key}: {why}", self.name))
    }

    fn text(&mut self, key: &'static str) -> Result<Option<String>, ConfigError> {
        self.read.push(key);
        match self.table.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(key, "a text")),
        }
    }

    fn number(&mut self, key: &'static str) -> Result<Option<i64>, ConfigError> {
        self.read.push(key);
        match self.table.get(key) {
            None => Ok(None),
            Some(Value::Integer(number)) => Ok(Some(*number)),
            Some(_) => Err(self.wrong(key, "a whole number")),
        }
    }

    fn texts(&mut self, key: &'static str) -> Result<Vec<String>, ConfigError> {
        self.read.push(key);
        let Some(Value::Array(items)) = self.table.get(key) else { return Err(self.wrong(key, "a list of texts")) };
        let texts = items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
        texts.filter(|texts| texts.len() > 1).ok_or_else(|| self.wrong(key, "a list of two texts or more"))
    }

    fn max(&mut self, default: u16) -> Result<u16, ConfigError> {
        match self.number("max")? {
            None => Ok(default),
            Some(max) => u16::try_from(max).ok().filter(|max| *max > 0).ok_or_else(|| self.wrong("max", "1 to 65535")),
        }
    }
}

fn property(value: &Value) -> Result<Property, ConfigError> {
    let table = value.as_table().ok_or_else(|| wrong("a property is a table".to_owned()))?;
    let mut keys = Keys { table, name: "a property".to_owned(), read: Vec::new() };
    let name = keys.text("name")?.filter(|name| is_name(name));
    let name =
        name.ok_or_else(|| wrong("name: small letters, digits and _, and none that a form of ours has".into()))?;
    keys.name.clone_from(&name);
    let label = keys.text("label")?.filter(|label| !label.trim().is_empty());
    let label = label.ok_or_else(|| keys.wrong("label", "missing: what people see above the field"))?;
    let why = keys.text("why")?;
    let kind = kind(&mut keys)?;
    let required = required(&mut keys)?;
    if let Some(unknown) = table.keys().find(|key| !keys.read.contains(&key.as_str())) {
        return Err(keys.wrong(unknown, "there is no such key, or not for this kind"));
    }
    Ok(Property { name: PropertyName(name), label, why, kind, required })
}

fn is_name(name: &str) -> bool {
    let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    (1..=40).contains(&name.len()) && is_plain && name != "form_token"
}

fn kind(keys: &mut Keys<'_>) -> Result<PropertyKind, ConfigError> {
    let kind = keys.text("kind")?.unwrap_or_else(|| "text".to_owned());
    Ok(match kind.as_str() {
        "text" => PropertyKind::Text { max: keys.max(200)? },
        "long_text" => PropertyKind::LongText { max: keys.max(4_000)? },
        "number" => {
            let (min, max) = (keys.number("min")?.unwrap_or(i64::MIN), keys.number("max")?.unwrap_or(i64::MAX));
            if min > max {
                return Err(keys.wrong("min", "not above max"));
            }
            PropertyKind::Number { min, max }
        }
        "date" => PropertyKind::Date,
        "choice" => PropertyKind::Choice { choices: keys.texts("choices")? },
        "checkbox" => PropertyKind::Checkbox,
        "url" => PropertyKind::Url,
        "terms" => {
            let url = keys.text("url")?.filter(|url| url.starts_with("https://") || url.starts_with('/'));
            PropertyKind::Terms { url: url.ok_or_else(|| keys.wrong("url", "where the terms can be read"))? }
        }
        _ => return Err(keys.wrong("kind", "text, long_text, number, date, choice, checkbox, url or terms")),
    })
}

fn required(keys: &mut Keys<'_>) -> Result<Required, ConfigError> {
    const EXPECTED: &str = "true, false, or the time from which on newcomers must have it: \"2027-03-01T00:00:00Z\"";
    keys.read.push("required");
    match keys.table.get("required") {
        None | Some(Value::Boolean(false)) => Ok(Required::No),
        Some(Value::Boolean(true)) => Ok(Required::Everybody),
        Some(Value::String(since)) => {
            let since = OffsetDateTime::parse(since, &Rfc3339).map_err(|_| keys.wrong("required", EXPECTED))?;
            Ok(Required::Since(since))
        }
        Some(_) => Err(keys.wrong("required", EXPECTED)),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = parse(text).expect_err("it is refused").to_string();
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn the_example_of_the_docs_is_read() {
        let page = include_str!("../../../../docs/properties.md");
        let (_, rest) = page.split_once("```toml\n").expect("the page has an example");
        let (example, _) = rest.split_once("```").expect("it ends");
        let properties = parse(example).unwrap_or_else(|error| panic!("{error}"));
        let kinds: std::collections::HashSet<_> =
            properties.iter().map(|property| std::mem::discriminant(&property.kind)).collect();
        assert_eq!(kinds.len(), 8, "one of each kind");
    }

    #[test]
    fn what_is_wrong_is_named() {
        check("[[property]]\nlabel = 'x'", "properties: name:");
        check("[[property]]\nname = 'a b'\nlabel = 'x'", "properties: name:");
        check("[[property]]\nname = 'x'", "properties: x: label: missing");
        check("[[property]]\nname = 'x'\nlabel = 'X'\nkind = 'colour'", "properties: x: kind:");
        check("[[property]]\nname = 'x'\nlabel = 'X'\nmin = 1", "properties: x: min:");
        check("[[property]]\nname = 'x'\nlabel = 'X'\nkind = 'choice'\nchoices = ['a']", "properties: x: choices:");
        check("[[property]]\nname = 'x'\nlabel = 'X'\nrequired = 'soon'", "properties: x: required:");
        let twice = "[[property]]\nname = 'x'\nlabel = 'X'\n".repeat(2);
        check(&twice, "properties: x comes twice");
        check("colour = 'red'", "properties: colour:");
    }
}
