//! The look that an operator chose, on the binary that they would run.

use std::fs;

use vestibule_testing::{Answer, Mailbox, Server, http::Method};

/// The page's layout, and the address of its stylesheet.
fn look(page: &Answer) -> (String, String) {
    let elements = page.elements();
    let of = |tag: &str, has: &str, name: &str| {
        let element = elements.iter().find(|element| element.tag == tag && element.get(has).is_some());
        element.and_then(|element| element.get(name)).unwrap_or_default().to_owned()
    };
    let stylesheet = elements.iter().find(|element| element.get("rel") == Some("stylesheet"));
    let href = stylesheet.and_then(|link| link.get("href")).unwrap_or_default().to_owned();
    (of("div", "data-layout", "data-layout"), href)
}

#[tokio::test]
async fn a_theme_is_chosen_by_its_name_or_by_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let acme = folder.path().join("acme");
    fs::create_dir(&acme).expect("the folder is ours");
    for (file, text) in [
        ("theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'bare'"),
        ("tokens.css", ":root { --auth-brand: #06c; }"),
        ("words.toml", "[en]\nlog-in-title = 'Hello, {product}'"),
        ("aside.html", "<p>Open</p>"),
    ] {
        fs::write(acme.join(file), text).expect("the folder is ours");
    }
    let acme = acme.to_str().expect("a plain name");
    for (theme, layout, title, css) in
        [("ledger", "split", "Log in to", "--auth-aside-fill"), (acme, "bare", "Hello, ", "--auth-brand: #06c")]
    {
        let mailbox = Mailbox::open().await;
        let server = Server::builder().mailbox(&mailbox).set("theme", theme).start().await;
        let browser = server.client();
        let page = browser.get("/login").await;
        let (found, href) = look(&page);
        assert_eq!(found, layout, "{theme}");
        assert!(page.part("title").is_some_and(|part| part.text.starts_with(title)), "{theme}");
        let plain = browser.get(&href).await;
        assert!(plain.text().contains("@layer vestibule.theme") && plain.text().contains(css), "{theme}");
        let packed = browser.request(Method::GET, &href).header("accept-encoding", "br").send().await;
        assert_eq!(packed.header("content-encoding"), Some("br"), "{theme}");
        assert_eq!(packed.header("cache-control"), Some("public, max-age=31536000, immutable"), "{theme}");
    }
}

#[tokio::test]
async fn a_theme_s_mark_is_in_the_tab_and_its_illustration_is_for_the_eye_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let acme = home.path().join("acme");
    fs::create_dir(&acme).expect("the folder is ours");
    for (file, text) in [
        ("theme.toml", "name = 'Acme'\ncontract = 1"),
        ("tokens.css", ":root { --auth-brand: #06c; }"),
        ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("hill.webp", "RIFF"),
        ("illustration.html", "<img src=\"hill.webp\" alt=\"\">"),
    ] {
        fs::write(acme.join(file), text).expect("the folder is ours");
    }
    let server = Server::builder().set("theme", acme.to_str().expect("a plain name")).start().await;
    let browser = server.client();
    let page = browser.get("/login").await;
    let elements = page.elements();
    let find = |name: &str, value: &str| elements.iter().find(|element| element.get(name) == Some(value));
    let mark = find("rel", "icon").and_then(|link| link.get("href")).expect("the page names it");
    assert_eq!(browser.get(mark).await.header("content-type"), Some("image/svg+xml"), "{mark}");
    assert_eq!(find("data-part", "illustration").and_then(|part| part.get("aria-hidden")), Some("true"));
    let hill = elements.iter().filter_map(|element| element.get("src")).find(|src| src.ends_with("/hill.webp"));
    assert_eq!(browser.get(hill.expect("it has an address")).await.status, 200);
}

#[tokio::test]
async fn a_theme_s_font_is_asked_for_with_the_stylesheet_that_names_it() {
    let server = Server::builder().set("theme", "ledger").start().await;
    let browser = server.client();
    let page = browser.get("/login").await;
    let early = page.elements().into_iter().find(|element| element.get("as") == Some("font"));
    let early = early.expect("the page asks for it").get("href").unwrap_or_default().to_owned();
    let (_, stylesheet) = look(&page);
    let (folder, file) = early.rsplit_once('/').expect("an address has folders");
    assert!(stylesheet.starts_with(folder), "{early} is not beside {stylesheet}");
    assert!(browser.get(&stylesheet).await.text().contains(&format!("url(\"{file}\")")));
    let font = browser.get(&early).await;
    assert_eq!((font.header("content-type"), font.status), (Some("font/woff2"), 200));
    let plain = Server::builder().start().await.client().get("/login").await;
    assert!(plain.elements().iter().all(|element| element.get("as") != Some("font")), "Foyer brings none");
}

#[tokio::test]
async fn what_is_no_theme_is_refused_at_the_start() {
    for (theme, why) in [("nowhere", "theme: theme.toml can't be read"), ("A B", "theme: \"A B\" is no name")] {
        let ended = Server::builder().set("theme", theme).ends().await;
        assert!(ended.status.code() == Some(2) && ended.stderr.contains(why), "{theme}: {}", ended.stderr);
    }
}
