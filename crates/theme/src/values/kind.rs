//! What sort of value each token is.

use vestibule_ui::parts::{HOOKS, PARTS, SEEDS, TOKENS};

/// A sort of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Colour,
    Length,
    Number,
    Fonts,
    Duration,
    Shadow,
    /// A picture, or anything else that CSS knows.
    Text,
    /// A hook: a colour or anything else that can fill an area.
    Fill,
    /// A hook: one length, or several.
    Lengths,
}

/// The sort of a seed, a meaning or a hook. `None` for a name that is none of ours.
pub(crate) fn kind(token: &str) -> Option<Kind> {
    if !SEEDS.contains(&token) && !TOKENS.contains(&token) {
        return hook(token);
    }
    Some(match token {
        "font" | "font-display" | "font-code" => Kind::Fonts,
        "text-ratio" | "density" | "leading" | "weight-strong" | "weight-title" => Kind::Number,
        "page-image" => Kind::Text,
        "shadow" => Kind::Shadow,
        "speed" => Kind::Duration,
        "text-base" | "unit" | "radius" | "focus-gap" | "focus-width" => Kind::Length,
        _ if matches!(group(token), "type" | "space" | "size") => Kind::Length,
        _ => Kind::Colour,
    })
}

fn hook(name: &str) -> Option<Kind> {
    let (part, hook) = name.rsplit_once('-')?;
    if !PARTS.iter().any(|names| names.part == part) || !HOOKS.contains(&hook) {
        return None;
    }
    Some(match hook {
        "fill" | "ink" | "edge" => Kind::Fill,
        "shadow" => Kind::Text,
        _ => Kind::Lengths,
    })
}

/// The group of a token in files for design tools.
pub(crate) fn group(token: &str) -> &'static str {
    match token {
        _ if SEEDS.contains(&token) => "seed",
        "page" | "page-image" | "card" | "sunken" | "scrim" => "surface",
        "ink" | "ink-soft" | "ink-faint" | "ink-disabled" | "link" => "ink",
        "line" | "edge" => "line",
        "accent" | "accent-hover" | "accent-press" | "on-accent" | "accent-wash" => "accent",
        "focus" | "focus-gap" | "focus-width" => "focus",
        "text-s" | "text-m" | "text-l" | "text-title" | "leading" | "weight-strong" | "weight-title"
        | "tracking-title" => "type",
        "gap-tight" | "gap" | "gap-field" | "gap-section" | "card-pad" => "space",
        "control-height" | "card-width" | "edge-width" | "shadow" => "size",
        "speed" => "motion",
        _ if TOKENS.contains(&token) => "status",
        _ => "part",
    }
}
