//! The pictures of a slot, at their addresses.

/// A slot's markup in which each file that is named as `src="logo.svg"` is at the address that `at` gives it.
///
/// No other form is: it is one replacement a file on every page, and not a parser. `vestibule theme check` refuses the others.
#[must_use]
pub fn placed<'a>(html: &str, files: impl IntoIterator<Item = &'a str>, at: impl Fn(&str) -> String) -> String {
    let place = |html: String, file: &'a str| html.replace(&format!("=\"{file}\""), &format!("=\"{}\"", at(file)));
    files.into_iter().fold(html.to_owned(), place)
}
