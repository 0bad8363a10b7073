//! The room between the street and your application: every page of logging in, in front of an axum router.
//!
//! This crate is one name for the crates of the house. Its features choose the side, and none is on by default:
//!
//! | feature | gives |
//! | --- | --- |
//! | `ssr` | `Vestibule`, its builder, the extractors, the postman: what a server needs |
//! | `hydrate` | what a browser needs |
//! | `islands` | behaviours hydrate as leaf islands; without it whole screens do |
//! | `dev` | the gallery of every screen and the development mailbox |
//!
//! `ssr` and `hydrate` never belong into one build.

#[cfg(feature = "ssr")]
pub mod config;

pub use vestibule_core as core;
pub use vestibule_ui as ui;
pub use vestibule_words as words;

#[cfg(feature = "sqlite")]
pub use vestibule_store_sql::{OpenError, SqlStore};
#[cfg(feature = "ssr")]
pub use {
    vestibule_flows::{
        Background, BuildError, Builder, Fresh, Postman, SessionLife, Smtp, SmtpError, User, UserButton, Vestibule,
        Visitor, shipped_assets, show,
    },
    vestibule_http as http, vestibule_store as store,
};
