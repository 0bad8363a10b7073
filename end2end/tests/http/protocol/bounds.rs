//! How much a request may be.

use vestibule_testing::{http::Method, raw};

use crate::house::{House, session_of};

#[tokio::test]
async fn h_02_bodies_are_bounded() {
    let house = House::open().await;
    for (path, name) in [("/login", "log-in"), ("/signup", "sign-up")] {
        let browser = house.browser();
        let form = browser.form(path, name).await;
        for (size, status) in [(60 * 1024, 422), (65 * 1024, 413), (4 * 1024 * 1024, 413)] {
            let spoiled = form.clone().fill("email", &"x".repeat(size));
            let answer = browser.submission(&spoiled).try_send().await;
            // A server that has seen enough may hang up while the rest is still being sent.
            assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status == status), "{path} {size}");
        }
    }
}

#[tokio::test]
async fn h_02_a_chunked_body_is_bounded_too() {
    let house = House::open().await;
    let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
    let head = "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    let answer = raw::exchange(house.server.address(), format!("{head}{}0\r\n\r\n", chunk.repeat(20)).as_bytes()).await;
    assert_eq!(raw::status(&answer), Some(413), "{answer}");
}

#[tokio::test]
async fn h_02_heads_and_addresses_are_bounded() {
    let house = House::open().await;
    let address = house.server.address();
    let get = |path: &str, headers: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n")
    };
    let long = |length: usize| "x".repeat(length);
    for (request, expected) in [
        (get(&format!("/login?{}", long(7_000)), ""), [200, 303].as_slice()),
        (get(&format!("/login?{}", long(8_200)), ""), &[413, 414]),
        (get(&format!("/login?{}", long(100_000)), ""), &[414, 431]),
        (get("/login", &format!("X-Long: {}\r\n", long(8_000))), &[200, 303]),
        (get("/login", &format!("X-Long: {}\r\n", long(33_000))), &[413, 431]),
        (get("/login", &format!("X-Long: {}\r\n", long(100_000))), &[431]),
        (get("/login", &"X-Many: y\r\n".repeat(150)), &[431]),
        (get("/login", &"X-Many: y\r\n".repeat(5_000)), &[431]),
    ] {
        let answer = raw::exchange(address, request.as_bytes()).await;
        let status = raw::status(&answer);
        let what = format!("{request:.40}… of {} bytes", request.len());
        assert!(status.is_some_and(|status| expected.contains(&status)), "{what}: {expected:?}: {answer:.200}");
    }
}

#[tokio::test]
async fn h_05_a_parameter_comes_once() {
    let house = House::open().await;
    let person = house.person().await;
    let browser = house.browser();
    let form = browser.form("/login", "log-in").await.fill("email", &person.email).fill("password", &person.password);
    for field in ["email", "password", "form_token", "return_to"] {
        let value = form.value(field).unwrap_or("/").to_owned();
        let twice = form.clone().without(field).with(field, &value).with(field, &value);
        let answer = browser.submit(&twice).await;
        assert_eq!((answer.status, session_of(&answer)), (400, None), "{field} twice");
    }
    for field in ["email", "password"] {
        for name in [format!("{field}[]"), format!("{field}[0]"), format!("{field}[$ne]"), field.to_uppercase()] {
            let value = form.value(field).unwrap_or_default().to_owned();
            let answer = browser.submit(&form.clone().without(field).with(&name, &value)).await;
            assert_eq!((answer.status, session_of(&answer)), (422, None), "{name}");
        }
        let answer = browser.submit(&form.clone().without(field)).await;
        assert_eq!((answer.status, session_of(&answer)), (422, None), "no {field}");
    }
    for path in ["/login?return_to=/a&return_to=/b", "/login?notice=a&notice=b", "/confirm-email?token=a&token=b"] {
        assert_eq!(browser.request(Method::GET, path).send().await.status, 400, "{path}");
    }
    assert_eq!(browser.submit(&form).await.status, 303, "and once is fine");
}

#[tokio::test]
async fn h_05_json_in_place_of_a_form_is_no_form() {
    let house = House::open().await;
    let person = house.person().await;
    let browser = house.browser();
    let token = browser.form("/login", "log-in").await.value("form_token").unwrap_or_default().to_owned();
    let (email, password) = (&person.email, &person.password);
    for body in [
        format!("{{\"form_token\":\"{token}\",\"email\":\"{email}\",\"password\":\"{password}\"}}"),
        format!("{{\"form_token\":\"{token}\",\"email\":[\"{email}\"],\"password\":{{\"a\":1}}}}"),
        "null".to_owned(),
        "[".repeat(30_000),
    ] {
        let empty = vestibule_testing::Form { action: "/login".to_owned(), fields: Vec::new() };
        let request = browser.submission(&empty).header("content-type", "application/json").body(body);
        let answer = request.send().await;
        assert!((400..500).contains(&answer.status) && session_of(&answer).is_none(), "{}", answer.status);
    }
}
