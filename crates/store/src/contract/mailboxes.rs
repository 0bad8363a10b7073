//! Who an account belongs to when its mailbox is proven late, or again; and which session a proof is for.

use time::Duration;
use vestibule_core::challenge::Purpose;

use crate::{Claimed, Demand, Effect, MailboxProof};

use super::{
    Doors,
    challenges::{ADA, asked, claim, log_in, reset, undo},
    fixtures::{HASH, digest, email, link, new_session, person, start},
    second_factors::enrolled,
};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    an_account_that_was_never_proven_is_its_readers(open().await).await;
    a_proof_that_is_asked_for_again_takes_nothing_away(open().await).await;
    an_address_that_was_never_proven_takes_nothing_back(open().await).await;
    a_step_up_needs_the_session_that_it_is_for(open().await).await;
}

async fn an_account_that_was_never_proven_is_its_readers(doors: Doors) {
    let effects = [
        (Purpose::LogIn, log_in(100), 1),
        (Purpose::ResetPassword, reset(101), 1),
        (Purpose::ConfirmEmail, Effect::ConfirmEmail { in_own_session: false }, 0),
    ];
    for (number, (purpose, effect, sessions)) in (40..).zip(effects) {
        let store = doors[0].as_ref();
        let (address, moved) = (format!("ada{number}@example.org"), format!("mallory{number}@example.org"));
        let id = enrolled(store, number, &address).await;
        store.demand(&email(&address), Demand::UnprovenEmail).await.expect("write");
        asked(store, number + 10, Purpose::ChangeEmail, &id, &moved).await;
        asked(store, number + 20, purpose, &id, &address).await;
        let Claimed::Done { account, took_over } = claim(store, purpose, number + 20, effect).await else {
            panic!("it is right")
        };
        assert!(took_over, "{purpose:?}: its reader has to be told");
        assert!(account.mailbox.is_proven() && account.second_factors.is_empty(), "{purpose:?}");
        assert_ne!(account.password_hash.as_deref(), Some(HASH), "{purpose:?}: the password of before is gone");
        let left = store.sessions_of(&id, start(), Duration::DAY).await.expect("read");
        assert_eq!(left.len(), sessions, "{purpose:?}: who was there before is out (L-10)");
        let change = Effect::ChangeEmail { keep: None, undo: Box::new(undo(number + 30, &id)) };
        let change = claim(store, Purpose::ChangeEmail, number + 10, change).await;
        assert!(matches!(change, Claimed::NoMatch), "{purpose:?}: a mail of before moves nothing");
    }
}

async fn a_proof_that_is_asked_for_again_takes_nothing_away(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, ADA).await;
    store.demand(&email(ADA), Demand::ConfirmedEmail).await.expect("write");
    let asked_again = store.account(&id).await.expect("read").expect("the account is there");
    assert_eq!(asked_again.mailbox, MailboxProof::AskedAgain);
    asked(store, 7, Purpose::LogIn, &id, ADA).await;
    let Claimed::Done { account, took_over } = claim(store, Purpose::LogIn, 7, log_in(30)).await else {
        panic!("it is right")
    };
    assert!(!took_over);
    assert_eq!(account.password_hash.as_deref(), Some(HASH));
    assert!(
        account.mailbox.is_proven() && !account.second_factors.is_empty(),
        "the mailbox alone opens nothing (M-08)"
    );
}

async fn an_address_that_was_never_proven_takes_nothing_back(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    let moves = async |demand, number, to: &str| {
        let before = store.account(&id).await.expect("read").expect("the account is there").email;
        store.demand(&before, demand).await.expect("write");
        asked(store, number, Purpose::ChangeEmail, &id, to).await;
        let change = Effect::ChangeEmail { keep: None, undo: Box::new(undo(number + 10, &id)) };
        assert!(matches!(claim(store, Purpose::ChangeEmail, number, change).await, Claimed::Done { .. }));
        store.challenge_by_link(link(number + 10), Purpose::UndoEmailChange, start()).await.expect("read").is_some()
    };
    assert!(!moves(Demand::UnprovenEmail, 20, "ada@new.example").await, "its reader may be a stranger");
    assert!(moves(Demand::ConfirmedEmail, 21, "ada@newer.example").await, "its reader was the owner");
}

async fn a_step_up_needs_the_session_that_it_is_for(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    person(store, 2, "bob@example.org").await;
    let step_up = |number, replaces| Effect::StepUp { session: Box::new(new_session(number, start())), replaces };
    asked(store, 7, Purpose::LogIn, &id, ADA).await;
    let foreign = claim(store, Purpose::LogIn, 7, step_up(30, digest(4, 2))).await;
    assert!(matches!(foreign, Claimed::NoMatch), "another account's session");
    let own = claim(store, Purpose::LogIn, 7, step_up(30, digest(4, 1))).await;
    assert!(matches!(own, Claimed::Done { .. }), "what failed spent nothing: {own:?}");
    asked(store, 8, Purpose::LogIn, &id, ADA).await;
    let ended = claim(store, Purpose::LogIn, 8, step_up(31, digest(4, 1))).await;
    assert!(matches!(ended, Claimed::NoMatch), "a session that has ended");
}
