//! A sign-up waits for its mailed code: code entry, another mail, another address.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::sent::{SendAgain, SentNotice, go_on, open_mail, sent_alert};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Account, CodeField, Form, Lead, Link, Page, Press, Title, UserName},
};

const CODE: FieldId = FieldId::new("sign-up-sent", "code");

/// The screen of a sign-up that waits.
pub struct SignUpSent;

/// What the screen of a waiting sign-up shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpSentModel {
    /// The address that the mail went to.
    pub email: String,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What just happened.
    pub notice: Option<SentNotice>,
    /// Seconds until another mail may be sent.
    pub resend_wait: u64,
}

fn ada() -> SignUpSentModel {
    SignUpSentModel { email: "ada@example.org".to_owned(), ..SignUpSentModel::default() }
}

impl Screen for SignUpSent {
    type Model = SignUpSentModel;

    const NAME: &'static str = "sign-up-sent";

    const STORIES: &'static [Story<SignUpSentModel>] = &[
        Story { name: "just-sent", model: || SignUpSentModel { resend_wait: 30, ..ada() } },
        Story { name: "can-resend", model: ada },
        Story {
            name: "sent-again",
            model: || SignUpSentModel { notice: Some(SentNotice::SentAgain), resend_wait: 60, ..ada() },
        },
        Story {
            name: "too-soon",
            model: || SignUpSentModel { notice: Some(SentNotice::TooSoon { wait: 21 }), resend_wait: 21, ..ada() },
        },
        Story {
            name: "wrong-code",
            model: || SignUpSentModel { code: "482913".to_owned(), code_error: Some(FieldError::WrongCode), ..ada() },
        },
        Story {
            name: "malformed-code",
            model: || SignUpSentModel { code: "4829".to_owned(), code_error: Some(FieldError::MalformedCode), ..ada() },
        },
        Story { name: "nothing-typed", model: || SignUpSentModel { code_error: Some(FieldError::Required), ..ada() } },
        Story {
            name: "rate-limited",
            model: || SignUpSentModel { notice: Some(SentNotice::TooManyCodes { wait: 120 }), ..ada() },
        },
        Story { name: "stale-form", model: || SignUpSentModel { notice: Some(SentNotice::StaleForm), ..ada() } },
        Story { name: "known-mailbox", model: || SignUpSentModel { email: "ada@gmail.com".to_owned(), ..ada() } },
        Story {
            name: "long-address",
            model: || SignUpSentModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                ..SignUpSentModel::default()
            },
        },
    ];

    fn title(frame: &Frame, _: &SignUpSentModel) -> Text {
        frame.say(Message::SentTitle)
    }

    fn view(frame: Frame, model: SignUpSentModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let SignUpSentModel { email, code, code_error, notice, resend_wait } = model;
        let alert = sent_alert(&frame, Self::NAME, notice);
        let open_mail = open_mail(&frame, &email);
        let go_on = go_on(&frame, routes::SIGN_UP_SENT, routes::SIGN_UP_WAITING);
        let [title, lead, change, confirm] =
            [Message::SentTitle, Message::SentLead, Message::Change, Message::ConfirmCode]
                .map(|message| frame.say(message));
        let again =
            view! { <SendAgain frame=frame.clone() screen=Self::NAME action=routes::SIGN_UP_RESEND wait=resend_wait/> };
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()>
                    <Link name="change-address" href=mount.at(routes::SIGN_UP) text=change/>
                </Account>
                {alert}
                {open_mail}
                <Form frame=frame.clone() name="code" action=routes::SIGN_UP_SENT>
                    <UserName email=email/>
                    <CodeField frame=frame id=CODE value=code error=code_error/>
                    <Press name="confirm" text=confirm/>
                </Form>
                {again}
                {go_on}
            </Page>
        }
    }
}
