//! One-time things are one-time.

use time::{Duration, OffsetDateTime};

use super::{
    Doors,
    fixtures::{
        MILLISECOND, SECRET_LIFE, SIGN_UP_LIFE, account_id, code, cookie, email, link, new_send, new_session,
        new_sign_up, person, race, start,
    },
};
use crate::{Confirmation, SignUpPassword, Store};

/// Enough to meet in the middle of a claim, and quick.
const MANY: u8 = 50;

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_code_is_good_once(open().await).await;
    a_link_is_good_once(open().await).await;
    of_two_sign_ups_for_one_address_one_wins(open().await).await;
    a_code_counts_for_its_own_sign_up_only(open().await).await;
    a_secret_and_its_sign_up_end_on_time(open().await).await;
    a_confirmed_sign_up_is_remembered_without_its_password(open().await).await;
    a_taken_address_is_never_confirmed(open().await).await;
    a_claim_that_fails_changes_nothing(open().await).await;
}

async fn by_code(store: &dyn Store, number: u8, now: OffsetDateTime) -> Confirmation {
    let session = new_session(number, now);
    store.confirm_by_code(cookie(number), code(number), account_id(number), session).await.expect("claim")
}

async fn by_link(store: &dyn Store, number: u8, now: OffsetDateTime) -> Confirmation {
    store.confirm_by_link(link(number), account_id(number), new_session(number, now)).await.expect("claim")
}

/// How many of the answers are the first, and how many the second.
fn count(answers: &[Confirmation], other: fn(&Confirmation) -> bool) -> (usize, usize) {
    let confirmed = answers.iter().filter(|answer| matches!(answer, Confirmation::Confirmed(_))).count();
    (confirmed, answers.iter().filter(|answer| other(answer)).count())
}

async fn a_code_is_good_once(doors: Doors) {
    doors[0].start_sign_up(new_sign_up(100, "ada@example.org", start()), None).await.expect("it starts");
    let tries = race(&doors, MANY, |door, number| {
        Box::pin(async move {
            let (account, session) = (account_id(number), new_session(number, start()));
            door.confirm_by_code(cookie(100), code(100), account, session).await.expect("claim")
        })
    });
    one_account_and_one_session(&doors, &tries.await).await;
}

async fn a_link_is_good_once(doors: Doors) {
    doors[0].start_sign_up(new_sign_up(100, "ada@example.org", start()), None).await.expect("it starts");
    let tries = race(&doors, MANY, |door, number| {
        Box::pin(async move {
            let (account, session) = (account_id(number), new_session(number, start()));
            door.confirm_by_link(link(100), account, session).await.expect("claim")
        })
    });
    one_account_and_one_session(&doors, &tries.await).await;
}

async fn one_account_and_one_session(doors: &Doors, answers: &[Confirmation]) {
    let late = |answer: &Confirmation| matches!(answer, Confirmation::AlreadyConfirmed);
    assert_eq!(count(answers, late), (1, answers.len() - 1), "one claim wins, the others hear that they are late");
    let (mut accounts, mut sessions) = (0, 0);
    for number in 0..MANY {
        accounts += usize::from(doors[0].account(&account_id(number)).await.expect("read").is_some());
        let session = new_session(number, start()).digest;
        sessions += usize::from(doors[0].session(session, start(), Duration::HOUR).await.expect("read").is_some());
    }
    assert_eq!((accounts, sessions), (1, 1), "the winner's account and session, and no other");
}

async fn of_two_sign_ups_for_one_address_one_wins(doors: Doors) {
    for number in 0..MANY {
        let spelling = if number % 2 == 0 { "ada@example.org" } else { "ADA@example.org" };
        doors[0].start_sign_up(new_sign_up(number, spelling, start()), None).await.expect("it starts");
    }
    let tries = race(&doors, MANY, |door, number| Box::pin(by_code(door, number, start())));
    let taken = |answer: &Confirmation| matches!(answer, Confirmation::AddressTaken);
    assert_eq!(count(&tries.await, taken), (1, usize::from(MANY) - 1));
    let owner = doors[0].account_by_email(&email("ada@example.org")).await.expect("read").expect("one has it");
    let loser = u8::from(owner.id == account_id(0));
    assert!(matches!(by_link(doors[0].as_ref(), loser, start()).await, Confirmation::AddressTaken), "and keeps it");
    assert!(doors[0].account(&account_id(loser)).await.expect("read").is_none());
}

async fn a_code_counts_for_its_own_sign_up_only(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "ada@example.org", start()), None).await.expect("it starts");
    store.start_sign_up(new_sign_up(2, "eve@example.org", start()), None).await.expect("it starts");
    let session = new_session(9, start());
    let foreign = store.confirm_by_code(cookie(2), code(1), account_id(9), session.clone()).await;
    assert!(matches!(foreign, Ok(Confirmation::NoMatch)), "{foreign:?}");
    let unknown = store.confirm_by_code(cookie(7), code(1), account_id(9), session.clone()).await;
    assert!(matches!(unknown, Ok(Confirmation::NoMatch)), "{unknown:?}");
    let as_code = store.confirm_by_code(cookie(1), link(1), account_id(9), session.clone()).await;
    assert!(matches!(as_code, Ok(Confirmation::NoMatch)), "a link is no code: {as_code:?}");
    let as_link = store.confirm_by_link(code(1), account_id(9), session).await;
    assert!(matches!(as_link, Ok(Confirmation::NoMatch)), "a code is no link: {as_link:?}");
    assert!(matches!(by_code(store, 1, start()).await, Confirmation::Confirmed(_)), "a wrong try costs nothing here");
    let again = store.confirm_by_code(cookie(1), code(2), account_id(9), new_session(9, start())).await;
    assert!(matches!(again, Ok(Confirmation::NoMatch)), "a wrong code never learns more: {again:?}");
}

async fn a_secret_and_its_sign_up_end_on_time(doors: Doors) {
    let store = doors[0].as_ref();
    let end = start() + SECRET_LIFE;
    for (number, address) in [(1, "a@example.org"), (2, "b@example.org"), (3, "c@example.org")] {
        store.start_sign_up(new_sign_up(number, address, start()), None).await.expect("it starts");
    }
    assert!(matches!(by_code(store, 1, end).await, Confirmation::NoMatch), "a code has ended at its end");
    assert!(matches!(by_link(store, 1, end).await, Confirmation::NoMatch), "so has a link");
    assert!(matches!(by_code(store, 2, end - MILLISECOND).await, Confirmation::Confirmed(_)));
    assert!(matches!(by_link(store, 3, end - MILLISECOND).await, Confirmation::Confirmed(_)));
    assert!(matches!(by_code(store, 2, end).await, Confirmation::NoMatch), "then nobody is told that it was right");

    let mut long = new_sign_up(4, "d@example.org", start());
    long.send.secrets_expire_at = start() + SIGN_UP_LIFE * 2;
    store.start_sign_up(long, None).await.expect("it starts");
    let end = start() + SIGN_UP_LIFE;
    assert!(matches!(by_code(store, 4, end).await, Confirmation::NoMatch), "the sign-up has ended");
    assert!(matches!(by_code(store, 4, end - MILLISECOND).await, Confirmation::Confirmed(_)));
}

async fn a_confirmed_sign_up_is_remembered_without_its_password(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "ada@example.org", start()), None).await.expect("it starts");
    assert!(store.send_again(cookie(1), 1, start(), new_send(2, start())).await.expect("write"));
    assert!(matches!(by_code(store, 1, start()).await, Confirmation::Confirmed(_)));
    let sign_up = store.sign_up(cookie(1), start()).await.expect("read").expect("the waiting tab can be told");
    assert!(sign_up.confirmed);
    assert_eq!(sign_up.password, SignUpPassword::AddressTaken, "the account has the hash, nobody else");
    for number in 1..=2 {
        assert!(matches!(by_link(store, number, start()).await, Confirmation::AlreadyConfirmed), "all secrets died");
    }
}

async fn a_taken_address_is_never_confirmed(doors: Doors) {
    let store = doors[0].as_ref();
    // A flow gives such a sign-up no secrets; should it ever, they are worth nothing.
    let mut sign_up = new_sign_up(1, "ada@example.org", start());
    sign_up.password = SignUpPassword::AddressTaken;
    store.start_sign_up(sign_up, None).await.expect("it starts");
    assert!(matches!(by_code(store, 1, start()).await, Confirmation::NoMatch));
    assert!(matches!(by_link(store, 1, start()).await, Confirmation::NoMatch));
    assert!(store.account_by_email(&email("ada@example.org")).await.expect("read").is_none());
}

async fn a_claim_that_fails_changes_nothing(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    store.start_sign_up(new_sign_up(2, "bob@example.org", start()), None).await.expect("it starts");
    let session_of_ada = new_session(1, start());
    assert!(store.confirm_by_code(cookie(2), code(2), account_id(2), session_of_ada).await.is_err());
    assert!(store.account_by_email(&email("bob@example.org")).await.expect("read").is_none(), "no account, either");
    assert!(matches!(by_code(store, 2, start()).await, Confirmation::Confirmed(_)), "and the code is still good");
}
