//! Another address: for an account, or for one whose address was never proven.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Account, Alert, AlertKind, EmailField, Form, Lead, Link, Nav, Page, Press, Title},
};

const EMAIL: FieldId = FieldId::new("account-email", "email");

/// The screen of another address.
pub struct ChangeEmail;

/// What the screen of another address shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeEmailModel {
    /// The address so far.
    pub current: String,
    /// The new one as typed.
    pub email: String,
    /// What is wrong with it.
    pub email_error: Option<FieldError>,
    /// Where the screen stands.
    pub place: ChangeEmailPlace,
    /// Seconds until the next mail, after too many.
    pub wait: Option<u64>,
    /// The form was not of this browser session.
    pub stale_form: bool,
    /// Where a link is on its way to.
    pub sent_to: Option<String>,
}

/// Where an address is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeEmailPlace {
    /// Within the account: the old address stays until the new one is proven.
    Account,
    /// Before the first proof: the old address was perhaps never right.
    Unconfirmed,
}

fn ada(place: ChangeEmailPlace) -> ChangeEmailModel {
    ChangeEmailModel {
        current: "ada@example.org".to_owned(),
        email: String::new(),
        email_error: None,
        place,
        wait: None,
        stale_form: false,
        sent_to: None,
    }
}

fn refused(email: &str, error: FieldError) -> ChangeEmailModel {
    ChangeEmailModel { email: email.to_owned(), email_error: Some(error), ..ada(ChangeEmailPlace::Account) }
}

impl Screen for ChangeEmail {
    type Model = ChangeEmailModel;

    const NAME: &'static str = "account-email";

    const STORIES: &'static [Story<ChangeEmailModel>] = &[
        Story { name: "account", model: || ada(ChangeEmailPlace::Account) },
        Story { name: "unconfirmed", model: || ada(ChangeEmailPlace::Unconfirmed) },
        Story { name: "nothing-typed", model: || refused("", FieldError::Required) },
        Story { name: "malformed-email", model: || refused("ada@lovelace", FieldError::MalformedEmail) },
        Story { name: "same-email", model: || refused("ada@example.org", FieldError::SameEmail) },
        Story {
            name: "sent",
            model: || ChangeEmailModel {
                sent_to: Some("ada@lovelace.example".to_owned()),
                ..ada(ChangeEmailPlace::Account)
            },
        },
        Story {
            name: "rate-limited",
            model: || ChangeEmailModel { wait: Some(600), ..ada(ChangeEmailPlace::Account) },
        },
        Story {
            name: "stale-form",
            model: || ChangeEmailModel { stale_form: true, ..ada(ChangeEmailPlace::Unconfirmed) },
        },
        Story {
            name: "long-address",
            model: || {
                let email = "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned();
                ChangeEmailModel { current: email.clone(), sent_to: Some(email), ..ada(ChangeEmailPlace::Account) }
            },
        },
    ];

    fn title(frame: &Frame, _: &ChangeEmailModel) -> Text {
        frame.say(Message::ChangeEmailTitle)
    }

    fn view(frame: Frame, model: ChangeEmailModel) -> impl IntoView + 'static {
        let ChangeEmailModel { current, email, email_error, place, wait, stale_form, sent_to } = model;
        let notice = match (wait, stale_form, &sent_to) {
            (Some(wait), _, _) => Some((AlertKind::Warn, Message::TooManyMails { wait })),
            (None, true, _) => Some((AlertKind::Info, Message::StaleForm)),
            (None, false, Some(email)) => Some((AlertKind::Good, Message::EmailChangeStarted { email })),
            (None, false, None) => None,
        };
        let alert =
            notice.map(|(kind, message)| view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> });
        let (lead, action, back, (name, href)) = match place {
            ChangeEmailPlace::Account => {
                (Message::ChangeEmailLead, routes::ACCOUNT_EMAIL, Message::BackToAccount, ("account", routes::ACCOUNT))
            }
            ChangeEmailPlace::Unconfirmed => (
                Message::ChangeEmailUnconfirmedLead,
                routes::CONFIRM_EMAIL_CHANGE,
                Message::ChangeEmailBack,
                ("confirm-email", routes::CONFIRM_EMAIL),
            ),
        };
        let [title, lead, label, button, back] =
            [Message::ChangeEmailTitle, lead, Message::ChangeEmailLabel, Message::ChangeEmailButton, back]
                .map(|message| frame.say(message));
        let href = frame.at(href);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=current/>
                {alert}
                <Form frame=frame.clone() name="change-email" action=action>
                    <EmailField frame=frame id=EMAIL label=label value=email error=email_error/>
                    <Press name="change-email" text=button/>
                </Form>
                <Nav><Link name=name href=href text=back/></Nav>
            </Page>
        }
    }
}
