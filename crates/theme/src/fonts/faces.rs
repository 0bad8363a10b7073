//! The text of `fonts.css`.

use std::{ops::RangeInclusive, path::Path};

use super::{Font, WRITTEN, measures::Measures};
use crate::{Theme, ThemeError};

/// The first weight that a browser shows bold where a family has the two.
const BOLD: u16 = 550;

impl Theme {
    /// What `fonts.css` has to say: each font that `theme.toml` names, and the face that stands in for it.
    ///
    /// # Errors
    /// [`ThemeError::Font`] for a font that isn't there, or can't be read.
    pub fn font_faces(&self) -> Result<String, ThemeError> {
        let mut css = String::new();
        for font in &self.fonts {
            let refused = |why: String| ThemeError::Font { file: font.file.clone(), why };
            let bytes = self.files.get(&font.file).ok_or_else(|| refused(self.missing()))?;
            css.extend(faces(font, &Measures::read(bytes).map_err(refused)?));
        }
        if css.is_empty() {
            return Ok(css);
        }
        Ok(format!("{WRITTEN}, from theme.toml and the fonts. */\n{css}"))
    }

    fn missing(&self) -> String {
        let is_font = |file: &&str| Path::new(file).extension().is_some_and(|ending| ending == "woff2");
        let fonts: Vec<_> = self.files.keys().map(String::as_str).filter(is_font).collect();
        match fonts.as_slice() {
            [] => "it isn't in the folder, and no other is".to_owned(),
            fonts => format!("it isn't in the folder, but {}", fonts.join(", ")),
        }
    }
}

/// The font itself, and what stands in for it, regular and bold. Nothing can for letters that nobody measured.
fn faces(font: &Font, measures: &Measures) -> Vec<String> {
    let Font { family, file, .. } = font;
    let own = format!(
        "@font-face {{\n  font-family: \"{family}\";\n  src: url(\"{file}\") format(\"woff2\");\n  font-weight: {};\n  \
         font-style: {};\n  font-display: swap;\n}}\n\n",
        range(&measures.weights),
        style(measures.is_italic)
    );
    let (lightest, heaviest) = (*measures.weights.start(), *measures.weights.end());
    let regular = (lightest < BOLD).then(|| standing_in(font, measures, lightest..=heaviest.min(BOLD - 1), false));
    let bold = (heaviest >= BOLD).then(|| standing_in(font, measures, lightest.max(BOLD)..=heaviest, true));
    [Some(own), regular.flatten(), bold.flatten()].into_iter().flatten().collect()
}

fn standing_in(font: &Font, measures: &Measures, weights: RangeInclusive<u16>, is_bold: bool) -> Option<String> {
    let stretch = measures.width(is_bold)? / font.like.width(is_bold, measures.is_italic);
    // The overrides are of the stretched size.
    let percent = |ems: f64| format!("{:.2}%", ems * 100.0 / stretch);
    let cut = match (is_bold, measures.is_italic) {
        (false, false) => "",
        (true, false) => " Bold",
        (false, true) => " Italic",
        (true, true) => " Bold Italic",
    };
    let sources = font.like.families().map(|family| format!("local(\"{family}{cut}\")"));
    Some(format!(
        "@font-face {{\n  font-family: \"{}\";\n  src: {};\n  font-weight: {};\n  font-style: {};\n  \
         unicode-range: {LATIN};\n  size-adjust: {:.2}%;\n  ascent-override: {};\n  descent-override: {};\n  \
         line-gap-override: {};\n}}\n\n",
        font.stand_in(),
        sources.join(", "),
        range(&weights),
        style(measures.is_italic),
        stretch * 100.0,
        percent(measures.ascent),
        percent(measures.descent),
        percent(measures.line_gap),
    ))
}

/// The letters that were measured. In other scripts the next family stands in.
const LATIN: &str = "U+0000-024F, U+2000-22FF";

fn range(weights: &RangeInclusive<u16>) -> String {
    if weights.start() == weights.end() {
        weights.start().to_string()
    } else {
        format!("{} {}", weights.start(), weights.end())
    }
}

const fn style(is_italic: bool) -> &'static str {
    if is_italic { "italic" } else { "normal" }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use crate::{BUILT_IN, Theme};

    #[test]
    fn the_fonts_of_ours_are_declared_as_they_measure() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            assert_eq!(theme.font_faces().expect("its fonts can be read"), theme.faces, "{name}");
            assert_eq!(theme.fonts.is_empty(), name == "foyer");
        }
    }

    #[test]
    fn what_is_no_font_is_named() {
        let mut theme = Theme::built_in("ledger").expect("it is one of ours");
        theme.files.insert("public-sans.woff2".to_owned(), Bytes::from_static(b"wOF2"));
        let error = theme.font_faces().expect_err("it is none").to_string();
        assert_eq!(error, "theme.toml, the font public-sans.woff2: it is no WOFF2 file");
        theme.files.clear();
        theme.files.insert("inter.woff2".to_owned(), Bytes::new());
        let error = theme.font_faces().expect_err("it isn't there").to_string();
        assert!(error.ends_with("it isn't in the folder, but inter.woff2"), "{error}");
    }
}
