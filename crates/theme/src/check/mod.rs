//! Whether a theme is complete, readable and safe: what its files say, and what a browser saw of it.
//!
//! ```
//! use vestibule_theme::Theme;
//!
//! let mut theme = Theme::built_in("foyer").expect("it is one of ours");
//! assert!(theme.check().is_empty());
//!
//! theme.parts = ".card { color: red }".to_owned();
//! let finding = &theme.check()[0];
//! assert_eq!((finding.code.as_str(), finding.instead.as_str()), ("T111", "Use `[data-part=\"card\"]`"));
//! ```

mod circles;
mod code;
mod drawn;
mod files;
mod finding;
mod fonts;
mod names;
mod pictures;
mod piece;
mod properties;
mod selectors;
mod sheet;
mod slots;
#[cfg(test)]
mod tests;
mod tokens;
mod values;
mod wanted;

pub use code::{Code, Weight};
pub use drawn::{Drawn, Noticed, join};
pub use finding::{Finding, Place};

use finding::Found;

use vestibule_ui::parts::{PARTS, RENAMED, Renamed};

use crate::{FONTS_CSS, Theme, renamed::renew};

impl Theme {
    /// Everything that is wrong with what the theme's files say, in the order of the files.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        self.check_renewed(RENAMED)
    }

    fn check_renewed(&self, renamed: &[Renamed]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (file, css) in [("tokens.css", &self.tokens), ("parts.css", &self.parts)] {
            let old = names::old(file, css, renamed);
            // It is read in today's names, as pages have it: the lines are the same.
            let css = renew(css, renamed);
            let mut found = Found { findings: old, ..Found::new(file, &css) };
            self.stylesheet_says(file, &mut found);
            findings.extend(found.findings);
        }
        let slots = [
            ("logo.html", &self.slots.logo),
            ("legal.html", &self.slots.legal),
            ("footer.html", &self.slots.footer),
            ("aside.html", &self.slots.aside),
            ("illustration.html", &self.slots.illustration),
        ];
        for (file, html) in slots {
            let mut found = Found::new(file, html.as_deref().unwrap_or_default());
            slots::check(self, &mut found);
            findings.extend(found.findings);
        }
        for part in self.inherits.iter().filter(|part| !PARTS.iter().any(|names| names.part == **part)) {
            let mut found = Found::new("theme.toml", "");
            found.line(None, Code::UnknownPart, format!("`inherits` has {part:?}"), Code::UnknownPart.fix());
            findings.extend(found.findings);
        }
        let mut found = Found::new(FONTS_CSS, &self.faces);
        fonts::check(self, &mut found);
        findings.extend(found.findings);
        let mut found = Found::new("theme.toml", "");
        fonts::used(self, &mut found);
        findings.extend(found.findings);
        let mut found = Found::new("", "");
        files::budget(self, &mut found);
        findings.extend(found.findings);
        findings
    }

    fn stylesheet_says(&self, file: &str, found: &mut Found<'_>) {
        let css = found.text;
        let sheet = match sheet::read(css) {
            Ok(sheet) => sheet,
            Err(error) => {
                return found.at(error.span.start, Code::Syntax, error.kind.to_string(), Code::Syntax.fix());
            }
        };
        tokens::check(&sheet, found);
        values::check(&sheet, found);
        circles::check(&sheet, found);
        selectors::check(&sheet, found);
        properties::check(&sheet, found);
        files::named(&sheet, self, found);
        fonts::named(&sheet, self, found);
        if file == "tokens.css" {
            tokens::seeds(&sheet, found);
        }
        found.findings.sort_by_key(|finding| match &finding.place {
            Place::File { line, .. } => *line,
            Place::Drawn(_) => None,
        });
    }
}
