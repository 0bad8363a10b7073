//! What may stand in a slot.

use bytes::Bytes;

use super::{found, foyer};
use crate::check::Code;

#[track_caller]
fn check_slot(html: &str, expected: &[Code]) {
    let mut theme = foyer();
    theme.files.insert("logo.svg".to_owned(), Bytes::from_static(b"<svg/>"));
    theme.slots.footer = Some(html.to_owned());
    let mut codes: Vec<_> = theme.check().iter().map(|finding| finding.code).collect();
    codes.dedup();
    assert_eq!(codes, expected, "{html}");
}

#[test]
fn a_slot_is_text_links_and_pictures() {
    check_slot("<p>Northwind, <a href=\"https://northwind.example/terms\">terms</a></p>", &[]);
    check_slot("<img src=\"logo.svg\" alt=\"Northwind\">", &[]);
    check_slot("<p>Open", &[Code::BrokenMarkup]);
    check_slot("Open</p>", &[Code::BrokenMarkup]);
    check_slot("<p>One<b>two</p></b>", &[Code::BrokenMarkup]);
    check_slot("<script>alert(1)</script>", &[Code::MarkupScript]);
    check_slot("<p onclick=\"alert(1)\">One</p>", &[Code::MarkupScript]);
    check_slot("<a href=\" java\nscript:alert(1)\">One</a>", &[Code::MarkupScript]);
    check_slot("<p style=\"color: red\">One</p>", &[Code::StyleAttribute]);
    check_slot("<div><input></div>", &[Code::ForbiddenElement]);
    check_slot("<iframe src=\"logo.svg\"></iframe>", &[Code::ForbiddenElement]);
    check_slot("<img src=\"logo.svg\">", &[Code::NoAlternative]);
    check_slot("<img src=\"mark.svg\" alt=\"\">", &[Code::MissingFile]);
    check_slot("<img src=\"https://elsewhere.example/a.png\" alt=\"\">", &[Code::ElsewhereUrl]);
}

#[test]
fn a_picture_is_named_as_pages_find_it() {
    for fine in [
        "<img alt=\"\" SRC=\"logo.svg\">",
        "<picture><source srcset=\"logo.svg\" media=\"print\"><img src=\"logo.svg\" alt=\"\"></picture>",
        "<a href=\"logo.svg\">Ours</a>",
        "<a href=\"/logo.svg?big\">Theirs</a>",
        "<svg><defs><lineargradient id=\"a\"></lineargradient></defs><path fill=\"url(#a)\"></path></svg>",
        "<svg><use href=\"#a\"></use></svg>",
    ] {
        check_slot(fine, &[]);
    }
    for lost in [
        "<img src='logo.svg' alt=\"\">",
        "<img src=logo.svg alt=\"\">",
        "<img src = \"logo.svg\" alt=\"\">",
        "<img src=\"./logo.svg\" alt=\"\">",
        "<img src=\"logo.svg#mark\" alt=\"\">",
        "<img src=\" logo.svg\" alt=\"\">",
        "<img src=\"logo.svg\" srcset=\"logo.svg 2x\" alt=\"\">",
        "<picture><source srcset='logo.svg'><img src=\"logo.svg\" alt=\"\"></picture>",
        "<a href='logo.svg'>Ours</a>",
        "<svg><use href=\"logo.svg#mark\"></use></svg>",
        "<svg><path fill=\"url(logo.svg#mark)\"></path></svg>",
    ] {
        check_slot(lost, &[Code::LostPicture]);
    }
    check_slot("<img src=\"logo.svg\" srcset=\"mark.svg 2x\" alt=\"\">", &[Code::MissingFile]);
    check_slot("<svg><use href=\"mark.svg#a\"></use></svg>", &[Code::MissingFile]);
    let mut theme = foyer();
    theme.files.insert("logo.svg".to_owned(), Bytes::from_static(b"<svg/>"));
    theme.slots.footer = Some("<p>One</p>\n<img\n alt=\"\" src='./logo.svg'>".to_owned());
    let findings = theme.check();
    assert_eq!(findings[0].instead, "Write `src=\"logo.svg\"`");
    assert!(findings[0].place.to_string().starts_with("footer.html:"), "{findings:?}");
}

#[test]
fn an_illustration_has_no_link() {
    let mut theme = foyer();
    theme.slots.illustration = Some("<p>Hills</p>\n<a href=\"/\">Home</a>".to_owned());
    assert_eq!(found(&theme), ["T152 illustration.html:2"]);
}
