//! Waiting sign-ups.

use time::Duration;

use super::{
    Doors,
    fixtures::{
        HASH, MILLISECOND, SECRET_LIFE, SIGN_UP_LIFE, account_id, code, cookie, email, link, new_send, new_session,
        new_sign_up, person, race, start,
    },
};
use crate::{Confirmation, NewSend, SignUpPassword};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_sign_up_waits_until_it_expires(open().await).await;
    a_taken_address_waits_like_any_other(open().await).await;
    starting_again_forgets_the_sign_up_before(open().await).await;
    of_two_clicks_on_send_again_one_wins(open().await).await;
    only_what_waits_is_sent_again(open().await).await;
    the_three_newest_secrets_are_good(open().await).await;
    a_link_finds_its_sign_up_until_either_ends(open().await).await;
}

async fn a_sign_up_waits_until_it_expires(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "Ada@example.org", start()), None).await.expect("it starts");
    let sign_up =
        store.sign_up(cookie(1), start() + SIGN_UP_LIFE - MILLISECOND).await.expect("read").expect("it waits");
    assert_eq!(sign_up.email.as_str(), "Ada@example.org");
    assert_eq!(sign_up.password, SignUpPassword::Chosen(HASH.to_owned()));
    assert_eq!((sign_up.started_at, sign_up.sent_at, sign_up.sends), (start(), start(), 1));
    assert_eq!(sign_up.expires_at, start() + SIGN_UP_LIFE);
    assert!(!sign_up.confirmed);
    assert!(store.sign_up(cookie(1), start() + SIGN_UP_LIFE).await.expect("read").is_none());
    assert!(store.sign_up(cookie(2), start()).await.expect("read").is_none());
    assert!(
        store.account_by_email(&email("ada@example.org")).await.expect("read").is_none(),
        "no account before proof"
    );
}

async fn a_taken_address_waits_like_any_other(doors: Doors) {
    let store = doors[0].as_ref();
    let mut sign_up = new_sign_up(1, "ada@example.org", start());
    sign_up.password = SignUpPassword::AddressTaken;
    sign_up.send.secrets = None;
    store.start_sign_up(sign_up, None).await.expect("it starts");
    let again = NewSend { secrets: None, ..new_send(2, start()) };
    assert!(store.send_again(cookie(1), 1, start(), again).await.expect("write"));
    let sign_up = store.sign_up(cookie(1), start()).await.expect("read").expect("it waits");
    assert_eq!((sign_up.password, sign_up.sends), (SignUpPassword::AddressTaken, 2));
    let letters = store.due_letters(start(), start() + Duration::HOUR, 10).await.expect("claim");
    assert_eq!(letters.len(), 2, "its letters are queued, too");
}

async fn starting_again_forgets_the_sign_up_before(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "ada@exmaple.org", start()), None).await.expect("it starts");
    store.start_sign_up(new_sign_up(2, "ada@example.org", start()), Some(cookie(1))).await.expect("it starts");
    assert!(store.sign_up(cookie(1), start()).await.expect("read").is_none());
    assert!(store.sign_up_by_link(link(1), start()).await.expect("read").is_none(), "its secrets went with it");
    let claim = store.confirm_by_link(link(1), account_id(1), new_session(1, start())).await;
    assert!(matches!(claim, Ok(Confirmation::NoMatch)), "{claim:?}");
    assert!(store.sign_up(cookie(2), start()).await.expect("read").is_some());
}

async fn of_two_clicks_on_send_again_one_wins(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(100, "ada@example.org", start()), None).await.expect("it starts");
    let later = start() + Duration::MINUTE;
    let clicks = race(&doors, 20, |door, number| {
        Box::pin(async move { door.send_again(cookie(100), 1, later, new_send(number, later)).await.expect("write") })
    });
    assert_eq!(clicks.await.into_iter().filter(|won| *won).count(), 1);
    let sign_up = store.sign_up(cookie(100), later).await.expect("read").expect("it waits");
    assert_eq!((sign_up.sends, sign_up.started_at, sign_up.sent_at), (2, start(), later));
    let letters = store.due_letters(later, later + Duration::HOUR, 100).await.expect("claim");
    assert_eq!(letters.len(), 2, "one letter for each mail that was counted");
}

async fn only_what_waits_is_sent_again(doors: Doors) {
    let store = doors[0].as_ref();
    person(store, 1, "ada@example.org").await;
    assert!(!store.send_again(cookie(1), 1, start(), new_send(2, start())).await.expect("write"), "it is confirmed");
    store.start_sign_up(new_sign_up(3, "bob@example.org", start()), None).await.expect("it starts");
    let end = start() + SIGN_UP_LIFE;
    assert!(!store.send_again(cookie(3), 1, end, new_send(4, end)).await.expect("write"), "it has ended");
    assert!(!store.send_again(cookie(9), 1, start(), new_send(5, start())).await.expect("write"), "there is none");
    let letters = store.due_letters(end, end + Duration::HOUR, 10).await.expect("claim");
    assert_eq!(letters.len(), 2, "a refused mail queues no letter");
}

async fn the_three_newest_secrets_are_good(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "ada@example.org", start()), None).await.expect("it starts");
    for number in 2..=4 {
        let sent = store.send_again(cookie(1), u16::from(number) - 1, start(), new_send(number, start())).await;
        assert!(sent.expect("write"));
    }
    assert!(store.sign_up_by_link(link(1), start()).await.expect("read").is_none(), "the first of four is dead");
    let oldest = store.confirm_by_code(cookie(1), code(1), account_id(1), new_session(1, start())).await;
    assert!(matches!(oldest, Ok(Confirmation::NoMatch)), "{oldest:?}");
    for number in 2..=4 {
        let found = store.sign_up_by_link(link(number), start()).await.expect("read");
        assert_eq!(found.expect("the three newest are good").0, cookie(1));
    }
    let third = store.confirm_by_code(cookie(1), code(2), account_id(1), new_session(1, start())).await;
    assert!(matches!(third, Ok(Confirmation::Confirmed(_))), "{third:?}");
}

async fn a_link_finds_its_sign_up_until_either_ends(doors: Doors) {
    let store = doors[0].as_ref();
    store.start_sign_up(new_sign_up(1, "ada@example.org", start()), None).await.expect("it starts");
    let last = start() + SECRET_LIFE - MILLISECOND;
    let (digest, sign_up) = store.sign_up_by_link(link(1), last).await.expect("read").expect("it waits");
    assert_eq!((digest, sign_up.email), (cookie(1), email("ada@example.org")));
    assert!(store.sign_up_by_link(link(1), start() + SECRET_LIFE).await.expect("read").is_none(), "the link has ended");
    assert!(store.sign_up_by_ended_link(link(1), last).await.expect("read").is_none(), "it has not, yet");
    store.reap(start() + SECRET_LIFE).await.expect("reap");
    let (digest, sign_up) =
        store.sign_up_by_ended_link(link(1), start() + SECRET_LIFE).await.expect("read").expect("it is remembered");
    assert_eq!((digest, sign_up.confirmed), (cookie(1), false));

    let mut long = new_sign_up(2, "bob@example.org", start());
    long.send.secrets_expire_at = start() + SIGN_UP_LIFE * 2;
    store.start_sign_up(long, None).await.expect("it starts");
    let end = start() + SIGN_UP_LIFE;
    assert!(store.sign_up_by_link(link(2), end - MILLISECOND).await.expect("read").is_some());
    assert!(store.sign_up_by_link(link(2), end).await.expect("read").is_none(), "the sign-up has ended");

    person(store, 3, "eve@example.org").await;
    assert!(store.sign_up_by_link(link(3), start()).await.expect("read").is_none(), "confirmed is not waiting");
    let (_, used) = store.sign_up_by_ended_link(link(3), start()).await.expect("read").expect("it is remembered");
    assert!(used.confirmed);
    assert!(store.sign_up_by_ended_link(link(3), start() + SIGN_UP_LIFE).await.expect("read").is_none());
}
