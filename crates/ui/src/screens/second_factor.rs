//! The second factor at log-in: a code of the app, and the ways for those without their phone.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::leave::leave;
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Choice, CodeField, Form, Lead, Link, Nav, Page, Press, Title, UserName, WaitAlert,
    },
};

const CODE: FieldId = FieldId::new("second-factor", "code");
const REMEMBER: FieldId = FieldId::new("second-factor", "remember");

/// The screen of the second factor.
pub struct SecondFactor;

/// What the screen of the second factor shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorModel {
    /// Whose account it is.
    pub email: String,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What else happened.
    pub notice: Option<SecondFactorNotice>,
    /// Whether the browser is to be remembered.
    pub remember: bool,
    /// For how many days.
    pub remember_days: u16,
    /// Whether any backup code is left.
    pub has_backup_codes: bool,
}

/// Why a second factor wasn't looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SecondFactorNotice {
    /// Too many tries.
    TooMany {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
}

/// What must be noticed before a code is typed.
pub fn factor_alert(
    frame: &Frame,
    screen: &'static str,
    notice: Option<SecondFactorNotice>,
) -> Option<impl IntoView + use<>> {
    notice.map(|notice| match notice {
        SecondFactorNotice::TooMany { wait } => {
            let text = frame.say(Message::TooManyFactorTries { wait });
            view! { <WaitAlert frame=frame.clone() screen=screen text=text wait=wait/> }.into_any()
        }
        SecondFactorNotice::StaleForm => {
            view! { <Alert screen=screen kind=AlertKind::Info text=frame.say(Message::StaleForm)/> }.into_any()
        }
    })
}

fn ada() -> SecondFactorModel {
    SecondFactorModel {
        email: "ada@example.org".to_owned(),
        remember_days: 30,
        has_backup_codes: true,
        ..SecondFactorModel::default()
    }
}

impl Screen for SecondFactor {
    type Model = SecondFactorModel;

    const NAME: &'static str = "second-factor";

    const STORIES: &'static [Story<SecondFactorModel>] = &[
        Story { name: "empty", model: ada },
        Story { name: "without-backup-codes", model: || SecondFactorModel { has_backup_codes: false, ..ada() } },
        Story {
            name: "wrong-code",
            model: || SecondFactorModel {
                code: "482913".to_owned(),
                code_error: Some(FieldError::WrongTotp),
                remember: true,
                ..ada()
            },
        },
        Story {
            name: "malformed-code",
            model: || SecondFactorModel {
                code: "4829".to_owned(),
                code_error: Some(FieldError::MalformedCode),
                ..ada()
            },
        },
        Story {
            name: "nothing-typed",
            model: || SecondFactorModel { code_error: Some(FieldError::Required), ..ada() },
        },
        Story {
            name: "rate-limited",
            model: || SecondFactorModel { notice: Some(SecondFactorNotice::TooMany { wait: 300 }), ..ada() },
        },
        Story {
            name: "stale-form",
            model: || SecondFactorModel { notice: Some(SecondFactorNotice::StaleForm), ..ada() },
        },
        Story {
            name: "long-address",
            model: || SecondFactorModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                ..ada()
            },
        },
    ];

    fn title(frame: &Frame, _: &SecondFactorModel) -> Text {
        frame.say(Message::SecondFactorTitle)
    }

    fn view(frame: Frame, model: SecondFactorModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let SecondFactorModel { email, code, code_error, notice, remember, remember_days, has_backup_codes } = model;
        let say = |message| frame.say(message);
        let alert = factor_alert(&frame, Self::NAME, notice);
        let [title, lead, label, hint, days, go_on, lost] = [
            Message::SecondFactorTitle,
            Message::SecondFactorLead,
            Message::TotpLabel,
            Message::TotpHint,
            Message::RememberDevice { days: remember_days },
            Message::Continue,
            Message::LostPhone,
        ]
        .map(say);
        let backup = has_backup_codes
            .then(|| view! { <Link name="backup-code" href=mount.at(routes::BACKUP_CODE) text=say(Message::UseBackupCode)/>" " });
        let leave = leave(&frame);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Form frame=frame.clone() name="second-factor" action=routes::SECOND_FACTOR>
                    <UserName email=email/>
                    // Before the code: a complete one is on its way by itself.
                    <Choice frame=frame.clone() id=REMEMBER label=days checked=remember error=None/>
                    <CodeField frame=frame id=CODE label=label hint=hint value=code error=code_error/>
                    <Press name="continue" text=go_on/>
                </Form>
                <Nav>
                    {backup}
                    <Link name="lost" href=mount.at(routes::SECOND_FACTOR_LOST) text=lost/>
                </Nav>
                {leave}
            </Page>
        }
    }
}
