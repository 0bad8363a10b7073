//! Backup codes, shown once: to copy, to download, to print. The page never hurries anybody.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    behaviours::{Copy, Print},
    parts::{Account, Alert, AlertKind, Choice, Form, Lead, Page, Press, Title},
};

const SAVED: FieldId = FieldId::new("backup-codes", "saved");

/// The screen of backup codes.
pub struct BackupCodes;

/// What the screen of backup codes shows. The codes are its purpose: once they are saved, nothing shows them again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupCodesModel {
    /// Whose they are.
    pub email: String,
    /// The codes, in four groups each.
    pub codes: Vec<String>,
    /// The day: `2026-11-25`.
    pub date: String,
    /// Somebody went on without saying that they are saved.
    pub not_saved: bool,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn codes() -> BackupCodesModel {
    let codes = [
        "3f7k-9m2p-x4tb-0qrs",
        "8c1d-vw5e-j6hn-2zay",
        "p0xk-7r3m-t9bq-4c6d",
        "h2n8-e5vw-1jza-yk3g",
        "q4ts-0b9x-m2p7-f6rc",
    ];
    BackupCodesModel {
        email: "ada@example.org".to_owned(),
        codes: codes.iter().chain(codes.iter().rev()).map(|code| (*code).to_owned()).collect(),
        date: "2026-11-25".to_owned(),
        not_saved: false,
        stale_form: false,
    }
}

impl Screen for BackupCodes {
    type Model = BackupCodesModel;

    const NAME: &'static str = "backup-codes";

    const STORIES: &'static [Story<BackupCodesModel>] = &[
        Story { name: "fresh", model: codes },
        Story { name: "not-saved", model: || BackupCodesModel { not_saved: true, ..codes() } },
        Story { name: "stale-form", model: || BackupCodesModel { stale_form: true, ..codes() } },
    ];

    fn title(frame: &Frame, _: &BackupCodesModel) -> Text {
        frame.say(Message::BackupCodesTitle)
    }

    fn view(frame: Frame, model: BackupCodesModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let BackupCodesModel { email, codes, date, not_saved, stale_form } = model;
        let say = |message| frame.say(message);
        let alert =
            stale_form.then(|| view! { <Alert screen=Self::NAME kind=AlertKind::Info text=say(Message::StaleForm)/> });
        let lead = say(Message::BackupCodesLead { count: codes.len() });
        let of = say(Message::BackupCodesOf { date: &date });
        let text = codes.join("\n");
        let lines = codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view();
        let [title, download, saved, go_on] =
            [Message::BackupCodesTitle, Message::Download, Message::SavedCodes, Message::Continue].map(say);
        let own = |message| say(message).into_owned();
        let copy = view! { <Copy text=text label=own(Message::Copy) done=own(Message::Copied)/> };
        let print = view! { <Print label=own(Message::Print)/> };
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                {alert}
                <div data-part="secret" data-kind="backup-codes">
                    <p>{of}</p>
                    <ul role="list">{lines}</ul>
                </div>
                <div data-part="tools">
                    {copy}
                    <a data-part="button" data-kind="secondary" data-name="download" data-state="idle" href=mount.at(routes::BACKUP_CODES_FILE) download>
                        {download}
                    </a>
                    {print}
                </div>
                <Form frame=frame.clone() name="backup-codes" action=routes::BACKUP_CODES>
                    <Choice frame=frame id=SAVED label=saved checked=false required=true error=not_saved.then_some(FieldError::NotTicked)/>
                    <Press name="continue" text=go_on/>
                </Form>
            </Page>
        }
    }
}
