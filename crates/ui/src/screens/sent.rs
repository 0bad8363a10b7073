//! What every screen has in common that waits for a mailed code.

#![expect(unreachable_pub, reason = "the component macro writes a second, hidden function with the same visibility")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::mail_provider;
use vestibule_words::Message;

use crate::{
    Frame,
    behaviours::{GoOn, Resend},
    parts::{Alert, AlertKind, Form, Nav},
};

/// What just happened to a mail that waits to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentNotice {
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

/// What just happened, where it must be noticed.
pub fn sent_alert(frame: &Frame, screen: &'static str, notice: Option<SentNotice>) -> Option<impl IntoView + use<>> {
    notice.map(|notice| {
        let (kind, message) = match notice {
            SentNotice::SentAgain => (AlertKind::Good, Message::SentAgain),
            SentNotice::TooSoon { wait } => (AlertKind::Warn, Message::SendAgainTooSoon { wait }),
            SentNotice::TooManyCodes { wait } => (AlertKind::Warn, Message::TooManyCodes { wait }),
            SentNotice::StaleForm => (AlertKind::Info, Message::StaleForm),
        };
        view! { <Alert screen=screen kind=kind text=frame.say(message)/> }
    })
}

/// The form for another mail. Its button is given its few sentences, so that the browser needs no catalogue.
#[component]
pub fn SendAgain(
    /// The frame, for the words.
    frame: Frame,
    /// The screen's name, for the id of what is heard.
    screen: &'static str,
    /// Where it posts.
    action: &'static str,
    /// Seconds until another mail may be sent.
    wait: u64,
    /// Where to go after the code, if the form has to carry it.
    #[prop(optional, into)]
    return_to: Option<String>,
) -> impl IntoView {
    // A limit of more than a hundred years is no wait but a refusal.
    let wait = u32::try_from(wait).unwrap_or(u32::MAX);
    let say = |message| frame.say(message).into_owned();
    let heard = |wait: u32| match wait {
        0 => say(Message::SendAgainNow),
        _ => say(Message::SendAgainIn { wait: wait.into() }),
    };
    let [start, half, end] = [heard(wait), heard(wait / 2), heard(0)];
    let text = say(Message::SendAgain);
    let return_to = return_to.map(|to| view! { <input type="hidden" name="return_to" value=to/> });
    view! {
        <Form frame=frame name="resend" action=action>
            <input type="hidden" name="again" value="yes"/>
            {return_to}
            <Resend id=format!("{screen}-resend") wait=wait text=text start=start half=half end=end/>
        </Form>
    }
}

/// The way to the mail of a well-known domain.
pub fn open_mail(frame: &Frame, email: &str) -> Option<impl IntoView + use<>> {
    mail_provider::of(email).map(|provider| {
        let text = frame.say(Message::OpenMail { provider: provider.name });
        view! {
            <div data-part="actions">
                <a
                    data-part="button"
                    data-kind="secondary"
                    data-name="open-mail"
                    data-state="idle"
                    href=provider.url
                    target="_blank"
                    rel="noopener noreferrer"
                >
                    {text}
                </a>
            </div>
        }
    })
}

/// The way on for those who have used the link in the mail: `page` again, which leads there.
pub fn go_on(frame: &Frame, page: &'static str, asks: &'static str) -> impl IntoView + use<> {
    let [question, text] = [Message::LinkUsed, Message::Continue].map(|message| frame.say(message));
    let (href, asks) = (frame.at(page), frame.at(asks));
    view! { <Nav text=question><GoOn href=href asks=asks text=text.into_owned()/></Nav> }
}
