//! A password that has to be replaced: who asks, why, and what happens to other devices, all said before.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, login_state::PasswordUpdateReason, routes};
use vestibule_words::{Message, Text};

use super::leave::leave;
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Form, Lead, Page, PasswordField, PasswordPurpose, Press, Summary, Title, UserName,
    },
};

const PASSWORD: FieldId = FieldId::new("update-password", "password");

/// The screen of a password that has to be replaced.
pub struct UpdatePassword;

/// What that screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdatePasswordModel {
    /// Whose it is.
    pub email: String,
    /// Who asks, and why.
    pub reason: PasswordUpdateReason,
    /// The shortest length that is accepted.
    pub min_length: u16,
    /// What is wrong with what was chosen.
    pub password_error: Option<FieldError>,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn asked(reason: PasswordUpdateReason, password_error: Option<FieldError>) -> UpdatePasswordModel {
    UpdatePasswordModel {
        email: "ada@example.org".to_owned(),
        reason,
        min_length: 15,
        password_error,
        stale_form: false,
    }
}

impl Screen for UpdatePassword {
    type Model = UpdatePasswordModel;

    const NAME: &'static str = "update-password";

    const STORIES: &'static [Story<UpdatePasswordModel>] = &[
        Story { name: "administrator", model: || asked(PasswordUpdateReason::Administrator, None) },
        Story { name: "breach", model: || asked(PasswordUpdateReason::Breach, None) },
        Story { name: "migration", model: || asked(PasswordUpdateReason::Migration, None) },
        Story {
            name: "nothing-typed",
            model: || asked(PasswordUpdateReason::Administrator, Some(FieldError::Required)),
        },
        Story { name: "same", model: || asked(PasswordUpdateReason::Breach, Some(FieldError::SamePassword)) },
        Story { name: "leaked", model: || asked(PasswordUpdateReason::Breach, Some(FieldError::PasswordLeaked)) },
        Story {
            name: "stale-form",
            model: || UpdatePasswordModel { stale_form: true, ..asked(PasswordUpdateReason::Administrator, None) },
        },
    ];

    fn title(frame: &Frame, _: &UpdatePasswordModel) -> Text {
        frame.say(Message::UpdatePasswordTitle)
    }

    fn view(frame: Frame, model: UpdatePasswordModel) -> impl IntoView + 'static {
        let UpdatePasswordModel { email, reason, min_length, password_error, stale_form } = model;
        let say = |message| frame.say(message);
        let alert =
            stale_form.then(|| view! { <Alert screen=Self::NAME kind=AlertKind::Info text=say(Message::StaleForm)/> });
        let why = match reason {
            PasswordUpdateReason::Administrator => Message::UpdatePasswordAdministrator,
            PasswordUpdateReason::Breach => Message::UpdatePasswordBreach,
            PasswordUpdateReason::Migration => Message::UpdatePasswordMigration,
        };
        let lead: Text = format!("{} {}", say(why), say(Message::UpdatePasswordEnds)).into();
        let [title, label, hint, save] =
            [Message::UpdatePasswordTitle, Message::NewPassword, Message::NewPasswordHint, Message::SavePassword]
                .map(say);
        let items = password_error.map(|error| ((PASSWORD, error), label.clone())).into_iter().collect();
        let leave = leave(&frame);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="update-password" action=routes::UPDATE_PASSWORD>
                    <UserName email=email/>
                    <PasswordField frame=frame id=PASSWORD purpose=PasswordPurpose::New min=min_length label=label hint=Some(hint) error=password_error/>
                    <Press name="save" text=save/>
                </Form>
                {leave}
            </Page>
        }
    }
}
