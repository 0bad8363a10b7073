//! Hooks: the properties that a theme may set on one part, `--auth-{part}-{hook}`. Each falls back to a token.

/// The hooks that there are: what stands behind the part in a hook's name.
pub const HOOKS: &[&str] =
    &["fill", "ink", "edge", "border", "radius", "shadow", "height", "small", "pad", "side", "font", "size", "weight"];

/// Which part has which. A test holds the list against the stylesheet, both ways: a hook that is read nowhere would let a
/// designer wait for nothing.
pub const HOOKS_BY_PART: &[(&str, &[&str])] = &[
    ("page", &["fill", "ink"]),
    ("card", &["fill", "ink", "edge", "border", "radius", "shadow", "side"]),
    ("brand", &["ink", "font", "size", "weight"]),
    ("title", &["ink", "font", "size", "weight"]),
    ("lead", &["ink", "size"]),
    ("footer", &["ink", "size"]),
    ("aside", &["fill", "ink"]),
    ("alert", &["fill", "ink", "edge", "border", "radius", "pad"]),
    ("account", &["fill", "ink", "edge", "border", "radius", "pad"]),
    ("label", &["ink", "font", "size", "weight"]),
    ("hint", &["ink"]),
    ("box", &["fill", "edge", "border", "radius", "shadow", "height"]),
    ("control", &["ink", "pad", "size"]),
    ("choice", &["fill", "edge", "border", "radius", "weight"]),
    ("reveal", &["fill", "ink", "radius", "weight"]),
    ("message", &["ink"]),
    ("rule", &["ink"]),
    (
        "button",
        &["fill", "ink", "edge", "border", "radius", "shadow", "height", "small", "pad", "font", "size", "weight"],
    ),
    ("timer", &["ink"]),
    ("nav", &["ink"]),
    ("link", &["ink", "weight"]),
    ("item", &["edge", "border", "pad"]),
    ("badge", &["fill", "ink", "edge", "border", "radius", "size"]),
    ("section", &["edge", "border", "pad"]),
    ("heading", &["ink", "font", "size", "weight"]),
    ("facts", &["ink"]),
    ("secret", &["fill", "ink", "edge", "border", "radius", "pad"]),
    ("user", &["ink"]),
    ("user-button", &["fill", "ink"]),
    ("menu-box", &["fill", "edge", "border", "radius", "shadow", "pad"]),
];
