//! What has ended is deleted, and nothing else.

use time::Duration;
use vestibule_core::{challenge::Purpose, limits::Limit, totp::Step};

use super::{
    Doors,
    challenges::{ADA, asked},
    fixtures::{MILLISECOND, cookie, digest, link, new_session, new_sign_up, person, start},
    orgs::{invitation, org},
    second_factors::enrolled,
};
use crate::{NewDevice, NewInvitation, NewSession, OrgId, Pass};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    what_has_ended_is_reaped_and_what_lives_stays(open().await).await;
    mails_devices_and_invitations_end_too(open().await).await;
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

async fn mails_devices_and_invitations_end_too(doors: Doors) {
    let store = doors[0].as_ref();
    let id = enrolled(store, 1, ADA).await;
    asked(store, 7, Purpose::LogIn, &id, ADA).await;
    let device = NewDevice {
        id: "device".to_owned(),
        digest: digest(6, 1),
        device: "Firefox on Linux".to_owned(),
        expires_at: start() + Duration::hours(2),
    };
    let pass = Pass { session: new_session(2, start()), replaces: digest(4, 101), device: Some(device) };
    assert!(store.pass_totp(&id, Step(101), pass).await.expect("write"));
    let acme = OrgId("acme".to_owned());
    assert!(store.create_org(org("acme", None, None)).await.expect("write"));
    store
        .invite(NewInvitation { expires_at: start() + Duration::hours(3), ..invitation(1, ADA) })
        .await
        .expect("write");
    let end = start() + Duration::hours(3);
    // A mail and its secret (with it or by itself), a device, an invitation; and the sign-up, with its own secret.
    let before = store.reap(end - MILLISECOND).await.expect("reap");
    assert!((3..=5).contains(&before), "{before} were reaped before the invitation");
    assert_eq!(store.reap(end).await.expect("reap"), 1, "the invitation");
    assert!(store.challenge(digest(5, 7), Purpose::LogIn, start()).await.expect("read").is_none());
    assert!(store.devices(&id, start()).await.expect("read").is_empty());
    assert!(store.invitation(link(1), start()).await.expect("read").is_none());
    assert!(store.orgs_by_name(&"acme".parse().expect("a name")).await.expect("read").contains(&acme), "it stays");
}
