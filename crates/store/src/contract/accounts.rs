//! Accounts.

use super::{
    Doors,
    fixtures::{HASH, account_id, email, person, start},
};
use vestibule_core::login_state::{PasswordUpdateReason, PropertyName};

use crate::{Demand, MailboxProof};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    an_account_is_found_however_it_is_spelled(open().await).await;
    a_rehash_does_not_undo_a_change(open().await).await;
    a_demand_holds_from_the_next_look(open().await).await;
    a_property_is_what_was_told_last(open().await).await;
    a_store_says_that_it_is_ready(open().await).await;
}

async fn an_account_is_found_however_it_is_spelled(doors: Doors) {
    let store = doors[0].as_ref();
    let made = person(store, 1, "Ada@example.org").await;
    assert_eq!(made.id, account_id(1));
    assert_eq!(made.mailbox, MailboxProof::Proven(start()), "the code was the proof");

    let found = store.account_by_email(&email("aDA@Example.ORG")).await.expect("read").expect("the account is there");
    assert_eq!(found.id, made.id);
    assert_eq!(found.email.as_str(), "Ada@example.org", "mail goes where the person said");
    assert_eq!(found.password_hash.as_deref(), Some(HASH));
    assert_eq!(found.mailbox, MailboxProof::Proven(start()));
    assert_eq!(found.created_at, start());
    assert_eq!((found.password_update, found.disabled_at), (None, None));
    assert!(found.second_factors.is_empty() && found.properties.is_empty() && found.organisations == 0);

    assert_eq!(store.account(&made.id).await.expect("read").expect("the account has its name").email, made.email);
    assert!(store.account_by_email(&email("bob@example.org")).await.expect("read").is_none());
    assert!(store.account(&account_id(9)).await.expect("read").is_none());
}

async fn a_property_is_what_was_told_last(doors: Doors) {
    let store = doors[0].as_ref();
    let (ada, bob) = (person(store, 1, "ada@example.org").await.id, person(store, 2, "bob@example.org").await.id);
    let [name, team] = ["name", "team"].map(|name| PropertyName(name.to_owned()));
    let tell = async |id, name, value| store.set_property(id, name, value).await.expect("write");
    let told = async |id| store.account(id).await.expect("read").expect("the account is there").properties;
    tell(&ada, &name, Some("Ada")).await;
    tell(&ada, &team, Some("3")).await;
    tell(&bob, &name, Some("Bob")).await;
    tell(&ada, &name, Some("Ada King")).await;
    assert_eq!(told(&ada).await.get(&name).map(String::as_str), Some("Ada King"), "the last counts");
    tell(&ada, &name, None).await;
    tell(&ada, &name, None).await;
    assert_eq!(told(&ada).await.keys().collect::<Vec<_>>(), [&team], "one is forgotten, the other kept");
    assert_eq!(told(&bob).await.get(&name).map(String::as_str), Some("Bob"), "and nobody else's");
}

async fn a_rehash_does_not_undo_a_change(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    assert!(store.rehash(&id, HASH, "stronger").await.expect("write"));
    assert!(!store.rehash(&id, HASH, "stale").await.expect("write"), "the old hash is no longer there");
    assert!(!store.rehash(&account_id(9), HASH, "nobody's").await.expect("write"));
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert_eq!(account.password_hash.as_deref(), Some("stronger"));
}

async fn a_demand_holds_from_the_next_look(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    let other = person(store, 2, "bob@example.org").await.id;
    assert!(
        !store
            .demand(&email("eve@example.org"), Demand::NewPassword(PasswordUpdateReason::Breach))
            .await
            .expect("write"),
        "there is no Eve"
    );

    assert!(
        store
            .demand(&email("ADA@example.org"), Demand::NewPassword(PasswordUpdateReason::Breach))
            .await
            .expect("write")
    );
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert_eq!(account.password_update, Some(PasswordUpdateReason::Breach));
    assert!(account.mailbox.is_proven(), "one demand is not the other");

    assert!(store.demand(&email("ada@example.org"), Demand::ConfirmedEmail).await.expect("write"));
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert_eq!(account.mailbox, MailboxProof::AskedAgain);

    let other = store.account(&other).await.expect("read").expect("the account is there");
    assert!(other.password_update.is_none() && other.mailbox.is_proven(), "Bob was not asked");
}

async fn a_store_says_that_it_is_ready(doors: Doors) {
    for door in &doors {
        door.ready().await.expect("ready");
    }
}
