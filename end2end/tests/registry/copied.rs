//! `vestibule add` and `vestibule diff`.

use std::{fs, io};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use vestibule_testing::{Server, workspace};

use crate::{server, vestibule};

/// Somebody else's registry, which always says the same.
async fn elsewhere(head: &str, body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("it is bound");
    let answer = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked).await;
            // Whoever has heard enough hangs up.
            let _: io::Result<()> = stream.write_all(answer.as_bytes()).await;
        }
    });
    format!("http://{address}/r/item.json")
}

#[tokio::test]
async fn items_are_copied_by_name_and_by_address_and_told_apart_later() {
    let server = server().await;
    let folder = tempfile::tempdir().expect("a folder");
    let url = server.url("/r/log-in.json");
    let ended = vestibule(folder.path(), &["add", "sign-up", &url]).await;
    assert!(ended.success, "{}", ended.stderr);
    assert!(ended.stdout.contains("wrote src/screens/log_in.rs\n"), "{}", ended.stdout);
    assert!(ended.stdout.contains("  .screen::<screens::sign_up::SignUp, _>"), "{}", ended.stdout);

    let record = folder.path().join("vestibule-registry/log-in.json");
    let text = fs::read_to_string(&record).expect("it is remembered");
    assert!(text.contains(&url));
    let older = text.replacen("<Title text=title/>", "<Title text=older/>", 1);
    fs::write(&record, older).expect("it is ours");
    let ended = vestibule(folder.path(), &["diff"]).await;
    assert!(ended.success, "{}", ended.stderr);
    assert!(ended.stdout.contains("sign-up: nothing has changed"), "{}", ended.stdout);
    assert!(ended.stdout.contains("\n-                <Title text=older/>\n+                <Title text=title/>\n"));
    let ended = vestibule(folder.path(), &["diff", "button"]).await;
    assert!(!ended.success && ended.stderr.contains("button was not copied"), "{}", ended.stderr);
}

#[tokio::test]
async fn what_is_there_stays_until_somebody_says_otherwise() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("src/screens/log_in.rs");
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(&file, "// mine\n").expect("a file");
    let ended = vestibule(folder.path(), &["add", "button", "log-in"]).await;
    assert!(!ended.success && ended.stderr.contains("src/screens/log_in.rs is there already"), "{}", ended.stderr);
    assert!(!folder.path().join("src/parts").exists(), "all of it, or none");
    let ended = vestibule(folder.path(), &["add", "log-in", "--overwrite", "--dry-run"]).await;
    assert!(ended.stdout.starts_with("would replace src/screens/log_in.rs\n"), "{}", ended.stdout);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), "// mine\n");
    let ended = vestibule(folder.path(), &["add", "log-in", "--overwrite"]).await;
    assert!(ended.stdout.starts_with("replaced src/screens/log_in.rs\n"), "{}", ended.stdout);
}

#[tokio::test]
async fn a_copied_theme_is_the_look_that_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = vestibule(folder.path(), &["add", "ledger"]).await;
    assert!(ended.success, "{}", ended.stderr);
    let look = async |theme: &str| {
        let server = Server::builder().set("theme", theme).start().await;
        let browser = server.client();
        let page = browser.get("/login").await;
        let sheet = page.elements().into_iter().find(|element| element.is("rel", "stylesheet")).expect("it has one");
        let sheet = browser.get(sheet.get("href").expect("an address")).await.text();
        (page.text().contains("data-layout=\"split\""), sheet)
    };
    let copied = folder.path().join("themes/ledger");
    let (is_split, sheet) = look(&copied.to_string_lossy()).await;
    // An item is text, and fonts are none.
    let fonts = fs::read_to_string(workspace().join("style/themes/ledger/fonts.css")).expect("it is in the repository");
    let ours = look("ledger").await.1;
    assert!(ours.contains(&fonts), "the theme has fonts");
    assert!(is_split && sheet == ours.replace(&fonts, ""), "the copy looks otherwise");
}

#[tokio::test]
async fn what_comes_from_elsewhere_is_text_within_the_crate_or_refused() {
    let item = |target: &str, content: &str| {
        format!("{{ \"name\": \"evil\", \"files\": [{{ \"path\": \"{target}\", \"content\": \"{content}\" }}] }}")
    };
    let large = item("src/a.rs", &"a".repeat(600 * 1024));
    let moved = "302 Found\r\nlocation: http://127.0.0.1:1/";
    for (head, body, says) in [
        ("200 OK", item("../evil.rs", "x"), "is no place for a file"),
        ("200 OK", item("/tmp/evil.rs", "x"), "is no place for a file"),
        ("200 OK", item("src/../../evil.rs", "x"), "is no place for a file"),
        ("200 OK", item(".cargo/config.toml", "x"), "is no place for a file"),
        ("200 OK", item("build.rs", "x"), "is no place for a file"),
        ("200 OK", item("src/evil.rs", "\\u0000"), "isn't text"),
        ("200 OK", "<!doctype html>".to_owned(), "is no registry item"),
        ("200 OK", large, "can't be fetched"),
        (moved, String::new(), "can't be fetched"),
        ("404 Not Found", String::new(), "can't be fetched"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let host = folder.path().join("host");
        fs::create_dir(&host).expect("a folder");
        let ended = vestibule(&host, &["add", &elsewhere(head, &body).await]).await;
        assert!(!ended.success && ended.stderr.contains(says), "{head} {says}: {}{}", ended.stdout, ended.stderr);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{says}");
        assert_eq!(fs::read_dir(&host).expect("a folder").count(), 0, "{says}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (wanted, says) in [("http://example.com/r/a.json", "only https"), ("nothing", "there is no \"nothing\"")] {
        let ended = vestibule(folder.path(), &["add", wanted]).await;
        assert!(!ended.success && ended.stderr.contains(says), "{}", ended.stderr);
    }
}
