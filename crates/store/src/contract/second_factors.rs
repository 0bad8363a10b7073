//! Second factors: each code once, each set of backup codes as a whole, devices for their owner alone.

use time::{Duration, OffsetDateTime};
use vestibule_core::totp::Step;

use crate::{AccountId, Digest, Enrolment, NewBackupCodes, NewDevice, Pass, Sealed, Store};

use super::{
    Doors,
    fixtures::{digest, new_session, person, race, start},
};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_waiting_secret_stays_until_it_is_proven(open().await).await;
    enrolling_ends_what_was_before(open().await).await;
    a_step_passes_once_and_none_before_it(open().await).await;
    a_backup_code_passes_once(open().await).await;
    a_device_is_its_owners(open().await).await;
    nothing_is_left_of_a_factor_that_is_taken_away(open().await).await;
}

fn codes(set: u8) -> NewBackupCodes {
    NewBackupCodes {
        digests: (0..10).map(|number| digest(set, number)).collect(),
        to_show: Sealed(vec![set]),
        notice: Sealed(vec![set, 1]),
    }
}

/// A session of that number in the place of another one.
fn pass(number: u8, replaces: u8, now: OffsetDateTime) -> Pass {
    Pass { session: new_session(number, now), replaces: digest(4, replaces), device: None }
}

pub(super) async fn enrolled(store: &dyn Store, number: u8, address: &str) -> AccountId {
    let id = person(store, number, address).await.id;
    store.start_totp(&id, Sealed(vec![7])).await.expect("write");
    let enrolment = Enrolment { step: Step(100), codes: codes(50 + number), pass: pass(number + 100, number, start()) };
    assert!(store.enrol_totp(&id, enrolment).await.expect("write"), "a secret was waiting");
    id
}

async fn a_waiting_secret_stays_until_it_is_proven(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    assert!(store.totp(&id).await.expect("read").is_none());
    assert_eq!(store.start_totp(&id, Sealed(vec![1])).await.expect("write"), Sealed(vec![1]));
    assert_eq!(store.start_totp(&id, Sealed(vec![2])).await.expect("write"), Sealed(vec![1]), "the first one stays");
    let totp = store.totp(&id).await.expect("read").expect("a secret waits");
    assert!(totp.active.is_none() && totp.pending == Some(Sealed(vec![1])));
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert!(account.second_factors.is_empty(), "what isn't proven asks for nothing");
}

async fn enrolling_ends_what_was_before(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    store.begin_session(&id, new_session(2, start()), None).await.expect("write");
    store.start_totp(&id, Sealed(vec![7])).await.expect("write");
    let enrolment = || Enrolment { step: Step(100), codes: codes(9), pass: pass(3, 1, start()) };
    let won = race(&doors, 20, |store, _| {
        let (id, enrolment) = (id.clone(), enrolment());
        Box::pin(async move { store.enrol_totp(&id, enrolment).await.expect("write") })
    });
    assert_eq!(won.await.into_iter().filter(|won| *won).count(), 1, "of many requests with one code one wins");
    let idle = Duration::DAY;
    assert!(store.session(digest(4, 3), start(), idle).await.expect("read").is_some(), "the new session");
    for before in [1, 2] {
        assert!(store.session(digest(4, before), start(), idle).await.expect("read").is_none(), "session {before}");
    }
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert_eq!(account.second_factors.len(), 1);
    assert_eq!(store.backup_codes_left(&id).await.expect("read"), 10);
    assert_eq!(store.backup_codes_to_show(&id).await.expect("read"), Some(Sealed(vec![9])));
    store.backup_codes_saved(&id).await.expect("write");
    assert_eq!(store.backup_codes_to_show(&id).await.expect("read"), None, "saved, and not shown again");
}

async fn a_step_passes_once_and_none_before_it(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, "ada@example.org").await;
    assert!(!store.pass_totp(&id, Step(100), pass(2, 101, start())).await.expect("write"), "it enrolled already");
    for number in 10..20 {
        store.begin_session(&id, new_session(number, start()), None).await.expect("write");
    }
    let passed = race(&doors, 10, |store, number| {
        let (id, pass) = (id.clone(), pass(number + 30, number + 10, start()));
        Box::pin(async move { store.pass_totp(&id, Step(102), pass).await.expect("write") })
    });
    assert_eq!(passed.await.into_iter().filter(|passed| *passed).count(), 1);
    assert!(!store.pass_totp(&id, Step(101), pass(60, 101, start())).await.expect("write"), "an older step");
    assert!(!store.pass_totp(&id, Step(103), pass(61, 99, start())).await.expect("write"), "no session to replace");
    assert!(store.pass_totp(&id, Step(103), pass(62, 101, start())).await.expect("write"), "which spent nothing");
}

async fn a_backup_code_passes_once(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, "ada@example.org").await;
    let other = enrolled(store, 2, "bob@example.org").await;
    let spend = |store,
                 id: AccountId,
                 code: Digest,
                 number: u8,
                 replaces: u8|
     -> std::pin::Pin<Box<dyn Future<Output = Option<u32>>>> {
        let store: &dyn Store = store;
        Box::pin(async move {
            let (pass, notice) = (pass(number, replaces, start()), Sealed(vec![1]));
            store.pass_backup_code(&id, code, pass, notice).await.expect("write")
        })
    };
    assert_eq!(spend(store, other, digest(51, 3), 70, 102).await, None, "somebody else's code");
    for number in 10..20 {
        store.begin_session(&id, new_session(number, start()), None).await.expect("write");
    }
    let spent = race(&doors, 10, |store, number| {
        let id = id.clone();
        Box::pin(async move {
            let (pass, notice) = (pass(number + 30, number + 10, start()), Sealed(vec![1]));
            store.pass_backup_code(&id, digest(51, 3), pass, notice).await.expect("write")
        })
    });
    assert_eq!(spent.await.into_iter().flatten().collect::<Vec<_>>(), [9], "once, and nine are left");
    assert!(store.renew_backup_codes(&id, codes(77), start()).await.expect("write"));
    assert_eq!(store.backup_codes_left(&id).await.expect("read"), 10);
    assert_eq!(spend(store, id, digest(51, 4), 71, 101).await, None, "a code of the old set");
}

async fn a_device_is_its_owners(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, "ada@example.org").await;
    let other = enrolled(store, 2, "bob@example.org").await;
    let until = start() + Duration::days(30);
    let device = NewDevice {
        id: "d1".to_owned(),
        digest: digest(6, 1),
        device: "Firefox on Linux".to_owned(),
        expires_at: until,
    };
    let with = Pass { device: Some(device), ..pass(3, 101, start()) };
    assert!(store.pass_totp(&id, Step(101), with).await.expect("write"));
    let is_remembered =
        async |account: &AccountId, now| store.is_remembered(account, digest(6, 1), now).await.expect("read");
    assert!(is_remembered(&id, until - Duration::MILLISECOND).await);
    assert!(!is_remembered(&id, until).await, "it ends");
    assert!(!is_remembered(&other, start()).await, "another account's counts for nothing");
    assert_eq!(store.devices(&id, start()).await.expect("read").len(), 1);
    assert!(!store.forget_device(&other, "d1").await.expect("write"), "it isn't Bob's to forget");
    assert!(store.forget_device(&id, "d1").await.expect("write"));
    assert!(!is_remembered(&id, start()).await);
}

async fn nothing_is_left_of_a_factor_that_is_taken_away(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, "ada@example.org").await;
    store.begin_session(&id, new_session(5, start()), None).await.expect("write");
    assert!(store.remove_totp(&id, digest(4, 101), Sealed(vec![1]), start()).await.expect("write"));
    assert!(!store.remove_totp(&id, digest(4, 101), Sealed(vec![1]), start()).await.expect("write"), "once");
    assert_eq!(store.backup_codes_left(&id).await.expect("read"), 0);
    let account = store.account(&id).await.expect("read").expect("the account is there");
    assert!(account.second_factors.is_empty());
    assert!(
        store.session(digest(4, 101), start(), Duration::DAY).await.expect("read").is_some(),
        "the one that goes on"
    );
    assert!(store.session(digest(4, 5), start(), Duration::DAY).await.expect("read").is_none(), "another one");
}
