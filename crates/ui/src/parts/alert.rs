//! What must be noticed before anything else on the screen.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use crate::{FieldId, Frame, behaviours::Countdown};

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

/// An [`Alert`] about too many tries, with the wait in its sentence. With script the wait counts down.
#[component]
pub fn WaitAlert(
    /// The frame, for the words.
    frame: Frame,
    /// The screen's name, for the alert's id.
    screen: &'static str,
    /// The sentence.
    text: Text,
    /// The seconds in it.
    wait: u64,
) -> impl IntoView {
    let time = frame.say(Message::Wait { seconds: wait });
    // A language that bends the words of the wait keeps its sentence as it is.
    let sentence = match (text.split_once(&*time), u32::try_from(wait)) {
        (Some((before, after)), Ok(wait)) => {
            let [before, time, after] = [before, &time, after].map(str::to_owned);
            let end = frame.say(Message::WaitOver).into_owned();
            view! { <Countdown wait=wait before=before time=time after=after end=end/> }.into_any()
        }
        _ => view! { <p>{text}</p> }.into_any(),
    };
    view! {
        <div data-part="alert" data-kind=AlertKind::Warn.as_str() role="alert" id=format!("{screen}-alert") tabindex="-1" autofocus>
            {sentence}
        </div>
    }
}

/// Something that waits to be done, with the way there. Renders `<div data-part="alert">`.
///
/// It is on the page at every visit, so it takes no focus and interrupts nobody.
#[component]
pub fn Note(
    /// How it is meant.
    kind: AlertKind,
    /// The text.
    text: Text,
    /// The [`Link`](super::Link) to where it is done.
    children: Children,
) -> impl IntoView {
    view! { <div data-part="alert" data-kind=kind.as_str()><p>{text}" "{children()}</p></div> }
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
