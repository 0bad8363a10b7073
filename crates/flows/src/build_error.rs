//! What a host chose that would be unsafe or broken in front of people.

use std::fmt;

use thiserror::Error;

/// Why a Vestibule could not be built. It prints as its sentence either way, since that is what a `main` shows that
/// returns it.
#[derive(Error)]
pub enum BuildError {
    /// The gallery and the mailbox show everything to everybody.
    #[error("development pages are for a base URL on this machine only")]
    DevelopmentInPublic,
    /// Development was asked for, and this build has no pages for it.
    #[error("development pages are in the feature `dev`, which this build lacks")]
    NoDevelopmentPages,
    /// Our sources were asked for, and this build carries none.
    #[error("our sources to copy are in the feature `registry`, which this build lacks")]
    NoRegistry,
    /// The host's application draws every screen, so it is what has to be given the host's views.
    #[error("the shell draws all screens: give your views to its LoginStateManager, not to the builder")]
    ScreenBesideShell,
    /// The control API opens every account.
    #[error("the test kit's control API is for a base URL on this machine or below .test only")]
    TestingInPublic,
    /// Testing was asked for, and this build has nothing to test with.
    #[error("the test kit's control API is in the feature `dev`, which this build lacks")]
    NoTesting,
    /// Nothing can be said in no language.
    #[error("there is no language to speak: offer one at least")]
    NoLanguage,
    /// Pages without their stylesheet and scripts. Packages carry them; a checkout has to build them.
    #[error("the assets lack {0}: build them with `cargo xtask site`, and say where they are")]
    MissingAsset(&'static str),
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
