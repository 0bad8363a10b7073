//! What was found as a page to read and as data.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::Context;
use vestibule::theme::{
    Theme,
    check::{Code, Finding, Place},
};

use super::{album, tour::Pictures};

const STYLE: &str = "body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem/1.5 system-ui, sans-serif; \
     color-scheme: light dark; } article { border-block-start: 1px solid; padding-block: 1rem; } h2 { font-size: 1.125rem; } \
     code { font-family: ui-monospace, monospace; } dl { display: grid; grid-template-columns: 6rem 1fr; gap: 0.25rem 1rem; } \
     dd { margin: 0; overflow-wrap: anywhere; } div { display: grid; grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); \
     gap: 1rem; } figure { margin: 0; } img { inline-size: 100%; border: 1px solid; }";

/// The folder of pictures beside the page, and that of accepted ones within it.
const PICTURES: &str = "pictures";
const ACCEPTED: &str = "accepted";

/// How the stories look, and how they looked when somebody accepted it.
#[derive(Default)]
pub(super) struct Looks {
    pub(super) now: Pictures,
    pub(super) accepted: Pictures,
}

/// Writes both into a folder, and the pictures beside them.
pub(super) fn write(folder: &Path, theme: &Theme, findings: &[Finding], looks: &Looks) -> anyhow::Result<()> {
    let said = || format!("{} can't be written", folder.display());
    let pictures = folder.join(PICTURES);
    fs::create_dir_all(folder).with_context(said)?;
    if !looks.now.is_empty() {
        fs::create_dir_all(pictures.join(ACCEPTED)).with_context(said)?;
    }
    for (story, bytes) in &looks.now {
        fs::write(pictures.join(album::file(story)), bytes).with_context(said)?;
    }
    for story in changed(findings) {
        if let Some(bytes) = looks.accepted.get(story) {
            fs::write(pictures.join(ACCEPTED).join(album::file(story)), bytes).with_context(said)?;
        }
    }
    fs::write(folder.join("report.json"), serde_json::to_string_pretty(findings)?).with_context(said)?;
    fs::write(folder.join("report.html"), page(theme, findings, looks)).with_context(said)
}

fn page(theme: &Theme, findings: &[Finding], looks: &Looks) -> String {
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
        page.push_str("</dl>\n");
        if let (Code::Changed, Place::Drawn(drawn)) = (finding.code, &finding.place) {
            let file = album::file(&drawn.story);
            page.push_str("<div>\n");
            picture(&mut page, &format!("{PICTURES}/{ACCEPTED}/{file}"), "accepted");
            picture(&mut page, &format!("{PICTURES}/{file}"), "now");
            page.push_str("</div>\n");
        }
        page.push_str("</article>\n");
    }
    if !looks.now.is_empty() {
        page.push_str("<h2>Every story, light and 1280 pixels wide</h2>\n<div>\n");
        for story in looks.now.keys() {
            picture(&mut page, &format!("{PICTURES}/{}", album::file(story)), story);
        }
        page.push_str("</div>\n");
    }
    page
}

/// The stories that don't look as they did when somebody accepted it.
fn changed(findings: &[Finding]) -> impl Iterator<Item = &str> {
    findings.iter().filter(|finding| finding.code == Code::Changed).filter_map(|finding| match &finding.place {
        Place::Drawn(drawn) => Some(drawn.story.as_str()),
        Place::File { .. } => None,
    })
}

fn picture(page: &mut String, file: &str, said: &str) {
    let (file, said) = (escape(file), escape(said));
    let picture = format!("<a href=\"{file}\"><img src=\"{file}\" alt=\"\" loading=\"lazy\"></a>");
    writeln!(page, "<figure>{picture}<figcaption>{said}</figcaption></figure>").expect("a text takes more text");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use vestibule::theme::Theme;

    use super::{Looks, page};

    #[test]
    fn a_report_tells_what_where_and_what_to_do_and_is_no_page_of_the_theme_s() {
        let mut theme = Theme::built_in("foyer").expect("it is one of ours");
        theme.parts = "\n[data-part=\"<b>\"] { color: red }".to_owned();
        let page = page(&theme, &theme.check(), &Looks::default());
        assert!(page.contains("T113: ") && page.contains("parts.css:2") && page.contains("&lt;b&gt;"), "{page}");
        assert!(!page.contains("<b>"), "{page}");
    }
}
