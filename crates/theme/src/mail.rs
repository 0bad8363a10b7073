//! A theme's colours for mails, whose readers know neither `var()` nor `oklch()`.

use crate::{Colour, Mode, Theme, ValueError, Values, colour::ground};

/// Colours in hex. None is quite black or quite white: clients that turn colours round by themselves distort those most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailColours {
    /// Behind the card.
    pub page: String,
    /// The card.
    pub card: String,
    /// Text.
    pub ink: String,
    /// Text beside the point.
    pub soft: String,
    /// The button.
    pub accent: String,
    /// Its text.
    pub on_accent: String,
    /// A line that parts.
    pub line: String,
}

impl Theme {
    /// Its colours for mails.
    ///
    /// # Errors
    /// [`ValueError`] names the token that can't be understood.
    pub fn mail(&self, mode: Mode) -> Result<MailColours, ValueError> {
        let values = self.values(mode)?;
        let hex = |token| seen(&values, token).hex();
        Ok(MailColours {
            page: hex("page"),
            card: hex("card"),
            ink: hex("ink"),
            soft: hex("ink-soft"),
            accent: hex("accent"),
            on_accent: hex("on-accent"),
            line: hex("line"),
        })
    }
}

/// A colour in front of the page, and not at either end.
fn seen(values: &Values, token: &str) -> Colour {
    let colour = ground(values, token).expect("every theme has every token");
    match colour.bytes() {
        [255, 255, 255] => Colour::of_srgb([0.992, 0.992, 0.996], 1.0),
        [0, 0, 0] => Colour::of_srgb([0.012, 0.012, 0.016], 1.0),
        _ => colour,
    }
}

#[cfg(test)]
mod tests {
    use crate::{BUILT_IN, Mode, Theme};

    #[test]
    fn each_of_ours_has_colours_for_mails() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            for mode in Mode::BOTH {
                let mail = theme.mail(mode).expect("it can be read");
                for hex in [mail.page, mail.card, mail.ink, mail.soft, mail.accent, mail.on_accent, mail.line] {
                    assert!(hex.len() == 7 && hex != "#ffffff" && hex != "#000000", "{name} {mode}: {hex}");
                }
            }
        }
    }

    #[test]
    fn foyer_s_are_the_stylesheet_s() {
        let mail = Theme::built_in("foyer").expect("it is one of ours").mail(Mode::Light).expect("it can be read");
        assert_eq!((mail.ink.as_str(), mail.accent.as_str(), mail.card.as_str()), ("#161d29", "#234b99", "#fdfdfe"));
    }
}
