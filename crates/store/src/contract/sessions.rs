//! Sessions.

use time::{Duration, OffsetDateTime};

use super::{
    Doors,
    fixtures::{MILLISECOND, account_id, new_session, person, start},
};
use crate::{Session, Store};

const IDLE: Duration = Duration::minutes(60);

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_session_ends_when_it_is_idle(open().await).await;
    a_session_ends_however_often_it_is_used(open().await).await;
    a_mark_of_use_is_a_minute_old_at_most(open().await).await;
    a_clock_set_back_ends_no_session(open().await).await;
    a_cookie_is_never_carried_over_a_log_in(open().await).await;
    a_session_without_account_is_refused_and_ends_nothing(open().await).await;
    an_ended_session_is_gone_behind_every_door(open().await).await;
}

async fn look(store: &dyn Store, number: u8, now: OffsetDateTime) -> Option<Session> {
    store.session(new_session(number, start()).digest, now, IDLE).await.expect("read")
}

async fn a_session_ends_when_it_is_idle(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let used = start() + IDLE - MILLISECOND;
    assert_eq!(look(store, 1, used).await.expect("one millisecond before").account, account_id(1));
    assert!(look(store, 1, used + IDLE - MILLISECOND).await.is_some(), "its use began a new hour");
    let used = used + IDLE - MILLISECOND;
    assert!(look(store, 1, used + IDLE).await.is_none(), "an hour unused is over");
}

async fn a_session_ends_however_often_it_is_used(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let end = new_session(1, start()).expires_at;
    let mut now = start();
    while now < end - Duration::HOUR {
        now += Duration::minutes(30);
        let session = look(store, 1, now).await.expect("it is in use");
        assert_eq!((session.created_at, session.expires_at), (start(), end));
    }
    assert!(look(store, 1, end - MILLISECOND).await.is_some());
    assert!(look(store, 1, end).await.is_none(), "a day is a day");
}

async fn a_mark_of_use_is_a_minute_old_at_most(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let soon = start() + Duration::seconds(30);
    assert_eq!(look(store, 1, soon).await.expect("alive").last_seen_at, start(), "half a minute is not worth a write");
    let later = start() + Duration::seconds(61);
    assert_eq!(look(store, 1, later).await.expect("alive").last_seen_at, later);
    assert_eq!(look(store, 1, later + MILLISECOND).await.expect("alive").last_seen_at, later, "the mark was kept");
}

async fn a_clock_set_back_ends_no_session(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let session = look(store, 1, start() - Duration::HOUR).await.expect("a negative age is none");
    assert_eq!(session.last_seen_at, start(), "a mark never goes back");
}

async fn a_cookie_is_never_carried_over_a_log_in(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    let old = new_session(1, start()).digest;
    store.begin_session(&ada.id, new_session(2, start()), Some(old)).await.expect("a session begins");
    assert!(look(store, 1, start()).await.is_none(), "the session before the log-in is over");
    assert_eq!(look(store, 2, start()).await.expect("alive").account, ada.id);

    store.begin_session(&ada.id, new_session(3, start()), None).await.expect("a session begins");
    assert!(look(store, 2, start()).await.is_some(), "another browser goes on");
    let taken = store.begin_session(&ada.id, new_session(3, start()), None).await;
    assert!(taken.is_err(), "a session is never begun twice");
}

async fn a_session_without_account_is_refused_and_ends_nothing(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let old = new_session(1, start()).digest;
    assert!(store.begin_session(&account_id(9), new_session(2, start()), Some(old)).await.is_err());
    assert!(look(store, 2, start()).await.is_none());
    assert!(look(store, 1, start()).await.is_some(), "what failed changed nothing");
}

async fn an_ended_session_is_gone_behind_every_door(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    store.begin_session(&ada.id, new_session(2, start()), None).await.expect("a session begins");
    let digest = new_session(1, start()).digest;
    store.end_session(digest).await.expect("it ends");
    store.end_session(digest).await.expect("ending it twice is fine");
    for door in &doors {
        assert!(look(door.as_ref(), 1, start()).await.is_none(), "ended is ended");
        assert!(look(door.as_ref(), 2, start()).await.is_some(), "the other goes on");
    }
}
