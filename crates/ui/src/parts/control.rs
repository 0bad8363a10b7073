//! The three controls that people type into: address, password, code.

use leptos::prelude::*;
use vestibule_core::field::FieldError;
use vestibule_words::{Message, Text};

use super::Field;
use crate::{
    FieldId, Frame,
    behaviours::{BLANK, CapsLock, CodeInput, EmailHint, PasswordRule, Reveal},
};

/// An email address, which is also the user name for password managers.
#[component]
pub fn EmailField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// The label, if the plain word says too little.
    #[prop(optional)]
    label: Option<Text>,
    /// What was typed before.
    value: String,
    /// What was refused.
    error: Option<FieldError>,
    /// Offers the address that was probably meant: where a new one is typed, with what the server offers by itself.
    #[prop(optional)]
    offer: Option<String>,
) -> impl IntoView {
    let say = |message| frame.say(message).into_owned();
    let blank = BLANK.to_string();
    let hint = offer.map(|offer| {
        view! {
            <EmailHint
                control=id.control()
                offer=offer
                question=say(Message::EmailHint { email: &blank })
                accept=say(Message::EmailHintUse { domain: &blank })
                keep=say(Message::EmailHintKeep { domain: &blank })
            />
        }
    });
    let label = label.unwrap_or_else(|| frame.say(Message::Email));
    view! {
        <Field frame=frame id=id.clone() kind="email" label=label hint=None error=error note=hint>
            <input
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                type="email"
                inputmode="email"
                autocomplete="username"
                autocapitalize="none"
                spellcheck="false"
                required
                aria-describedby=id.described_by(false, error.is_some())
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
                value=value
            />
        </Field>
    }
}

/// Whether a password is known or new: what password managers offer depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordPurpose {
    /// The account's password.
    Current,
    /// A password that is being chosen.
    New,
}

/// A password, with a button to show it and a word about caps lock. What was typed is never sent back.
#[component]
pub fn PasswordField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// Known or new.
    purpose: PasswordPurpose,
    /// The label, if the plain word says too little.
    #[prop(optional)]
    label: Option<Text>,
    /// What helps before typing.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// What was refused.
    error: Option<FieldError>,
    /// The shortest that a new one may be, in code points; a rule says so and ticks itself off.
    #[prop(optional)]
    min: Option<u16>,
    /// A link for those who don't have it. It stands on the label's line, and comes after the control for the keyboard.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let label = label.unwrap_or_else(|| frame.say(Message::Password));
    let beside = children.map(|children| children());
    let say = |message| frame.say(message).into_owned();
    let caps_lock = view! { <CapsLock control=id.control() text=say(Message::CapsLock)/> };
    let reveal = view! {
        <Reveal
            control=id.control()
            show=say(Message::Show)
            show_label=say(Message::ShowPassword)
            hide=say(Message::Hide)
            hide_label=say(Message::HidePassword)
        />
    };
    let rule = min.map(|min| {
        let text = say(Message::PasswordRule { min });
        view! { <PasswordRule id=id.rule() control=id.control() min=u32::from(min) text=text/> }
    });
    let autocomplete = match purpose {
        PasswordPurpose::Current => "current-password",
        PasswordPurpose::New => "new-password",
    };
    let described_by = id.described_by(hint.is_some(), error.is_some());
    let described_by = match (min, described_by) {
        (Some(_), Some(others)) => Some(format!("{} {others}", id.rule())),
        (Some(_), None) => Some(id.rule()),
        (None, others) => others,
    };
    view! {
        <Field frame=frame id=id.clone() kind="password" label=label hint=hint error=error note=view! { {rule}{caps_lock}{beside} }>
            <input
                data-part="control"
                id=id.control()
                name=id.name().to_owned()
                type="password"
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                required
                aria-describedby=described_by
                aria-invalid=error.map(|_| "true")
                autofocus=error.is_some()
            />
            {reveal}
        </Field>
    }
}

/// Whose password or code the form asks for, for password managers: without it they save a new password, or worse a
/// code, under a wrong name. Neither seen nor heard, and not sent.
#[component]
pub fn UserName(
    /// The address.
    email: String,
) -> impl IntoView {
    view! {
        <input type="text" data-name="user-name" autocomplete="username" value=email readonly tabindex="-1" aria-hidden="true"/>
    }
}

/// A code of six digits: mailed, or shown by an app.
#[component]
pub fn CodeField(
    /// The frame, for the words.
    frame: Frame,
    /// The field's ids.
    id: FieldId,
    /// The label, where the code isn't a mailed one.
    #[prop(optional)]
    label: Option<Text>,
    /// What helps before typing, where the code isn't a mailed one.
    #[prop(optional)]
    hint: Option<Text>,
    /// The refused code, shown again.
    value: String,
    /// What was refused.
    error: Option<FieldError>,
    /// Something else has to be read first: the control doesn't take the focus when the page opens.
    #[prop(optional)]
    later: bool,
) -> impl IntoView {
    let label = label.unwrap_or_else(|| frame.say(Message::CodeLabel));
    let hint = hint.unwrap_or_else(|| frame.say(Message::CodeHint));
    view! {
        <Field frame=frame id=id.clone() kind="code" label=label hint=Some(hint) error=error note=()>
            <CodeInput
                id=id.control()
                name=id.name().to_owned()
                described_by=id.described_by(true, error.is_some())
                invalid=error.is_some()
                value=value
                first=!later || error.is_some()
            />
        </Field>
    }
}
