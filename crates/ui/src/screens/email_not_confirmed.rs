//! An account whose address isn't proven: a code, another mail, another address, or out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::{
    leave::leave,
    sent::{SendAgain, SentNotice, go_on, open_mail, sent_alert},
};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Account, Alert, AlertKind, CodeField, Form, Lead, Link, Page, Press, Title, UserName},
};

const CODE: FieldId = FieldId::new("email-not-confirmed", "code");

/// The screen of an address that isn't proven.
pub struct EmailNotConfirmed;

/// What that screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailNotConfirmedModel {
    /// The address.
    pub email: String,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What just happened.
    pub notice: Option<SentNotice>,
    /// Seconds until another mail may be sent.
    pub resend_wait: u64,
    /// A mail is on its way to this browser's account; otherwise one has to be asked for first.
    pub sent: bool,
    /// A link was opened that is good for nothing any more.
    pub link_ended: bool,
}

fn ada() -> EmailNotConfirmedModel {
    EmailNotConfirmedModel { email: "ada@example.org".to_owned(), sent: true, ..EmailNotConfirmedModel::default() }
}

fn noticed(notice: SentNotice) -> EmailNotConfirmedModel {
    EmailNotConfirmedModel { notice: Some(notice), ..ada() }
}

impl Screen for EmailNotConfirmed {
    type Model = EmailNotConfirmedModel;

    const NAME: &'static str = "email-not-confirmed";

    const STORIES: &'static [Story<EmailNotConfirmedModel>] = &[
        Story { name: "just-sent", model: || EmailNotConfirmedModel { resend_wait: 30, ..ada() } },
        Story { name: "not-sent", model: || EmailNotConfirmedModel { sent: false, ..ada() } },
        Story {
            name: "wrong-code",
            model: || EmailNotConfirmedModel {
                code: "482913".to_owned(),
                code_error: Some(FieldError::WrongCode),
                ..ada()
            },
        },
        Story {
            name: "nothing-typed",
            model: || EmailNotConfirmedModel { code_error: Some(FieldError::Required), ..ada() },
        },
        Story {
            name: "known-mailbox",
            model: || EmailNotConfirmedModel { email: "ada@outlook.com".to_owned(), ..ada() },
        },
        Story { name: "sent-again", model: || noticed(SentNotice::SentAgain) },
        Story { name: "too-soon", model: || noticed(SentNotice::TooSoon { wait: 21 }) },
        Story { name: "rate-limited", model: || noticed(SentNotice::TooManyCodes { wait: 120 }) },
        Story { name: "stale-form", model: || noticed(SentNotice::StaleForm) },
        Story { name: "link-ended", model: || EmailNotConfirmedModel { link_ended: true, ..ada() } },
    ];

    fn title(frame: &Frame, _: &EmailNotConfirmedModel) -> Text {
        frame.say(Message::ConfirmTitle)
    }

    fn view(frame: Frame, model: EmailNotConfirmedModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let EmailNotConfirmedModel { email, code, code_error, notice, resend_wait, sent, link_ended } = model;
        let link_ended = (link_ended && notice.is_none()).then(|| {
            let text = frame.say(Message::EmailNotConfirmedLinkEnded);
            view! { <Alert screen=Self::NAME kind=AlertKind::Info text=text/> }
        });
        let alert = sent_alert(&frame, Self::NAME, notice);
        // The first mail is what this screen is for, until it is sent.
        let mail = if sent {
            view! { <SendAgain frame=frame.clone() screen=Self::NAME action=routes::CONFIRM_EMAIL_RESEND wait=resend_wait/> }
                .into_any()
        } else {
            let send = frame.say(Message::SendEmail);
            view! {
                <Form frame=frame.clone() name="resend" action=routes::CONFIRM_EMAIL_RESEND>
                    <input type="hidden" name="again" value="yes"/>
                    <Press name="resend" text=send/>
                </Form>
            }
            .into_any()
        };
        let lead = if sent { Message::EmailNotConfirmedLead } else { Message::EmailNotConfirmedNotSent };
        let [title, lead, change, confirm] =
            [Message::ConfirmTitle, lead, Message::Change, Message::ConfirmCode].map(|message| frame.say(message));
        let leave = leave(&frame);
        let open_mail = sent.then(|| open_mail(&frame, &email));
        let go_on = sent.then(|| go_on(&frame, routes::CONFIRM_EMAIL, routes::CONFIRM_EMAIL_WAITING));
        let (code_frame, user) = (frame.clone(), email.clone());
        let code = sent.then(move || {
            view! {
                <Form frame=code_frame.clone() name="code" action=routes::CONFIRM_EMAIL>
                    <UserName email=user/>
                    <CodeField frame=code_frame id=CODE value=code error=code_error/>
                    <Press name="confirm" text=confirm/>
                </Form>
            }
        });
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email>
                    <Link name="change-address" href=mount.at(routes::CONFIRM_EMAIL_CHANGE) text=change/>
                </Account>
                {alert}
                {open_mail}
                {link_ended}
                {code}
                {mail}
                {go_on}
                {leave}
            </Page>
        }
    }
}
