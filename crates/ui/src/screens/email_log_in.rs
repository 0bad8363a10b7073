//! Log in by email: the address, and nothing else.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{destination::LocalPath, field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Alert, AlertKind, EmailField, Form, Lead, Link, Nav, Page, Press, Summary, Title},
};

const EMAIL: FieldId = FieldId::new("email-log-in", "email");

/// The screen that asks where to send a log-in link.
pub struct EmailLogIn;

/// What that screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailLogInModel {
    /// The address as typed.
    pub email: String,
    /// What is wrong with it.
    pub email_error: Option<FieldError>,
    /// Seconds until the next mail, after too many.
    pub wait: Option<u64>,
    /// The form was not of this browser session.
    pub stale_form: bool,
    /// The mail that this browser waited for has ended.
    pub mail_ended: bool,
    /// Where to go afterwards.
    pub return_to: Option<LocalPath>,
}

fn typed() -> EmailLogInModel {
    EmailLogInModel { email: "ada@example.org".to_owned(), ..EmailLogInModel::default() }
}

impl Screen for EmailLogIn {
    type Model = EmailLogInModel;

    const NAME: &'static str = "email-log-in";

    const STORIES: &'static [Story<EmailLogInModel>] = &[
        Story { name: "empty", model: EmailLogInModel::default },
        Story {
            name: "nothing-typed",
            model: || EmailLogInModel { email_error: Some(FieldError::Required), ..EmailLogInModel::default() },
        },
        Story {
            name: "malformed-email",
            model: || EmailLogInModel {
                email: "ada@example".to_owned(),
                email_error: Some(FieldError::MalformedEmail),
                ..EmailLogInModel::default()
            },
        },
        Story { name: "rate-limited", model: || EmailLogInModel { wait: Some(600), ..typed() } },
        Story { name: "mail-ended", model: || EmailLogInModel { mail_ended: true, ..EmailLogInModel::default() } },
        Story { name: "stale-form", model: || EmailLogInModel { stale_form: true, ..typed() } },
        Story {
            name: "return-to",
            model: || EmailLogInModel { return_to: "/invoices?page=2".parse().ok(), ..EmailLogInModel::default() },
        },
    ];

    fn title(frame: &Frame, _: &EmailLogInModel) -> Text {
        frame.say(Message::EmailLogInTitle)
    }

    fn view(frame: Frame, model: EmailLogInModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let EmailLogInModel { email, email_error, wait, stale_form, mail_ended, return_to } = model;
        let say = |message| frame.say(message);
        let alert = mail_alert(&frame, Self::NAME, wait, stale_form);
        let ended = mail_ended.then(|| mail_ended_alert(&frame, Self::NAME));
        let items = email_error.map(|error| ((EMAIL, error), say(Message::Email))).into_iter().collect();
        let return_to =
            return_to.map(|path| view! { <input type="hidden" name="return_to" value=String::from(path)/> });
        let [title, lead, send, password] =
            [Message::EmailLogInTitle, Message::EmailLogInLead, Message::SendEmail, Message::UsePassword].map(say);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                {alert}
                {ended}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="email-log-in" action=routes::EMAIL_LOG_IN>
                    {return_to}
                    <EmailField frame=frame id=EMAIL value=email error=email_error/>
                    <Press name="send" text=send/>
                </Form>
                <Nav><Link name="log-in" href=mount.at(routes::LOG_IN) text=password/></Nav>
            </Page>
        }
    }
}

/// What must be noticed where a mail was asked for.
pub fn mail_alert(
    frame: &Frame,
    screen: &'static str,
    wait: Option<u64>,
    stale_form: bool,
) -> Option<impl IntoView + use<>> {
    let notice = match wait {
        Some(wait) => Some((AlertKind::Warn, Message::TooManyMails { wait })),
        None => stale_form.then_some((AlertKind::Info, Message::StaleForm)),
    };
    notice.map(|(kind, message)| view! { <Alert screen=screen kind=kind text=frame.say(message)/> })
}

/// Why a page that waited for a mail is the form again.
pub fn mail_ended_alert(frame: &Frame, screen: &'static str) -> impl IntoView + use<> {
    view! { <Alert screen=screen kind=AlertKind::Info text=frame.say(Message::MailEnded)/> }
}
