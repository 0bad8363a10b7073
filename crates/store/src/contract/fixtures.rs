//! What the promises are checked with.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
};

use time::{Duration, OffsetDateTime};
use vestibule_core::email::EmailAddress;

use crate::{
    Account, AccountId, Confirmation, Digest, NewSend, NewSession, NewSignUp, Place, Sealed, SessionId, SessionProof,
    SignUpPassword, Store,
};

use super::Doors;

pub(super) const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA";
pub(super) const MILLISECOND: Duration = Duration::MILLISECOND;
/// How long the codes, links and sign-ups of these checks live.
pub(super) const SECRET_LIFE: Duration = Duration::minutes(10);
pub(super) const SIGN_UP_LIFE: Duration = Duration::hours(1);

/// The moment at which everything begins.
pub(super) fn start() -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::days(20_000)
}

pub(super) fn email(raw: &str) -> EmailAddress {
    raw.parse().expect("the checks spell addresses right")
}

/// A digest of its own for each kind and number.
pub(super) fn digest(kind: u8, number: u8) -> Digest {
    let mut bytes = [kind; 32];
    bytes[31] = number;
    Digest(bytes)
}

pub(super) fn cookie(number: u8) -> Digest {
    digest(1, number)
}

pub(super) fn code(number: u8) -> Digest {
    digest(2, number)
}

pub(super) fn link(number: u8) -> Digest {
    digest(3, number)
}

pub(super) fn account_id(number: u8) -> AccountId {
    AccountId(format!("account-{number}"))
}

/// A session that begins at `now` and lives for a day.
pub(super) fn new_session(number: u8, now: OffsetDateTime) -> NewSession {
    NewSession {
        id: SessionId(format!("session-{number}")),
        digest: digest(4, number),
        now,
        expires_at: now + Duration::DAY,
        proof: SessionProof { first_factor_at: now, second_factor_at: None, fresh_at: now },
        place: Place { device: "Firefox on Linux".to_owned(), address: [127, 0, 0, 1].into() },
    }
}

/// A mail with a code and a link of that number.
pub(super) fn new_send(number: u8, now: OffsetDateTime) -> NewSend {
    NewSend {
        secrets: Some((code(number), link(number))),
        secrets_expire_at: now + SECRET_LIFE,
        letter: Sealed(vec![number]),
    }
}

/// A sign-up with a cookie, a code and a link of that number.
pub(super) fn new_sign_up(number: u8, address: &str, now: OffsetDateTime) -> NewSignUp {
    NewSignUp {
        digest: cookie(number),
        email: email(address),
        password: SignUpPassword::Chosen(HASH.to_owned()),
        now,
        expires_at: now + SIGN_UP_LIFE,
        send: new_send(number, now),
    }
}

/// Somebody who signed up and proved the mailbox at the start. The session is `new_session` of that number.
pub(super) async fn person(store: &dyn Store, number: u8, address: &str) -> Account {
    store.start_sign_up(new_sign_up(number, address, start()), None).await.expect("a sign-up starts");
    let confirmed =
        store.confirm_by_code(cookie(number), code(number), account_id(number), new_session(number, start()));
    match confirmed.await.expect("a claim is answered") {
        Confirmation::Confirmed(account) => account,
        other => panic!("a right code confirms, not {other:?}"),
    }
}

/// Asks `count` times at once, through the doors in turn, and collects the answers.
pub(super) async fn race<'a, T>(
    doors: &'a Doors,
    count: u8,
    mut ask: impl FnMut(&'a dyn Store, u8) -> Pin<Box<dyn Future<Output = T> + 'a>>,
) -> Vec<T> {
    let through = |number: u8| doors[usize::from(number) % doors.len()].as_ref();
    let mut asked: Vec<_> = (0..count).map(|number| ask(through(number), number)).collect();
    let mut answers = Vec::new();
    poll_fn(|context| {
        asked.retain_mut(|future| match future.as_mut().poll(context) {
            Poll::Ready(answer) => {
                answers.push(answer);
                false
            }
            Poll::Pending => true,
        });
        if asked.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    answers
}
