//! Text as HTML.

/// A text, safe within an element and within an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // No parser keeps these.
            '\r' | '\0' => html.push('\u{fffd}'),
            other => html.push(other),
        }
    }
    html
}

/// A text in which code stands between backticks.
pub(super) fn prose(text: &str) -> String {
    // One of a text's own, and nobody knows where the code ends.
    if text.matches('`').count() % 2 == 1 {
        return escape(text);
    }
    let parts = text.split('`').enumerate();
    list(parts.map(|(number, part)| {
        let part = escape(part);
        if number % 2 == 1 { format!("<code>{part}</code>") } else { part }
    }))
}

/// An explanation: paragraphs, and examples between fences.
pub(super) fn markdown(text: &str) -> String {
    let parts = text.split("```").enumerate();
    list(parts.map(|(number, part)| {
        if number % 2 == 1 {
            let example = part.strip_prefix("rust").unwrap_or(part).trim();
            return format!("<pre>{}</pre>", escape(example));
        }
        let paragraphs = part.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        list(paragraphs.map(|paragraph| format!("<p>{}</p>", prose(paragraph))))
    }))
}

/// One after the other.
pub(super) fn list(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect()
}
