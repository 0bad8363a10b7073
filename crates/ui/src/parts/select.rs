//! One of some.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use super::Field;
use crate::{FieldId, Frame};

/// One of some. It begins with none: what is chosen for people is what they send.
#[component]
pub fn SelectField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// The label.
    label: Text,
    /// What can be chosen.
    choices: Vec<String>,
    /// What helps before choosing.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// Whether it may stay open.
    #[prop(optional)]
    optional: bool,
    /// What was chosen before.
    value: String,
    /// What was refused.
    error: Option<FieldError>,
) -> impl IntoView {
    let described_by = id.described_by(hint.is_some(), error.is_some());
    let none = frame.say(Message::SelectOne);
    let is_open = !choices.contains(&value);
    let options = choices
        .into_iter()
        .map(|choice| {
            let (is_chosen, posted) = (choice == value, choice.clone());
            view! { <option value=posted selected=is_chosen>{choice}</option> }
        })
        .collect_view();
    view! {
        <Field frame=frame id=id.clone() kind="select" label=label hint=hint error=error note=()>
            <select
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                required=!optional
                aria-describedby=described_by
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
            >
                <option value="" selected=is_open>{none}</option>
                {options}
            </select>
        </Field>
    }
}
