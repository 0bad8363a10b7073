//! axe-core, where our own tests have it.

use std::{env, path::PathBuf};

use vestibule_testing::{
    browser::{Browser, axe},
    workspace,
};

/// Looks at the page in the browser and returns what violates a rule, one line each.
///
/// # Panics
/// When axe-core isn't there or fails: `npm ci` installs it.
pub async fn violations(browser: &Browser) -> Vec<String> {
    axe::violations(browser, library()).await
}

/// axe-core's own file: `VESTIBULE_AXE`, else where npm puts it.
fn library() -> PathBuf {
    let installed = || workspace().join("node_modules/axe-core/axe.min.js");
    env::var_os("VESTIBULE_AXE").map_or_else(installed, PathBuf::from)
}
