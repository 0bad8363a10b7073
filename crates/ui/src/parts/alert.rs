//! What must be noticed before anything else on the screen.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use crate::{FieldId, Frame};

/// How an alert is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Something was refused.
    Danger,
    /// Something to be careful about.
    Warn,
    /// Something worked.
    Good,
    /// Something to know.
    Info,
}

impl AlertKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Warn => "warn",
            Self::Good => "good",
            Self::Info => "info",
        }
    }
}

/// An alert. Renders `<div data-part="alert">`.
///
/// It takes the focus when the page opens, with and without script: somebody who can't see that the page came back
/// hears why (WCAG 3.3.1).
#[component]
pub fn Alert(
    /// The screen's name, for the alert's id.
    screen: &'static str,
    /// How it is meant.
    kind: AlertKind,
    /// The text.
    text: Text,
) -> impl IntoView {
    let role = if matches!(kind, AlertKind::Danger | AlertKind::Warn) { "alert" } else { "status" };
    view! {
        <div data-part="alert" data-kind=kind.as_str() role=role id=format!("{screen}-alert") tabindex="-1" autofocus>
            <p>{text}</p>
        </div>
    }
}

/// A line of an error summary.
pub type SummaryItem = (FieldId, FieldError);

/// The list of fields that were refused, each a link to its control. Renders `<div data-part="alert"
/// data-kind="summary">`, or nothing when no field was refused. It takes the focus like an [`Alert`].
#[component]
pub fn Summary(
    /// The frame, for the words.
    frame: Frame,
    /// The screen's name, for the summary's id.
    screen: &'static str,
    /// The refused fields in the order of the form, each with its label.
    items: Vec<(SummaryItem, Text)>,
) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let title = frame.say(Message::SummaryTitle { count: items.len() });
        let lines = items
            .into_iter()
            .map(|((id, error), label)| {
                let text = format!("{label}: {}", frame.say(Message::Field(error)));
                view! { <li><a href=format!("#{}", id.control())>{text}</a></li> }
            })
            .collect_view();
        view! {
            <div data-part="alert" data-kind="summary" role="alert" id=format!("{screen}-alert") tabindex="-1" autofocus>
                <h2>{title}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}
