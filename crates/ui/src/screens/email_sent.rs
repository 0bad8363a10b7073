//! A link and a code are on their way, if the address has an account: the same page for every address (E-04).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{challenge::Purpose, field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::sent::{SendAgain, SentNotice, go_on, open_mail, sent_alert};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Account, CodeField, Form, Lead, Link, Nav, Page, Press, Title, UserName},
};

const CODE: FieldId = FieldId::new("email-sent", "code");

/// The screen of a mail that waits to be answered.
pub struct EmailSent;

/// What the screen of a waiting mail shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailSentModel {
    /// What the answer is good for: logging in or a new password.
    pub purpose: Purpose,
    /// The address as typed.
    pub email: String,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What just happened.
    pub notice: Option<SentNotice>,
    /// Seconds until another mail may be sent.
    pub resend_wait: u64,
    /// So many mails were sent that another way is offered.
    pub other_way: bool,
}

fn sent(purpose: Purpose) -> EmailSentModel {
    EmailSentModel {
        purpose,
        email: "ada@example.org".to_owned(),
        code: String::new(),
        code_error: None,
        notice: None,
        resend_wait: 0,
        other_way: false,
    }
}

fn noticed(notice: SentNotice) -> EmailSentModel {
    EmailSentModel { notice: Some(notice), ..sent(Purpose::LogIn) }
}

impl Screen for EmailSent {
    type Model = EmailSentModel;

    const NAME: &'static str = "email-sent";

    const STORIES: &'static [Story<EmailSentModel>] = &[
        Story { name: "log-in", model: || EmailSentModel { resend_wait: 30, ..sent(Purpose::LogIn) } },
        Story { name: "reset-password", model: || EmailSentModel { resend_wait: 30, ..sent(Purpose::ResetPassword) } },
        Story { name: "can-resend", model: || sent(Purpose::LogIn) },
        Story {
            name: "wrong-code",
            model: || EmailSentModel {
                code: "482913".to_owned(),
                code_error: Some(FieldError::WrongCode),
                ..sent(Purpose::LogIn)
            },
        },
        Story {
            name: "malformed-code",
            model: || EmailSentModel {
                code: "4829".to_owned(),
                code_error: Some(FieldError::MalformedCode),
                ..sent(Purpose::ResetPassword)
            },
        },
        Story { name: "sent-again", model: || noticed(SentNotice::SentAgain) },
        Story { name: "too-soon", model: || noticed(SentNotice::TooSoon { wait: 21 }) },
        Story { name: "rate-limited", model: || noticed(SentNotice::TooManyCodes { wait: 120 }) },
        Story { name: "stale-form", model: || noticed(SentNotice::StaleForm) },
        Story { name: "other-way-log-in", model: || EmailSentModel { other_way: true, ..sent(Purpose::LogIn) } },
        Story { name: "other-way-reset", model: || EmailSentModel { other_way: true, ..sent(Purpose::ResetPassword) } },
        Story {
            name: "known-mailbox",
            model: || EmailSentModel { email: "ada@proton.me".to_owned(), ..sent(Purpose::LogIn) },
        },
        Story {
            name: "long-address",
            model: || EmailSentModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                ..sent(Purpose::LogIn)
            },
        },
    ];

    fn title(frame: &Frame, _: &EmailSentModel) -> Text {
        frame.say(Message::SentTitle)
    }

    fn view(frame: Frame, model: EmailSentModel) -> impl IntoView + 'static {
        let EmailSentModel { purpose, email, code, code_error, notice, resend_wait, other_way } = model;
        let mount = frame.mount;
        let say = |message| frame.say(message);
        let is_log_in = purpose == Purpose::LogIn;
        let (lead, here, asks, asked) = if is_log_in {
            (Message::SentLogInLead, routes::EMAIL_LOG_IN_SENT, routes::EMAIL_LOG_IN_WAITING, routes::EMAIL_LOG_IN)
        } else {
            (
                Message::SentResetLead,
                routes::FORGOT_PASSWORD_SENT,
                routes::FORGOT_PASSWORD_WAITING,
                routes::FORGOT_PASSWORD,
            )
        };
        let alert = sent_alert(&frame, Self::NAME, notice);
        let open_mail = open_mail(&frame, &email);
        let go_on = go_on(&frame, here, asks);
        let again = view! { <SendAgain frame=frame.clone() screen=Self::NAME action=here wait=resend_wait/> };
        let other_way = other_way.then(|| {
            let (text, href, name) = if is_log_in {
                (Message::UsePassword, routes::LOG_IN, "log-in")
            } else {
                (Message::LogInByEmail, routes::EMAIL_LOG_IN, "email-log-in")
            };
            let [question, text] = [Message::SentOtherWay, text].map(say);
            view! { <Nav text=question><Link name=name href=mount.at(href) text=text/></Nav> }
        });
        let [title, lead, change, confirm, nothing] =
            [Message::SentTitle, lead, Message::Change, Message::ConfirmCode, Message::SentNothing].map(say);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()>
                    <Link name="change-address" href=mount.at(asked) text=change/>
                </Account>
                {alert}
                {open_mail}
                <Form frame=frame.clone() name="code" action=here>
                    <UserName email=email/>
                    <CodeField frame=frame id=CODE value=code error=code_error/>
                    <Press name="confirm" text=confirm/>
                </Form>
                {again}
                {go_on}
                <p data-part="hint">{nothing}</p>
                {other_way}
            </Page>
        }
    }
}
