//! A mailed invitation. Opening it changes nothing (L-08), and whoever happens to be logged in doesn't accept it: it is
//! for one address (O-06).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Account, Alert, AlertKind, Form, Go, Kind, Lead, Page, Press, Title},
};

/// The screen of an invitation.
pub struct Invitation;

/// What the screen of an invitation shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationModel {
    /// Nobody is logged in.
    LoggedOut {
        /// The organisation.
        org: String,
        /// Who invited.
        inviter: Option<String>,
        /// Whom.
        email: String,
    },
    /// The one who was invited is.
    Ready {
        /// The organisation.
        org: String,
        /// Who invited.
        inviter: Option<String>,
        /// Whom.
        email: String,
        /// The link's token, which the form carries on.
        token: String,
        /// Whether the organisation has no seat.
        full: bool,
        /// Where to write to when it has none.
        contact: Option<String>,
        /// The form was not of this browser session.
        stale_form: bool,
    },
    /// Somebody else is.
    WrongAccount {
        /// The organisation.
        org: String,
        /// Who was invited.
        invited: String,
        /// Who is logged in.
        current: String,
        /// The link's token, which the form carries on.
        token: String,
    },
    /// It was used, taken back, has ended or never was: one answer.
    Ended,
    /// It was accepted.
    Accepted {
        /// The organisation.
        org: String,
    },
}

fn ready(full: bool, contact: Option<&str>, stale_form: bool) -> InvitationModel {
    InvitationModel::Ready {
        org: "Acme".to_owned(),
        inviter: Some("Grace".to_owned()),
        email: "ada@example.org".to_owned(),
        token: "story".to_owned(),
        full,
        contact: contact.map(str::to_owned),
        stale_form,
    }
}

fn logged_out_story(inviter: Option<&str>) -> InvitationModel {
    InvitationModel::LoggedOut {
        org: "Acme".to_owned(),
        inviter: inviter.map(str::to_owned),
        email: "ada@example.org".to_owned(),
    }
}

fn wrong_account(invited: &str, current: &str) -> InvitationModel {
    InvitationModel::WrongAccount {
        org: "Acme".to_owned(),
        invited: invited.to_owned(),
        current: current.to_owned(),
        token: "story".to_owned(),
    }
}

impl Screen for Invitation {
    type Model = InvitationModel;

    const NAME: &'static str = "invitation";

    const STORIES: &'static [Story<InvitationModel>] = &[
        Story { name: "logged-out", model: || logged_out_story(Some("Grace")) },
        Story { name: "logged-out-by-nobody", model: || logged_out_story(None) },
        Story { name: "ready", model: || ready(false, None, false) },
        Story { name: "full", model: || ready(true, None, false) },
        Story { name: "full-with-contact", model: || ready(true, Some("help@acme.example"), false) },
        Story { name: "stale-form", model: || ready(false, None, true) },
        Story { name: "wrong-account", model: || wrong_account("grace@acme.example", "ada@gmail.com") },
        Story {
            name: "wrong-account-long",
            model: || {
                let invited = "wilhelmina.featherstonehaugh-cholmondeley@department.example.org";
                wrong_account(invited, &invited.replace("department", "faculty"))
            },
        },
        Story {
            name: "long-names",
            model: || InvitationModel::LoggedOut {
                org: "The Featherstonehaugh-Cholmondeley Foundation for the Advancement of Typesetting".to_owned(),
                inviter: Some("Wilhelmina Featherstonehaugh-Cholmondeley".to_owned()),
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
            },
        },
        Story { name: "accepted", model: || InvitationModel::Accepted { org: "Acme".to_owned() } },
        Story { name: "ended", model: || InvitationModel::Ended },
    ];

    fn title(frame: &Frame, model: &InvitationModel) -> Text {
        frame.say(match model {
            InvitationModel::LoggedOut { org, .. } | InvitationModel::Ready { org, .. } => {
                Message::InvitationTitle { org }
            }
            InvitationModel::WrongAccount { .. } => Message::InvitationWrongTitle,
            InvitationModel::Ended => Message::InvitationEndedTitle,
            InvitationModel::Accepted { org } => Message::InvitationAcceptedTitle { org },
        })
    }

    fn view(frame: Frame, model: InvitationModel) -> impl IntoView + 'static {
        let title = Self::title(&frame, &model);
        let content = match model {
            InvitationModel::LoggedOut { org, inviter, email } => logged_out(&frame, &org, inviter.as_deref(), email),
            InvitationModel::Ready { org, inviter, email, token, full, contact, stale_form } => {
                let contact = contact.as_deref();
                let alert = match (full, stale_form) {
                    (true, _) => Some((AlertKind::Warn, Message::OrgNoSeat { org: &org, contact })),
                    (false, true) => Some((AlertKind::Info, Message::StaleForm)),
                    (false, false) => None,
                };
                let alert =
                    alert.map(|(kind, message)| view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> });
                let lead = frame.say(Message::OrgInvitation { org: &org, inviter: inviter.as_deref() });
                let button = if full { Message::InvitationAgain } else { Message::InvitationAccept { org: &org } };
                let form = answer(&frame, "accept", button, token);
                view! {
                    <Lead text=lead/>
                    <Account email=email/>
                    {alert}
                    {form}
                }
                .into_any()
            }
            InvitationModel::WrongAccount { org, invited, current, token } => {
                let lead = Message::InvitationWrongLead { org: &org, invited: &invited, current: &current };
                let lead = frame.say(lead);
                let form = answer(&frame, "switch", Message::InvitationSwitch, token);
                view! { <Lead text=lead/>{form} }.into_any()
            }
            InvitationModel::Ended => onwards(&frame, Message::InvitationEndedLead),
            InvitationModel::Accepted { .. } => onwards(&frame, Message::InvitationAcceptedLead),
        };
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                {content}
            </Page>
        }
    }
}

fn logged_out(frame: &Frame, org: &str, inviter: Option<&str>, email: String) -> AnyView {
    let mount = frame.mount;
    let [lead, hint, log_in, sign_up] =
        [Message::OrgInvitation { org, inviter }, Message::InvitationLoggedOut, Message::LogIn, Message::CreateAccount]
            .map(|message| frame.say(message));
    view! {
        <Lead text=lead/>
        <Account email=email/>
        <Lead text=hint/>
        <Go name="log-in" href=mount.at(routes::LOG_IN) text=log_in/>
        <Go name="sign-up" kind=Kind::Secondary href=mount.at(routes::SIGN_UP) text=sign_up/>
    }
    .into_any()
}

/// The form that answers, and the way to leave the question open.
fn answer(frame: &Frame, what: &'static str, button: Message<'_>, token: String) -> AnyView {
    let [button, not_now] = [button, Message::InvitationNotNow].map(|message| frame.say(message));
    view! {
        <Form frame=frame.clone() name=what action=routes::INVITATION>
            <input type="hidden" name="what" value=what/>
            <input type="hidden" name="token" value=token/>
            <Press name=what text=button/>
        </Form>
        <Go name="home" kind=Kind::Quiet href=frame.home.clone() text=not_now/>
    }
    .into_any()
}

fn onwards(frame: &Frame, lead: Message<'_>) -> AnyView {
    let [lead, button] = [lead, Message::Continue].map(|message| frame.say(message));
    view! {
        <Lead text=lead/>
        <Go name="home" href=frame.home.clone() text=button/>
    }
    .into_any()
}
