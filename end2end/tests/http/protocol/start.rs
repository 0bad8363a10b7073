//! What a server starts with, and what it refuses to.

use std::{fs, process::Stdio};

use tokio::process::Command;
use vestibule_testing::{Server, Signal, workspace};

use crate::{
    database::Database,
    house::{House, turn},
};

#[tokio::test]
async fn h_07_weak_secrets_are_refused() {
    let _turn = turn().await;
    for secret in [
        "",
        "secret",
        "changeme",
        "c2hvcnQ=",
        "not base64 at all, but long enough to be mistaken for it",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtY2hhbmdlLW1l",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    ] {
        let ended = Server::builder().set("secret", secret).ends().await;
        assert_eq!(ended.status.code(), Some(2), "{secret}: {}", ended.stderr);
        assert!(ended.stderr.contains("secret"), "{secret}: {}", ended.stderr);
        assert!(secret.len() < 10 || !ended.stderr.contains(secret), "{secret} is repeated");
    }
}

#[tokio::test]
async fn h_07_another_secret_logs_nobody_out() {
    let mut house = House::open().await;
    let person = house.person().await;
    let database = format!("sqlite:{}", house.server.folder().join("vestibule.db").display());
    let session = person.browser.cookie("session").expect("a cookie");
    house.server.stop(Signal::Terminate).await;
    // The kit draws another secret for every server.
    let second = Server::builder().mailbox(&house.mailbox).set("database", &database).start().await;
    let browser = second.client();
    browser.set_cookie("session", &session);
    assert_eq!(browser.get("/").await.status, 200);
    let again = person.elsewhere(second.client());
    assert_eq!(again.log_in().await.status, 303);
}

#[tokio::test]
async fn h_12_there_are_no_development_pages() {
    let house = House::open().await;
    let person = house.person().await;
    for path in [
        "/gallery",
        "/gallery/",
        "/gallery/stories.json",
        "/gallery/log-in/empty",
        "/dev",
        "/dev/mail",
        "/dev/mail/1",
        "/metrics",
        "/debug",
        "/swagger",
        "/docs",
        "/api-docs",
        "/openapi.json",
        "/.well-known/openid-configuration",
        "/server-status",
    ] {
        assert_eq!(person.browser.get(path).await.status, 404, "{path}");
    }
    let ended = Server::builder().development().base_url("https://login.example.com").ends().await;
    assert_eq!(ended.status.code(), Some(2), "{}", ended.stderr);
    assert!(ended.stderr.contains("development"), "{}", ended.stderr);
}

#[tokio::test]
async fn h_12_only_the_configured_address_is_listened_on() {
    let house = House::open().await;
    let id = house.server.process_id().expect("it runs");
    let sockets: Vec<String> = fs::read_dir(format!("/proc/{id}/fd"))
        .expect("the process is ours")
        .flatten()
        .filter_map(|entry| fs::read_link(entry.path()).ok())
        .filter_map(|link| link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']').map(str::to_owned))
        .collect();
    let mut listening = Vec::new();
    for table in ["tcp", "tcp6"] {
        let table = fs::read_to_string(format!("/proc/{id}/net/{table}")).unwrap_or_default();
        for line in table.lines().skip(1) {
            let cells: Vec<&str> = line.split_whitespace().collect();
            // State 0A listens; the tenth cell is the socket.
            if cells.get(3) == Some(&"0A") && cells.get(9).is_some_and(|inode| sockets.iter().any(|own| own == inode)) {
                listening.push(cells[1].to_owned());
            }
        }
    }
    let expected = format!("0100007F:{:04X}", house.server.address().port());
    assert_eq!(listening, [expected]);
}

#[tokio::test]
async fn h_13_a_newer_schema_is_refused() {
    let mut house = House::open().await;
    let person = house.person().await;
    let mut database = Database::of(&house.server).await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'from the future', TRUE, x'00', 0)";
    database.run(newer).await;
    house.server.stop(Signal::Terminate).await;
    let url = format!("sqlite:{}", house.server.folder().join("vestibule.db").display());
    let ended = Server::builder().set("database", &url).ends().await;
    assert!(!ended.status.success());
    assert!(ended.stderr.contains("9999") && !ended.stderr.contains("panicked"), "{}", ended.stderr);
    database.run("DELETE FROM _sqlx_migrations WHERE version = 9999").await;
    database.close().await;
    house.server.restart().await;
    assert!(person.is_logged_in().await, "and nothing was touched");
}

/// `vestibule migrate` on this database, as an operator would type it.
fn migrate(database: &str) -> Command {
    let binary =
        std::env::var_os("VESTIBULE_BIN").map_or_else(|| workspace().join("target/debug/vestibule"), Into::into);
    let mut command = Command::new(binary);
    command.arg("migrate").env_clear().kill_on_drop(true).stdout(Stdio::null()).stderr(Stdio::piped());
    command.env("VESTIBULE_BASE_URL", "http://localhost:3000").env("VESTIBULE_DATABASE", database);
    command
        .env("VESTIBULE_DEVELOPMENT", "true")
        .env("VESTIBULE_SECRET", "pDrzYLvFqdp5Q2lJ4cUzMW1nTlGSqhwhOHkDkXcWxnI=");
    command
}

#[tokio::test]
async fn h_13_an_interrupted_migration_is_finished_by_the_next_start() {
    let house = House::open().await;
    let tries = if crate::house::is_proof() { 200 } else { 20 };
    for round in 0..tries {
        let url = format!("sqlite:{}", house.server.folder().join(format!("round-{round}.db")).display());
        let mut child = migrate(&url).spawn().expect("the binary is built");
        let a_little = std::time::Duration::from_micros(2_000 * (round % 20));
        // A power cut comes in the middle of whatever it was.
        if tokio::time::timeout(a_little, child.wait()).await.is_err() {
            child.kill().await.expect("it is ours");
        }
        let output = migrate(&url).output().await.expect("the binary is built");
        assert!(output.status.success(), "round {round}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let url = format!("sqlite:{}", house.server.folder().join("round-3.db").display());
    let server = Server::builder().mailbox(&house.mailbox).set("database", &url).start().await;
    assert_eq!(server.client().get("/readyz").await.status, 200);
}
