//! A clock that jumps.

use std::time::Duration;

use vestibule_testing::Clock;

use crate::house::{House, session_of};

#[tokio::test]
async fn q_17_the_clock_may_jump_either_way() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let day = Duration::from_hours(24);
    let jumps: [(i64, Duration); 8] = [
        (1, Duration::from_secs(120)),
        (-1, Duration::from_secs(240)),
        (-1, Duration::from_hours(1)),
        (1, 730 * day),
        (-1, 730 * day),
        (-1, 30 * day),
        (1, 31 * day),
        (1, Duration::from_hours(1)),
    ];
    for (sign, by) in jumps {
        if sign > 0 {
            clock.advance(by);
        } else {
            clock.set_back(by);
        }
        let what = format!("{sign} × {by:?}");
        let again = person.elsewhere(house.browser());
        assert!(session_of(&again.log_in().await).is_some(), "{what}");
        assert!(again.is_logged_in().await, "{what}");
        again.log_out().await;
        assert!(!again.is_logged_in().await, "{what}");
        house.person().await;
    }
}

#[tokio::test]
async fn q_17_a_clock_that_was_set_back_locks_nobody_out() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    clock.advance(Duration::from_hours(10));
    for _ in 0..7 {
        person.elsewhere(house.browser()).log_in_with("not the right one at all").await;
    }
    clock.set_back(Duration::from_hours(10));
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 429, "what was tried counts");
    clock.advance(Duration::from_secs(61));
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some(), "and drains from now on");
}

#[tokio::test]
async fn q_17_a_session_from_the_future_still_ends() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    clock.advance(Duration::from_hours(2 * 365 * 24));
    assert!(!person.is_logged_in().await, "two years are more than a day");
    let again = person.elsewhere(house.browser());
    again.log_in().await;
    clock.set_back(Duration::from_hours(1));
    assert!(again.is_logged_in().await);
    clock.advance(Duration::from_hours(1) + Duration::from_mins(61));
    assert!(!again.is_logged_in().await);
}
