//! The browser's console, which has to be clean.

use std::path::Path;

use thirtyfour::BrowserLogEntry;

use super::Script;

/// Everything in a console that shouldn't be there. Browsers also note each page that is answered with an error, but a
/// refused form is answered with 422 on purpose, and a refused server function with 401; where wasm is missing on
/// purpose, that may be said too; a site needs no icon, for which browsers ask by themselves; Chromium notes that a log-out
/// cleared its cache, as it was told to, that a page which is left at once never dissolved into view, as a theme asked for,
/// and, on a slow machine, that a page without script never used its wasm.
pub(super) fn complaints(entries: Vec<BrowserLogEntry>, script: Script) -> Vec<String> {
    let is_expected = |entry: &BrowserLogEntry| {
        let is_failed_load = entry.message.contains("Failed to load resource");
        let address = entry.message.split(" - ").next().unwrap_or_default();
        let is_refused_page = ["(Unprocessable", "(Unauthorized", "(Forbidden", "(Gone", "(Too Many"]
            .iter()
            .any(|word| entry.message.contains(word))
            && !address.contains("/assets/");
        let is_missing_wasm =
            script == Script::WasmMissing && Path::new(address).extension().is_some_and(|kind| kind == "wasm");
        let is_missing_icon = address.ends_with("/favicon.ico") && entry.message.contains("(Not Found)");
        let is_cleared_cache = entry.level == "INFO" && entry.message.contains("Clear-Site-Data");
        let is_skipped_transition = entry.message.ends_with("DOMException: Transition was skipped");
        let is_unused_wasm =
            script == Script::Off && entry.message.contains("was preloaded using link preload but not used");
        let is_note = is_cleared_cache || is_skipped_transition || is_unused_wasm;
        is_note || is_failed_load && (is_refused_page || is_missing_wasm || is_missing_icon)
    };
    entries
        .into_iter()
        .filter(|entry| !is_expected(entry))
        .map(|entry| format!("{}: {}", entry.level, entry.message))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::complaints;
    use crate::browser::Script;
    use thirtyfour::BrowserLogEntry;

    #[track_caller]
    fn check(message: &str, script: Script, is_clean: bool) {
        let entry =
            BrowserLogEntry { level: "SEVERE".to_owned(), message: message.to_owned(), timestamp: 0, source: None };
        assert_eq!(complaints(vec![entry], script).is_empty(), is_clean, "{message}");
    }

    #[test]
    fn only_what_happens_on_purpose_is_expected() {
        let failed = |path: &str, status: &str| {
            format!(
                "http://localhost:1{path} - Failed to load resource: the server responded with a status of {status}"
            )
        };
        check(&failed("/login", "422 (Unprocessable Entity)"), Script::On, true);
        check(&failed("/api/invoices", "401 (Unauthorized)"), Script::On, true);
        check(&failed("/assets/1/vestibule.css", "403 (Forbidden)"), Script::On, false);
        check(&failed("/assets/1/vestibule.wasm", "404 (Not Found)"), Script::WasmMissing, true);
        check(&failed("/assets/1/vestibule.wasm", "404 (Not Found)"), Script::On, false);
        check(&failed("/favicon.ico", "404 (Not Found)"), Script::On, true);
        check(&failed("/favicon.ico", "500 (Internal Server Error)"), Script::On, false);
        check(&failed("/logo.svg", "404 (Not Found)"), Script::On, false);
        let unused = "http://localhost:1/login - The resource http://localhost:1/assets/1/vestibule.wasm was preloaded using link \
                      preload but not used within a few seconds from the window's load event.";
        check(unused, Script::Off, true);
        check(unused, Script::On, false);
        check("http://localhost:1/login 0:0 Uncaught DOMException: Transition was skipped", Script::On, true);
        check("http://localhost:1/login 0:0 Uncaught DOMException: Blocked a frame", Script::On, false);
        check("Refused to execute inline script because it violates the policy", Script::Off, false);
    }
}
