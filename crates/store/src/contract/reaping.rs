//! What has ended is deleted, and nothing else.

use time::Duration;
use vestibule_core::limits::Limit;

use super::{
    Doors,
    fixtures::{MILLISECOND, cookie, digest, link, new_session, new_sign_up, person, start},
};
use crate::NewSession;

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    what_has_ended_is_reaped_and_what_lives_stays(open().await).await;
}

async fn what_has_ended_is_reaped_and_what_lives_stays(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await;
    let end = new_session(1, start()).expires_at;
    let (old, young) = (digest(5, 1), digest(5, 2));
    store.take(Limit::LogInByAddress, old, start()).await.expect("write").expect("it fits");
    assert_eq!(store.reap(start()).await.expect("reap"), 0, "everything lives");

    let late = end - Duration::MINUTE;
    store.start_sign_up(new_sign_up(2, "bob@example.org", late), None).await.expect("it starts");
    let nearly = NewSession { expires_at: end + MILLISECOND, ..new_session(3, late) };
    store.begin_session(&ada.id, nearly, None).await.expect("a session begins");
    for _ in 0..Limit::LogInByAddress.bucket().capacity {
        store.take(Limit::LogInByAddress, young, late).await.expect("write").expect("it fits");
    }

    // A session, a sign-up and its secret (with it or by itself), a bucket.
    let reaped = store.reap(end).await.expect("reap");
    assert!((3..=4).contains(&reaped), "{reaped} were reaped");
    assert_eq!(store.reap(end).await.expect("reap"), 0, "once is enough");
    let (gone, alive) = (new_session(1, start()).digest, new_session(3, start()).digest);
    assert!(store.session(gone, start(), Duration::HOUR).await.expect("read").is_none(), "deleted, not hidden");
    assert!(store.sign_up(cookie(1), start()).await.expect("read").is_none(), "deleted, not hidden");
    assert!(store.session(alive, end, Duration::HOUR).await.expect("read").is_some());
    assert!(store.sign_up_by_link(link(2), end).await.expect("read").is_some());
    assert!(store.account(&ada.id).await.expect("read").is_some(), "an account never ends by itself");
    assert!(store.take(Limit::LogInByAddress, young, late).await.expect("write").is_err(), "a full bucket stays full");
}
