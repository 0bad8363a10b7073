//! The new password after a forgotten one.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::link_over::cancel;
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Alert, AlertKind, Form, Lead, Page, PasswordField, PasswordPurpose, Press, Summary, Title, UserName},
};

const PASSWORD: FieldId = FieldId::new("reset-password", "password");

/// The screen of a new password.
pub struct ResetPassword;

/// What the screen of a new password shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetPasswordModel {
    /// Whose it will be.
    pub email: String,
    /// The link's token, which the form carries on.
    pub token: String,
    /// The shortest length that is accepted.
    pub min_length: u16,
    /// What is wrong with what was chosen.
    pub password_error: Option<FieldError>,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn chosen(password_error: Option<FieldError>) -> ResetPasswordModel {
    ResetPasswordModel {
        email: "ada@example.org".to_owned(),
        token: "story".to_owned(),
        min_length: 15,
        password_error,
        stale_form: false,
    }
}

impl Screen for ResetPassword {
    type Model = ResetPasswordModel;

    const NAME: &'static str = "reset-password";

    const STORIES: &'static [Story<ResetPasswordModel>] = &[
        Story { name: "empty", model: || chosen(None) },
        Story { name: "nothing-typed", model: || chosen(Some(FieldError::Required)) },
        Story { name: "too-short", model: || chosen(Some(FieldError::PasswordTooShort { min: 15, typed: 9 })) },
        Story { name: "leaked", model: || chosen(Some(FieldError::PasswordLeaked)) },
        Story { name: "stale-form", model: || ResetPasswordModel { stale_form: true, ..chosen(None) } },
    ];

    fn title(frame: &Frame, _: &ResetPasswordModel) -> Text {
        frame.say(Message::ResetPasswordTitle)
    }

    fn view(frame: Frame, model: ResetPasswordModel) -> impl IntoView + 'static {
        let ResetPasswordModel { email, token, min_length, password_error, stale_form } = model;
        let say = |message| frame.say(message);
        let alert =
            stale_form.then(|| view! { <Alert screen=Self::NAME kind=AlertKind::Info text=say(Message::StaleForm)/> });
        let [title, label, hint, save] =
            [Message::ResetPasswordTitle, Message::NewPassword, Message::NewPasswordHint, Message::SavePassword]
                .map(say);
        let lead = say(Message::ResetPasswordLead { email: &email });
        let cancel = cancel(&frame);
        let items = password_error.map(|error| ((PASSWORD, error), label.clone())).into_iter().collect();
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="reset-password" action=routes::RESET_PASSWORD>
                    <input type="hidden" name="token" value=token/>
                    <UserName email=email/>
                    <PasswordField frame=frame id=PASSWORD purpose=PasswordPurpose::New min=min_length label=label hint=Some(hint) error=password_error/>
                    <Press name="save" text=save/>
                </Form>
                {cancel}
            </Page>
        }
    }
}
