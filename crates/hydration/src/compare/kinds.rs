//! What kind of attribute a name stands for.

/// Whether an attribute names another element, or is what others name.
pub(super) fn is_reference(name: &str) -> bool {
    matches!(
        name,
        "aria-activedescendant"
            | "aria-controls"
            | "aria-describedby"
            | "aria-details"
            | "aria-errormessage"
            | "aria-flowto"
            | "aria-labelledby"
            | "aria-owns"
            | "commandfor"
            | "for"
            | "form"
            | "headers"
            | "id"
            | "itemref"
            | "list"
            | "popovertarget"
    )
}

/// Whether two addresses are those of one server function: `/api/log_in` with another hash behind.
pub(super) fn is_one_function(server: &str, client: &str) -> bool {
    let parts = |address: &'_ str| {
        let name = address.trim_end_matches(|last: char| last.is_ascii_digit()).len();
        // A hash of 64 bits is hardly ever shorter, and the number of an order hardly ever as long.
        (address.len() - name >= 12).then(|| address[..name].to_owned())
    };
    parts(server).is_some_and(|name| parts(client) == Some(name))
}

/// Whether Leptos sets this attribute again at hydration: it does so with every name that it has no type for.
pub(super) fn is_set_at_hydration(tag: &str, name: &str) -> bool {
    (name.contains('-') && !name.starts_with("aria-")) || tag.contains('-') || is_drawing(tag)
}

#[rustfmt::skip]
fn is_drawing(tag: &str) -> bool {
    // Those of SVG's elements that are not HTML's too.
    tag.starts_with("animate") || tag.starts_with("fe") || matches!(
        tag,
        "circle" | "clippath" | "defs" | "desc" | "ellipse" | "filter" | "foreignobject" | "g" | "image" | "line"
            | "lineargradient" | "marker" | "mask" | "metadata" | "mpath" | "path" | "pattern" | "polygon" | "polyline"
            | "radialgradient" | "rect" | "set" | "stop" | "svg" | "switch" | "symbol" | "text" | "textpath" | "tspan"
            | "use" | "view"
    )
}

/// Whether an attribute is on when it is there at all.
pub(super) fn is_boolean(name: &str) -> bool {
    matches!(
        name,
        "allowfullscreen"
            | "async"
            | "autofocus"
            | "autoplay"
            | "checked"
            | "controls"
            | "default"
            | "defer"
            | "disabled"
            | "formnovalidate"
            | "hidden"
            | "inert"
            | "ismap"
            | "itemscope"
            | "loop"
            | "multiple"
            | "muted"
            | "nomodule"
            | "novalidate"
            | "open"
            | "playsinline"
            | "readonly"
            | "required"
            | "reversed"
            | "selected"
    )
}
