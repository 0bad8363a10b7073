//! Organisations in stories.

use vestibule_core::{field::FieldError, org::DomainRule};

use super::{ChooseOrgModel, ChooseOrgNotice, OrgElsewhere, OrgInvitation, OrgMatch, OrgRequest};
use crate::Story;

fn ada() -> ChooseOrgModel {
    ChooseOrgModel { email: "ada@acme.example".to_owned(), ..ChooseOrgModel::default() }
}

fn invited(inviter: Option<&str>, full: bool) -> ChooseOrgModel {
    let invitation =
        OrgInvitation { id: "i1".to_owned(), org: "Acme".to_owned(), inviter: inviter.map(str::to_owned), full };
    ChooseOrgModel { invitations: vec![invitation], ..ada() }
}

fn invited_elsewhere(invited: &str) -> ChooseOrgModel {
    let (org, invited, token) = ("Acme".to_owned(), invited.to_owned(), "story".to_owned());
    ChooseOrgModel { elsewhere: Some(OrgElsewhere { org, invited, token }), ..ada() }
}

fn matched(rule: DomainRule, full: bool) -> ChooseOrgModel {
    let (org, domain) = ("Acme".to_owned(), "acme.example".to_owned());
    ChooseOrgModel { matches: vec![OrgMatch { id: "o1".to_owned(), org, domain, rule, full }], ..ada() }
}

fn pending() -> ChooseOrgModel {
    ChooseOrgModel { requests: vec![OrgRequest { id: "o1".to_owned(), org: "Acme".to_owned() }], ..ada() }
}

fn noticed(notice: ChooseOrgNotice) -> ChooseOrgModel {
    ChooseOrgModel { notice: Some(notice), ..matched(DomainRule::Ask, false) }
}

/// Everything at once, with the longest names that are allowed.
fn crowded() -> ChooseOrgModel {
    let long = "The Featherstonehaugh-Cholmondeley Foundation for the Advancement of Typesetting".to_owned();
    let invitation = |id: &str, org: &str| OrgInvitation {
        id: id.to_owned(),
        org: org.to_owned(),
        inviter: Some("wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned()),
        full: false,
    };
    ChooseOrgModel {
        invitations: vec![invitation("i1", &long), invitation("i2", "Beta")],
        requests: vec![OrgRequest { id: "o2".to_owned(), org: long }],
        ..matched(DomainRule::Join, false)
    }
}

pub(super) const STORIES: &[Story<ChooseOrgModel>] = &[
    Story { name: "nothing", model: ada },
    Story { name: "invited", model: || invited(Some("grace@acme.example"), false) },
    Story { name: "invited-by-nobody", model: || invited(None, false) },
    Story { name: "invited-but-full", model: || invited(Some("grace@acme.example"), true) },
    Story { name: "invited-elsewhere", model: || invited_elsewhere("grace@acme.example") },
    Story {
        name: "create-beside-an-invitation-elsewhere",
        model: || ChooseOrgModel {
            name: "Acme".to_owned(),
            existing: Some("Acme".to_owned()),
            ..invited_elsewhere("wilhelmina.featherstonehaugh-cholmondeley@department.example.org")
        },
    },
    Story { name: "match-join", model: || matched(DomainRule::Join, false) },
    Story { name: "match-ask", model: || matched(DomainRule::Ask, false) },
    Story { name: "match-full", model: || matched(DomainRule::Join, true) },
    Story { name: "pending", model: pending },
    Story {
        name: "create-beside-a-match",
        model: || ChooseOrgModel {
            name: "Acme Labs".to_owned(),
            existing: Some("Acme".to_owned()),
            ..matched(DomainRule::Join, false)
        },
    },
    Story {
        name: "create-beside-a-request",
        model: || ChooseOrgModel { name: "Acme Labs".to_owned(), existing: Some("Acme".to_owned()), ..pending() },
    },
    Story { name: "no-name", model: || ChooseOrgModel { name_error: Some(FieldError::Required), ..ada() } },
    Story {
        name: "long-name",
        model: || ChooseOrgModel { name: "x".repeat(81), name_error: Some(FieldError::TooLong { max: 80 }), ..ada() },
    },
    Story { name: "full", model: || noticed(ChooseOrgNotice::Full { org: "Acme".to_owned(), contact: None }) },
    Story {
        name: "full-with-contact",
        model: || {
            let contact = Some("help@acme.example".to_owned());
            noticed(ChooseOrgNotice::Full { org: "Acme".to_owned(), contact })
        },
    },
    Story { name: "rate-limited", model: || noticed(ChooseOrgNotice::TooMany { wait: 600 }) },
    Story {
        name: "stale-form",
        model: || ChooseOrgModel { name: "Acme Labs".to_owned(), ..noticed(ChooseOrgNotice::StaleForm) },
    },
    Story {
        name: "request-sent",
        model: || ChooseOrgModel { notice: Some(ChooseOrgNotice::RequestSent { org: "Acme".to_owned() }), ..pending() },
    },
    Story {
        name: "request-cancelled",
        model: || noticed(ChooseOrgNotice::RequestCancelled { org: "Acme".to_owned() }),
    },
    Story { name: "gone", model: || noticed(ChooseOrgNotice::Gone) },
    Story { name: "optional", model: || ChooseOrgModel { optional: true, ..matched(DomainRule::Ask, false) } },
    Story { name: "everything", model: crowded },
];
