//! What is refused before any work is done.

use std::time::Duration;

use crate::{house::House, time::timed};

#[tokio::test]
async fn p_10_too_long_passwords_are_never_hashed() {
    let house = House::alone(|server| server).await;
    for (path, name) in [("/login", "log-in"), ("/signup", "sign-up")] {
        for (length, status) in [(129, 422), (60_000, 422), (1024 * 1024, 413)] {
            let mut fastest = Duration::MAX;
            for _ in 0..5 {
                let browser = house.browser();
                let form = browser.form(path, name).await.fill("password", &"x".repeat(length));
                let form = form.fill("email", &format!("ada-{length}@example.org"));
                let (took, answer) = timed(browser.submission(&form)).await;
                assert_eq!(answer.status, status, "{path} {length}");
                fastest = fastest.min(took);
            }
            assert!(fastest < Duration::from_millis(50), "{path} {length}: {fastest:?}");
        }
    }
}

#[tokio::test]
async fn p_10_hashing_lets_other_pages_through() {
    let house = House::alone(|server| server).await;
    let mut crowd = Vec::new();
    for number in 0..40 {
        let browser = house.browser();
        let form = browser.form("/login", "log-in").await.fill("password", "not the right one at all");
        let form = form.fill("email", &format!("ada-{number}@example.org"));
        crowd.push(tokio::spawn(async move { browser.submit(&form).await.status }));
    }
    // Hashed on the threads that answer, the first of these would come after the last of those.
    let mut pages = 0;
    while crowd.iter().any(|one| !one.is_finished()) {
        assert_eq!(house.browser().get("/login").await.status, 200);
        pages += 1;
    }
    assert!(pages >= 10, "only {pages} pages were served while forty passwords were hashed");
    for one in crowd {
        let status = one.await.expect("a request doesn't panic");
        assert!(matches!(status, 422 | 503), "{status}");
    }
}
