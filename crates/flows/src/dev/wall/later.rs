//! Parts as they come to be in the browser, for the wall: their behaviours don't run there.

use vestibule_words::{Message, Words};

use super::cut::elements;
use crate::page::escape;

/// A part's piece of markup in a state that no server draws, saying what it says then.
pub(super) fn later(part: &str, html: &str, (now, later): (&str, &str), words: &Words) -> String {
    let Some(element) = elements(html).into_iter().find(|element| element.is(part)) else { return html.to_owned() };
    let tag = element.tag.replacen(&format!(" data-state=\"{now}\""), &format!(" data-state=\"{later}\""), 1);
    if (part, later) != ("reveal", "on") {
        return html.replacen(element.tag, &tag, 1);
    }
    let label = element.attribute("aria-label").unwrap_or_default();
    let tag = tag.replacen(
        &format!(" aria-label=\"{label}\""),
        &format!(" aria-label=\"{}\"", escape(&words.say(Message::HidePassword))),
        1,
    );
    let button = format!("<{tag}>{}</button>", escape(&words.say(Message::Hide)));
    html.replacen(element.html, &button, 1).replacen(" type=\"password\"", " type=\"text\" value=\"Ada Lovelace\"", 1)
}

/// The menu of the account, pulled down.
pub(super) fn opened(html: &str) -> String {
    html.replacen("<details ", "<details open ", 1)
}

#[cfg(test)]
mod tests {
    use vestibule_words::{Language, Words};

    use super::{later, opened};

    #[track_caller]
    fn check(part: &str, html: &str, states: (&str, &str), expected: &str) {
        assert_eq!(later(part, html, states, &Words::new(Language::English, "")), expected);
    }

    #[test]
    fn a_part_says_what_it_says_in_its_state() {
        check(
            "reveal",
            "<p><input type=\"password\"><i data-props=\"Show\"><button data-part=\"reveal\" data-state=\"off\" aria-label=\"Show password\">Show</button></i></p>",
            ("off", "on"),
            "<p><input type=\"text\" value=\"Ada Lovelace\"><i data-props=\"Show\"><button data-part=\"reveal\" data-state=\"on\" aria-label=\"Hide password\">Hide</button></i></p>",
        );
        check(
            "button",
            "<b data-state=\"idle\"></b><button data-part=\"button\" data-state=\"idle\">Log in</button>",
            ("idle", "busy"),
            "<b data-state=\"idle\"></b><button data-part=\"button\" data-state=\"busy\">Log in</button>",
        );
    }

    #[test]
    fn a_menu_is_opened() {
        assert_eq!(
            opened("<details data-part=\"menu\"><p></p></details>"),
            "<details open data-part=\"menu\"><p></p></details>"
        );
    }
}
