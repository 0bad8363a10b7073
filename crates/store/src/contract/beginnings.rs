//! Accounts that begin whole: all that they have is there at once, or none of it.

use std::collections::BTreeMap;

use vestibule_core::{
    login_state::{PasswordUpdateReason, PropertyName, SecondFactor},
    org::Role,
};

use crate::{Account, Beginning, MailboxProof, NewAccount, OrgId, Sealed};

use super::{
    Doors,
    fixtures::{HASH, account_id, digest, email, person, start},
    orgs::org,
};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    an_account_begins_with_all_that_it_has(open().await).await;
    an_account_that_cannot_begin_leaves_nothing(open().await).await;
}

fn new_account(number: u8, address: &str) -> NewAccount {
    NewAccount {
        id: account_id(number),
        email: email(address),
        mailbox: MailboxProof::Proven(start()),
        password_hash: HASH.to_owned(),
        password_update: None,
        properties: BTreeMap::new(),
        second_factor: None,
        org: None,
        now: start(),
    }
}

fn begun(beginning: Beginning) -> Account {
    match beginning {
        Beginning::Begun(account) => *account,
        other => panic!("nothing is in its way, and yet: {other:?}"),
    }
}

async fn an_account_begins_with_all_that_it_has(doors: Doors) {
    let store = doors[0].as_ref();
    assert!(store.create_org(org("acme", None, None)).await.expect("write"));
    let name = PropertyName("name".to_owned());
    let new = NewAccount {
        mailbox: MailboxProof::AskedAgain,
        password_update: Some(PasswordUpdateReason::Migration),
        properties: BTreeMap::from([(name.clone(), "Ada".to_owned())]),
        second_factor: Some((Sealed(vec![7]), vec![digest(9, 1), digest(9, 2)])),
        org: Some((OrgId("acme".to_owned()), Role::Admin)),
        ..new_account(1, "Ada@example.org")
    };
    let made = begun(store.begin_account(new).await.expect("write"));
    let found = store.account(&made.id).await.expect("read").expect("the account is there");
    for account in [made, found] {
        assert_eq!((account.email.as_str(), account.created_at), ("Ada@example.org", start()));
        assert_eq!(account.mailbox, MailboxProof::AskedAgain);
        assert_eq!(account.password_hash.as_deref(), Some(HASH));
        assert_eq!(account.password_update, Some(PasswordUpdateReason::Migration));
        assert_eq!(account.properties.get(&name).map(String::as_str), Some("Ada"));
        assert_eq!((account.second_factors, account.organisations), (vec![SecondFactor::Totp], 1));
    }
    let id = account_id(1);
    assert_eq!(store.orgs_of(&id).await.expect("read")[0].role, Role::Admin);
    let totp = store.totp(&id).await.expect("read").and_then(|totp| totp.active).expect("it is the account's own");
    assert_eq!((totp.secret, totp.last_step.0), (Sealed(vec![7]), 0), "no code was spent");
    assert_eq!(store.backup_codes_left(&id).await.expect("read"), 2);
    assert!(store.backup_codes_to_show(&id).await.expect("read").is_none(), "whoever made them has them");
    assert!(store.due_letters(start(), start(), 8).await.expect("write").is_empty(), "nobody is told");
    let never = NewAccount { mailbox: MailboxProof::Never, ..new_account(2, "bob@example.org") };
    assert_eq!(begun(store.begin_account(never).await.expect("write")).mailbox, MailboxProof::Never);
}

async fn an_account_that_cannot_begin_leaves_nothing(doors: Doors) {
    let store = doors[0].as_ref();
    let before = person(store, 1, "ada@example.org").await;
    let taken = store.begin_account(new_account(2, "ADA@example.org")).await.expect("write");
    assert!(matches!(taken, Beginning::AddressTaken), "{taken:?}");
    let still = store.account_by_email(&before.email).await.expect("read").expect("the account is there");
    assert_eq!(still.id, before.id);

    assert!(store.create_org(org("full", None, Some(0))).await.expect("write"));
    for name in ["full", "nowhere"] {
        let org = Some((OrgId(name.to_owned()), Role::Member));
        let placeless = NewAccount { org, ..new_account(3, "grace@example.org") };
        let beginning = store.begin_account(placeless).await.expect("write");
        assert!(matches!(beginning, Beginning::NoPlace), "{name}: {beginning:?}");
        assert!(store.account(&account_id(3)).await.expect("read").is_none(), "{name}");
    }
}
