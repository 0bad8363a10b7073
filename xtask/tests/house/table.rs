//! The dependency table.

/// What one of our packages may use.
pub(crate) struct Row {
    /// The package.
    pub(crate) name: &'static str,
    /// Which of our packages its code may use.
    pub(crate) ours: &'static [&'static str],
    /// Which of our packages its tests may use as well.
    pub(crate) tests: &'static [&'static str],
    /// If given, the only foreign packages that its code may use.
    pub(crate) foreign: Option<&'static [&'static str]>,
    /// What it may not reach, not even through another package.
    pub(crate) never: &'static [&'static str],
}

/// Packages that see time, chance, the network or a database.
const OUTSIDE: &[&str] = &["axum", "getrandom", "leptos", "lettre", "rand", "reqwest", "sqlx", "tokio"];

const CORE: &str = "vestibule-core";
const FLOWS: &str = "vestibule-flows";
const HTTP: &str = "vestibule-http";
const HYDRATION: &str = "vestibule-hydration";
const REGISTRY: &str = "vestibule-registry";
const STORE: &str = "vestibule-store";
const STORE_SQL: &str = "vestibule-store-sql";
const TESTING: &str = "vestibule-testing";
const THEME: &str = "vestibule-theme";
const UI: &str = "vestibule-ui";
const WORDS: &str = "vestibule-words";

/// One row a package. A package without a row is refused.
pub(crate) const TABLE: &[Row] = &[
    Row { name: CORE, ours: &[], tests: &[], foreign: Some(&["serde", "thiserror", "time"]), never: OUTSIDE },
    Row { name: WORDS, ours: &[CORE], tests: &[], foreign: None, never: OUTSIDE },
    Row {
        name: UI,
        ours: &[CORE, WORDS],
        tests: &[HYDRATION],
        foreign: Some(&[
            "gloo-storage",
            "leptos",
            "serde",
            "serde_json",
            "tachys",
            "wasm-bindgen",
            "wasm-bindgen-futures",
            "web-sys",
        ]),
        never: &["axum", "leptos_axum", "leptos_meta", "leptos_router", "sqlx"],
    },
    Row { name: THEME, ours: &[UI, WORDS], tests: &[], foreign: None, never: &["axum", "sqlx"] },
    // Its tests compile what it offers as a host would; it carries sources, and uses none of them.
    Row {
        name: REGISTRY,
        ours: &[],
        tests: &["vestibule"],
        foreign: Some(&["serde", "serde_json", "similar", "thiserror"]),
        never: OUTSIDE,
    },
    Row {
        name: STORE,
        ours: &[CORE],
        tests: &[],
        foreign: None,
        never: &["axum", "leptos", "rusqlite", "sqlx", "tokio-postgres"],
    },
    Row { name: STORE_SQL, ours: &[CORE, STORE], tests: &[TESTING], foreign: None, never: &["axum", "leptos"] },
    Row { name: HTTP, ours: &[CORE, WORDS, STORE], tests: &[STORE_SQL], foreign: None, never: &["leptos", "sqlx"] },
    Row {
        name: FLOWS,
        ours: &[CORE, WORDS, UI, THEME, REGISTRY, HTTP, STORE],
        tests: &[STORE_SQL, TESTING],
        foreign: None,
        never: &["leptos_router", "sqlx", STORE_SQL],
    },
    // Its feature `browser` hands the cases to a browser, over axum.
    Row { name: HYDRATION, ours: &[], tests: &[], foreign: None, never: &["sqlx"] },
    Row { name: TESTING, ours: &[CORE], tests: &[], foreign: None, never: &["leptos", "sqlx"] },
    Row {
        name: "vestibule",
        ours: &[CORE, WORDS, UI, THEME, REGISTRY, HTTP, STORE, STORE_SQL, FLOWS, HYDRATION, TESTING],
        tests: &[],
        foreign: None,
        never: &[],
    },
    Row { name: "vestibule-app", ours: &["vestibule"], tests: &[], foreign: None, never: &[] },
    Row {
        name: "vestibule-frontend",
        ours: &["vestibule-app"],
        tests: &[],
        foreign: Some(&["leptos", "wasm-bindgen"]),
        never: &["axum", "sqlx"],
    },
    Row {
        name: "vestibule-server",
        ours: &["vestibule-app", "vestibule", STORE_SQL, HYDRATION],
        tests: &[TESTING],
        foreign: None,
        never: &[],
    },
    Row {
        name: "vestibule-end2end",
        ours: &[TESTING, HYDRATION],
        tests: &[TESTING, HYDRATION],
        foreign: None,
        never: &["leptos", "sqlx"],
    },
    Row { name: "vestibule-xtask", ours: &[], tests: &[], foreign: None, never: &["axum", "leptos", "sqlx"] },
];
