//! The page behind a mailed link. Opening it changes nothing (L-08); pressing its one button does.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{
    challenge::{LinkEnd, Purpose},
    routes,
};
use vestibule_words::{Message, Text};

use super::link_over::{LinkOver, cancel, link_over, over_title};
use crate::{
    Frame, Screen, Story,
    parts::{Alert, AlertKind, Form, Go, Kind, Lead, Page, Press, Title},
};

/// The screen behind a mailed link.
pub struct EmailLink;

/// What the screen behind a mailed link shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailLinkModel {
    /// What the link is good for.
    pub purpose: Purpose,
    /// Whether it is.
    pub state: EmailLinkState,
}

/// Whether a mailed link is good for anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EmailLinkState {
    /// It is.
    Ready {
        /// Whose it is.
        email: String,
        /// The link's token, which the form carries on.
        token: String,
        /// The form was not of this browser session.
        stale_form: bool,
    },
    /// It was once.
    Over(LinkOver),
    /// It was once, and a new one is on its way.
    Sent {
        /// Whereto, with most of it hidden.
        email: String,
    },
    /// It never was, or nobody remembers: one answer.
    Ended,
}

fn ready(purpose: Purpose) -> EmailLinkModel {
    let (email, token) = ("ada@example.org".to_owned(), "story".to_owned());
    EmailLinkModel { purpose, state: EmailLinkState::Ready { email, token, stale_form: false } }
}

fn stale(purpose: Purpose) -> EmailLinkModel {
    let (email, token) = ("ada@example.org".to_owned(), "story".to_owned());
    EmailLinkModel { purpose, state: EmailLinkState::Ready { email, token, stale_form: true } }
}

fn over(purpose: Purpose, end: LinkEnd) -> EmailLinkModel {
    over_with(purpose, end, None)
}

fn over_with(purpose: Purpose, end: LinkEnd, wait: Option<u64>) -> EmailLinkModel {
    let (email, token) = ("a•••@example.org".to_owned(), "story".to_owned());
    let state = EmailLinkState::Over(LinkOver { end, email, token, wait, stale_form: false });
    EmailLinkModel { purpose, state }
}

fn sent(purpose: Purpose) -> EmailLinkModel {
    EmailLinkModel { purpose, state: EmailLinkState::Sent { email: "a•••@example.org".to_owned() } }
}

fn unknown(purpose: Purpose) -> EmailLinkModel {
    EmailLinkModel { purpose, state: EmailLinkState::Ended }
}

/// What a link says, and where its form posts.
struct Offer<'a> {
    title: Message<'static>,
    lead: Message<'a>,
    button: Message<'static>,
    action: &'static str,
}

fn offer(purpose: Purpose, email: &str) -> Offer<'_> {
    let (title, lead, button, action) = match purpose {
        Purpose::LogIn => (
            Message::EmailLinkLogInTitle,
            Message::EmailLinkLogInLead { email },
            Message::LogIn,
            routes::EMAIL_LOG_IN_LINK,
        ),
        Purpose::ResetPassword => (
            Message::ResetPasswordTitle,
            Message::EmailLinkResetLead { email },
            Message::Continue,
            routes::RESET_PASSWORD,
        ),
        Purpose::ConfirmEmail => (
            Message::ConfirmTitle,
            Message::EmailLinkConfirmLead { email },
            Message::EmailLinkConfirm,
            routes::CONFIRM_EMAIL,
        ),
        Purpose::ChangeEmail => (
            Message::EmailLinkChangeTitle,
            Message::EmailLinkChangeLead { email },
            Message::EmailLinkChange,
            routes::ACCOUNT_EMAIL_LINK,
        ),
        Purpose::UndoEmailChange => (
            Message::EmailLinkUndoTitle,
            Message::EmailLinkUndoLead { email },
            Message::EmailLinkUndo,
            routes::ACCOUNT_EMAIL_UNDO,
        ),
    };
    Offer { title, lead, button, action }
}

impl Screen for EmailLink {
    type Model = EmailLinkModel;

    const NAME: &'static str = "email-link";

    const STORIES: &'static [Story<EmailLinkModel>] = &[
        Story { name: "log-in", model: || ready(Purpose::LogIn) },
        Story { name: "log-in-stale-form", model: || stale(Purpose::LogIn) },
        Story { name: "log-in-used", model: || over(Purpose::LogIn, LinkEnd::Used) },
        Story { name: "log-in-ended", model: || over(Purpose::LogIn, LinkEnd::Over) },
        Story { name: "log-in-rate-limited", model: || over_with(Purpose::LogIn, LinkEnd::Over, Some(600)) },
        Story { name: "log-in-unknown", model: || unknown(Purpose::LogIn) },
        Story { name: "reset-used", model: || over(Purpose::ResetPassword, LinkEnd::Used) },
        Story { name: "reset-ended", model: || over(Purpose::ResetPassword, LinkEnd::Over) },
        Story { name: "reset-unknown", model: || unknown(Purpose::ResetPassword) },
        Story { name: "confirm", model: || ready(Purpose::ConfirmEmail) },
        Story { name: "confirm-used", model: || over(Purpose::ConfirmEmail, LinkEnd::Used) },
        Story { name: "confirm-ended", model: || over(Purpose::ConfirmEmail, LinkEnd::Over) },
        Story { name: "confirm-sent", model: || sent(Purpose::ConfirmEmail) },
        Story { name: "change", model: || ready(Purpose::ChangeEmail) },
        Story { name: "change-used", model: || over(Purpose::ChangeEmail, LinkEnd::Used) },
        Story { name: "change-ended", model: || over(Purpose::ChangeEmail, LinkEnd::Over) },
        Story { name: "change-unknown", model: || unknown(Purpose::ChangeEmail) },
        Story { name: "undo", model: || ready(Purpose::UndoEmailChange) },
        Story { name: "undo-stale-form", model: || stale(Purpose::UndoEmailChange) },
        Story { name: "undo-used", model: || over(Purpose::UndoEmailChange, LinkEnd::Used) },
        Story { name: "undo-ended", model: || over(Purpose::UndoEmailChange, LinkEnd::Over) },
        Story { name: "undo-unknown", model: || unknown(Purpose::UndoEmailChange) },
    ];

    fn title(frame: &Frame, model: &EmailLinkModel) -> Text {
        frame.say(match &model.state {
            EmailLinkState::Ready { .. } => offer(model.purpose, "").title,
            EmailLinkState::Over(link) => over_title(link.end),
            EmailLinkState::Sent { .. } => Message::SentTitle,
            EmailLinkState::Ended => Message::LinkEndedTitle,
        })
    }

    fn view(frame: Frame, model: EmailLinkModel) -> impl IntoView + 'static {
        let title = Self::title(&frame, &model);
        let content = match model.state {
            EmailLinkState::Ready { email, token, stale_form } => {
                let Offer { lead, button, action, .. } = offer(model.purpose, &email);
                let alert = stale_form.then(|| {
                    view! { <Alert screen=Self::NAME kind=AlertKind::Info text=frame.say(Message::StaleForm)/> }
                });
                let [lead, button] = [lead, button].map(|message| frame.say(message));
                let cancel = cancel(&frame);
                view! {
                    <Lead text=lead/>
                    {alert}
                    <Form frame=frame.clone() name="email-link" action=action>
                        <input type="hidden" name="token" value=token/>
                        <Press name="confirm" text=button/>
                    </Form>
                    {cancel}
                }
                .into_any()
            }
            EmailLinkState::Over(link) => link_over(&frame, Self::NAME, model.purpose, link),
            EmailLinkState::Sent { email } => {
                view! { <Lead text=frame.say(Message::NewLinkSent { email: &email })/> }.into_any()
            }
            EmailLinkState::Ended => nothing_known(&frame, model.purpose),
        };
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                {content}
            </Page>
        }
    }
}

/// A link of which nothing is known: where to ask for one, and the way in for whoever used it.
fn nothing_known(frame: &Frame, purpose: Purpose) -> AnyView {
    let mount = frame.mount;
    let (lead, button, href) = match purpose {
        Purpose::LogIn => (Message::EmailLinkEndedLead, Message::SendNewLink, routes::EMAIL_LOG_IN),
        Purpose::ResetPassword => (Message::EmailLinkEndedLead, Message::SendNewLink, routes::FORGOT_PASSWORD),
        Purpose::ConfirmEmail => (Message::EmailLinkEndedLead, Message::SendNewLink, routes::CONFIRM_EMAIL),
        Purpose::ChangeEmail => (Message::EmailLinkEndedLead, Message::SendNewLink, routes::ACCOUNT_EMAIL),
        Purpose::UndoEmailChange => {
            (Message::EmailLinkUndoEndedLead, Message::ForgotPasswordTitle, routes::FORGOT_PASSWORD)
        }
    };
    let [lead, button, log_in] = [lead, button, Message::LogIn].map(|message| frame.say(message));
    view! {
        <Lead text=lead/>
        <Go name="new-link" href=mount.at(href) text=button/>
        <Go name="log-in" kind=Kind::Quiet href=mount.at(routes::LOG_IN) text=log_in/>
    }
    .into_any()
}
