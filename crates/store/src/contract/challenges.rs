//! Mails that are answered: once, for one purpose, with what the answer does.

use time::Duration;
use vestibule_core::challenge::{LinkEnd, Purpose};

use crate::{AccountId, Claimed, Effect, EndedLink, MailProof, NewChallenge, Sealed, Store};

use super::{
    Doors,
    fixtures::{code, digest, email, link, new_send, new_session, person, race, start},
};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    an_unknown_address_waits_like_a_known_one(open().await).await;
    a_link_and_its_code_are_answered_once(open().await).await;
    an_answer_is_good_for_its_purpose(open().await).await;
    a_code_can_be_exchanged_for_a_link(open().await).await;
    a_reset_ends_what_was_before(open().await).await;
    a_link_says_how_it_ended(open().await).await;
    an_address_changes_and_can_be_taken_back(open().await).await;
}

pub(super) fn challenge(number: u8, purpose: Purpose, account: Option<&AccountId>, address: &str) -> NewChallenge {
    NewChallenge {
        digest: digest(5, number),
        purpose,
        account: account.cloned(),
        email: email(address),
        now: start(),
        expires_at: start() + Duration::hours(1),
        send: new_send(number, start()),
    }
}

pub(super) async fn asked(store: &dyn Store, number: u8, purpose: Purpose, account: &AccountId, address: &str) {
    store.start_challenge(challenge(number, purpose, Some(account), address), None).await.expect("write");
}

pub(super) fn log_in(number: u8) -> Effect {
    Effect::LogIn { session: Box::new(new_session(number, start())), replaces: None }
}

pub(super) async fn claim(store: &dyn Store, purpose: Purpose, number: u8, effect: Effect) -> Claimed {
    store.claim_challenge(purpose, MailProof::Link(link(number)), effect, start()).await.expect("write")
}

pub(super) const ADA: &str = "ada@example.org";

async fn an_unknown_address_waits_like_a_known_one(doors: Doors) {
    let store = doors[0].as_ref();
    let unknown = challenge(1, Purpose::LogIn, None, "nobody@example.org");
    store.start_challenge(unknown, None).await.expect("write");
    let found = store.challenge(digest(5, 1), Purpose::LogIn, start()).await.expect("read").expect("it waits");
    assert_eq!((found.account, found.sends), (None, 1));
    assert!(store.send_challenge_again(digest(5, 1), 1, start(), new_send(2, start())).await.expect("write"));
    assert!(
        !store.send_challenge_again(digest(5, 1), 1, start(), new_send(2, start())).await.expect("write"),
        "of two clicks one"
    );
    assert!(store.due_letters(start(), start(), 9).await.expect("write").is_empty(), "nobody gets a mail");
    for number in [1, 2] {
        assert!(
            matches!(claim(store, Purpose::LogIn, number, log_in(30)).await, Claimed::NoMatch),
            "nothing answers it"
        );
        let exchanged = store.exchange_code(digest(5, 1), Purpose::LogIn, code(number), link(40), start()).await;
        assert!(!exchanged.expect("write"), "nothing answers it");
    }
    let later = start() + Duration::hours(1);
    assert!(store.challenge(digest(5, 1), Purpose::LogIn, later).await.expect("read").is_none(), "it ends");
}

async fn a_link_and_its_code_are_answered_once(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    asked(store, 7, Purpose::LogIn, &id, ADA).await;
    let claimed = race(&doors, 20, |store, number| {
        let proof = if number % 2 == 0 {
            MailProof::Link(link(7))
        } else {
            MailProof::Code { challenge: digest(5, 7), code: code(7) }
        };
        Box::pin(async move {
            store.claim_challenge(Purpose::LogIn, proof, log_in(number + 20), start()).await.expect("write")
        })
    });
    let done = claimed.await.into_iter().filter(|claimed| matches!(claimed, Claimed::Done { .. })).count();
    assert_eq!(done, 1, "by link or code, of twenty one");
    let alive = store.sessions_of(&id, start(), Duration::DAY).await.expect("read").len();
    assert_eq!(alive, 2, "one session from the sign-up, one from the answer");
    let left = store.challenge(digest(5, 7), Purpose::LogIn, start()).await.expect("read");
    assert!(left.is_some_and(|left| left.account.is_none()), "whoever asked isn't told that it was answered");
}

async fn an_answer_is_good_for_its_purpose(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    asked(store, 7, Purpose::LogIn, &id, ADA).await;
    let wrong = claim(store, Purpose::ConfirmEmail, 7, Effect::ConfirmEmail { in_own_session: true }).await;
    assert!(matches!(wrong, Claimed::NoMatch), "{wrong:?}");
    assert!(store.challenge_by_link(link(7), Purpose::ResetPassword, start()).await.expect("read").is_none());
    let late = start() + Duration::minutes(10);
    let ended = store.claim_challenge(Purpose::LogIn, MailProof::Link(link(7)), log_in(20), late).await;
    assert!(matches!(ended.expect("write"), Claimed::NoMatch), "a secret ends before its challenge");
    let strange = MailProof::Code { challenge: digest(5, 8), code: code(7) };
    let strange = store.claim_challenge(Purpose::LogIn, strange, log_in(20), start()).await.expect("write");
    assert!(matches!(strange, Claimed::NoMatch), "a code counts for its own challenge");
    assert!(store.disable(&email(ADA), Some(start())).await.expect("write"));
    assert!(matches!(claim(store, Purpose::LogIn, 7, log_in(20)).await, Claimed::NoMatch), "turning off ends it");
    asked(store, 9, Purpose::LogIn, &id, ADA).await;
    assert!(matches!(claim(store, Purpose::LogIn, 9, log_in(21)).await, Claimed::Disabled));
    assert!(store.sessions_of(&id, start(), Duration::DAY).await.expect("read").is_empty());
}

async fn a_code_can_be_exchanged_for_a_link(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    asked(store, 7, Purpose::ResetPassword, &id, ADA).await;
    let exchange = |store, number| {
        let store: &dyn Store = store;
        store.exchange_code(digest(5, 7), Purpose::ResetPassword, code(number), link(40), start())
    };
    assert!(!exchange(store, 8).await.expect("write"), "a wrong code");
    assert!(exchange(store, 7).await.expect("write"));
    assert!(!exchange(store, 7).await.expect("write"), "once");
    let by_link = |number| store.challenge_by_link(link(number), Purpose::ResetPassword, start());
    assert!(by_link(40).await.expect("read").is_some() && by_link(7).await.expect("read").is_none());
}

pub(super) fn reset(number: u8) -> Effect {
    let session = Box::new(new_session(number, start()));
    Effect::ResetPassword { hash: "another".to_owned(), session, notice: Sealed(vec![1]) }
}

async fn a_reset_ends_what_was_before(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    for (number, purpose) in [(7, Purpose::ResetPassword), (8, Purpose::ResetPassword), (9, Purpose::LogIn)] {
        asked(store, number, purpose, &id, ADA).await;
    }
    let Claimed::Done { account, .. } = claim(store, Purpose::ResetPassword, 8, reset(30)).await else {
        panic!("it is right")
    };
    assert_eq!(account.password_hash.as_deref(), Some("another"));
    assert!(matches!(claim(store, Purpose::ResetPassword, 7, reset(31)).await, Claimed::NoMatch), "an older link");
    assert!(matches!(claim(store, Purpose::LogIn, 9, log_in(32)).await, Claimed::NoMatch), "a link to log in");
    let sessions = store.sessions_of(&id, start(), Duration::DAY).await.expect("read");
    assert_eq!(sessions.len(), 1, "the session of the reset alone");
}

async fn a_link_says_how_it_ended(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    let purpose = Purpose::ResetPassword;
    let ended = async |number, now| {
        let ended = store.ended_link(link(number), purpose, now).await.expect("read");
        ended.map(|EndedLink { email: to, end }| (to == email(ADA), end))
    };
    let (used, over) = (Some((true, LinkEnd::Used)), Some((true, LinkEnd::Over)));
    for number in 7..=11 {
        asked(store, number, purpose, &id, ADA).await;
    }
    assert_eq!(ended(7, start()).await, None, "it is good");
    assert_eq!(ended(7, start() + Duration::minutes(10)).await, over, "its time is over");
    assert_eq!(ended(12, start()).await, None, "there never was one");
    let other = store.ended_link(link(7), Purpose::LogIn, start() + Duration::minutes(10)).await;
    assert_eq!(other.expect("read"), None, "a link of another purpose");
    let again = challenge(13, purpose, Some(&id), ADA);
    store.start_challenge(again, Some(digest(5, 11))).await.expect("write");
    assert_eq!(ended(11, start()).await, over, "its browser asked for another");
    let exchanged = store.exchange_code(digest(5, 10), purpose, code(10), link(40), start()).await;
    assert!(exchanged.expect("write"));
    assert_eq!((ended(10, start()).await, ended(40, start()).await), (used, None), "the link beside a typed code");
    assert!(matches!(claim(store, purpose, 8, reset(30)).await, Claimed::Done { .. }));
    assert_eq!(ended(8, start()).await, used);
    for number in [7, 9, 13, 40] {
        assert_eq!(ended(number, start()).await, over, "{number}: a newer proof ended it");
    }
    store.reap(start() + Duration::minutes(30)).await.expect("reap");
    assert_eq!(ended(8, start()).await, used, "a link is kept as long as its challenge");
    assert_eq!(ended(8, start() + Duration::hours(1)).await, None, "and no longer");
    store.reap(start() + Duration::hours(1)).await.expect("reap");
    assert_eq!(ended(8, start()).await, None, "deleted, not hidden");
}

pub(super) fn undo(number: u8, account: &AccountId) -> NewChallenge {
    challenge(number, Purpose::UndoEmailChange, Some(account), ADA)
}

async fn an_address_changes_and_can_be_taken_back(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, ADA).await.id;
    person(store, 2, "bob@example.org").await;
    let undo = |number| Box::new(undo(number, &id));
    asked(store, 7, Purpose::ChangeEmail, &id, "bob@example.org").await;
    let change = Effect::ChangeEmail { keep: None, undo: undo(20) };
    assert!(matches!(claim(store, Purpose::ChangeEmail, 7, change).await, Claimed::AddressTaken));

    asked(store, 8, Purpose::ChangeEmail, &id, "ada@new.example").await;
    let change = Effect::ChangeEmail { keep: Some(digest(4, 1)), undo: undo(21) };
    let Claimed::Done { account: moved, .. } = claim(store, Purpose::ChangeEmail, 8, change).await else {
        panic!("it is free")
    };
    assert_eq!(moved.email.as_str(), "ada@new.example");
    assert!(store.account_by_email(&email(ADA)).await.expect("read").is_none());
    assert_eq!(store.sessions_of(&id, start(), Duration::DAY).await.expect("read").len(), 1, "whoever changed it");

    let back = claim(store, Purpose::UndoEmailChange, 21, Effect::UndoEmailChange).await;
    let Claimed::Done { account: back, .. } = back else { panic!("the mail to the old address is right") };
    assert_eq!((back.email.as_str(), back.password_hash), (ADA, None), "the password is forgotten");
    assert!(store.sessions_of(&id, start(), Duration::DAY).await.expect("read").is_empty(), "everybody is out");
}
