//! Log in: address and password together, so that a password manager fills both at once.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{destination::LocalPath, field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Alert, AlertKind, EmailField, Form, Link, Nav, Page, PasswordField, PasswordPurpose, Press, Summary, Title,
    },
};

const EMAIL: FieldId = FieldId::new("log-in", "email");
const PASSWORD: FieldId = FieldId::new("log-in", "password");

/// The log-in screen.
pub struct LogIn;

/// What the log-in screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInModel {
    /// The address as typed.
    pub email: String,
    /// What is wrong with the address.
    pub email_error: Option<FieldError>,
    /// What is wrong with the password as typed, before anything was compared.
    pub password_error: Option<FieldError>,
    /// Why the last try was refused.
    pub refusal: Option<LogInRefusal>,
    /// What brought the person here.
    pub notice: Option<LogInNotice>,
    /// Where to go afterwards.
    pub return_to: Option<LocalPath>,
}

/// Why a log-in was refused. Before proof there is one answer for an unknown address, a wrong password and a locked
/// account (E-01); the count of tries is kept by the typed address and tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInRefusal {
    /// Address and password don't match, for whatever reason.
    DontMatch,
    /// Too many tries.
    TooManyTries {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
}

/// What brought a person to the log-in screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInNotice {
    /// They logged out.
    LoggedOut,
    /// Their mailbox is proven, but this browser has no session.
    AlreadyConfirmed,
}

impl Screen for LogIn {
    type Model = LogInModel;

    const NAME: &'static str = "log-in";

    const STORIES: &'static [Story<LogInModel>] = &[
        Story { name: "empty", model: LogInModel::default },
        Story {
            name: "nothing-typed",
            model: || LogInModel {
                email_error: Some(FieldError::Required),
                password_error: Some(FieldError::Required),
                ..LogInModel::default()
            },
        },
        Story {
            name: "malformed-email",
            model: || LogInModel {
                email: "ada@example".to_owned(),
                email_error: Some(FieldError::MalformedEmail),
                ..LogInModel::default()
            },
        },
        Story {
            name: "wrong-password",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::DontMatch),
                ..LogInModel::default()
            },
        },
        Story {
            name: "rate-limited",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::TooManyTries { wait: 45 }),
                ..LogInModel::default()
            },
        },
        Story {
            name: "stale-form",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::StaleForm),
                ..LogInModel::default()
            },
        },
        Story {
            name: "logged-out",
            model: || LogInModel { notice: Some(LogInNotice::LoggedOut), ..LogInModel::default() },
        },
        Story {
            name: "already-confirmed",
            model: || LogInModel { notice: Some(LogInNotice::AlreadyConfirmed), ..LogInModel::default() },
        },
        Story {
            name: "return-to",
            model: || LogInModel { return_to: "/invoices?page=2".parse().ok(), ..LogInModel::default() },
        },
        Story {
            name: "long-address",
            model: || LogInModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                refusal: Some(LogInRefusal::DontMatch),
                ..LogInModel::default()
            },
        },
    ];

    fn title(frame: &Frame, _: &LogInModel) -> Text {
        frame.say(Message::LogIn)
    }

    fn view(frame: Frame, model: LogInModel) -> impl IntoView + 'static {
        let LogInModel { email, email_error, password_error, refusal, notice, return_to } = model;
        let say = |message| frame.say(message);
        let refused = [(EMAIL, email_error, Message::Email), (PASSWORD, password_error, Message::Password)];
        let items = refused.into_iter().filter_map(|(id, error, label)| Some(((id, error?), say(label)))).collect();
        let alert = match (refusal, notice) {
            (Some(LogInRefusal::DontMatch), _) => Some((AlertKind::Danger, say(Message::DontMatch))),
            (Some(LogInRefusal::TooManyTries { wait }), _) => {
                Some((AlertKind::Warn, say(Message::TooManyTries { wait })))
            }
            (Some(LogInRefusal::StaleForm), _) => Some((AlertKind::Info, say(Message::StaleForm))),
            (None, Some(LogInNotice::LoggedOut)) => Some((AlertKind::Good, say(Message::LoggedOut))),
            (None, Some(LogInNotice::AlreadyConfirmed)) => Some((AlertKind::Good, say(Message::AlreadyConfirmed))),
            (None, None) => None,
        };
        let alert = alert.map(|(kind, text)| view! { <Alert screen=Self::NAME kind=kind text=text/> });
        let return_to =
            return_to.map(|path| view! { <input type="hidden" name="return_to" value=String::from(path)/> });
        let [title, no_account, sign_up, log_in] =
            [Message::LogInTitle, Message::LogInNoAccount, Message::CreateAccount, Message::LogIn].map(say);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="log-in" action=routes::LOG_IN>
                    {return_to}
                    <EmailField frame=frame.clone() id=EMAIL value=email error=email_error/>
                    <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::Current hint=None error=password_error/>
                    <Press name="log-in" text=log_in/>
                </Form>
                <Nav text=no_account>
                    <Link name="sign-up" href=routes::SIGN_UP text=sign_up/>
                </Nav>
            </Page>
        }
    }
}
