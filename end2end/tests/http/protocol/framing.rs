//! Where one message ends and the next begins.

use vestibule_testing::raw;

use crate::house::House;

/// A request that a front end may have taken for the body of the one before.
const SMUGGLED: &str = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// How many answers are in what came back.
fn answers(text: &str) -> usize {
    text.matches("HTTP/1.1 ").count()
}

#[tokio::test]
async fn h_04_two_ways_to_read_a_message_end_the_connection() {
    let house = House::open().await;
    let body = format!("0\r\n\r\n{SMUGGLED}");
    let length = body.len();
    for headers in [
        format!("Content-Length: {length}\r\nTransfer-Encoding: chunked\r\n"),
        format!("Transfer-Encoding: chunked\r\nContent-Length: {length}\r\n"),
        format!("Content-Length: {length}\r\nTransfer-Encoding: xchunked\r\n"),
        format!("Content-Length: {length}\r\nTransfer-Encoding: chunked, identity\r\n"),
        format!("Content-Length: {length}\r\nContent-Length: 5\r\n"),
        format!("Content-Length: 5\r\nContent-Length: {length}\r\n"),
        format!("Content-Length: 5, {length}\r\n"),
        "Content-Length: -5\r\n".to_owned(),
        "Content-Length: +5\r\n".to_owned(),
        "Content-Length: 0x5\r\n".to_owned(),
        "Content-Length: 99999999999999999999\r\n".to_owned(),
        "Content-Length : 5\r\n".to_owned(),
        "Transfer-Encoding : chunked\r\n".to_owned(),
        "Transfer-Encoding:\u{b}chunked\r\n".to_owned(),
    ] {
        let request = format!("POST /login HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n{body}");
        let answer = raw::exchange(house.server.address(), request.as_bytes()).await;
        assert!(answers(&answer) <= 1, "{headers:?}: {answer}");
        assert!(!answer.contains("HTTP/1.1 404"), "{headers:?}: {answer}");
        let both = headers.contains("Content-Length: ") && headers.contains("Transfer-Encoding: chunked\r\n");
        let expected = if both { 403..404 } else { 400..401 };
        assert!(raw::status(&answer).is_some_and(|status| expected.contains(&status)), "{headers:?}: {answer}");
    }
}

#[tokio::test]
async fn h_04_folded_and_broken_heads_are_refused() {
    let house = House::open().await;
    for request in [
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n folded: yes\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost: localhost\r\n X-A: a\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX A: a\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A: a\rb\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n",
        "GET /lo\0gin HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /login HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET /login\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let answer = raw::exchange(house.server.address(), request.as_bytes()).await;
        assert!(answers(&answer) <= 1, "{request:?}: {answer}");
        assert!(matches!(raw::status(&answer), Some(400 | 505) | None), "{request:?}: {answer}");
    }
}

#[tokio::test]
async fn h_04_a_broken_chunk_ends_the_connection() {
    let house = House::open().await;
    for body in ["x\r\n", "5\r\nab", "ffffffffffffffffff\r\n", "-1\r\n"] {
        let head = "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        let request = format!("{head}{body}\r\n\r\n{SMUGGLED}");
        let answer = raw::exchange(house.server.address(), request.as_bytes()).await;
        assert!(answers(&answer) <= 1 && !answer.contains("HTTP/1.1 404"), "{body:?}: {answer}");
    }
}
