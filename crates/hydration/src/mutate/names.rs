//! What the names of attributes say. The check has lists of its own; these are written anew, so that a gap in one shows.

use crate::Code;

/// Whether an attribute names elements by their ids.
#[rustfmt::skip]
pub(super) fn is_reference(name: &str) -> bool {
    matches!(
        name,
        "aria-activedescendant" | "aria-controls" | "aria-describedby" | "aria-details" | "aria-errormessage"
            | "aria-flowto" | "aria-labelledby" | "aria-owns" | "commandfor" | "for" | "form" | "headers" | "list"
            | "popovertarget"
    )
}

/// Whether an attribute is on when it is there, whatever its value.
#[rustfmt::skip]
pub(super) fn is_boolean(name: &str) -> bool {
    matches!(
        name,
        "async" | "autofocus" | "checked" | "controls" | "defer" | "disabled" | "formnovalidate" | "hidden" | "inert"
            | "multiple" | "novalidate" | "open" | "readonly" | "required" | "selected"
    )
}

/// What one would call another value of this attribute.
pub(super) fn expected(tag: &str, name: &str) -> &'static [Code] {
    match name {
        "class" => &[Code::ClassDiffers],
        "style" => &[Code::StyleDiffers],
        "data-component" | "data-props" if tag == "leptos-island" => &[Code::IslandDiffers],
        _ if name == "id" || is_reference(name) => &[Code::ReferenceDiffers],
        // Names that Leptos sets again have a code of their own, where the client has them.
        _ => &[Code::AttributeValue, Code::RuntimeAttribute],
    }
}
