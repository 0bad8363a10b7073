//! The account: what there is, and a page for each thing that can be changed.

mod stories;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{org::Role, routes};
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Alert, AlertKind, Badge, BadgeKind, Facts, Form, Item, Kind, Link, List, Page, Press, Section, Title},
};

/// The screen of the account.
pub struct Account;

/// What the screen of the account shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountModel {
    /// Whose account.
    pub email: String,
    /// What the application knows of its owner.
    pub profile: Vec<ProfileLine>,
    /// Whether there is a password.
    pub has_password: bool,
    /// The second factor, if there is one.
    pub second_factor: Option<SecondFactorLine>,
    /// How many sessions there are.
    pub sessions: u32,
    /// To what it belongs.
    pub orgs: Vec<OrgLine>,
    /// What just happened.
    pub notice: Option<AccountNotice>,
}

/// One thing that the application knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileLine {
    /// Its label, in the operator's words.
    pub label: String,
    /// Its value; empty if there is none.
    pub value: String,
}

/// A second factor that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorLine {
    /// Since when, as text.
    pub since: String,
    /// How many backup codes weren't used yet.
    pub backup_codes_left: u32,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgLine {
    /// Its name.
    pub name: String,
    /// What the account is in it.
    pub role: Role,
}

/// What just happened to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountNotice {
    /// Another password.
    PasswordChanged,
    /// The first password.
    PasswordSet,
    /// Another address.
    EmailChanged,
    /// A link is on its way to the new address.
    EmailChangeStarted {
        /// The new address.
        email: String,
    },
    /// A second factor.
    SecondFactorOn,
    /// None any more.
    SecondFactorOff,
    /// New backup codes.
    BackupCodesRenewed,
    /// The profile was saved.
    ProfileSaved,
}

impl AccountNotice {
    fn message(&self) -> (AlertKind, Message<'_>) {
        match self {
            Self::PasswordChanged => (AlertKind::Good, Message::AccountPasswordChanged),
            Self::PasswordSet => (AlertKind::Good, Message::AccountPasswordSet),
            Self::EmailChanged => (AlertKind::Good, Message::AccountEmailChanged),
            Self::EmailChangeStarted { email } => (AlertKind::Info, Message::EmailChangeStarted { email }),
            Self::SecondFactorOn => (AlertKind::Good, Message::AccountSecondFactorOn),
            Self::SecondFactorOff => (AlertKind::Good, Message::AccountSecondFactorOff),
            Self::BackupCodesRenewed => (AlertKind::Good, Message::AccountBackupCodesRenewed),
            Self::ProfileSaved => (AlertKind::Good, Message::ProfileSaved),
        }
    }
}

impl Screen for Account {
    type Model = AccountModel;

    const NAME: &'static str = "account";

    const STORIES: &'static [Story<AccountModel>] = stories::STORIES;

    fn title(frame: &Frame, _: &AccountModel) -> Text {
        frame.say(Message::AccountTitle)
    }

    fn view(frame: Frame, model: AccountModel) -> impl IntoView + 'static {
        let AccountModel { email, profile, has_password, second_factor, sessions, orgs, notice } = model;
        let alert = notice.as_ref().map(|notice| {
            let (kind, message) = notice.message();
            view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> }
        });
        let sections = [
            profile_section(&frame, profile),
            Some(email_section(&frame, email)),
            Some(password_section(&frame, has_password)),
            Some(second_factor_section(&frame, second_factor)),
            Some(sessions_section(&frame, sessions)),
            Some(orgs_section(&frame, orgs)),
        ];
        let sections = sections.into_iter().flatten().collect_view();
        let [title, log_out] = [Message::AccountTitle, Message::LogOut].map(|message| frame.say(message));
        view! {
            <Page frame=frame.clone() screen=Self::NAME layout="wide">
                <Title text=title/>
                {alert}
                {sections}
                <Form frame=frame name="log-out" action=routes::LOG_OUT>
                    <Press name="log-out" kind=Kind::Secondary text=log_out/>
                </Form>
            </Page>
        }
    }
}

/// A section that says something, and leads to its page.
fn section(
    frame: &Frame,
    name: &'static str,
    title: Message<'_>,
    facts: AnyView,
    link: Message<'_>,
    href: &'static str,
) -> AnyView {
    let [title, link] = [title, link].map(|message| frame.say(message));
    view! {
        <Section screen=Account::NAME name=name title=title>
            <Facts>{facts}</Facts>
            <p data-part="nav"><Link name=name href=href text=link/></p>
        </Section>
    }
    .into_any()
}

/// What a section says in sentences.
fn sentences<const N: usize>(lines: [Text; N]) -> AnyView {
    lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any()
}

fn profile_section(frame: &Frame, profile: Vec<ProfileLine>) -> Option<AnyView> {
    let facts = profile.into_iter().map(|ProfileLine { label, value }| {
        let value = if value.is_empty() { frame.say(Message::AccountNothing) } else { value.into() };
        view! { <div><dt>{label}</dt><dd>{value}</dd></div> }
    });
    let facts = facts.collect::<Vec<_>>();
    (!facts.is_empty()).then(|| {
        let facts = view! { <dl>{facts}</dl> }.into_any();
        section(frame, "profile", Message::AccountProfile, facts, Message::AccountProfileLink, routes::ACCOUNT_PROFILE)
    })
}

fn email_section(frame: &Frame, email: String) -> AnyView {
    let facts = sentences([email.into()]);
    section(frame, "email", Message::Email, facts, Message::AccountEmailLink, routes::ACCOUNT_EMAIL)
}

fn password_section(frame: &Frame, has_password: bool) -> AnyView {
    let (fact, link) = if has_password {
        (Message::AccountHasPassword, Message::AccountPasswordLink)
    } else {
        (Message::AccountNoPassword, Message::AccountSetPassword)
    };
    section(frame, "password", Message::Password, sentences([frame.say(fact)]), link, routes::ACCOUNT_PASSWORD)
}

fn second_factor_section(frame: &Frame, on: Option<SecondFactorLine>) -> AnyView {
    let (facts, link) = match on {
        Some(SecondFactorLine { since, backup_codes_left: count }) => {
            let lines = [Message::AccountFactorOn { since: &since }, Message::BackupCodesLeft { count }];
            (sentences(lines.map(|line| frame.say(line))), Message::AccountFactorLink)
        }
        None => (sentences([frame.say(Message::AccountFactorOff)]), Message::AccountFactorSetUp),
    };
    section(frame, "second-factor", Message::AccountSecondFactor, facts, link, routes::ACCOUNT_SECOND_FACTOR)
}

fn sessions_section(frame: &Frame, count: u32) -> AnyView {
    let facts = sentences([frame.say(Message::AccountSessionsCount { count })]);
    section(frame, "sessions", Message::AccountSessions, facts, Message::AccountSessionsLink, routes::ACCOUNT_SESSIONS)
}

fn orgs_section(frame: &Frame, orgs: Vec<OrgLine>) -> AnyView {
    let facts = if orgs.is_empty() {
        sentences([frame.say(Message::AccountNoOrgs)])
    } else {
        let items = orgs.into_iter().map(|OrgLine { name, role }| {
            let role = frame.say(Message::RoleName(role));
            view! { <Item name="org"><span>{name}</span>" "<Badge kind=BadgeKind::Role text=role/></Item> }
        });
        let items = items.collect_view();
        view! { <List name="orgs">{items}</List> }.into_any()
    };
    section(frame, "orgs", Message::AccountOrgs, facts, Message::AccountOrgsLink, routes::CHOOSE_ORG)
}
