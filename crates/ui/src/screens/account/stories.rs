//! Accounts in stories.

use vestibule_core::org::Role;

use super::{AccountModel, AccountNotice, OrgLine, ProfileLine, SecondFactorLine};
use crate::Story;

fn ada() -> AccountModel {
    AccountModel { email: "ada@example.org".to_owned(), has_password: true, sessions: 1, ..AccountModel::default() }
}

fn line(label: &str, value: &str) -> ProfileLine {
    ProfileLine { label: label.to_owned(), value: value.to_owned() }
}

fn org(name: &str, role: Role) -> OrgLine {
    OrgLine { name: name.to_owned(), role }
}

fn full() -> AccountModel {
    AccountModel {
        profile: vec![line("Name", "Ada"), line("Industry", "Printing and publishing"), line("Website", "")],
        second_factor: Some(SecondFactorLine {
            since: "2026-11-25".to_owned(),
            backup_codes_left: 8,
            codes_unsaved: false,
        }),
        sessions: 3,
        orgs: vec![org("Acme", Role::Owner), org("Beta", Role::Admin), org("Gamma", Role::Member)],
        ..ada()
    }
}

fn long() -> AccountModel {
    let foundation = "The Featherstonehaugh-Cholmondeley Foundation for the Advancement of Typesetting";
    AccountModel {
        email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
        profile: vec![
            line("Donaudampfschifffahrtsgesellschaftskapitänspatentnummer", &"0123456789".repeat(8)),
            line("Website", "https://department.example.org/people/wilhelmina-featherstonehaugh-cholmondeley"),
        ],
        sessions: 120,
        orgs: vec![org(foundation, Role::Owner), org(&"W".repeat(80), Role::Member)],
        ..full()
    }
}

fn noticed(notice: AccountNotice) -> AccountModel {
    AccountModel { notice: Some(notice), ..full() }
}

pub(super) const STORIES: &[Story<AccountModel>] = &[
    Story { name: "new", model: ada },
    Story { name: "full", model: full },
    Story { name: "no-password", model: || AccountModel { has_password: false, ..ada() } },
    Story {
        name: "no-backup-codes",
        model: || AccountModel {
            second_factor: Some(SecondFactorLine {
                since: "2026-11-25".to_owned(),
                backup_codes_left: 0,
                codes_unsaved: false,
            }),
            ..ada()
        },
    },
    Story {
        name: "backup-codes-unsaved",
        model: || AccountModel {
            second_factor: Some(SecondFactorLine {
                since: "2026-11-25".to_owned(),
                backup_codes_left: 10,
                codes_unsaved: true,
            }),
            ..ada()
        },
    },
    Story { name: "second-factor-due", model: || AccountModel { factor_due: Some("2027-03-03".to_owned()), ..ada() } },
    Story { name: "long-texts", model: long },
    Story { name: "password-changed", model: || noticed(AccountNotice::PasswordChanged) },
    Story {
        name: "password-gone",
        model: || AccountModel { has_password: false, ..noticed(AccountNotice::PasswordGone) },
    },
    Story { name: "password-set", model: || noticed(AccountNotice::PasswordSet) },
    Story { name: "email-changed", model: || noticed(AccountNotice::EmailChanged) },
    Story {
        name: "email-change-started",
        model: || noticed(AccountNotice::EmailChangeStarted { email: "ada@lovelace.example".to_owned() }),
    },
    Story { name: "second-factor-on", model: || noticed(AccountNotice::SecondFactorOn) },
    Story {
        name: "second-factor-off",
        model: || AccountModel { second_factor: None, ..noticed(AccountNotice::SecondFactorOff) },
    },
    Story { name: "backup-codes-renewed", model: || noticed(AccountNotice::BackupCodesRenewed) },
    Story { name: "profile-saved", model: || noticed(AccountNotice::ProfileSaved) },
];
