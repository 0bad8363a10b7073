//! A box to tick.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use crate::{FieldId, Frame};

/// A box to tick, which posts `yes` or nothing. Renders `<div data-part="choice" data-kind="check">` with control,
/// label, hint and message, tied to the control by ids.
///
/// Whether it is ticked has no `data-state`: the browser knows by `:checked`, and a word from the server would be wrong
/// after the first press.
#[component]
pub fn Choice(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// What ticking it means.
    label: Text,
    /// Whether it is ticked.
    checked: bool,
    /// Whether the form goes on only when it is ticked.
    #[prop(optional)]
    required: bool,
    /// What helps before ticking.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// What was refused.
    error: Option<FieldError>,
    /// What belongs to the choice and is no label, as a link to what is agreed to: a link inside of a label is pressed
    /// by those who only wanted to tick.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let described_by = id.described_by(hint.is_some(), error.is_some());
    let hint = hint.map(|text| view! { <p data-part="hint" id=id.hint()>{text}</p> });
    let message = error.map(|error| {
        let text = frame.say(Message::Field(error));
        view! { <p data-part="message" data-kind="error" id=id.message()>{text}</p> }
    });
    let beside = children.map(|children| children());
    view! {
        <div data-part="choice" data-kind="check" data-name=id.name().to_owned() data-invalid=error.map(|_| "")>
            <input
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                type="checkbox"
                value="yes"
                checked=checked
                required=required
                aria-describedby=described_by
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
            />
            <label data-part="label" for=id.control()>{label}</label>
            {beside}
            {hint}
            {message}
        </div>
    }
}
