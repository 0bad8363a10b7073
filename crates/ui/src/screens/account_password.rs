//! Another password, or the first one.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Form, Lead, Link, Nav, Page, PasswordField, PasswordPurpose, Press, Summary, Title,
        UserName,
    },
};

const CURRENT: FieldId = FieldId::new("account-password", "current");
const PASSWORD: FieldId = FieldId::new("account-password", "password");

/// The screen of another password.
pub struct ChangePassword;

/// What the screen of another password shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePasswordModel {
    /// Whose password.
    pub email: String,
    /// Whether there is one already.
    pub has_password: bool,
    /// The shortest password accepted, in code points.
    pub min_length: u16,
    /// What is wrong with the current password.
    pub current_error: Option<FieldError>,
    /// What is wrong with the new password.
    pub password_error: Option<FieldError>,
    /// Seconds until the next try, after too many.
    pub wait: Option<u64>,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn ada() -> ChangePasswordModel {
    let email = "ada@example.org".to_owned();
    ChangePasswordModel { email, has_password: true, min_length: 15, ..ChangePasswordModel::default() }
}

fn refused(current_error: Option<FieldError>, password_error: Option<FieldError>) -> ChangePasswordModel {
    ChangePasswordModel { current_error, password_error, ..ada() }
}

impl Screen for ChangePassword {
    type Model = ChangePasswordModel;

    const NAME: &'static str = "account-password";

    const STORIES: &'static [Story<ChangePasswordModel>] = &[
        Story { name: "change", model: ada },
        Story { name: "set", model: || ChangePasswordModel { has_password: false, ..ada() } },
        Story { name: "nothing-typed", model: || refused(Some(FieldError::Required), Some(FieldError::Required)) },
        Story { name: "wrong-current", model: || refused(Some(FieldError::WrongPassword), None) },
        Story {
            name: "short-password",
            model: || refused(None, Some(FieldError::PasswordTooShort { min: 15, typed: 9 })),
        },
        Story { name: "leaked-password", model: || refused(None, Some(FieldError::PasswordLeaked)) },
        Story { name: "same-password", model: || refused(None, Some(FieldError::SamePassword)) },
        Story { name: "rate-limited", model: || ChangePasswordModel { wait: Some(45), ..ada() } },
        Story { name: "stale-form", model: || ChangePasswordModel { stale_form: true, ..ada() } },
    ];

    fn title(frame: &Frame, model: &ChangePasswordModel) -> Text {
        frame.say(if model.has_password { Message::ChangePasswordTitle } else { Message::SetPasswordTitle })
    }

    fn view(frame: Frame, model: ChangePasswordModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let title = Self::title(&frame, &model);
        let ChangePasswordModel { email, has_password, min_length, current_error, password_error, wait, stale_form } =
            model;
        let say = |message| frame.say(message);
        let [current_label, new_label, back] =
            [Message::ChangePasswordCurrent, Message::ChangePasswordNew, Message::BackToAccount].map(say);
        let refused = [(CURRENT, current_error, &current_label), (PASSWORD, password_error, &new_label)];
        let items = refused.into_iter().filter_map(|(id, error, label)| Some(((id, error?), label.clone()))).collect();
        let notice = match wait {
            Some(wait) => Some((AlertKind::Warn, Message::TooManyTries { wait })),
            None => stale_form.then_some((AlertKind::Info, Message::StaleForm)),
        };
        let alert = notice.map(|(kind, message)| view! { <Alert screen=Self::NAME kind=kind text=say(message)/> });
        let (lead, button) = if has_password {
            (Message::ChangePasswordLead, Message::AccountPasswordLink)
        } else {
            (Message::SetPasswordLead, Message::AccountSetPassword)
        };
        let [lead, button, hint] = [lead, button, Message::NewPasswordHint].map(say);
        let current = has_password.then(|| {
            view! { <PasswordField frame=frame.clone() id=CURRENT purpose=PasswordPurpose::Current label=current_label hint=None error=current_error/> }
        });
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="change-password" action=routes::ACCOUNT_PASSWORD>
                    <UserName email=email/>
                    {current}
                    <PasswordField frame=frame id=PASSWORD purpose=PasswordPurpose::New min=min_length label=new_label hint=Some(hint) error=password_error/>
                    <Press name="change-password" text=button/>
                </Form>
                <Nav><Link name="account" href=mount.at(routes::ACCOUNT) text=back/></Nav>
            </Page>
        }
    }
}
