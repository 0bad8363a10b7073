//! What is said of each thing in an account, and the link to its page.

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use super::{Account, OrgLine, ProfileLine, SecondFactorLine};
use crate::{
    Frame, Screen,
    parts::{Badge, BadgeKind, Facts, Item, Link, List, Section},
};

/// A section that says something, and leads to its page, one of our routes.
fn section(
    frame: &Frame,
    name: &'static str,
    title: Message<'_>,
    facts: AnyView,
    link: Message<'_>,
    route: &'static str,
) -> AnyView {
    let href = frame.at(route);
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

pub(super) fn profile(frame: &Frame, profile: Vec<ProfileLine>) -> Option<AnyView> {
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

pub(super) fn email(frame: &Frame, email: String) -> AnyView {
    let facts = sentences([email.into()]);
    section(frame, "email", Message::Email, facts, Message::AccountEmailLink, routes::ACCOUNT_EMAIL)
}

pub(super) fn password(frame: &Frame, has_password: bool) -> AnyView {
    let (fact, link) = if has_password {
        (Message::AccountHasPassword, Message::AccountPasswordLink)
    } else {
        (Message::AccountNoPassword, Message::AccountSetPassword)
    };
    section(frame, "password", Message::Password, sentences([frame.say(fact)]), link, routes::ACCOUNT_PASSWORD)
}

pub(super) fn second_factor(frame: &Frame, on: Option<SecondFactorLine>, due: Option<String>) -> AnyView {
    let (facts, link) = if let Some(SecondFactorLine { since, backup_codes_left: count, .. }) = on {
        let lines = [Message::AccountFactorOn { since: &since }, Message::BackupCodesLeft { count }];
        (sentences(lines.map(|line| frame.say(line))), Message::AccountFactorLink)
    } else {
        let off = frame.say(Message::AccountFactorOff);
        let facts = match due {
            Some(day) => sentences([off, frame.say(Message::AccountFactorDue { day: &day })]),
            None => sentences([off]),
        };
        (facts, Message::AccountFactorSetUp)
    };
    section(frame, "second-factor", Message::AccountSecondFactor, facts, link, routes::ACCOUNT_SECOND_FACTOR)
}

pub(super) fn sessions(frame: &Frame, count: u32) -> AnyView {
    let facts = sentences([frame.say(Message::AccountSessionsCount { count })]);
    section(frame, "sessions", Message::AccountSessions, facts, Message::AccountSessionsLink, routes::ACCOUNT_SESSIONS)
}

pub(super) fn orgs(frame: &Frame, orgs: Vec<OrgLine>) -> AnyView {
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
