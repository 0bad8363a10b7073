//! Clients that are slow, huge or strange.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use vestibule_testing::{Person, http::Method, raw};

use crate::{
    house::{House, is_proof, session_of},
    time::timed,
};

/// Connections that say this much and then nothing.
async fn stall(house: &House, count: usize, says: &str) -> Vec<TcpStream> {
    let mut stalled = Vec::new();
    for _ in 0..count {
        let mut stream = raw::connect(house.server.address()).await;
        stream.write_all(says.as_bytes()).await.expect("the server reads");
        stalled.push(stream);
    }
    stalled
}

async fn others_are_served(house: &House, person: &Person) {
    for _ in 0..20 {
        let (took, answer) = timed(person.browser.request(Method::GET, "/")).await;
        assert_eq!(answer.status, 200);
        assert!(took < Duration::from_secs(1), "somebody else waited {took:?}");
    }
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some());
}

#[tokio::test]
async fn q_21_heads_that_never_end_are_cut_and_hold_nobody_up() {
    let house = House::open().await;
    let person = house.person().await;
    let count = if is_proof() { 1_000 } else { 200 };
    let mut stalled = stall(&house, count / 2, "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").await;
    stalled.extend(stall(&house, count / 2, "").await);
    others_are_served(&house, &person).await;
    for mut stream in stalled {
        let mut rest = Vec::new();
        let cut = timeout(Duration::from_secs(15), stream.read_to_end(&mut rest)).await;
        assert!(cut.is_ok(), "a connection without a head is still open");
    }
}

#[tokio::test]
async fn q_21_bodies_that_never_end_hold_nobody_up() {
    let house = House::open().await;
    let person = house.person().await;
    let head = "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\nemail=";
    let stalled = stall(&house, if is_proof() { 1_000 } else { 200 }, head).await;
    others_are_served(&house, &person).await;
    for mut stream in stalled {
        let mut rest = Vec::new();
        let cut = timeout(Duration::from_secs(30), stream.read_to_end(&mut rest)).await;
        assert!(cut.is_ok(), "a connection without a body is still open");
    }
}

#[tokio::test]
async fn q_22_junk_cookies_leave_the_pages_usable() {
    let house = House::open().await;
    let person = house.person().await;
    let junk = "x".repeat(4_096);
    let many: Vec<String> = (0..100).map(|number| format!("c{number}=v")).collect();
    let lines = [
        format!("session={junk}"),
        format!("session={junk}; browser={junk}; sign_up={junk}; link={junk}"),
        "session=; browser=; sign_up=; link=".to_owned(),
        "session; browser; =; ;;; =x".to_owned(),
        "session=\"quoted\"; browser=a,b; sign_up=%00".to_owned(),
        many.join("; "),
    ];
    for line in lines {
        for path in ["/", "/login", "/signup", "/signup/sent", "/confirm-email", "/logout"] {
            let answer = house.browser().request(Method::GET, path).header("cookie", &line).send().await;
            assert!(matches!(answer.status, 200 | 303 | 400 | 431), "{path} with {line:.60}: {}", answer.status);
        }
        let browser = house.browser();
        let page = browser.request(Method::GET, "/login").header("cookie", &line).send().await;
        assert_eq!(page.status, 200, "{line:.60}");
        // The form of that page works in that browser: what the junk would have named is set anew.
        let form = page.form("log-in").fill("email", &person.email).fill("password", &person.password);
        assert!(session_of(&browser.submit(&form).await).is_some(), "{line:.60}");
    }
    let mut bytes = b"GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session=\xff\xfe\x80; browser=\xc3\x28\r\n\r\n".to_vec();
    let answer = raw::exchange(house.server.address(), &bytes).await;
    assert!(matches!(raw::status(&answer), Some(200 | 303 | 400)), "{answer}");
    bytes = format!(
        "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: a={}\r\n\r\n",
        "x".repeat(64 * 1024)
    )
    .into_bytes();
    let answer = raw::exchange(house.server.address(), &bytes).await;
    assert_eq!(raw::status(&answer), Some(431), "{answer:.200}");
}
