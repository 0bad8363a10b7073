//! Asking axe-core what assistive technology would stumble over.

use std::{env, fs, path::PathBuf};

use serde_json::Value;
use vestibule_testing::workspace;

use crate::Browser;

/// Looks at the page in the browser and returns what violates a rule, one line each.
///
/// # Panics
/// When axe-core isn't there or fails.
pub async fn violations(browser: &Browser) -> Vec<String> {
    let library =
        fs::read_to_string(library()).unwrap_or_else(|error| panic!("no axe-core ({error}); install it with: npm ci"));
    browser.driver().execute(library, Vec::<Value>::new()).await.expect("axe-core loads");
    browser.evaluate_async(include_str!("axe.js")).await
}

/// axe-core's own file: `VESTIBULE_AXE`, else where npm puts it.
fn library() -> PathBuf {
    let installed = || workspace().join("node_modules/axe-core/axe.min.js");
    env::var_os("VESTIBULE_AXE").map_or_else(installed, PathBuf::from)
}
