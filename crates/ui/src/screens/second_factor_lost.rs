//! A lost phone: the ways that are really left.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use super::leave::leave;
use crate::{
    Frame, Screen, Story,
    parts::{Account, Go, Kind, Lead, Page, Title},
};

/// The screen of a lost phone.
pub struct SecondFactorLost;

/// What the screen of a lost phone shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorLostModel {
    /// Whose account it is.
    pub email: String,
    /// Where to write to.
    pub contact: Option<String>,
    /// Whether any backup code is left.
    pub has_backup_codes: bool,
}

fn lost(contact: Option<&str>, has_backup_codes: bool) -> SecondFactorLostModel {
    let contact = contact.map(str::to_owned);
    SecondFactorLostModel { email: "ada@example.org".to_owned(), contact, has_backup_codes }
}

impl Screen for SecondFactorLost {
    type Model = SecondFactorLostModel;

    const NAME: &'static str = "second-factor-lost";

    const STORIES: &'static [Story<SecondFactorLostModel>] = &[
        Story { name: "with-backup-codes", model: || lost(Some("help@northwind.example"), true) },
        Story { name: "without-backup-codes", model: || lost(Some("help@northwind.example"), false) },
        Story { name: "without-contact", model: || lost(None, false) },
    ];

    fn title(frame: &Frame, _: &SecondFactorLostModel) -> Text {
        frame.say(Message::LostTitle)
    }

    fn view(frame: Frame, model: SecondFactorLostModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let SecondFactorLostModel { email, contact, has_backup_codes } = model;
        let say = |message| frame.say(message);
        let ask = contact
            .as_deref()
            .map_or_else(|| say(Message::LostNoContact), |contact| say(Message::LostContact { contact }));
        let backup = has_backup_codes.then(|| {
            view! {
                <li>{say(Message::LostBackupCode)}</li>
            }
        });
        let use_backup = has_backup_codes.then(
            || view! { <Go name="backup-code" href=mount.at(routes::BACKUP_CODE) text=say(Message::UseBackupCode)/> },
        );
        let [title, lead, other, app] =
            [Message::LostTitle, Message::LostLead, Message::LostOtherDevice, Message::UseApp].map(say);
        // The only button is the primary one.
        let kind = if has_backup_codes { Kind::Secondary } else { Kind::Primary };
        let leave = leave(&frame);
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                <ul data-part="ways" role="list">
                    {backup}
                    <li>{other}</li>
                    <li>{ask}</li>
                </ul>
                {use_backup}
                <Go name="second-factor" kind=kind href=mount.at(routes::SECOND_FACTOR) text=app/>
                {leave}
            </Page>
        }
    }
}
