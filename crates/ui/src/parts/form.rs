//! Forms and the buttons that send them.

use leptos::prelude::*;
use vestibule_words::Text;

use crate::{Frame, behaviours::Submit};

/// A form of ours: posts to `action` with the browser's form token. Renders `<form data-part="form">`.
///
/// Fields are marked as required for assistive technology, but the browser's own bubbles are off: our messages stand
/// beside the fields, in the page's language, with and without script.
#[component]
pub fn Form(
    /// The frame, for the form token.
    frame: Frame,
    /// What the form does, as a word for designers and tests.
    name: &'static str,
    /// Where it posts: one of our routes.
    action: &'static str,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    let action = frame.at(action);
    view! {
        <form data-part="form" data-name=name method="post" action=action novalidate>
            <input type="hidden" name="form_token" value=frame.form_token/>
            {children()}
        </form>
    }
}

/// The weight of a button.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// What most people came to do; one a screen.
    #[default]
    Primary,
    /// Another way.
    Secondary,
    /// A small matter.
    Quiet,
    /// What takes something away.
    Danger,
}

impl Kind {
    /// The word for it in `data-kind`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// The row with the button that sends the form. Renders `<div data-part="actions">` around a [`Submit`].
#[component]
pub fn Press(
    /// What the button does, as a word for designers and tests.
    name: &'static str,
    /// Its weight.
    #[prop(optional)]
    kind: Kind,
    /// Its text.
    text: Text,
) -> impl IntoView {
    view! {
        <div data-part="actions">
            <Submit name=name.to_owned() kind=kind.as_str().to_owned() text=text.into_owned()/>
        </div>
    }
}

/// A link that looks like a button, where nothing is posted. Renders `<div data-part="actions">` around
/// `<a data-part="button">`.
#[component]
pub fn Go(
    /// Where it leads, as a word for designers and tests.
    name: &'static str,
    /// Its weight.
    #[prop(optional)]
    kind: Kind,
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its text.
    text: Text,
) -> impl IntoView {
    view! {
        <div data-part="actions">
            <a data-part="button" data-kind=kind.as_str() data-name=name data-state="idle" href=href>{text}</a>
        </div>
    }
}

/// The button of a form within an [`Item`](super::Item): of many alike, so it is called by what it would do to which
/// one. Renders `<button data-part="button">`.
///
/// It is no behaviour: what it does may be done twice, and a long list would carry as many islands.
#[component]
pub fn PressItem(
    /// What the button does, as a word for designers and tests.
    name: &'static str,
    /// Its weight.
    #[prop(default = Kind::Secondary)]
    kind: Kind,
    /// Its text.
    text: Text,
    /// What it is called; begins with the text (WCAG 2.5.3).
    label: Text,
) -> impl IntoView {
    view! {
        <button data-part="button" data-kind=kind.as_str() data-name=name data-state="idle" type="submit" aria-label=label>
            {text}
        </button>
    }
}
