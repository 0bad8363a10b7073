//! How a story is shown: what the gallery's knobs put into its address.

use serde::Deserialize;
use vestibule_ui::{Frame, Scheme};
use vestibule_words::{Direction, Language};

use super::{
    copies::{self, Retouch},
    forced::Force,
};
use crate::{Vestibule, look::Look};

/// A product's name as long as they get: 34 characters.
const LONG: &str = "Northwind Mutual Savings & Loan Co";

/// How a story is shown.
#[derive(Deserialize)]
pub(super) struct Knobs {
    #[serde(default)]
    pub(super) scheme: Scheme,
    /// The tag of a language.
    #[serde(default, alias = "lang")]
    language: String,
    /// The name of a theme; without one the pages' own.
    #[serde(default)]
    pub(super) theme: String,
    /// Another direction than the language's.
    #[serde(alias = "dir")]
    direction: Option<Direction>,
    /// `off` shows the story as a browser without script does.
    #[serde(default)]
    pub(super) script: Script,
    /// A state that everything is in which can be.
    pub(super) state: Option<Force>,
    /// `reduced` shows the story as a system does that is asked for less motion.
    #[serde(default)]
    motion: Motion,
    /// `forced` imitates a system that chooses the colours itself.
    #[serde(default)]
    colours: Colours,
    /// `long` gives the product the longest name.
    #[serde(default)]
    product: Product,
    /// `on` names what is pointed at.
    #[serde(default)]
    pub(super) inspect: Switch,
    /// `on` shows the story twice, as wide as a phone and as wide as there is room.
    #[serde(default)]
    pub(super) beside: Switch,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Script {
    #[default]
    On,
    Off,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Switch {
    On,
    #[default]
    Off,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Motion {
    #[default]
    Full,
    Reduced,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Colours {
    #[default]
    Own,
    Forced,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Product {
    #[default]
    Short,
    Long,
}

impl Knobs {
    pub(super) fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }

    /// The look that is asked for.
    pub(super) fn look(&self, vestibule: &Vestibule) -> Look {
        self.other(vestibule).cloned().unwrap_or_else(|| vestibule.look().into_owned())
    }

    /// The look of another theme than the pages' own, which is meant by its own name as well.
    pub(super) fn other<'v>(&self, vestibule: &'v Vestibule) -> Option<&'v Look> {
        let own = vestibule.look();
        vestibule.0.looks.get(&self.theme).filter(|named| named.stylesheet != own.stylesheet)
    }

    pub(super) fn frame(&self, vestibule: &Vestibule, look: &Look) -> Frame {
        let frame = Frame { scheme: self.scheme, ..Frame::story().in_language(self.language()) };
        let product = if self.product == Product::Long { LONG.to_owned() } else { frame.product };
        vestibule.in_look(Frame { direction: self.direction.unwrap_or(frame.direction), product, ..frame }, look)
    }

    /// The address of the stylesheet: a copy of it where a state, less motion or forced colours are to be seen.
    pub(super) fn stylesheet(&self, vestibule: &Vestibule, look: &Look) -> String {
        let copies = self.copies(self.state.is_some());
        if copies.is_empty() {
            return vestibule.address(look, &look.stylesheet);
        }
        let assets = look.live.as_ref().unwrap_or(&vestibule.0.assets);
        vestibule.at(&super::address(assets, &copies::name(&copies, look.parted())))
    }

    /// The address of a copy of the stylesheet in which states can be forced.
    pub(super) fn forced_stylesheet(&self, vestibule: &Vestibule, look: &Look) -> String {
        let assets = look.live.as_ref().unwrap_or(&vestibule.0.assets);
        vestibule.at(&super::address(assets, &copies::name(&self.copies(true), look.parted())))
    }

    fn copies(&self, is_forced: bool) -> Vec<Retouch> {
        let asked = [
            (self.colours == Colours::Forced, Retouch::Colours),
            (self.motion == Motion::Reduced, Retouch::Still),
            (is_forced, Retouch::Forced),
        ];
        asked.into_iter().filter_map(|(is_asked, copy)| is_asked.then_some(copy)).collect()
    }
}
