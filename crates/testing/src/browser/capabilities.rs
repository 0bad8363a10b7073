//! What the driver is asked for.

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, PageLoadStrategy, prelude::*};

use super::Script;

/// The switches of a browser that runs unattended, maybe as root, and asks nobody on the network for anything.
const SWITCHES: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,900",
];

/// A browser with this profile, in which script fares like this.
pub(super) fn capabilities(script: Script, profile: &TempDir) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for switch in SWITCHES {
        capabilities.add_arg(switch)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    // A page that waits for its wasm is there all the same.
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if script == Script::Off {
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        capabilities.add_experimental_option("prefs", off)?;
    }
    Ok(capabilities)
}
