//! Buckets.

use std::time::Duration as Wait;

use time::{Duration, OffsetDateTime};
use vestibule_core::limits::Limit;

use super::{
    Doors,
    fixtures::{MILLISECOND, digest, race, start},
};
use crate::{Digest, Store};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    five_of_two_hundred_pass(open().await).await;
    a_full_bucket_tells_how_long_to_wait(open().await).await;
    a_refused_try_adds_nothing(open().await).await;
    a_clock_set_back_neither_drains_nor_locks(open().await).await;
    buckets_are_apart(open().await).await;
    forgiving_empties_one_bucket(open().await).await;
}

async fn take(store: &dyn Store, limit: Limit, key: Digest, now: OffsetDateTime) -> Result<(), Wait> {
    store.take(limit, key, now).await.expect("write")
}

async fn fill(store: &dyn Store, limit: Limit, key: Digest, now: OffsetDateTime) {
    for _ in 0..limit.bucket().capacity {
        assert_eq!(take(store, limit, key, now).await, Ok(()));
    }
}

async fn five_of_two_hundred_pass(doors: Doors) {
    let limit = Limit::LogInByAddress;
    let tries = race(&doors, 200, |door, _| Box::pin(take(door, limit, digest(5, 1), start()))).await;
    let (passed, refused): (Vec<_>, Vec<_>) = tries.into_iter().partition(Result::is_ok);
    assert_eq!(passed.len(), 5);
    assert!(refused.iter().all(|refusal| *refusal == Err(limit.bucket().drain_one)), "{refused:?}");
}

async fn a_full_bucket_tells_how_long_to_wait(doors: Doors) {
    let (store, limit, key) = (doors[0].as_ref(), Limit::LogInByAddress, digest(5, 1));
    fill(store, limit, key, start()).await;
    let drained = start() + limit.bucket().drain_one;
    assert_eq!(take(store, limit, key, start() + Duration::seconds(15)).await, Err(Wait::from_secs(45)));
    assert_eq!(take(store, limit, key, drained - Duration::seconds(1)).await, Err(Wait::from_secs(1)));
    assert_eq!(take(store, limit, key, drained).await, Ok(()));
    assert_eq!(take(store, limit, key, drained).await, Err(limit.bucket().drain_one), "one had drained, not two");
    let emptied = drained + limit.bucket().drain_one * 100;
    fill(store, limit, key, emptied).await;
    assert!(take(store, limit, key, emptied).await.is_err(), "a bucket never drains below empty");
}

async fn a_refused_try_adds_nothing(doors: Doors) {
    let (store, limit, key) = (doors[0].as_ref(), Limit::Api, digest(5, 1));
    fill(store, limit, key, start()).await;
    for millisecond in 0..100 {
        assert!(take(store, limit, key, start() + MILLISECOND * millisecond).await.is_err());
    }
    assert_eq!(take(store, limit, key, start() + Duration::SECOND).await, Ok(()));
}

async fn a_clock_set_back_neither_drains_nor_locks(doors: Doors) {
    let (store, limit, key) = (doors[0].as_ref(), Limit::LogInByAddress, digest(5, 1));
    let future = start() + Duration::days(700);
    fill(store, limit, key, future).await;
    assert_eq!(take(store, limit, key, start()).await, Err(limit.bucket().drain_one), "a negative age is none");
    let drained = start() + limit.bucket().drain_one;
    assert_eq!(take(store, limit, key, drained).await, Ok(()), "it drains from the new time on");
    assert!(take(store, limit, key, drained).await.is_err());

    let half_full = digest(5, 2);
    assert_eq!(take(store, limit, half_full, future).await, Ok(()));
    for _ in 1..limit.bucket().capacity {
        assert_eq!(take(store, limit, half_full, start()).await, Ok(()), "a negative age adds nothing");
    }
    assert!(take(store, limit, half_full, start()).await.is_err());
}

async fn buckets_are_apart(doors: Doors) {
    let store = doors[0].as_ref();
    fill(store, Limit::LogInByAddress, digest(5, 1), start()).await;
    fill(store, Limit::LogInByAddress, digest(5, 2), start()).await;
    for limit in Limit::ALL.into_iter().filter(|limit| *limit != Limit::LogInByAddress) {
        fill(store, limit, digest(5, 1), start()).await;
        assert!(take(store, limit, digest(5, 1), start()).await.is_err(), "{limit:?} has its own size");
    }
}

async fn forgiving_empties_one_bucket(doors: Doors) {
    let (store, limit) = (doors[0].as_ref(), Limit::LogInByAddress);
    fill(store, limit, digest(5, 1), start()).await;
    fill(store, limit, digest(5, 2), start()).await;
    store.forgive(limit, digest(5, 1)).await.expect("write");
    store.forgive(limit, digest(5, 3)).await.expect("forgiving nothing is fine");
    fill(store, limit, digest(5, 1), start()).await;
    assert!(take(store, limit, digest(5, 2), start()).await.is_err(), "the other stays full");
}
