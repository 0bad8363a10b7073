//! Faults to plant into a theme, and what has to be said of each.

/// A fault.
pub(crate) struct Fault {
    /// What is found.
    pub(crate) code: &'static str,
    /// Where it is written.
    pub(crate) file: &'static str,
    /// What is written: CSS, or the HTML of a slot.
    pub(crate) text: &'static str,
    /// The part that it is seen on, if it takes a browser to see it; otherwise it is found on its line.
    pub(crate) part: Option<&'static str>,
}

const fn said(code: &'static str, file: &'static str, text: &'static str) -> Fault {
    Fault { code, file, text, part: None }
}

const fn drawn(code: &'static str, part: &'static str, text: &'static str) -> Fault {
    Fault { code, file: "parts.css", text, part: Some(part) }
}

/// Each on a line of its own.
pub(crate) const FAULTS: &[Fault] = &[
    said("T102", "tokens.css", ":root { --auth-acent: oklch(0.5 0.1 20); }"),
    said("T104", "tokens.css", ":root { --auth-scrim: var(--auth-alert-fill); }"),
    said("T105", "tokens.css", ":root { --auth-menu-box-edge: redd; --auth-menu-box-edge: black; }"),
    said("T105", "parts.css", ":root { --auth-menu-box-radius: blue; --auth-menu-box-radius: 0.5rem; }"),
    said("T106", "tokens.css", ":root { --_one: var(--_other); --_other: var(--_one); }"),
    said("T125", "tokens.css", ":root { --auth-focus-width: 0px; --auth-focus-width: 2px; }"),
    said("T126", "tokens.css", ":root { --auth-text-s: 0.75rem; --auth-text-s: 0.875rem; }"),
    said("T110", "parts.css", "main form button { letter-spacing: 0; }"),
    said("T111", "parts.css", ".card { letter-spacing: 0; }"),
    said("T112", "parts.css", "[data-part=\"item\"]:nth-child(2) { letter-spacing: 0; }"),
    said("T113", "parts.css", "[data-part=\"crad\"] { letter-spacing: 0; }"),
    said("T114", "parts.css", "[data-part=\"button\"][data-kind=\"main\"] { letter-spacing: 0; }"),
    said("T122", "parts.css", "[data-part=\"card\"] { letter-spacing: 0 !important; }"),
    said("T123", "parts.css", "[data-part=\"aside\"] { background: url(https://elsewhere.example/paper.webp); }"),
    said("T127", "parts.css", "[data-part=\"message\"][data-kind=\"error\"] { display: none; }"),
    said("T128", "parts.css", "[data-part=\"brand\"]::before { content: \"* \"; }"),
    said("T129", "parts.css", "[data-part=\"card\"] { margin-left: 0; }"),
    said("T131", "parts.css", "[data-part=\"button\"] { transition: rotate 2s; }"),
    said("T140", "parts.css", "[data-part=\"aside\"] { background: url(paper.webp); }"),
    said("T155", "aside.html", "<p><img src='hall.svg' alt=\"\"></p>"),
    said("T155", "aside.html", "<p><img src=\"./hall.svg\" alt=\"\"></p>"),
    said("T155", "aside.html", "<p><img src=\"hall.svg\" srcset=\"hall.svg 2x\" alt=\"\"></p>"),
    drawn("T201", "lead", "[data-part=\"lead\"] { color: oklch(0.75 0 0); }"),
    drawn("T202", "box", ":root { --auth-box-edge: oklch(0.5 0 0 / 0.1); }"),
    drawn("T203", "button", "[data-part=\"button\"]:focus-visible { outline-color: var(--auth-card); }"),
    drawn(
        "T204",
        "link",
        "[data-part=\"link\"]:focus-visible { outline-color: light-dark(oklch(0.85 0 0), oklch(0.3 0 0)); }",
    ),
    drawn("T206", "link", "[data-part=\"field\"] { row-gap: 0; }"),
    drawn("T207", "title", "[data-part=\"title\"] { max-inline-size: 6rem; overflow: hidden; white-space: nowrap; }"),
    drawn("T208", "label", "[data-part=\"field\"] [data-part=\"hint\"] { margin-block-start: -1.625rem; }"),
    drawn("T209", "facts", "[data-part=\"facts\"] { min-inline-size: 24rem; }"),
    drawn(
        "T210",
        "control",
        "[data-part=\"box\"] { position: relative; } [data-part=\"box\"]::after { content: \"\"; position: absolute; inset: 0; background: oklch(0.8 0 0); }",
    ),
    drawn("T211", "footer", "[data-part=\"footer\"] { font-size: calc(1rem - 5px); }"),
    drawn("T214", "lead", ":root:not([data-hydrated]) [data-part=\"lead\"] { padding-block-end: 2rem; }"),
    drawn("T212", "alert", "[data-part=\"alert\"] { scale: 0; }"),
];
