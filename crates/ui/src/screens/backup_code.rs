//! A backup code in place of the app's.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::{
    leave::leave,
    second_factor::{SecondFactorNotice, factor_alert},
};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{Account, Form, Lead, LineField, LineKind, Link, Nav, Page, Press, Title, UserName},
};

const CODE: FieldId = FieldId::new("backup-code", "code");

/// The screen of a backup code.
pub struct BackupCode;

/// What the screen of a backup code shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupCodeModel {
    /// Whose account it is.
    pub email: String,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What else happened.
    pub notice: Option<SecondFactorNotice>,
}

fn ada() -> BackupCodeModel {
    BackupCodeModel { email: "ada@example.org".to_owned(), ..BackupCodeModel::default() }
}

fn typed(code_error: FieldError) -> BackupCodeModel {
    BackupCodeModel { code: "3f7k-9m2p-x4tb-0qrs".to_owned(), code_error: Some(code_error), ..ada() }
}

impl Screen for BackupCode {
    type Model = BackupCodeModel;

    const NAME: &'static str = "backup-code";

    const STORIES: &'static [Story<BackupCodeModel>] = &[
        Story { name: "empty", model: ada },
        Story { name: "wrong-code", model: || typed(FieldError::WrongBackupCode) },
        Story {
            name: "malformed-code",
            model: || BackupCodeModel { code: "482913".to_owned(), ..typed(FieldError::MalformedBackupCode) },
        },
        Story {
            name: "rate-limited",
            model: || BackupCodeModel { notice: Some(SecondFactorNotice::TooMany { wait: 300 }), ..ada() },
        },
        Story {
            name: "stale-form",
            model: || BackupCodeModel { notice: Some(SecondFactorNotice::StaleForm), ..ada() },
        },
    ];

    fn title(frame: &Frame, _: &BackupCodeModel) -> Text {
        frame.say(Message::BackupCodeTitle)
    }

    fn view(frame: Frame, model: BackupCodeModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let BackupCodeModel { email, code, code_error, notice } = model;
        let alert = factor_alert(&frame, Self::NAME, notice);
        let [title, lead, label, hint, go_on, app] = [
            Message::BackupCodeTitle,
            Message::BackupCodeLead,
            Message::BackupCodeLabel,
            Message::BackupCodeHint,
            Message::Continue,
            Message::UseApp,
        ]
        .map(|message| frame.say(message));
        let leave = leave(&frame);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Form frame=frame.clone() name="backup-code" action=routes::BACKUP_CODE>
                    <UserName email=email/>
                    <LineField frame=frame id=CODE kind=LineKind::Text label=label autocomplete=Some("off") hint=Some(hint) value=code error=code_error/>
                    <Press name="continue" text=go_on/>
                </Form>
                <Nav><Link name="second-factor" href=mount.at(routes::SECOND_FACTOR) text=app/></Nav>
                {leave}
            </Page>
        }
    }
}
