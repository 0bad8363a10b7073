//! Sessions.

use time::{Duration, OffsetDateTime};

use super::{
    Doors,
    fixtures::{MILLISECOND, account_id, email, new_session, person, start},
};
use crate::{MAX_SESSIONS, Session, SessionEnd, SessionId, Store};

const IDLE: Duration = Duration::minutes(60);

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_session_ends_when_it_is_idle(open().await).await;
    looking_is_no_use(open().await).await;
    a_session_ends_however_often_it_is_used(open().await).await;
    a_mark_of_use_is_a_minute_old_at_most(open().await).await;
    a_clock_set_back_ends_no_session(open().await).await;
    a_cookie_is_never_carried_over_a_log_in(open().await).await;
    a_session_without_account_is_refused_and_ends_nothing(open().await).await;
    an_account_that_is_turned_off_begins_no_session(open().await).await;
    a_session_takes_the_place_of_a_living_one(open().await).await;
    the_owner_sees_and_ends_them_by_name(open().await).await;
    one_session_too_many_ends_the_one_unused_for_longest(open().await).await;
    an_end_says_why(open().await).await;
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

async fn looking_is_no_use(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let peek = async |now| {
        let session = store.peek_session(new_session(1, start()).digest, now, IDLE).await.expect("read");
        session.map(|session| session.last_seen_at)
    };
    for minute in 0..60 {
        assert_eq!(peek(start() + Duration::minutes(minute)).await, Some(start()), "minute {minute}");
    }
    assert_eq!(peek(start() + IDLE).await, None);
    assert!(look(store, 1, start() + IDLE).await.is_none(), "an hour of looking is an hour unused");
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
    assert!(!store.begin_session(&account_id(9), new_session(2, start()), Some(old)).await.expect("write"));
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

async fn an_account_that_is_turned_off_begins_no_session(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    store.disable(&ada.email, Some(start())).await.expect("write");
    assert!(!store.begin_session(&ada.id, new_session(2, start()), None).await.expect("write"), "S-08");
    store.disable(&email("ada@example.org"), None).await.expect("write");
    assert!(look(store, 2, start()).await.is_none(), "no session waits for the account to be turned on");
    assert!(store.begin_session(&ada.id, new_session(2, start()), None).await.expect("write"), "on again");
}

async fn a_session_takes_the_place_of_a_living_one(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    let bob = person(store, 2, "bob@example.org").await;
    let old = new_session(1, start()).digest;
    assert!(!store.renew_session(&bob.id, new_session(3, start()), old).await.expect("write"), "another's");
    assert!(store.renew_session(&ada.id, new_session(3, start()), old).await.expect("write"));
    assert!(look(store, 1, start()).await.is_none() && look(store, 3, start()).await.is_some());
    assert!(!store.renew_session(&ada.id, new_session(4, start()), old).await.expect("write"), "it has ended");
    assert!(look(store, 4, start()).await.is_none());
}

async fn the_owner_sees_and_ends_them_by_name(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    let bob = person(store, 2, "bob@example.org").await;
    for (number, minutes) in [(3, 1), (4, 2)] {
        let new = new_session(number, start() + Duration::minutes(minutes));
        assert!(store.begin_session(&ada.id, new, None).await.expect("write"));
    }
    let names = async || {
        let all = store.sessions_of(&ada.id, start() + Duration::minutes(3), IDLE).await.expect("read");
        all.into_iter().map(|session| session.id.0).collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["session-4", "session-3", "session-1"], "the one that was used last comes first");
    let name = |number| new_session(number, start()).id;
    assert!(!store.end_session_of(&bob.id, &name(3)).await.expect("write"), "another's is not there (S-09)");
    assert!(store.end_session_of(&ada.id, &name(3)).await.expect("write"));
    assert!(!store.end_session_of(&ada.id, &SessionId("none".to_owned())).await.expect("write"));
    assert_eq!(names().await, ["session-4", "session-1"]);
    let keep = new_session(1, start()).digest;
    assert_eq!(store.end_sessions(&ada.id, Some(keep)).await.expect("write"), 1);
    assert_eq!(names().await, ["session-1"]);
    assert_eq!(store.end_sessions(&ada.id, None).await.expect("write"), 1);
    assert!(look(store, 2, start()).await.is_some(), "Bob goes on");
}

async fn one_session_too_many_ends_the_one_unused_for_longest(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    let most = u8::try_from(MAX_SESSIONS).expect("few");
    for number in 2..=most {
        let new = new_session(number, start() + Duration::seconds(number.into()));
        assert!(store.begin_session(&ada.id, new, None).await.expect("write"));
    }
    let later = start() + Duration::minutes(10);
    assert!(look(store, 1, later).await.is_some(), "the oldest is in use");
    assert!(store.begin_session(&ada.id, new_session(most + 1, later), None).await.expect("write"));
    assert!(look(store, 2, later).await.is_none(), "the one that was unused for longest (S-12)");
    assert!(look(store, 1, later).await.is_some() && look(store, most + 1, later).await.is_some());
}

async fn an_end_says_why(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    let (digest, end) = (new_session(1, start()).digest, new_session(1, start()).expires_at);
    let why = async |now, idle| store.session_end(digest, now, idle).await.expect("read");
    assert_eq!(why(start(), IDLE).await, None, "it lives");
    assert_eq!(why(start() + IDLE, IDLE).await, Some(SessionEnd::Unused));
    assert_eq!(why(end, Duration::days(2)).await, Some(SessionEnd::Over));
    assert_eq!(why(end, IDLE).await, Some(SessionEnd::Unused), "what came first");
    store.end_session(digest).await.expect("it ends");
    assert_eq!(why(end, IDLE).await, None, "what somebody ended is not explained");
}
