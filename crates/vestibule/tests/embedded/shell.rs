//! What a host's application is given to draw, and what its answer becomes. A page with nothing but that stands in for it.

use std::sync::{Arc, Mutex};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Method, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use vestibule::{AppPage, BuildError, Builder, ui::screens::LogOut};
use vestibule_testing::{Form, http};

use crate::host::{Host, builder};

/// What was asked of the host: the method, the address, and everything that was posted.
type Asked = Arc<Mutex<Vec<(Method, String, String)>>>;

/// Says what there is to draw, with headers and a cookie of the host's own.
fn drawn_bare(builder: Builder, asked: &Asked) -> Builder {
    let asked = asked.clone();
    builder.shell(move |page: AppPage, request: Request<Body>| {
        let asked = asked.clone();
        async move {
            let (parts, body) = request.into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("a body");
            let kind = parts.headers.get(header::CONTENT_TYPE).cloned();
            let posted = format!("{}{}", String::from_utf8_lossy(&body), kind.map(|_| "typed").unwrap_or_default());
            asked.lock().expect("nobody panics with it").push((parts.method, parts.uri.to_string(), posted));
            let login = page.login();
            let (screen, user) = (login.screen.expect("a screen of ours"), login.user.map(|user| user.email));
            let text = format!("{} {} {user:?} {}", login.state, screen.name, screen.model);
            let own = [("x-host", "northwind"), ("set-cookie", "theme=dark"), ("cache-control", "public, max-age=60")];
            page.answer((own, Html(text)).into_response())
        }
    })
}

#[tokio::test]
async fn a_host_draws_what_was_decided_by_us() {
    let asked = Asked::default();
    let host = Host::with(|builder| drawn_bare(builder, &asked)).await;
    let page = host.browser().get("/auth/login?return_to=%2Finvoices").await;
    assert_eq!(page.status, 200);
    assert!(page.text().starts_with("LoginRequired log-in None {"), "{}", page.text());
    assert!(page.text().contains("/invoices"), "{}", page.text());
    let cookies = page.set_cookies();
    assert!(cookies.iter().any(|cookie| cookie == "theme=dark"), "the host's {cookies:?}");
    assert!(cookies.iter().any(|cookie| cookie.contains("browser=")), "ours {cookies:?}");
    assert_eq!((page.header("x-host"), page.header("cache-control")), (Some("northwind"), Some("no-store")));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("script-src"), "{policy}");
    let first = asked.lock().expect("nobody panics with it").first().cloned();
    assert_eq!(first, Some((Method::GET, "/auth/login?return_to=%2Finvoices".to_owned(), String::new())));
}

#[tokio::test]
async fn what_was_posted_is_refused_by_us_and_never_reaches_the_host() {
    let asked = Asked::default();
    let host = Host::with(|builder| drawn_bare(builder, &asked)).await;
    let browser = host.browser();
    let token = {
        let data = browser.request(http::Method::GET, "/auth/login").header("accept", LOGIN_DATA).send().await.text();
        let (_, rest) = data.split_once(r#""form_token":""#).expect("a form token");
        rest.split_once('"').expect("its end").0.to_owned()
    };
    let form = Form { action: "/auth/login".to_owned(), fields: Vec::new() };
    let form = form.with("form_token", &token).with("email", "ada@example.org").with("password", "not the password");
    let posted = browser.submit(&form).await;
    assert_eq!(posted.status, 422);
    assert!(posted.text().contains("DontMatch"), "{}", posted.text());
    assert!(!posted.text().contains("not the password"), "{}", posted.text());
    let last = asked.lock().expect("nobody panics with it").last().cloned();
    assert_eq!(last, Some((Method::GET, "/auth/login".to_owned(), String::new())));
}

const LOGIN_DATA: &str = "application/vnd.vestibule.login+json";

#[tokio::test]
async fn data_is_for_whoever_asks_for_it_and_says_who_is_there() {
    let asked = Asked::default();
    let host = Host::with(|builder| drawn_bare(builder, &asked)).await;
    let data = host.browser().request(http::Method::GET, "/auth/login").header("accept", LOGIN_DATA).send().await;
    assert_eq!((data.status, data.header("content-type")), (200, Some(LOGIN_DATA)));
    assert_eq!(data.header("cache-control"), Some("no-store"));
    assert!(data.text().starts_with(r#"{"state":"LoginRequired","user":null,"#), "{}", data.text());
    assert!(asked.lock().expect("nobody panics with it").is_empty(), "the host draws nothing");
}

#[tokio::test]
async fn a_screen_beside_a_shell_is_refused() {
    let chosen = builder("http://localhost").await.shell(async |_: AppPage, _: Request| Response::default());
    let built = chosen.screen::<LogOut, _>(|_, _| "leaving").build();
    assert!(matches!(built, Err(BuildError::ScreenBesideShell)), "{:?}", built.err());
}

#[tokio::test]
async fn what_the_host_cannot_draw_is_a_failure() {
    let host =
        Host::with(|builder| builder.shell(async |_: AppPage, _: Request| StatusCode::NOT_FOUND.into_response())).await;
    let page = host.browser().get("/auth/login").await;
    assert_eq!((page.status, page.screen().as_deref()), (500, Some("trouble")));
}
