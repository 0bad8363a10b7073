//! The account: what there is, and a page for each thing that can be changed.

mod model;
mod sections;
mod stories;

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Alert, AlertKind, Form, Kind, Link, Note, Page, Press, Title},
};

pub use model::{AccountModel, AccountNotice, OrgLine, ProfileLine, SecondFactorLine};

/// The screen of the account.
pub struct Account;

impl Screen for Account {
    type Model = AccountModel;

    const NAME: &'static str = "account";

    const STORIES: &'static [Story<AccountModel>] = stories::STORIES;

    fn title(frame: &Frame, _: &AccountModel) -> Text {
        frame.say(Message::AccountTitle)
    }

    fn view(frame: Frame, model: AccountModel) -> impl IntoView + 'static {
        let AccountModel { email, profile, has_password, second_factor, factor_due, sessions, orgs, notice } = model;
        let alert = notice.as_ref().map(|notice| {
            let (kind, message) = notice.message();
            view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> }
        });
        let unsaved = second_factor.as_ref().is_some_and(|line| line.codes_unsaved).then(|| codes_unsaved(&frame));
        let sections = [
            sections::profile(&frame, profile),
            Some(sections::email(&frame, email)),
            Some(sections::password(&frame, has_password)),
            Some(sections::second_factor(&frame, second_factor, factor_due)),
            Some(sections::sessions(&frame, sessions)),
            Some(sections::orgs(&frame, orgs)),
        ];
        let sections = sections.into_iter().flatten().collect_view();
        let [title, log_out] = [Message::AccountTitle, Message::LogOut].map(|message| frame.say(message));
        view! {
            <Page frame=frame.clone() screen=Self::NAME wide=true>
                <Title text=title/>
                {alert}
                {unsaved}
                {sections}
                <Form frame=frame name="log-out" action=routes::LOG_OUT>
                    <Press name="log-out" kind=Kind::Secondary text=log_out/>
                </Form>
            </Page>
        }
    }
}

/// The way back to backup codes that wait to be saved.
pub fn codes_unsaved(frame: &Frame) -> impl IntoView + use<> {
    let mount = frame.mount;
    let [text, link] = [Message::CodesNotSaved, Message::CodesSave].map(|message| frame.say(message));
    view! { <Note kind=AlertKind::Warn text=text><Link name="backup-codes" href=mount.at(routes::BACKUP_CODES) text=link/></Note> }
}
