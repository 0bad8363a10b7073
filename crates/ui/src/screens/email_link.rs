//! The page behind a mailed link. Opening it changes nothing (L-08); pressing its one button does.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{challenge::Purpose, routes};
use vestibule_words::{Message, Text};

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
    /// It was used, has ended or never was: one answer.
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

fn ended(purpose: Purpose) -> EmailLinkModel {
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
        Story { name: "log-in-ended", model: || ended(Purpose::LogIn) },
        Story { name: "reset-ended", model: || ended(Purpose::ResetPassword) },
        Story { name: "confirm", model: || ready(Purpose::ConfirmEmail) },
        Story { name: "confirm-ended", model: || ended(Purpose::ConfirmEmail) },
        Story { name: "change", model: || ready(Purpose::ChangeEmail) },
        Story { name: "change-ended", model: || ended(Purpose::ChangeEmail) },
        Story { name: "undo", model: || ready(Purpose::UndoEmailChange) },
        Story { name: "undo-stale-form", model: || stale(Purpose::UndoEmailChange) },
        Story { name: "undo-ended", model: || ended(Purpose::UndoEmailChange) },
    ];

    fn title(frame: &Frame, model: &EmailLinkModel) -> Text {
        frame.say(match model.state {
            EmailLinkState::Ready { .. } => offer(model.purpose, "").title,
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
                view! {
                    <Lead text=lead/>
                    {alert}
                    <Form frame=frame.clone() name="email-link" action=action>
                        <input type="hidden" name="token" value=token/>
                        <Press name="confirm" text=button/>
                    </Form>
                }
                .into_any()
            }
            EmailLinkState::Ended => over(&frame, model.purpose),
        };
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                {content}
            </Page>
        }
    }
}

/// A link that is good for nothing: one button for a new one, and the way in for whoever used it.
fn over(frame: &Frame, purpose: Purpose) -> AnyView {
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
        <Go name="new-link" href=href text=button/>
        <Go name="log-in" kind=Kind::Quiet href=routes::LOG_IN text=log_in/>
    }
    .into_any()
}
