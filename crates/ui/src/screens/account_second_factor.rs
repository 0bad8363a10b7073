//! The second factor of an account: set up, renew, replace, turn off.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use super::{SecondFactorLine, account::codes_unsaved};
use crate::{
    Frame, Screen, Story,
    parts::{Account, Alert, AlertKind, Facts, Form, Go, Kind, Lead, Link, Nav, Page, Press, Title},
};

/// The screen of an account's second factor.
pub struct AccountSecondFactor;

/// What the screen of an account's second factor shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSecondFactorModel {
    /// Whose account.
    pub email: String,
    /// The factor, if there is one.
    pub on: Option<SecondFactorLine>,
    /// The day from which on there must be one: `2027-03-03`. Only while there is none.
    pub due: Option<String>,
    /// Whether everybody must have one.
    pub required: bool,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

fn off() -> AccountSecondFactorModel {
    AccountSecondFactorModel { email: "ada@example.org".to_owned(), ..AccountSecondFactorModel::default() }
}

fn on(backup_codes_left: u32) -> AccountSecondFactorModel {
    AccountSecondFactorModel {
        on: Some(SecondFactorLine { since: "2026-11-25".to_owned(), backup_codes_left, codes_unsaved: false }),
        ..off()
    }
}

impl Screen for AccountSecondFactor {
    type Model = AccountSecondFactorModel;

    const NAME: &'static str = "account-second-factor";

    const STORIES: &'static [Story<AccountSecondFactorModel>] = &[
        Story { name: "off", model: off },
        Story { name: "off-but-required", model: || AccountSecondFactorModel { required: true, ..off() } },
        Story { name: "due", model: || AccountSecondFactorModel { due: Some("2027-03-03".to_owned()), ..off() } },
        Story {
            name: "codes-unsaved",
            model: || AccountSecondFactorModel {
                on: on(10).on.map(|line| SecondFactorLine { codes_unsaved: true, ..line }),
                ..on(10)
            },
        },
        Story { name: "on", model: || on(10) },
        Story { name: "one-code-left", model: || on(1) },
        Story { name: "no-codes-left", model: || on(0) },
        Story { name: "required", model: || AccountSecondFactorModel { required: true, ..on(8) } },
        Story { name: "stale-form", model: || AccountSecondFactorModel { stale_form: true, ..on(8) } },
    ];

    fn title(frame: &Frame, _: &AccountSecondFactorModel) -> Text {
        frame.say(Message::AccountSecondFactor)
    }

    fn view(frame: Frame, model: AccountSecondFactorModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let AccountSecondFactorModel { email, on, due, required, stale_form } = model;
        let alert = stale_form.then(|| {
            view! { <Alert screen=Self::NAME kind=AlertKind::Info text=frame.say(Message::StaleForm)/> }
        });
        let lead = if on.is_some() { Message::FactorOnLead } else { Message::FactorLead };
        let [title, lead, back] =
            [Message::AccountSecondFactor, lead, Message::BackToAccount].map(|message| frame.say(message));
        let unsaved = on.as_ref().is_some_and(|line| line.codes_unsaved).then(|| codes_unsaved(&frame));
        let content = if let Some(line) = on {
            changes(&frame, &line, required)
        } else {
            let set_up = frame.say(Message::AccountFactorSetUp);
            let due = due.map(|day| {
                let text = frame.say(Message::AccountFactorDue { day: &day });
                view! { <p data-part="hint" data-name="deadline">{text}</p> }
            });
            view! { {due}<Go name="enrol" href=mount.at(routes::ENROL_SECOND_FACTOR) text=set_up/> }.into_any()
        };
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                {alert}
                {unsaved}
                {content}
                <Nav><Link name="account" href=mount.at(routes::ACCOUNT) text=back/></Nav>
            </Page>
        }
    }
}

fn changes(frame: &Frame, line: &SecondFactorLine, required: bool) -> AnyView {
    let facts = [
        frame.say(Message::AccountFactorOn { since: &line.since }),
        frame.say(Message::BackupCodesLeft { count: line.backup_codes_left }),
    ];
    let facts = facts.map(|fact| view! { <p>{fact}</p> }).collect_view();
    let codes = change(frame, "codes", Kind::Secondary, Message::FactorCodes, Message::FactorCodesHint);
    let replace = change(frame, "replace", Kind::Secondary, Message::FactorReplace, Message::FactorReplaceHint);
    let off = if required {
        view! { <p data-part="hint">{frame.say(Message::FactorRequired)}</p> }.into_any()
    } else {
        change(frame, "off", Kind::Danger, Message::FactorOff, Message::FactorOffHint)
    };
    view! { <Facts>{facts}</Facts>{codes}{replace}{off} }.into_any()
}

/// One change as a form of its own, with what it comes to.
fn change(frame: &Frame, what: &'static str, kind: Kind, text: Message<'_>, hint: Message<'_>) -> AnyView {
    let [text, hint] = [text, hint].map(|message| frame.say(message));
    view! {
        <Form frame=frame.clone() name=what action=routes::ACCOUNT_SECOND_FACTOR>
            <input type="hidden" name="what" value=what/>
            <p data-part="hint">{hint}</p>
            <Press name=what kind=kind text=text/>
        </Form>
    }
    .into_any()
}
