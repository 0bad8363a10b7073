//! The logo of a theme that has pictures of it and says nothing of how they stand.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::Theme;

const LIGHT: &str = "logo.svg";
const DARK: &str = "logo-dark.svg";

/// The marks that browsers take for a tab, the better one first.
const MARKS: [&str; 2] = ["mark.svg", "mark.png"];

/// Which of the two pictures is seen. Whoever writes `logo.html` may use the attribute as well.
const RULES: &str = "\
:where([data-part=\"brand\"] [data-logo]) { vertical-align: middle; }
:where([data-scheme=\"light\"] [data-logo=\"dark\"], [data-scheme=\"dark\"] [data-logo=\"light\"]) { display: none; }
@media (prefers-color-scheme: dark) {
  :where(:root:not([data-scheme=\"light\"], [data-scheme=\"dark\"]) [data-logo=\"light\"]) { display: none; }
}
@media not (prefers-color-scheme: dark) {
  :where(:root:not([data-scheme=\"light\"], [data-scheme=\"dark\"]) [data-logo=\"dark\"]) { display: none; }
}
";

impl Theme {
    /// The file of its mark, which stands in the tab of a browser, if it has one.
    #[must_use]
    pub fn mark(&self) -> Option<&'static str> {
        MARKS.into_iter().find(|mark| self.files.contains_key(*mark))
    }

    /// The same with another logo, an SVG for every scheme or one for each, and without the mark of the old one. Whoever draws it is trusted as the theme's
    /// designer is: let nobody send one whom you wouldn't let write your pages.
    #[must_use]
    pub fn with_logo(mut self, light: Bytes, dark: Option<Bytes>) -> Self {
        for old in [DARK].into_iter().chain(MARKS) {
            self.files.remove(old);
        }
        self.files.insert(LIGHT.to_owned(), light);
        self.files.extend(dark.map(|dark| (DARK.to_owned(), dark)));
        self.slots.logo = slot(&self.files);
        self
    }
}

/// What stands in the logo's slot: a picture that is read as the product's name, or one for each scheme.
pub(crate) fn slot(files: &BTreeMap<String, Bytes>) -> Option<String> {
    let has = |file| files.contains_key(file);
    let picture = |file, scheme| format!("<img src=\"{file}\" alt=\"{{product}}\" data-logo=\"{scheme}\">");
    match (has(LIGHT), has(DARK)) {
        (true, true) => Some(picture(LIGHT, "light") + &picture(DARK, "dark")),
        (true, false) => Some(picture(LIGHT, "any")),
        (false, _) => None,
    }
}

/// The rules that a theme's stylesheet begins with.
pub(crate) fn rules(files: &BTreeMap<String, Bytes>) -> &'static str {
    if files.contains_key(DARK) { RULES } else { "" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use bytes::Bytes;

    use super::{rules, slot};

    #[test]
    fn a_picture_for_each_scheme() {
        let mut files = BTreeMap::new();
        assert_eq!((slot(&files), rules(&files)), (None, ""));
        files.insert("logo.svg".to_owned(), Bytes::from_static(b"<svg/>"));
        let one = "<img src=\"logo.svg\" alt=\"{product}\" data-logo=\"any\">";
        assert_eq!((slot(&files).as_deref(), rules(&files)), (Some(one), ""));
        files.insert("logo-dark.svg".to_owned(), Bytes::from_static(b"<svg/>"));
        let both = slot(&files).expect("there are two");
        for (file, scheme) in [("logo.svg", "light"), ("logo-dark.svg", "dark")] {
            assert!(
                both.contains(&format!("<img src=\"{file}\" alt=\"{{product}}\" data-logo=\"{scheme}\">")),
                "{both}"
            );
            assert_eq!(rules(&files).matches(&format!("[data-logo=\"{scheme}\"]")).count(), 2);
        }
    }

    #[test]
    fn another_logo_takes_the_place_of_both() {
        let picture = Bytes::from_static(b"<svg/>");
        let theme = crate::Theme::built_in("foyer").expect("it is one of ours");
        let both = theme.with_logo(picture.clone(), Some(picture.clone()));
        assert!(both.slots.logo.as_deref().is_some_and(|logo| logo.contains("logo-dark.svg")), "{:?}", both.slots);
        let one = both.with_logo(picture, None);
        assert_eq!(one.files.keys().collect::<Vec<_>>(), ["logo.svg"]);
        assert!(one.slots.logo.is_some_and(|logo| !logo.contains("dark")));
    }
}
