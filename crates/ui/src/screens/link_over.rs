//! A mailed link that was good once: what became of it, and one button for what comes next. Whoever holds it reads the
//! mailbox, so nobody types the address again.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{
    challenge::{LinkEnd, Purpose},
    routes,
};
use vestibule_words::{Message, Text};

use super::email_log_in::mail_alert;
use crate::{
    Frame,
    parts::{Form, Go, Kind, Lead, Link, Nav, Press},
};

/// A mailed link that was good once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkOver {
    /// How it ended.
    pub end: LinkEnd,
    /// The address it was mailed to, with most of it hidden.
    pub email: String,
    /// Its token: what asks for a new link.
    pub token: String,
    /// Seconds until the next mail, after too many.
    pub wait: Option<u64>,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

/// What comes next.
enum Next {
    /// A form that mails a new link.
    Send { action: &'static str },
    /// Another page.
    Go { name: &'static str, href: &'static str, text: Message<'static> },
}

fn lead(purpose: Purpose, end: LinkEnd, email: &str) -> Message<'_> {
    match (end, purpose) {
        (LinkEnd::Used, Purpose::LogIn) => Message::LinkUsedLogIn { email },
        (LinkEnd::Used, Purpose::ResetPassword) => Message::LinkUsedReset { email },
        (LinkEnd::Used, Purpose::ConfirmEmail) => Message::LinkUsedConfirm { email },
        (LinkEnd::Used, Purpose::ChangeEmail) => Message::LinkUsedChange { email },
        (LinkEnd::Used, Purpose::UndoEmailChange) => Message::LinkUsedUndo,
        (LinkEnd::Over, Purpose::LogIn | Purpose::ResetPassword | Purpose::ConfirmEmail) => {
            Message::LinkOverLead { email }
        }
        (LinkEnd::Over, Purpose::ChangeEmail) => Message::LinkOverChange,
        (LinkEnd::Over, Purpose::UndoEmailChange) => Message::EmailLinkUndoEndedLead,
    }
}

fn next(purpose: Purpose, end: LinkEnd) -> Next {
    let log_in = Next::Go { name: "log-in", href: routes::LOG_IN, text: Message::LogIn };
    match (end, purpose) {
        (_, Purpose::LogIn) => Next::Send { action: routes::EMAIL_LOG_IN_LINK },
        (LinkEnd::Over, Purpose::ResetPassword) => Next::Send { action: routes::RESET_PASSWORD },
        (LinkEnd::Over, Purpose::ConfirmEmail) => Next::Send { action: routes::CONFIRM_EMAIL },
        // Only whoever is logged in may move the account.
        (LinkEnd::Over, Purpose::ChangeEmail) => {
            Next::Go { name: "new-link", href: routes::ACCOUNT_EMAIL, text: Message::SendNewLink }
        }
        (LinkEnd::Used, Purpose::ResetPassword | Purpose::ConfirmEmail | Purpose::ChangeEmail) => log_in,
        (_, Purpose::UndoEmailChange) => {
            Next::Go { name: "new-link", href: routes::FORGOT_PASSWORD, text: Message::ForgotPasswordTitle }
        }
    }
}

/// The title of a page whose link is over.
#[must_use]
pub fn over_title(end: LinkEnd) -> Message<'static> {
    match end {
        LinkEnd::Used => Message::LinkUsedTitle,
        LinkEnd::Over => Message::LinkEndedTitle,
    }
}

/// What a link that is over says, and its one button.
pub fn link_over(frame: &Frame, screen: &'static str, purpose: Purpose, link: LinkOver) -> AnyView {
    let LinkOver { end, email, token, wait, stale_form } = link;
    let lead = frame.say(lead(purpose, end, &email));
    let alert = mail_alert(frame, screen, wait, stale_form);
    let next = match next(purpose, end) {
        Next::Send { action } => {
            let send = frame.say(Message::SendNewLink);
            view! {
                <Form frame=frame.clone() name="new-link" action=action>
                    <input type="hidden" name="token" value=token/>
                    <input type="hidden" name="again" value="yes"/>
                    <Press name="new-link" text=send/>
                </Form>
            }
            .into_any()
        }
        Next::Go { name, href, text } => view! { <Go name=name href=frame.at(href) text=frame.say(text)/> }.into_any(),
    };
    let beside = match (end, purpose) {
        (LinkEnd::Used, Purpose::ConfirmEmail | Purpose::ChangeEmail) => None,
        (LinkEnd::Used, Purpose::ResetPassword) => {
            Some(("forgot-password", routes::FORGOT_PASSWORD, Message::ForgotPasswordTitle))
        }
        _ => Some(("log-in", routes::LOG_IN, Message::LogIn)),
    };
    let beside = beside.map(|(name, href, text)| {
        let text = frame.say(text);
        view! { <Go name=name kind=Kind::Quiet href=frame.at(href) text=text/> }
    });
    view! {
        <Lead text=lead/>
        {alert}
        {next}
        {beside}
    }
    .into_any()
}

/// "Not you? Cancel": the way out of what a mailed link offers.
pub fn cancel(frame: &Frame) -> impl IntoView + use<> {
    way_out(frame, Message::NotYou, "cancel", routes::LOG_IN, Message::Cancel)
}

/// A line with one way to go elsewhere: to one of our routes.
pub fn way_out(
    frame: &Frame,
    question: Message<'_>,
    name: &'static str,
    route: &'static str,
    answer: Message<'_>,
) -> impl IntoView + use<> {
    let href = frame.at(route);
    let [question, answer]: [Text; 2] = [question, answer].map(|message| frame.say(message));
    view! { <Nav text=question><Link name=name href=href text=answer/></Nav> }
}
