//! The elements of drawn HTML, each with its markup. What is read here is what we write: every quote is closed, and every
//! element that must be.

/// Elements without content.
const VOID: [&str; 6] = ["input", "br", "img", "hr", "link", "meta"];

/// An element of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element<'a> {
    /// What stands between `<` and `>` where it begins.
    pub(super) tag: &'a str,
    /// All of it.
    pub(super) html: &'a str,
    /// The element around it, by its place in the list.
    pub(super) parent: Option<usize>,
}

impl<'a> Element<'a> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0)
    }

    /// Whether it is this part.
    pub(super) fn is(&self, part: &str) -> bool {
        self.attribute("data-part") == Some(part)
    }
}

/// The elements of a page, in order.
pub(super) fn elements(html: &str) -> Vec<Element<'_>> {
    let mut elements: Vec<Element<'_>> = Vec::new();
    // The open ones: where each stands in the list, and where it begins.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(begin) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[begin..];
        if rest.starts_with("<!--") {
            at = begin + rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let end = begin + end_of_tag(rest);
        let tag = &html[begin + 1..end - 1];
        at = end;
        if tag.starts_with('!') {
            continue;
        }
        if tag.starts_with('/') {
            if let Some((index, begin)) = open.pop() {
                elements[index].html = &html[begin..end];
            }
            continue;
        }
        let parent = open.last().map(|(index, _)| *index);
        elements.push(Element { tag, html: &html[begin..end], parent });
        let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push((elements.len() - 1, begin));
        }
    }
    elements
}

/// Where a tag ends, just behind its `>`: one in a quoted value is none.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    let end = tag.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map_or(tag.len(), |end| end + 1)
}

/// Each piece of markup once more on a page: its ids are its own, and nothing in it takes the focus by itself.
pub(super) fn apart(html: &str, number: usize) -> String {
    const NAMES: [&str; 7] =
        ["id", "for", "aria-describedby", "aria-labelledby", "aria-controls", "popovertarget", "aria-details"];
    let mut html = html.replace(" autofocus", "");
    for name in NAMES {
        let start = format!(" {name}=\"");
        let mut pieces = html.split(start.as_str());
        let mut whole = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (value, rest) = piece.split_once('"').unwrap_or((piece, ""));
            let ids: Vec<_> = value.split_ascii_whitespace().map(|id| format!("{id}-{number}")).collect();
            whole.extend([start.as_str(), &ids.join(" "), "\"", rest]);
        }
        html = whole;
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{apart, elements};

    #[test]
    fn each_element_has_its_markup_and_the_one_around_it() {
        let html = "<div data-part=\"a\"><!----><input data-part=\"b\" value=\"1 > 0\"><p>x<br>y</p></div><i data-part=\"c\"/>";
        let found: Vec<_> = elements(html).iter().map(|element| (element.html, element.parent)).collect();
        let div = &html[..html.find("<i ").expect("it is there")];
        let expected = [
            (div, None),
            ("<input data-part=\"b\" value=\"1 > 0\">", Some(0)),
            ("<p>x<br>y</p>", Some(0)),
            ("<br>", Some(2)),
            ("<i data-part=\"c\"/>", None),
        ];
        assert_eq!(found, expected);
        assert!(elements(html)[1].is("b"));
    }

    #[test]
    fn ids_are_told_apart() {
        let html = "<label for=\"a\">A</label><input id=\"a\" aria-describedby=\"a-hint a-error\" autofocus>";
        let expected = "<label for=\"a-7\">A</label><input id=\"a-7\" aria-describedby=\"a-hint-7 a-error-7\">";
        assert_eq!(apart(html, 7), expected);
    }
}
