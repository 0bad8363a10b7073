//! The logo of a theme that has pictures of it and says nothing of how they stand.

use std::collections::BTreeMap;

use bytes::Bytes;

const LIGHT: &str = "logo.svg";
const DARK: &str = "logo-dark.svg";

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
}
