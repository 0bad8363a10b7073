//! What stands in a file's `view!`s, and which functions are components.
//!
//! What a component is given as children is drawn within the component's own `view!`, and Leptos puts no marker around
//! it. So the text has to say which `view!` wrote a tag.

use super::reader::Reader;
use crate::markup::Element;

/// A `view!` as it is written.
#[derive(Debug)]
pub(super) struct Written {
    /// The line where it begins.
    pub(super) line: u32,
    /// Which function of the file it stands in, by number.
    pub(super) function: Option<usize>,
    /// Its own tags; those of a `view!` within it are that one's.
    pub(super) tags: Vec<Tag>,
}

/// A function as it is written.
#[derive(Debug)]
pub(super) struct Function {
    pub(super) line: u32,
    pub(super) name: String,
    /// It is a component or an island.
    pub(super) is_component: bool,
}

/// A start tag of an element or a component.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) line: u32,
    pub(super) name: String,
    /// Each attribute, with its value where that is a plain string.
    pub(super) attributes: Vec<(String, Option<String>)>,
    /// The text that follows it, where that is a plain string.
    pub(super) text: Option<String>,
}

impl Tag {
    /// How well it fits an element that begins with `text`; `None` when it can't have written it.
    pub(super) fn fits(&self, element: &Element, text: &str) -> Option<i32> {
        if !self.name.eq_ignore_ascii_case(&element.tag) {
            return None;
        }
        let mut fit = 0;
        for (name, value) in &self.attributes {
            let Some(value) = value.as_deref().filter(|_| !name.contains(':')) else { continue };
            let own = element.attribute(name)?;
            let is_in = |class| own.split_ascii_whitespace().any(|own| own == class);
            let holds = if name == "class" { value.split_ascii_whitespace().all(is_in) } else { own == value };
            // What has an escape in it is not read.
            if !holds && !value.contains('\\') {
                return None;
            }
            fit += 1;
        }
        // `class:on` is a class, and `attr:href` an address.
        let is_named = |name: &str| self.attributes.iter().any(|(own, _)| own.split(':').any(|part| part == name));
        for (name, _) in &element.attributes {
            fit += if is_named(name) { 1 } else { -1 };
        }
        Some(fit + self.text.as_deref().map_or(0, |own| if text.trim_start().starts_with(own.trim()) { 3 } else { -3 }))
    }
}

/// What was read from a file, each in the order in which it begins.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) views: Vec<Written>,
    pub(super) functions: Vec<Function>,
}

impl Text {
    pub(super) fn read(source: &str) -> Self {
        Reader::read(source)
    }
}

#[cfg(test)]
mod tests {
    use html5ever::LocalName;

    use super::*;
    use crate::markup::intended;

    const SOURCE: &str = r##"
fn page(children: Children) -> Vec<u8> {
    let quote = ('"', '\'', "view! { <u> }", r#"<s>"#); // view! { <i> }
    view! {
        <main data-part="card" class="a b" on:click=move |_| done.set(a > b)>
            <Title text=title/>
            {children().collect::<Vec<_>>()}
            {shown.then(|| view! { <p hidden>"Sent"</p> })}
            <p id=id class:on=on>"Gone"</p>
        </main>
    }
}
fn other() { view! { <p></p> } }
"##;

    #[test]
    fn each_view_has_its_own_tags() {
        let read: Vec<_> = Text::read(SOURCE)
            .views
            .into_iter()
            .map(|view| {
                (view.line, view.function, view.tags.into_iter().map(|tag| (tag.line, tag.name)).collect::<Vec<_>>())
            })
            .collect();
        let tags =
            |tags: &[(u32, &str)]| tags.iter().map(|(line, name)| (*line, (*name).to_owned())).collect::<Vec<_>>();
        let expected = vec![
            (4, Some(0), tags(&[(5, "main"), (6, "Title"), (9, "p")])),
            (8, Some(0), tags(&[(8, "p")])),
            (13, Some(1), tags(&[(13, "p")])),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_component_is_known_by_what_stands_above_it() {
        let source = "/// #[component]\n#[component]\n#[must_use]\npub fn Page<T>(\n) -> impl IntoView { fn inner() {} }\n\
            #[cfg_attr(feature = \"islands\", leptos::island)]\nfn Clock() {}\nfn component() {}\ntrait T { fn none(); }";
        let read = Text::read(source).functions;
        let names: Vec<_> = read.iter().map(|own| (own.line, own.name.as_str(), own.is_component)).collect();
        let expected =
            [(4, "Page", true), (5, "inner", false), (7, "Clock", true), (8, "component", false), (9, "none", false)];
        assert_eq!(names, expected);
    }

    #[track_caller]
    fn check_fit(line: u32, html: &str, expected: Option<i32>) {
        let text = Text::read(SOURCE);
        let tag = text.views.iter().flat_map(|view| &view.tags).find(|tag| tag.line == line).expect("a tag");
        let nodes = intended(html).nodes;
        let element = nodes[0].element().expect("an element");
        assert_eq!(element.tag, LocalName::from(tag.name.as_str()));
        assert_eq!(tag.fits(element, &nodes[0].text()), expected, "{html}");
    }

    #[test]
    fn a_tag_fits_what_it_can_have_written() {
        check_fit(5, r#"<main data-part="card" class="b a c"></main>"#, Some(4));
        check_fit(5, r#"<main data-part="page" class="b a"></main>"#, None);
        check_fit(5, "<main></main>", None);
        check_fit(8, "<p hidden>Sent</p>", Some(4));
        check_fit(9, r#"<p id="a">Gone</p>"#, Some(4));
        check_fit(9, r#"<p title="a">Gone</p>"#, Some(2));
        check_fit(13, "<p>Sent</p>", Some(0));
    }
}
