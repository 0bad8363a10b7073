//! The gallery in a router, without a socket or a browser: a theme's folder as it is written, forced states, the wall.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use bytes::Bytes;
use tower::ServiceExt;
use vestibule_flows::Vestibule;
use vestibule_http::{assets::Assets, base_url::BaseUrl, secret::Secret};
use vestibule_store_sql::SqlStore;
use vestibule_theme::Stylesheet;
use vestibule_ui::parts::PARTS;

const CSS: &str = ":where(a:hover) { color: red }\n";

/// A gallery on a theme's folder, below a mount.
async fn gallery(folder: &Path) -> Router {
    gallery_in(Stylesheet::Layers, folder).await
}

/// The same with a form of the stylesheet.
async fn gallery_in(form: Stylesheet, folder: &Path) -> Router {
    let store = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let base = BaseUrl::parse("http://localhost:3000").expect("an origin");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), Bytes::from(CSS))).into());
    let builder = Vestibule::builder(Arc::new(store), secret, base).assets(assets);
    let builder = builder.mount("/auth".parse().expect("a mount")).stylesheet(form).theme_folder(folder.to_owned());
    builder.build().expect("nothing is missing").router()
}

async fn get(gallery: &Router, path: &str) -> String {
    let request = Request::get(path).header("host", "localhost:3000").body(Body::empty()).expect("a request");
    let response = gallery.clone().oneshot(request).await.expect("a router always answers");
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn write(folder: &Path, file: &str, text: &str) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(file), text).expect("a file");
}

/// The stylesheet that a page loads from the gallery.
fn stylesheet(page: &str) -> &str {
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").expect("a page has one");
    rest.split('"').next().expect("it has an end")
}

#[tokio::test]
async fn a_page_has_the_folder_s_look_and_is_told_when_it_changes() {
    let home = tempfile::tempdir().expect("a folder");
    let acme = home.path().join("acme");
    write(&acme, "theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'split'");
    write(&acme, "tokens.css", ":root { --auth-unit: 1px }\n");
    let gallery = gallery(&acme).await;
    let page = get(&gallery, "/auth/gallery/log-in/empty").await;
    assert!(page.contains("data-layout=\"split\"") && page.contains("src=\"/auth/gallery/files/live.js\""), "{page}");
    assert!(get(&gallery, stylesheet(&page)).await.contains("--auth-unit: 1px"));
    assert!(!get(&gallery, "/auth/gallery/log-in/empty?script=off").await.contains("<script"));
    for (knobs, is_other) in [("theme=ledger", true), ("theme=acme", false), ("", false)] {
        let page = get(&gallery, &format!("/auth/gallery/log-in/empty?{knobs}")).await;
        assert_eq!(page.contains("data-other"), is_other, "{knobs}");
    }

    let told = get(&gallery, "/auth/gallery/live?after=0").await;
    assert!(told.contains("\"revision\":1") && told.contains("\"problem\":null"), "{told}");
    write(&acme, "tokens.css", ":root { --auth-unit: 22px }\n");
    let told = get(&gallery, "/auth/gallery/live?after=1").await;
    assert!(told.contains("\"revision\":2") && told.contains("\"markup\":1"), "{told}");
    assert!(told.contains("\"remarks\":[]"), "{told}");
    write(&acme, "theme.toml", "name = ");
    let told = get(&gallery, "/auth/gallery/live?after=2").await;
    assert!(told.contains("\"problem\":\"theme.toml"), "{told}");
    let page = get(&gallery, "/auth/gallery/log-in/empty").await;
    assert!(get(&gallery, stylesheet(&page)).await.contains("--auth-unit: 22px"));
}

#[tokio::test]
async fn a_state_is_forced_by_a_copy_of_the_stylesheet() {
    let home = tempfile::tempdir().expect("a folder");
    let gallery = gallery(home.path()).await;
    for theme in ["", "ledger"] {
        let page = get(&gallery, &format!("/auth/gallery/log-in/empty?state=hover&theme={theme}")).await;
        assert!(page.contains("<button data-force=\"hover\" data-part=\"button\""), "{page}");
        let css = get(&gallery, stylesheet(&page)).await;
        assert!(css.starts_with(":where(a:is(:hover, [data-force~=\"hover\"]))"), "{css}");
        let page = get(&gallery, &format!("/auth/gallery/log-in/empty?theme={theme}")).await;
        assert!(!page.contains("data-force"));
        assert!(get(&gallery, stylesheet(&page)).await.starts_with(CSS));
    }
}

#[tokio::test]
async fn a_page_has_the_form_of_the_stylesheet_that_the_server_sends() {
    let home = tempfile::tempdir().expect("a folder");
    let acme = home.path().join("acme");
    write(&acme, "theme.toml", "name = 'Acme'\ncontract = 1");
    write(&acme, "tokens.css", ":root { --auth-unit: 1px }\n");
    let gallery = gallery_in(Stylesheet::Plain, &acme).await;
    for knobs in ["", "?theme=ledger", "?state=hover", "?state=hover&motion=reduced&theme=ledger"] {
        let page = get(&gallery, &format!("/auth/gallery/log-in/empty{knobs}")).await;
        let css = get(&gallery, stylesheet(&page)).await;
        assert!(css.contains("--auth-") && !css.contains("@layer"), "{knobs}: {css}");
        assert_eq!(css.contains("data-force"), knobs.contains("state"), "{knobs}");
    }
    let told = get(&gallery, "/auth/gallery/live?after=0").await;
    let page = get(&gallery, "/auth/gallery/log-in/empty").await;
    let (folder, _) = stylesheet(&page).rsplit_once('/').expect("a path");
    assert!(told.contains(&format!("\"folder\":\"{folder}/\"")), "{told}");
}

#[tokio::test]
async fn the_gallery_s_address_carries_the_story_and_the_knobs() {
    let home = tempfile::tempdir().expect("a folder");
    let gallery = gallery(home.path()).await;
    let frame = async |query: &str| {
        let page = get(&gallery, &format!("/auth/gallery{query}")).await;
        let (_, rest) = page.split_once("title=\"The story in view\" src=\"").expect("there is one");
        rest.split('"').next().expect("it has an end").replace("&amp;", "&")
    };
    assert_eq!(frame("").await, "/auth/gallery/log-in/empty");
    let shown = frame("?story=log-in/empty&theme=folio&scheme=dark&lang=ar&direction=ltr&width=two").await;
    let expected = "/auth/gallery/log-in/empty?scheme=dark&language=ar&script=on&theme=folio&direction=ltr&beside=on";
    assert_eq!(shown, expected);
    assert!(
        get(&gallery, &shown.replace("beside=on", "beside=off"))
            .await
            .contains("lang=\"ar\" dir=\"ltr\" data-scheme=\"dark\"")
    );
    assert!(frame("?story=wall&theme=vibe").await.starts_with("/auth/gallery/wall?"));
    assert!(frame("?story=nothing/there&scheme=dark").await.starts_with("/auth/gallery/log-in/empty?scheme=dark"));
}

/// A link from before means what it meant.
#[tokio::test]
async fn a_story_s_language_and_direction_have_one_word_and_an_old_one() {
    let home = tempfile::tempdir().expect("a folder");
    let gallery = gallery(home.path()).await;
    for query in ["language=ar&direction=ltr", "lang=ar&dir=ltr"] {
        let page = get(&gallery, &format!("/auth/gallery/log-in/empty?{query}")).await;
        assert!(page.contains("<html lang=\"ar\" dir=\"ltr\""), "{page}");
    }
}

#[tokio::test]
async fn every_part_is_on_the_wall_in_both_schemes() {
    let home = tempfile::tempdir().expect("a folder");
    let wall = get(&gallery(home.path()).await, "/auth/gallery/wall?lang=ar").await;
    for part in PARTS.iter().map(|names| names.part) {
        let (_, rest) = wall.split_once(&format!("<section id=\"{part}\"")).expect(part);
        let section = rest.split("<section id=").next().unwrap_or_default();
        assert!(part == "page" || section.contains("data-scheme=\"dark\" lang=\"ar\" dir=\"rtl\""), "{part}");
    }
}
