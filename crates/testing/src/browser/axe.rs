//! Asking axe-core what assistive technology would stumble over.

use std::{fs, path::Path};

use serde_json::Value;

use super::Browser;

/// Looks at the page in the browser and returns what violates a rule, one line each.
///
/// axe-core isn't part of this package. `npm install axe-core` brings it, and this is told where its one file is:
///
/// ```no_run
/// use vestibule_testing::browser::{Browser, axe};
///
/// # async fn look(browser: &Browser) {
/// let found = axe::violations(browser, "node_modules/axe-core/axe.min.js").await;
/// assert_eq!(found, Vec::<String>::new());
/// # }
/// ```
///
/// # Panics
/// When axe-core isn't there or fails.
pub async fn violations(browser: &Browser, axe_core: impl AsRef<Path>) -> Vec<String> {
    let file = axe_core.as_ref();
    let library = fs::read_to_string(file).unwrap_or_else(|error| panic!("no axe-core at {}: {error}", file.display()));
    browser.driver().execute(library, Vec::<Value>::new()).await.expect("axe-core loads");
    browser.evaluate_async(include_str!("axe.js")).await
}
