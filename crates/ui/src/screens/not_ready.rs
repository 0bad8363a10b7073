//! An honest page for a login state whose own screen isn't drawn yet: what is missing, and the way out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Missing, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Account, Form, Kind, Lead, Page, Press, Title},
};

/// The screen of a state without a screen.
pub struct NotReady;

/// What is still asked of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotReadyStep {
    /// `TwoFactorRequired`.
    SecondFactor,
    /// `EmailNotConfirmedYet`.
    ConfirmEmail,
    /// `UpdatePasswordRequired`.
    UpdatePassword,
    /// `UserMissingRequiredProperties`.
    Properties,
    /// `UserMustBeInAtLeastOneOrg`.
    ChooseOrg,
    /// `TwoFactorEnrollmentRequired`.
    EnrolSecondFactor,
}

/// What the screen of a state without a screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotReadyModel {
    /// Who is here.
    pub email: String,
    /// What is still asked.
    pub step: NotReadyStep,
}

const fn missing(step: NotReadyStep) -> Missing {
    match step {
        NotReadyStep::SecondFactor => Missing::SecondFactor,
        NotReadyStep::ConfirmEmail => Missing::ConfirmedEmail,
        NotReadyStep::UpdatePassword => Missing::NewPassword,
        NotReadyStep::Properties => Missing::Properties,
        NotReadyStep::ChooseOrg => Missing::Organisation,
        NotReadyStep::EnrolSecondFactor => Missing::SecondFactorEnrolment,
    }
}

fn story(step: NotReadyStep) -> NotReadyModel {
    NotReadyModel { email: "ada@example.org".to_owned(), step }
}

impl Screen for NotReady {
    type Model = NotReadyModel;

    const NAME: &'static str = "not-ready";

    const STORIES: &'static [Story<NotReadyModel>] = &[
        Story { name: "second-factor", model: || story(NotReadyStep::SecondFactor) },
        Story { name: "confirm-email", model: || story(NotReadyStep::ConfirmEmail) },
        Story { name: "update-password", model: || story(NotReadyStep::UpdatePassword) },
        Story { name: "properties", model: || story(NotReadyStep::Properties) },
        Story { name: "choose-org", model: || story(NotReadyStep::ChooseOrg) },
        Story { name: "enrol-second-factor", model: || story(NotReadyStep::EnrolSecondFactor) },
    ];

    fn title(frame: &Frame, _: &NotReadyModel) -> Text {
        frame.say(Message::NotReadyTitle)
    }

    fn view(frame: Frame, model: NotReadyModel) -> impl IntoView + 'static {
        let [title, lead, next, log_out] = [
            Message::NotReadyTitle,
            Message::NotReadyLead(missing(model.step)),
            Message::NotReadyNext,
            Message::LogOut,
        ]
        .map(|message| frame.say(message));
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=model.email/>
                <Lead text=next/>
                <Form frame=frame name="log-out" action=routes::LOG_OUT>
                    <Press name="log-out" kind=Kind::Secondary text=log_out/>
                </Form>
            </Page>
        }
    }
}
