//! What each token and each hook takes.

use crate::values::{Kind, kind};

/// A sort of value, as a rule of ours uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Colour,
    Length,
    /// Up to four, as for corners and sides.
    Lengths,
    /// A length, or one of CSS's words for sizes of text.
    Size,
    /// The height of a line: a number, a length, or `normal`.
    Leading,
    /// The room between letters: a length, or `normal`.
    Tracking,
    /// The width of an edge: a length, or one of CSS's words for it.
    Border,
    Number,
    /// A number, or one of CSS's words for weights.
    Weight,
    Fonts,
    Duration,
    Shadow,
    /// A picture or a gradient.
    Picture,
    /// A colour or a picture.
    Fill,
}

impl Wanted {
    /// By a name without its prefix. `None` for a name that is none of ours.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "leading" => return Some(Self::Leading),
            "tracking-title" => return Some(Self::Tracking),
            "weight-strong" | "weight-title" => return Some(Self::Weight),
            _ => {}
        }
        Some(match kind(name)? {
            Kind::Colour => Self::Colour,
            Kind::Length => Self::Length,
            Kind::Number => Self::Number,
            Kind::Fonts => Self::Fonts,
            Kind::Duration => Self::Duration,
            Kind::Shadow => Self::Shadow,
            Kind::Text | Kind::Fill | Kind::Lengths => Self::by_ending(name),
        })
    }

    /// What has no single kind says by its ending what it sets.
    fn by_ending(name: &str) -> Self {
        match name.rsplit_once('-').map_or(name, |(_, ending)| ending) {
            "ink" | "edge" => Self::Colour,
            "fill" => Self::Fill,
            "shadow" => Self::Shadow,
            "image" => Self::Picture,
            "font" => Self::Fonts,
            "weight" => Self::Weight,
            "size" => Self::Size,
            "border" => Self::Border,
            "height" | "small" => Self::Length,
            _ => Self::Lengths,
        }
    }

    /// What it is called, with an example.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Colour => "a colour, `oklch(0.5 0.1 150)`",
            Self::Length | Self::Size | Self::Border => "a length, `0.5rem`",
            Self::Tracking => "a length, `0.01em`, or `normal`",
            Self::Leading => "a number, `1.5`, a length or `normal`",
            Self::Lengths => "a length, `0.5rem`, or up to four",
            Self::Number => "a number, `1.25`",
            Self::Weight => "a weight, `600`",
            Self::Fonts => "fonts, `\"Inter\", sans-serif`",
            Self::Duration => "a time, `120ms`",
            Self::Shadow => "a shadow, `0 1px 2px black`, or `none`",
            Self::Picture => "a picture, `url(hall.webp)`, or `none`",
            Self::Fill => "a colour, `oklch(0.5 0.1 150)`, or a picture",
        }
    }

    /// A value of the sort, to read instead of a token whose own value isn't the question. `None` where it may be many things.
    pub(super) const fn sample(self) -> Option<&'static str> {
        Some(match self {
            Self::Colour => "black",
            Self::Length | Self::Tracking | Self::Border => "1rem",
            Self::Number | Self::Leading => "1",
            Self::Fonts => "serif",
            Self::Duration => "1ms",
            Self::Shadow | Self::Picture => "none",
            Self::Lengths | Self::Size | Self::Weight | Self::Fill => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;
    use crate::check::names::properties;

    #[test]
    fn every_name_takes_something() {
        assert!(properties().iter().all(|name| Wanted::of(name).is_some()));
        for (name, wanted) in [
            ("ink", Wanted::Colour),
            ("card-pad", Wanted::Length),
            ("leading", Wanted::Leading),
            ("weight-strong", Wanted::Weight),
            ("box-border", Wanted::Border),
            ("button-radius", Wanted::Lengths),
            ("title-font", Wanted::Fonts),
            ("box-edge", Wanted::Colour),
            ("page-image", Wanted::Picture),
            ("card-shadow", Wanted::Shadow),
        ] {
            assert_eq!(Wanted::of(name), Some(wanted), "{name}");
        }
        assert_eq!(Wanted::of("inks"), None);
    }
}
