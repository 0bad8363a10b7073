//! The mailed link. Opening it changes nothing (L-08); pressing the button does.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::link_over::{cancel, way_out};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Alert, AlertKind, Form, Go, Kind, Lead, Page, PasswordField, PasswordPurpose, Press, Title, UserName},
};

const PASSWORD: FieldId = FieldId::new("confirm-email", "password");

/// The screen behind a mailed link.
pub struct ConfirmEmail;

/// What the screen behind a mailed link shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConfirmEmailModel {
    /// This browser started the sign-up: one press is enough.
    SameBrowser {
        /// The address that is about to be confirmed.
        email: String,
        /// The link's token, which the form carries on.
        token: String,
        /// The form was not of this browser session.
        stale_form: bool,
    },
    /// Another browser started it. Whoever reads the mail must also know the password that was chosen: otherwise a
    /// stranger's sign-up with somebody's address would become an account as soon as that somebody opened the mail (L-10).
    OtherBrowser {
        /// The address that is about to be confirmed.
        email: String,
        /// The link's token, which the form carries on.
        token: String,
        /// What is wrong with the password.
        password_error: Option<FieldError>,
        /// Seconds until the next try, after too many.
        wait: Option<u64>,
        /// The form was not of this browser session.
        stale_form: bool,
    },
    /// The link never was, or nobody remembers: one answer.
    Ended,
}

fn same() -> ConfirmEmailModel {
    let (email, token) = ("ada@example.org".to_owned(), "story".to_owned());
    ConfirmEmailModel::SameBrowser { email, token, stale_form: false }
}

fn other(password_error: Option<FieldError>, wait: Option<u64>) -> ConfirmEmailModel {
    let (email, token) = ("ada@example.org".to_owned(), "story".to_owned());
    ConfirmEmailModel::OtherBrowser { email, token, password_error, wait, stale_form: false }
}

impl Screen for ConfirmEmail {
    type Model = ConfirmEmailModel;

    const NAME: &'static str = "confirm-email";

    const STORIES: &'static [Story<ConfirmEmailModel>] = &[
        Story { name: "same-browser", model: same },
        Story { name: "other-browser", model: || other(None, None) },
        Story { name: "wrong-password", model: || other(Some(FieldError::WrongPassword), None) },
        Story { name: "rate-limited", model: || other(None, Some(60)) },
        Story { name: "ended", model: || ConfirmEmailModel::Ended },
    ];

    fn title(frame: &Frame, model: &ConfirmEmailModel) -> Text {
        frame.say(match model {
            ConfirmEmailModel::Ended => Message::LinkEndedTitle,
            _ => Message::ConfirmTitle,
        })
    }

    fn view(frame: Frame, model: ConfirmEmailModel) -> impl IntoView + 'static {
        let title = Self::title(&frame, &model);
        let content = match model {
            ConfirmEmailModel::SameBrowser { email, token, stale_form } => {
                let lead = frame.say(Message::ConfirmLead { email: &email });
                let alert = stale_form.then_some((AlertKind::Info, Message::StaleForm));
                // Whoever mistyped the address and still reads its mail.
                confirm(&frame, lead, token, None, alert, Message::OrgWrongEmail).into_any()
            }
            ConfirmEmailModel::OtherBrowser { email, token, password_error, wait, stale_form } => {
                let alert = match wait {
                    Some(wait) => Some((AlertKind::Warn, Message::TooManyTries { wait })),
                    None => stale_form.then_some((AlertKind::Info, Message::StaleForm)),
                };
                let hint = frame.say(Message::ConfirmElsewhereHint);
                let password = view! { <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::Current hint=Some(hint) error=password_error/> };
                let user_name = view! { <UserName email=email.clone()/> };
                let lead = frame.say(Message::ConfirmElsewhereLead { email: &email });
                let fields = Some(view! { {user_name}{password} }.into_any());
                confirm(&frame, lead, token, fields, alert, Message::ConfirmElsewhereForgot).into_any()
            }
            ConfirmEmailModel::Ended => ended(&frame).into_any(),
        };
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                {content}
            </Page>
        }
    }
}

fn confirm(
    frame: &Frame,
    lead: Text,
    token: String,
    fields: Option<AnyView>,
    alert: Option<(AlertKind, Message<'_>)>,
    why_again: Message<'_>,
) -> impl IntoView + 'static {
    let alert =
        alert.map(|(kind, message)| view! { <Alert screen=ConfirmEmail::NAME kind=kind text=frame.say(message)/> });
    let button = frame.say(Message::ConfirmButton);
    let again = way_out(frame, why_again, "sign-up", routes::SIGN_UP, Message::SignUpAgain);
    let cancel = cancel(frame);
    let frame = frame.clone();
    view! {
        <Lead text=lead/>
        {alert}
        <Form frame=frame name="confirm-email" action=routes::CONFIRM_EMAIL>
            <input type="hidden" name="token" value=token/>
            {fields}
            <Press name="confirm" text=button/>
        </Form>
        {again}
        {cancel}
    }
}

fn ended(frame: &Frame) -> impl IntoView + 'static {
    let mount = frame.mount;
    let [lead, log_in, again] =
        [Message::LinkEndedLead, Message::LogIn, Message::SignUpAgain].map(|message| frame.say(message));
    view! {
        <Lead text=lead/>
        <Go name="log-in" href=mount.at(routes::LOG_IN) text=log_in/>
        <Go name="sign-up" kind=Kind::Quiet href=mount.at(routes::SIGN_UP) text=again/>
    }
}
