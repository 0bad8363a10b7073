//! What was found as a page to read and as data.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::Context;
use vestibule::theme::{
    Theme,
    check::{Finding, Place},
};

const STYLE: &str = "body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem/1.5 system-ui, sans-serif; \
     color-scheme: light dark; } article { border-block-start: 1px solid; padding-block: 1rem; } h2 { font-size: 1.125rem; } \
     code { font-family: ui-monospace, monospace; } dl { display: grid; grid-template-columns: 6rem 1fr; gap: 0.25rem 1rem; } \
     dd { margin: 0; overflow-wrap: anywhere; }";

/// Writes both into a folder.
pub(super) fn write(folder: &Path, theme: &Theme, findings: &[Finding]) -> anyhow::Result<()> {
    let said = || format!("{} can't be written", folder.display());
    fs::create_dir_all(folder).with_context(said)?;
    fs::write(folder.join("report.json"), serde_json::to_string_pretty(findings)?).with_context(said)?;
    fs::write(folder.join("report.html"), page(theme, findings)).with_context(said)
}

fn page(theme: &Theme, findings: &[Finding]) -> String {
    let title = escape(&theme.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}: {} findings</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n",
        findings.len()
    );
    if findings.is_empty() {
        page.push_str("<p>Nothing was found.</p>\n");
    }
    for finding in findings {
        let heading = format!("{}: {}", finding.code, escape(finding.code.title()));
        writeln!(page, "<article>\n<h2>{heading}</h2>\n<dl>").expect("a text takes more text");
        let mut row = |name: &str, value: &str| {
            writeln!(page, "<dt>{name}</dt><dd>{}</dd>", escape(value)).expect("a text takes more text");
        };
        match &finding.place {
            Place::File { .. } => row("where", &finding.place.to_string()),
            Place::Drawn(drawn) => {
                row("part", &drawn.part);
                row("selector", &drawn.selector);
                row("story", &format!("{}, {} in all", drawn.story, drawn.stories));
                row("looks", &drawn.looks.join("; "));
            }
        }
        row("what", &finding.what);
        row("instead", &finding.instead);
        page.push_str("</dl>\n</article>\n");
    }
    page
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use vestibule::theme::Theme;

    use super::page;

    #[test]
    fn a_report_tells_what_where_and_what_to_do_and_is_no_page_of_the_theme_s() {
        let mut theme = Theme::built_in("foyer").expect("it is one of ours");
        theme.parts = "\n[data-part=\"<b>\"] { color: red }".to_owned();
        let page = page(&theme, &theme.check());
        assert!(page.contains("T113: ") && page.contains("parts.css:2") && page.contains("&lt;b&gt;"), "{page}");
        assert!(!page.contains("<b>"), "{page}");
    }
}
