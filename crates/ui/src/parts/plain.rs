//! The controls for what an application asks in its own words: a line, or several.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::Text;

use super::Field;
use crate::{FieldId, Frame};

/// What is typed into a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Any text.
    Text,
    /// A whole number; phones offer a minus sign only if there are negative ones.
    Number {
        /// Whether there are.
        negative: bool,
    },
    /// A day of the calendar.
    Date,
    /// An address of the web.
    Url,
}

impl LineKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number { .. } => "number",
            Self::Date => "date",
            Self::Url => "url",
        }
    }

    /// A number is typed into a text field: a number field changes when somebody scrolls over it, and hides what it
    /// can't read.
    const fn control(self) -> &'static str {
        match self {
            Self::Text | Self::Number { .. } => "text",
            Self::Date => "date",
            Self::Url => "url",
        }
    }

    const fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Number { negative: false } => Some("numeric"),
            Self::Url => Some("url"),
            Self::Text | Self::Number { negative: true } | Self::Date => None,
        }
    }
}

/// A line to type.
#[component]
pub fn LineField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// What is typed.
    kind: LineKind,
    /// The label.
    label: Text,
    /// What the browser may fill in by itself.
    #[prop(optional_no_strip)]
    autocomplete: Option<&'static str>,
    /// What helps before typing.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// What was typed before.
    value: String,
    /// What was refused.
    error: Option<FieldError>,
) -> impl IntoView {
    let described_by = id.described_by(hint.is_some(), error.is_some());
    view! {
        <Field frame=frame id=id.clone() kind=kind.as_str() label=label hint=hint error=error note=()>
            <input
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                type=kind.control()
                inputmode=kind.keyboard()
                autocomplete=autocomplete
                required=!optional
                aria-describedby=described_by
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
                value=value
            />
        </Field>
    }
}

/// Several lines to type.
#[component]
pub fn LongField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// The label.
    label: Text,
    /// What helps before typing.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// What was typed before.
    value: String,
    /// What was refused.
    error: Option<FieldError>,
) -> impl IntoView {
    let described_by = id.described_by(hint.is_some(), error.is_some());
    view! {
        <Field frame=frame id=id.clone() kind="long-text" label=label hint=hint error=error note=()>
            <textarea
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                rows="4"
                required=!optional
                aria-describedby=described_by
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
            >
                {value}
            </textarea>
        </Field>
    }
}
