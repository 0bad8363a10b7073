//! How many backup codes are left, said once to whoever has just logged in with one.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Account, Alert, AlertKind, Form, Lead, Link, Nav, Page, Press, Title},
};

/// From here on it is time for new ones.
const FEW: u32 = 3;

/// The screen after a backup code.
pub struct BackupCodesLeft;

/// What the screen after a backup code shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupCodesLeftModel {
    /// Whose they are.
    pub email: String,
    /// How many are left.
    pub left: u32,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn left(left: u32) -> BackupCodesLeftModel {
    BackupCodesLeftModel { email: "ada@example.org".to_owned(), left, stale_form: false }
}

impl Screen for BackupCodesLeft {
    type Model = BackupCodesLeftModel;

    const NAME: &'static str = "backup-codes-left";

    const STORIES: &'static [Story<BackupCodesLeftModel>] = &[
        Story { name: "many", model: || left(9) },
        Story { name: "few", model: || left(3) },
        Story { name: "one", model: || left(1) },
        Story { name: "none", model: || left(0) },
        Story { name: "stale-form", model: || BackupCodesLeftModel { stale_form: true, ..left(9) } },
    ];

    fn title(frame: &Frame, model: &BackupCodesLeftModel) -> Text {
        frame.say(Message::CodesLeftTitle { count: model.left })
    }

    fn view(frame: Frame, model: BackupCodesLeftModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let title = Self::title(&frame, &model);
        let BackupCodesLeftModel { email, left, stale_form } = model;
        let [many, few, none, stale, go_on, renew] = [
            Message::CodesLeftMany,
            Message::CodesLeftFew,
            Message::CodesLeftNone,
            Message::StaleForm,
            Message::Continue,
            Message::FactorCodes,
        ]
        .map(|message| frame.say(message));
        let lead = match left {
            0 => view! { <Alert screen=Self::NAME kind=AlertKind::Warn text=none/> }.into_any(),
            1..=FEW => view! { <Alert screen=Self::NAME kind=AlertKind::Warn text=few/> }.into_any(),
            _ if stale_form => view! { <Alert screen=Self::NAME kind=AlertKind::Info text=stale/> }.into_any(),
            _ => view! { <Lead text=many/> }.into_any(),
        };
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Account email=email/>
                {lead}
                <Form frame=frame name="backup-codes-left" action=routes::BACKUP_CODES_LEFT>
                    <Press name="continue" text=go_on/>
                </Form>
                <Nav><Link name="codes" href=mount.at(routes::ACCOUNT_SECOND_FACTOR) text=renew/></Nav>
            </Page>
        }
    }
}
