//! A theme in one colour of a tenant's: everything that follows from the brand follows from theirs, and what couldn't be
//! read any more is mended.

mod change;
mod mend;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

pub use change::{Because, Change};

use crate::{
    Colour, Finding, Mode, Theme, ValueError, Values, findings,
    values::{Sheet, meanings},
};

/// A theme in somebody's colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The theme's `tokens.css`, with the colour.
    pub tokens: String,
    /// What couldn't stay as it follows from the colour.
    pub changes: Vec<Change>,
}

/// Why a theme can't take a colour.
#[derive(Debug, Error)]
pub enum DeriveError {
    /// What the theme has can't be read.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// The theme's own surfaces leave no colour that can be read on all of them.
    #[error("no colour helps: {0}")]
    Hopeless(Finding),
}

impl Theme {
    /// This theme in another brand colour. Whatever the colour is, every pair of [`PAIRS`](crate::PAIRS) is kept in both
    /// modes.
    ///
    /// # Errors
    /// [`DeriveError`] if the theme itself can't be read, with any colour.
    pub fn derive(&self, brand: Colour) -> Result<Derived, DeriveError> {
        let (brand, mut changes) = self.paintable(brand)?;
        let mut tokens = self.with_brand(brand)?;
        let fills = mend::fills(&Values::read(&tokens, Mode::Light)?, brand, &mut changes);
        tokens = with(&tokens, &fills.iter().map(|(token, light)| (*token, [Some(*light), None])).collect())?;
        let mut mended = |mode| -> Result<BTreeMap<&str, Colour>, ValueError> {
            Ok(mend::mend(Values::read(&tokens, mode)?, &mut changes))
        };
        let (light, dark) = (mended(Mode::Light)?, mended(Mode::Dark)?);
        let names: BTreeSet<&str> = light.keys().chain(dark.keys()).copied().collect();
        let pairs = names.into_iter().map(|token| (token, [light.get(token).copied(), dark.get(token).copied()]));
        tokens = with(&tokens, &pairs.collect())?;
        for mode in Mode::BOTH {
            if let Some(missed) = findings(&Values::read(&tokens, mode)?).into_iter().next() {
                return Err(DeriveError::Hopeless(missed));
            }
        }
        Ok(Derived { tokens, changes })
    }

    /// The colour as every screen can paint it. A grey takes the hue of the theme's greys, so that the little colour which
    /// is mixed into what follows from it is theirs.
    fn paintable(&self, brand: Colour) -> Result<(Colour, Vec<Change>), ValueError> {
        let mut fitted = Colour { alpha: 1.0, ..brand }.fitted().rounded();
        if fitted.chroma < 0.002 {
            let neutral = self.values(Mode::Light)?.colour("neutral");
            fitted = Colour { chroma: 0.0, hue: neutral.map_or(0.0, |own| own.hue), ..fitted };
        }
        let is_same = (fitted.chroma - brand.chroma).abs() < 0.002 && brand.alpha >= 1.0;
        let change = Change { token: "brand", mode: None, from: brand, to: fitted, because: Because::Unpaintable };
        Ok((fitted, if is_same { Vec::new() } else { vec![change] }))
    }

    /// The theme's tokens with another brand, and without its own say in what follows from the brand.
    fn with_brand(&self, brand: Colour) -> Result<String, ValueError> {
        let own = Values::own(&self.tokens)?;
        let follow =
            meanings().into_iter().filter(|(token, text)| own.contains(*token) && text.contains("var(--auth-brand)"));
        let mut values: BTreeMap<&str, String> = follow.map(|(token, text)| (token, text.to_owned())).collect();
        values.insert("brand", brand.to_string());
        Ok(Sheet::read("tokens.css", &self.tokens)?.with(&self.tokens, &values))
    }
}

/// The tokens with other colours in one mode or both.
fn with(tokens: &str, colours: &BTreeMap<&str, [Option<Colour>; 2]>) -> Result<String, ValueError> {
    let now = [Values::read(tokens, Mode::Light)?, Values::read(tokens, Mode::Dark)?];
    let text = |token: &str, [light, dark]: [Option<Colour>; 2]| {
        let light = light.or_else(|| now[0].colour(token))?;
        let dark = dark.or_else(|| now[1].colour(token))?;
        Some(format!("light-dark({light}, {dark})"))
    };
    let values = colours.iter().filter_map(|(token, pair)| Some((*token, text(token, *pair)?)));
    Ok(Sheet::read("tokens.css", tokens)?.with(tokens, &values.collect()))
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest, test_runner::Config};

    use super::{Because, Derived};
    use crate::{BUILT_IN, Colour, Mode, Theme, Values, findings};

    fn derive(name: &str, brand: &str) -> Derived {
        let theme = Theme::built_in(name).expect("it is one of ours");
        theme.derive(Colour::parse(brand).expect("it is a colour")).expect("any colour will do")
    }

    fn light(derived: &Derived, token: &str) -> String {
        let values = Values::read(&derived.tokens, Mode::Light).expect("it can be read");
        values.colour(token).expect("it is a colour").hex()
    }

    proptest! {
        #![proptest_config(Config::with_cases(100))]

        #[test]
        fn any_colour_ends_in_a_theme_that_can_be_read(
            theme in 0..BUILT_IN.len(),
            lightness in 0.0..=1.0f64,
            chroma in 0.0..0.4f64,
            hue in 0.0..360.0f64,
        ) {
            let theme = Theme::built_in(BUILT_IN[theme]).expect("it is one of ours");
            let derived = theme.derive(Colour::new(lightness, chroma, hue)).expect("any colour will do");
            for mode in Mode::BOTH {
                let values = Values::read(&derived.tokens, mode).expect("it can be read");
                let found = findings(&values);
                prop_assert!(found.is_empty(), "{found:?}");
            }
        }
    }

    #[test]
    fn the_corners_end_well_too() {
        for name in BUILT_IN {
            for brand in ["#000", "#fff", "#808080", "#f00", "#0f0", "#00f", "#ff0", "#0ff", "#f0f", "#777", "#ffffe0"]
            {
                derive(name, brand);
            }
        }
    }

    #[test]
    fn a_dark_colour_stays_and_nothing_is_said() {
        let derived = derive("foyer", "oklch(0.45 0.15 20)");
        assert!(derived.changes.is_empty(), "{:?}", derived.changes);
        assert_eq!(light(&derived, "accent"), Colour::new(0.45, 0.15, 20.0).hex());
    }

    #[test]
    fn a_bright_colour_stays_and_its_text_turns_dark() {
        let derived = derive("ledger", "#ffcc00");
        assert_eq!(light(&derived, "accent"), "#ffcc00");
        let said: Vec<String> = derived.changes.iter().map(ToString::to_string).collect();
        assert!(said[0].starts_with("In light, text on buttons is #"), "{said:#?}");
        assert!(said[0].contains("beside the fill of buttons its contrast would be 1."), "{said:#?}");
        assert!(said[1].ends_with("with dark text on it, the colour can stay as it is"), "{said:#?}");
    }

    #[test]
    fn a_colour_that_vanishes_on_the_card_gets_darker() {
        let derived = derive("foyer", "#ffffff");
        let vanished = derived.changes.iter().find(|change| change.because == Because::Vanishes).expect("it is said");
        assert_eq!((vanished.token, vanished.mode), ("accent", Some(Mode::Light)));
        let (accent, white) = (vanished.to, Colour::new(1.0, 0.0, 0.0));
        assert!(accent.contrast(white) >= 1.3, "{accent}");
    }

    #[test]
    fn a_grey_takes_the_hue_of_the_theme_s_greys() {
        let derived = derive("foyer", "#777");
        let values = Values::read(&derived.tokens, Mode::Light).expect("it can be read");
        let wash = values.colour("accent-wash").expect("it is a colour");
        assert!((wash.hue - 262.0).abs() < 0.01, "{wash}");
    }
}
