//! Letters.

use std::collections::HashSet;

use time::Duration;

use super::{
    Doors,
    fixtures::{MILLISECOND, new_sign_up, race, start},
};
use crate::{LetterId, Sealed, Store};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_letter_comes_again_until_it_is_forgotten(open().await).await;
    a_letter_that_is_put_off_waits(open().await).await;
    two_senders_never_claim_the_same_letter(open().await).await;
    the_number_of_a_letter_is_never_used_twice(open().await).await;
}

/// Queues a letter, by the only way there is.
async fn queue(store: &dyn Store, number: u8) {
    let address = format!("person-{number}@example.org");
    store.start_sign_up(new_sign_up(number, &address, start()), None).await.expect("it starts");
}

async fn a_letter_comes_again_until_it_is_forgotten(doors: Doors) {
    let store = doors[0].as_ref();
    queue(store, 7).await;
    let retry = start() + Duration::MINUTE;
    assert!(store.due_letters(start() - MILLISECOND, retry, 10).await.expect("claim").is_empty(), "it is not due yet");
    let first = store.due_letters(start(), retry, 10).await.expect("claim");
    assert_eq!(first.len(), 1);
    assert_eq!((first[0].attempts, &first[0].sealed), (0, &Sealed(vec![7])));
    let claimed = store.due_letters(retry - MILLISECOND, retry, 10).await.expect("claim");
    assert!(claimed.is_empty(), "it is being sent");
    let second = store.due_letters(retry, retry + Duration::MINUTE, 10).await.expect("claim");
    assert_eq!(second.len(), 1, "its sender died");
    assert_eq!((second[0].id, second[0].attempts), (first[0].id, 1));
    store.forget_letter(first[0].id).await.expect("write");
    store.forget_letter(first[0].id).await.expect("forgetting it twice is fine");
    let later = start() + Duration::DAY;
    assert!(store.due_letters(later, later + Duration::MINUTE, 10).await.expect("claim").is_empty());
}

async fn a_letter_that_is_put_off_waits(doors: Doors) {
    let store = doors[0].as_ref();
    queue(store, 1).await;
    let (retry, until) = (start() + Duration::MINUTE, start() + Duration::HOUR);
    let letter = store.due_letters(start(), retry, 10).await.expect("claim").remove(0);
    store.put_off_letter(letter.id, until).await.expect("write");
    assert!(store.due_letters(until - MILLISECOND, until, 10).await.expect("claim").is_empty());
    let again = store.due_letters(until, until + Duration::MINUTE, 10).await.expect("claim");
    assert_eq!((again.len(), again[0].attempts), (1, 1));
}

async fn two_senders_never_claim_the_same_letter(doors: Doors) {
    const LETTERS: u8 = 40;
    for number in 0..LETTERS {
        queue(doors[0].as_ref(), number).await;
    }
    let retry = start() + Duration::MINUTE;
    let claims =
        race(&doors, 10, |door, _| Box::pin(async move { door.due_letters(start(), retry, 5).await.expect("claim") }));
    let claims = claims.await;
    assert!(claims.iter().all(|claim| claim.len() <= 5), "nobody takes more than asked for");
    let claimed: Vec<LetterId> = claims.iter().flatten().map(|letter| letter.id).collect();
    let apart: HashSet<LetterId> = claimed.iter().copied().collect();
    assert_eq!((claimed.len(), apart.len()), (LETTERS.into(), LETTERS.into()), "each letter, once");
}

async fn the_number_of_a_letter_is_never_used_twice(doors: Doors) {
    let store = doors[0].as_ref();
    let retry = start() + Duration::MINUTE;
    queue(store, 1).await;
    let first = store.due_letters(start(), retry, 10).await.expect("claim").remove(0);
    store.forget_letter(first.id).await.expect("write");
    queue(store, 2).await;
    store.forget_letter(first.id).await.expect("a slow sender reports late");
    assert_eq!(
        store.due_letters(start(), retry, 10).await.expect("claim").len(),
        1,
        "the second letter is still there"
    );
}
