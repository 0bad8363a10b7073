//! A forgotten password: the address that a link for a new one goes to.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::email_log_in::{mail_alert, mail_ended_alert};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{EmailField, Form, Lead, Link, Nav, Page, Press, Summary, Title},
};

const EMAIL: FieldId = FieldId::new("forgot-password", "email");

/// The screen of a forgotten password.
pub struct ForgotPassword;

/// What the screen of a forgotten password shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgotPasswordModel {
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
}

fn typed() -> ForgotPasswordModel {
    ForgotPasswordModel { email: "ada@example.org".to_owned(), ..ForgotPasswordModel::default() }
}

impl Screen for ForgotPassword {
    type Model = ForgotPasswordModel;

    const NAME: &'static str = "forgot-password";

    const STORIES: &'static [Story<ForgotPasswordModel>] = &[
        Story { name: "empty", model: ForgotPasswordModel::default },
        Story {
            name: "nothing-typed",
            model: || ForgotPasswordModel { email_error: Some(FieldError::Required), ..ForgotPasswordModel::default() },
        },
        Story {
            name: "malformed-email",
            model: || ForgotPasswordModel {
                email: "ada.example.org".to_owned(),
                email_error: Some(FieldError::MalformedEmail),
                ..ForgotPasswordModel::default()
            },
        },
        Story { name: "rate-limited", model: || ForgotPasswordModel { wait: Some(600), ..typed() } },
        Story {
            name: "mail-ended",
            model: || ForgotPasswordModel { mail_ended: true, ..ForgotPasswordModel::default() },
        },
        Story { name: "stale-form", model: || ForgotPasswordModel { stale_form: true, ..typed() } },
    ];

    fn title(frame: &Frame, _: &ForgotPasswordModel) -> Text {
        frame.say(Message::ForgotPasswordTitle)
    }

    fn view(frame: Frame, model: ForgotPasswordModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let ForgotPasswordModel { email, email_error, wait, stale_form, mail_ended } = model;
        let say = |message| frame.say(message);
        let alert = mail_alert(&frame, Self::NAME, wait, stale_form);
        let ended = mail_ended.then(|| mail_ended_alert(&frame, Self::NAME));
        let items = email_error.map(|error| ((EMAIL, error), say(Message::Email))).into_iter().collect();
        let [title, lead, send, remember, log_in] = [
            Message::ForgotPasswordTitle,
            Message::ForgotPasswordLead,
            Message::SendEmail,
            Message::ForgotPasswordRemember,
            Message::LogIn,
        ]
        .map(say);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                {alert}
                {ended}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="forgot-password" action=routes::FORGOT_PASSWORD>
                    <EmailField frame=frame id=EMAIL value=email error=email_error/>
                    <Press name="send" text=send/>
                </Form>
                <Nav text=remember><Link name="log-in" href=mount.at(routes::LOG_IN) text=log_in/></Nav>
            </Page>
        }
    }
}
