//! Tokens for design tools: the Design Tokens format 2025.10, one file a mode.
//!
//! Nothing that matters stands in `$extensions`, which tools drop. What the format can't say (a picture, a length in
//! hundredths of the window, several lengths) is left out, and stays as a theme has it when a file comes back.

mod export;
mod import;
mod token;

pub use export::Space;
pub use import::{ImportError, import};

#[cfg(test)]
mod tests {
    use super::{Space, import};
    use crate::{BUILT_IN, Mode, Theme, Value, Values};

    /// The values of a theme after a trip to a tool and back into `tokens`.
    fn trip(theme: &Theme, space: Space, tokens: &str) -> String {
        let [light, dark] = Mode::BOTH.map(|mode| theme.design_tokens(mode, space).expect("it can be read"));
        import(tokens, &light, &dark).expect("our own file can be read")
    }

    #[track_caller]
    fn check_alike(name: &str, one: &Values, other: &Values) {
        for (token, value) in one.iter() {
            if matches!(value, Value::Text(_)) {
                continue;
            }
            let other = other.get(token).unwrap_or_else(|| panic!("{name} lost {token}"));
            let is_alike = match (value, other) {
                (Value::Colour(one), Value::Colour(other)) => {
                    let near = one.bytes().into_iter().zip(other.bytes()).all(|(a, b)| a.abs_diff(b) <= 1);
                    near && (one.alpha - other.alpha).abs() < 0.003
                }
                _ => value.is_like(other),
            };
            assert!(is_alike, "{name} {token} in {}: {value} came back as {other}", one.mode());
        }
    }

    #[test]
    fn a_theme_comes_back_from_a_tool_as_it_was() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            for space in [Space::Oklch, Space::Srgb] {
                let back = trip(&theme, space, "");
                for mode in Mode::BOTH {
                    let before = theme.values(mode).expect("it can be read");
                    check_alike(name, &before, &Values::read(&back, mode).expect("it can be read"));
                }
            }
        }
    }

    #[test]
    fn a_theme_that_nobody_changed_keeps_every_letter() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            for space in [Space::Oklch, Space::Srgb] {
                assert_eq!(trip(&theme, space, &theme.tokens), theme.tokens);
            }
        }
    }

    #[test]
    fn what_was_changed_is_all_that_changes() {
        let theme = Theme::built_in("folio").expect("it is one of ours");
        let [light, dark] = Mode::BOTH.map(|mode| theme.design_tokens(mode, Space::Srgb).expect("it can be read"));
        let page = theme.values(Mode::Light).expect("it can be read").colour("page").expect("it is a colour").hex();
        let mut edited: serde_json::Value = serde_json::from_str(&light).expect("it is JSON");
        assert_eq!(edited["surface"]["page"]["$value"]["hex"], page);
        edited["surface"]["page"]["$value"] = "#fffdf0".into();
        edited["size"]["card-width"]["$value"] = 400.into();
        let mut other: serde_json::Value = serde_json::from_str(&dark).expect("it is JSON");
        other["size"]["card-width"]["$value"] = "25rem".into();
        let tokens = import(&theme.tokens, &edited.to_string(), &other.to_string()).expect("it can be read");
        let values = Values::read(&tokens, Mode::Light).expect("it can be read");
        let hex = |token| values.colour(token).map(crate::Colour::hex);
        assert_eq!(hex("page").as_deref(), Some("#fffdf0"));
        assert_eq!(hex("card"), Some(page), "the card was the page's, and the file says otherwise now");
        assert!(tokens.contains("--auth-card-width: 400px;"), "{tokens}");
        assert!(tokens.contains("/* Paper: the card is the page. */"), "{tokens}");
        assert!(tokens.contains("--auth-text-title: min(2.75rem, 12vw);"), "{tokens}");
        let before: Vec<&str> = theme.tokens.lines().collect();
        let changed = tokens.lines().filter(|line| !before.contains(line)).count();
        assert_eq!(changed, 3, "{tokens}");
    }
}
