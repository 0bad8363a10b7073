//! What each seed and each token is.

/// A seed or a token.
pub(super) struct Says {
    pub(super) name: &'static str,
    pub(super) is: &'static str,
}

const fn says(name: &'static str, is: &'static str) -> Says {
    Says { name, is }
}

/// The seeds: a theme that sets these is complete.
pub(super) const SEEDS: &[Says] = &[
    says("brand", "the colour that accent, links and focus follow from"),
    says("neutral", "the grey, with a little colour, that surfaces, inks and lines follow from"),
    says("font", "the faces of all text"),
    says("font-display", "the faces of titles"),
    says("font-code", "the faces of codes and keys"),
    says("text-base", "the size of text, in rem"),
    says("text-ratio", "how much larger each step of text is than the one below"),
    says("unit", "the measure of all space"),
    says("radius", "how round corners are"),
    says("density", "how much space there is: 1, less for dense pages"),
];

/// The tokens: each follows from seeds, and each may be set.
pub(super) const TOKENS: &[Says] = &[
    says("page", "the ground of the page"),
    says("page-image", "a picture on it, `url(…)`"),
    says("card", "the ground of the card, of boxes and of buttons that aren't primary"),
    says("sunken", "the ground of what stands in the card"),
    says("scrim", "what lies between a picture and the text on it"),
    says("ink", "text"),
    says("ink-soft", "text beside the point"),
    says("ink-faint", "text that may be missed"),
    says("ink-disabled", "text of what can't be used"),
    says("link", "links"),
    says("line", "lines that part things"),
    says("edge", "the edge of a control"),
    says("accent", "the primary button, a ticked box"),
    says("accent-hover", "the same under a pointer"),
    says("accent-press", "the same while it is pressed"),
    says("on-accent", "text on these three"),
    says("accent-wash", "a breath of it: a filled control, a quiet button under a pointer"),
    says("focus", "the ring around what has the focus"),
    says("focus-gap", "the room between it and what it is around"),
    says("focus-width", "how wide the ring is, at least 2 px"),
    says("danger", "the edge of what is wrong"),
    says("danger-ink", "text that says so"),
    says("danger-wash", "the ground of such an alert"),
    says("on-danger", "text on danger"),
    says("warn", "a sign of warning"),
    says("warn-ink", "text that warns"),
    says("warn-wash", "the ground of such an alert"),
    says("good", "a sign of success"),
    says("good-ink", "text that says so"),
    says("good-wash", "the ground of such an alert"),
    says("info-ink", "text that tells"),
    says("info-wash", "the ground of such an alert"),
    says("text-s", "small text: labels, hints, links; at least 13 px"),
    says("text-m", "text"),
    says("text-l", "large text"),
    says("text-title", "titles"),
    says("leading", "the height of a line of text, by its size"),
    says("weight-strong", "the weight of labels and links"),
    says("weight-title", "the weight of titles and of the brand"),
    says("tracking-title", "the room between the letters of titles; none in Arabic"),
    says("gap-tight", "the room between what belongs together"),
    says("gap", "the room between lines, and within a control"),
    says("gap-field", "the room between fields"),
    says("gap-section", "the room between sections"),
    says("card-pad", "the room between the card's edge and what is in it; less on a phone. One length"),
    says("control-height", "the height of buttons and boxes, at least 24 px"),
    says("card-width", "how wide the card gets"),
    says("edge-width", "how wide every edge is, unless a hook says otherwise. A length, `0px` for none"),
    says("shadow", "the shadow of the card and of menus"),
    says("speed", "how long a change of colour takes; `0ms` for none"),
];

/// The hooks of the grammar.
pub(super) const HOOKS: &[(&str, &str)] = &[
    ("fill", "its ground"),
    ("ink", "its text"),
    ("edge", "the colour of its edge"),
    ("border", "how wide its edge is: a length, `0px` for none"),
    ("radius", "how round its corners are"),
    ("shadow", "its shadow"),
    ("height", "how high it is at least"),
    ("small", "the same where it is one of many: in tools, items and secrets"),
    ("pad", "the room between its edge and what is in it"),
    ("side", "the same before and behind, where it differs from above and below"),
    ("font", "its faces"),
    ("size", "the size of its text"),
    ("weight", "the weight of its text"),
];

/// The files with markup that a theme may have.
pub(super) const SLOTS: &[(&str, &str)] = &[
    ("logo.html", "in the brand, in place of the product's name"),
    ("legal.html", "below the form, as a hint of the name `legal`"),
    ("footer.html", "in the footer"),
    (
        "aside.html",
        "beside the form in the layouts `split` and `split-end`, read after it; not shown where the page is narrow",
    ),
    ("illustration.html", "after the form, for the eye alone: it holds no link"),
];
