//! What people and hosts call things, in the midst of Arabic.
//!
//! An address begins with a letter and ends with one, but a full stop after it, or a second one beside it, would be drawn
//! on the wrong side of it. So whatever comes from elsewhere is isolated (UAX 9, 2.4; UTR 20 leaves this to characters
//! where text is no markup, as in titles, labels and subjects).

/// What reads from left to right in any language: an address, a code, a time in digits.
pub(super) fn ltr(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// A name, which reads as its own first letter does.
pub(super) fn name(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}
