//! A theme's tokens as a file for a tool.

use serde_json::{Map, Value as Json, json};

use super::token::written;
use crate::{Mode, Theme, ValueError, values::group};

/// How colours are written. Both carry hex as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Space {
    /// As a theme writes them.
    #[default]
    Oklch,
    /// For tools that read nothing else.
    Srgb,
}

impl Theme {
    /// Its tokens in one mode, as a file in the Design Tokens format 2025.10.
    ///
    /// # Errors
    /// [`ValueError`] names the token that can't be understood.
    pub fn design_tokens(&self, mode: Mode, space: Space) -> Result<String, ValueError> {
        let values = self.values(mode)?;
        let mut groups: Map<String, Json> = Map::new();
        for (token, value) in values.iter() {
            let Some(json) = written(value, space) else { continue };
            let group = groups.entry(group(token)).or_insert_with(|| json!({}));
            group[token] = json;
        }
        groups.insert("$description".to_owned(), format!("{}, {mode}", self.title).into());
        let mut text = serde_json::to_string_pretty(&groups).expect("it is plain data");
        text.push('\n');
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Space;
    use crate::{Mode, Theme};

    #[track_caller]
    fn check(space: Space, group: &str, token: &str, expected: &Value) {
        let theme = Theme::built_in("foyer").expect("it is one of ours");
        let text = theme.design_tokens(Mode::Light, space).expect("it can be read");
        let file: Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(&file[group][token], expected);
    }

    #[test]
    fn a_token_says_its_type() {
        check(
            Space::Oklch,
            "seed",
            "brand",
            &json!({
                "$type": "color",
                "$value": { "colorSpace": "oklch", "components": [0.43, 0.135, 262.0], "alpha": 1.0, "hex": "#234b99" },
            }),
        );
        check(
            Space::Srgb,
            "surface",
            "card",
            &json!({
                "$type": "color",
                "$value": { "colorSpace": "srgb", "components": [1.0, 1.0, 1.0], "alpha": 1.0, "hex": "#ffffff" },
            }),
        );
        check(
            Space::Oklch,
            "space",
            "gap",
            &json!({ "$type": "dimension", "$value": { "value": 0.75, "unit": "rem" } }),
        );
        check(
            Space::Oklch,
            "motion",
            "speed",
            &json!({ "$type": "duration", "$value": { "value": 140.0, "unit": "ms" } }),
        );
        check(Space::Oklch, "type", "weight-strong", &json!({ "$type": "number", "$value": 550.0 }));
        check(Space::Oklch, "type", "tracking-title", &json!({ "$type": "number", "$value": -0.015 }));
        check(Space::Oklch, "surface", "page-image", &Value::Null);
    }
}
