//! The field around a control: label, hint, control, message.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use crate::{FieldId, Frame};

/// A field. Renders `<div data-part="field">` with label, hint, box and message, tied to the control by ids.
#[component]
pub fn Field<N: IntoView + 'static>(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// The sort of control: `email`, `password`, `code`.
    kind: &'static str,
    /// The label.
    label: Text,
    /// What helps before typing.
    hint: Option<Text>,
    /// What was refused.
    error: Option<FieldError>,
    /// What may be said below the box before anything is refused.
    note: N,
    /// The control, and what stands beside it in the box.
    children: Children,
) -> impl IntoView {
    let hint = hint.map(|text| view! { <p data-part="hint" id=id.hint()>{text}</p> });
    let message = error.map(|error| {
        let text = frame.say(Message::Field(error));
        view! { <p data-part="message" data-kind="error" id=id.message()>{text}</p> }
    });
    view! {
        <div data-part="field" data-kind=kind data-name=id.name().to_owned() data-invalid=error.map(|_| "")>
            <label data-part="label" for=id.control()>{label}</label>
            {hint}
            <div data-part="box">{children()}</div>
            {note}
            {message}
        </div>
    }
}
