//! What a host's router may rely on, without a socket: two of us in one process, a nonce handed over, a forgotten layer.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, Uri, header},
    routing::get,
};
use flate2::read::GzDecoder;
use tower::ServiceExt;
use tower_http::{compression::CompressionLayer, trace::TraceLayer};
use vestibule::{
    Brand, Builder, SqlStore, User, Vestibule,
    http::{assets::Assets, base_url::BaseUrl, headers::Nonce, secret::Secret},
    theme::{Colour, Theme},
    ui::Slots,
};

async fn at(mount: &str) -> Vestibule {
    builder(mount).await.build().expect("nothing is missing")
}

async fn builder(mount: &str) -> Builder {
    let store = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let base = BaseUrl::parse("https://example.com").expect("an origin");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), "x".into())).into_iter().collect::<BTreeMap<_, _>>());
    let builder = Vestibule::builder(Arc::new(store), secret, base).assets(assets);
    builder.mount(mount.parse().expect("a mount"))
}

async fn ask(router: &Router, path: &str, accept: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).expect("a request");
    let response = router.clone().oneshot(request).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

async fn who(user: User) -> String {
    user.id
}

#[tokio::test]
async fn two_of_us_in_one_process_keep_to_themselves() {
    let (staff, shop) = (at("/staff").await, at("/shop").await);
    let inside = |auth: &Vestibule| Router::new().route("/inside", get(who)).layer(auth.layer());
    let app = Router::new()
        .nest("/staff-only", inside(&staff))
        .nest("/customers", inside(&shop))
        .merge(staff.router())
        .merge(shop.router());
    for (area, mount) in [("/staff-only", "/staff"), ("/customers", "/shop")] {
        let (status, headers, _) = ask(&app, &format!("{area}/inside"), "text/html").await;
        let expected = format!("{mount}/login?return_to=%2F{}%2Finside", area.trim_start_matches('/'));
        assert_eq!((status, headers[header::LOCATION].as_bytes()), (StatusCode::SEE_OTHER, expected.as_bytes()));
        let (status, headers, page) = ask(&app, &format!("{mount}/login"), "text/html").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains(&format!("action=\"{mount}/login\"")), "{page}");
        let cookie = headers[header::SET_COOKIE].to_str().expect("plain text");
        assert!(cookie.starts_with(&format!("__Host-{}.browser=", mount.trim_start_matches('/'))), "{cookie}");
    }
}

#[tokio::test]
async fn a_host_hands_its_nonce_over() {
    let auth = at("/auth").await;
    let nonce = Nonce::new("aG9zdCdzIG93biBub25jZQ==").expect("a nonce");
    let app = auth.router().layer(Extension(nonce.clone()));
    let (_, headers, page) = ask(&app, "/auth/login", "text/html").await;
    assert!(page.contains(&format!("nonce=\"{}\"", nonce.as_str())), "{page}");
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("plain text");
    assert!(policy.contains(&format!("'nonce-{}'", nonce.as_str())), "{policy}");
    let (status, headers, page) = ask(&app, "/auth/nothing", "text/html").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(page.contains(&format!("nonce=\"{}\"", nonce.as_str())), "{page}");
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("plain text");
    assert!(policy.contains(&format!("'nonce-{}'", nonce.as_str())), "{policy}");
    for wrong in ["", "short", "aG9zdCdzIG93biBub25jZQ' *", "aG9zdCdzIG93biBub25jZQ\"><x"] {
        assert!(Nonce::new(wrong).is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn a_hosts_compression_and_tracing_stand_around_our_pages() {
    let auth = at("/auth").await;
    let app = auth.router().layer(CompressionLayer::new()).layer(TraceLayer::new_for_http());
    let request = Request::get("/auth/login").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty());
    let response = app.oneshot(request.expect("a request")).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    assert_eq!(
        (parts.status, &parts.headers[header::CONTENT_ENCODING]),
        (StatusCode::OK, &"gzip".parse().expect("a word"))
    );
    assert!(
        parts.headers.contains_key(header::SET_COOKIE) && parts.headers.contains_key(header::CONTENT_SECURITY_POLICY)
    );
    let packed = to_bytes(Body::new(body), usize::MAX).await.expect("a body");
    let page = std::io::read_to_string(GzDecoder::new(&*packed)).expect("gzip of text");
    assert!(page.contains("data-screen=\"log-in\"") && page.ends_with("</html>"), "{page}");
}

#[tokio::test]
async fn a_hosts_own_answers_stay_as_they_are() {
    for mount in ["", "/auth"] {
        let auth = at(mount).await;
        // Nothing is said of what isn't found: axum's own answer is the host's.
        let app = Router::new().route("/page", get(async || "page")).merge(auth.router()).layer(auth.layer());
        let (status, headers, body) = ask(&app, "/typo", "text/html").await;
        assert_eq!((status, &*body, headers.len()), (StatusCode::NOT_FOUND, "", 0), "{mount:?} {headers:?}");
        let elsewhere = Request::post("/typo").header("sec-fetch-site", "cross-site").body(Body::empty());
        let posted = app.clone().oneshot(elsewhere.expect("a request")).await.expect("a router always answers");
        assert_eq!(posted.status(), StatusCode::NOT_FOUND, "{mount:?}");
        assert_eq!(ask(&app, "/page", "text/html").await.2, "page");
        // Ours say nothing of the host's other addresses.
        let ours = ask(&app, &format!("{mount}/login"), "text/html").await.1;
        assert_eq!(ours.get(header::STRICT_TRANSPORT_SECURITY), None);
        assert!(ours.contains_key(header::CONTENT_SECURITY_POLICY));
    }
}

#[tokio::test]
async fn who_wanted_the_front_page_comes_back_to_it() {
    let auth = at("/auth").await;
    let app = Router::new().route("/", get(who)).merge(auth.router()).layer(auth.layer());
    let (_, headers, _) = ask(&app, "/", "text/html").await;
    assert_eq!(headers[header::LOCATION], "/auth/login");
    let (_, headers, _) = ask(&app, "/?tab=2", "text/html").await;
    assert_eq!(headers[header::LOCATION], "/auth/login?return_to=%2F%3Ftab%3D2");
}

#[tokio::test]
async fn without_the_layer_nobody_is_let_in() {
    let auth = at("/auth").await;
    let app = Router::new().route("/inside", get(who)).merge(auth.router());
    assert_eq!(ask(&app, "/inside", "text/html").await.0, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_script_gets_no_page_to_log_in_on() {
    let auth = at("/auth").await;
    let app = Router::new().route("/inside", get(who)).layer(auth.layer());
    let (status, headers, _) = ask(&app, "/inside", "application/json").await;
    assert_eq!((status, headers.get(header::LOCATION)), (StatusCode::UNAUTHORIZED, None));
}

#[tokio::test]
async fn a_host_calls_its_handlers_with_somebody_made_up() {
    assert_eq!(who(User::fake("ada@example.org")).await, "ada@example.org");
}

/// The page at a path, and the stylesheet that it links, as a browser of one of the host's names gets them.
async fn look(router: &Router, name: &str) -> (String, String) {
    let get = async |path: &str| {
        let request = Request::get(path).header(header::HOST, name).body(Body::empty()).expect("a request");
        let response = router.clone().oneshot(request).await.expect("a router always answers");
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let page = get("/auth/login").await;
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").expect("a stylesheet");
    let (address, _) = rest.split_once('"').expect("it ends");
    let stylesheet = get(address).await;
    (page, stylesheet)
}

#[tokio::test]
async fn each_tenant_sees_its_own_name_and_look_from_the_first_frame_on() {
    let acme = Brand::new(Theme::built_in("ledger").expect("one of ours")).named("Acme");
    let of = move |headers: &HeaderMap, _: &Uri| {
        (headers.get(header::HOST)?.to_str().ok()? == "acme.example.com").then(|| acme.clone())
    };
    let auth = builder("/auth").await.brands(of).build().expect("nothing is missing");
    let app = auth.router();
    let (page, stylesheet) = look(&app, "acme.example.com").await;
    assert!(page.contains("<title>Log in · Acme</title>") && page.contains("data-layout=\"split\""), "{page}");
    assert!(!page.contains(" style="), "no style of a brand is in the page: {page}");
    assert!(stylesheet.starts_with("x@layer vestibule.theme"), "{stylesheet}");
    let (page, stylesheet) = look(&app, "example.com").await;
    assert!(page.contains("<title>Log in · Vestibule</title>") && page.contains("data-layout=\"centered\""), "{page}");
    assert_eq!(stylesheet, "x");
    let (status, _, page) = ask(&app, "/auth/assets/0000000000000000/vestibule.css", "text/css").await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{page}");
}

#[tokio::test]
async fn a_server_that_never_drew_a_brand_serves_its_files_all_the_same() {
    let acme = Brand::new(Theme::built_in("vibe").expect("one of ours"));
    let of = move |_: &HeaderMap, _: &Uri| Some(acme.clone());
    let (one, other) = (builder("/auth").await.brands(of.clone()), builder("/auth").await.brands(of));
    let (one, other) = (one.build().expect("nothing is missing"), other.build().expect("nothing is missing"));
    let (_, _, page) = ask(&one.router(), "/auth/login", "text/html").await;
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").expect("a stylesheet");
    let (address, _) = rest.split_once('"').expect("it ends");
    let (status, headers, _) = ask(&other.router(), address, "text/css").await;
    assert_eq!(status, StatusCode::OK, "{address}");
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn a_tenant_s_colour_and_logo_are_enough_and_what_was_changed_is_said() {
    let ledger = Theme::built_in("ledger").expect("one of ours");
    let logo = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    let yellow = Colour::parse("#ffe600").expect("a colour");
    let (acme, changes) = Brand::in_colour(&ledger.with_logo(logo.into(), None), yellow).expect("a theme");
    assert!(changes.iter().any(|change| change.token == "accent"), "{changes:?}");
    let auth = builder("/auth").await.brands(move |_, _| Some(acme.clone().named("Acme"))).build();
    let app = auth.expect("nothing is missing").router();
    let (page, stylesheet) = look(&app, "example.com").await;
    assert!(stylesheet.contains("--auth-brand: oklch("), "{stylesheet}");
    let (_, rest) = page.split_once("<img src=\"").expect("a logo");
    let (address, _) = rest.split_once('"').expect("it ends");
    assert!(rest.contains("alt=\"Acme\""), "{page}");
    let (status, headers, file) = ask(&app, address, "image/svg+xml").await;
    assert_eq!((status, headers[header::CONTENT_TYPE].as_bytes()), (StatusCode::OK, &b"image/svg+xml"[..]));
    assert_eq!(file, logo);
}

#[tokio::test]
async fn a_tenant_s_logo_is_nearer_than_the_host_s_and_a_panic_of_the_host_s_costs_no_page() {
    let theme = Theme::built_in("folio").expect("one of ours").with_logo("<svg/>".into(), None);
    let acme = Brand::new(theme).named("Acme's");
    let of = move |headers: &HeaderMap, _: &Uri| match headers.get(header::HOST)?.as_bytes() {
        b"acme.example.com" => Some(acme.clone()),
        b"broken.example.com" => panic!("the host's own"),
        _ => None,
    };
    let slots = Slots { logo: Some("<b>The host</b>".to_owned()), ..Slots::default() };
    let auth = builder("/auth").await.slots(slots).brands(of).build().expect("nothing is missing");
    let app = auth.router();
    let (page, _) = look(&app, "acme.example.com").await;
    assert!(page.contains("alt=\"Acme&#39;s\"") && !page.contains("The host"), "{page}");
    for name in ["broken.example.com", "example.com"] {
        let (page, stylesheet) = look(&app, name).await;
        assert!(page.contains("<b>The host</b>"), "{page}");
        assert_eq!(stylesheet, "x");
    }
}
