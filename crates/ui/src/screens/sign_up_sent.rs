//! A sign-up waits for its mailed code: code entry, another mail, another address.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    behaviours::Resend,
    parts::{Account, Alert, AlertKind, CodeField, Form, Lead, Link, Page, Press, Title, UserName},
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
    pub notice: Option<SignUpSentNotice>,
    /// Seconds until another mail may be sent.
    pub resend_wait: u64,
}

/// What just happened to a waiting sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignUpSentNotice {
    /// Another mail is on its way.
    SentAgain,
    /// It is too soon for another mail.
    TooSoon {
        /// Seconds until it isn't.
        wait: u64,
    },
    /// Too many codes were typed.
    TooManyCodes {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
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
            model: || SignUpSentModel { notice: Some(SignUpSentNotice::SentAgain), resend_wait: 60, ..ada() },
        },
        Story {
            name: "too-soon",
            model: || SignUpSentModel {
                notice: Some(SignUpSentNotice::TooSoon { wait: 21 }),
                resend_wait: 21,
                ..ada()
            },
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
            model: || SignUpSentModel { notice: Some(SignUpSentNotice::TooManyCodes { wait: 120 }), ..ada() },
        },
        Story { name: "stale-form", model: || SignUpSentModel { notice: Some(SignUpSentNotice::StaleForm), ..ada() } },
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
        let SignUpSentModel { email, code, code_error, notice, resend_wait } = model;
        let alert = notice.map(|notice| {
            let (kind, message) = match notice {
                SignUpSentNotice::SentAgain => (AlertKind::Good, Message::SentAgain),
                SignUpSentNotice::TooSoon { wait } => (AlertKind::Warn, Message::SendAgainTooSoon { wait }),
                SignUpSentNotice::TooManyCodes { wait } => (AlertKind::Warn, Message::TooManyCodes { wait }),
                SignUpSentNotice::StaleForm => (AlertKind::Info, Message::StaleForm),
            };
            view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> }
        });
        let [title, lead, change, confirm] =
            [Message::SentTitle, Message::SentLead, Message::Change, Message::ConfirmCode]
                .map(|message| frame.say(message));
        let resend = resend(&frame, resend_wait);
        let resend_frame = frame.clone();
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()>
                    <Link name="change-address" href=routes::SIGN_UP text=change/>
                </Account>
                {alert}
                <Form frame=frame.clone() name="code" action=routes::SIGN_UP_SENT>
                    <UserName email=email/>
                    <CodeField frame=frame id=CODE value=code error=code_error/>
                    <Press name="confirm" text=confirm/>
                </Form>
                <Form frame=resend_frame name="resend" action=routes::SIGN_UP_RESEND>
                    {resend}
                </Form>
            </Page>
        }
    }
}

/// The button for another mail. It is given its few sentences, so that the browser needs no catalogue.
fn resend(frame: &Frame, wait: u64) -> impl IntoView + use<> {
    // A limit of more than a hundred years is no wait but a refusal.
    let wait = u32::try_from(wait).unwrap_or(u32::MAX);
    let say = |message| frame.say(message).into_owned();
    let heard = |wait: u32| match wait {
        0 => say(Message::SendAgainNow),
        _ => say(Message::SendAgainIn { wait: wait.into() }),
    };
    let [start, half, end] = [heard(wait), heard(wait / 2), heard(0)];
    view! { <Resend id="sign-up-sent-resend".to_owned() wait=wait text=say(Message::SendAgain) start=start half=half end=end/> }
}
