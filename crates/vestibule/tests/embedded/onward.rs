//! Where a log-in and a log-out lead, as the host says.

use vestibule::{Builder, User, core::destination::LocalPath};
use vestibule_testing::Person;

use crate::host::{Host, asks_for_both, walk};

/// To a page of one's organisation.
fn landing(builder: Builder) -> Builder {
    let of = |user: &User| match user.orgs() {
        [only] => format!("/{}/{}", only.name, only.role.name()).parse().expect("a path"),
        _ => LocalPath::from_static("/welcome"),
    };
    builder.after_log_in(of)
}

#[tokio::test]
async fn every_way_in_leads_where_the_host_says() {
    let host = Host::with(|builder| landing(asks_for_both(builder))).await;
    let ada = host.stranger();
    let there = Some("/Acme/owner".to_owned());
    assert_eq!(walk(&host, &ada, "Acme").await.location(), there, "a new account, after its last step");
    let ada = ada.elsewhere(host.browser());
    assert_eq!(ada.log_in().await.location(), there, "by password");
    assert_eq!(ada.browser.get("/auth/login").await.location(), there, "who is logged in already");
    let ada = ada.elsewhere(host.browser());
    ada.ask_for_log_in_mail().await;
    let mail = host.mail(&ada.email, "way in").await;
    let form = ada.browser.form("/auth/login/email/sent", "code").await;
    assert_eq!(ada.browser.submit(&form.fill("code", &mail.code())).await.location(), there, "by mail");
    let ada = Person { password: "copper lantern quiet moss".to_owned(), ..ada.elsewhere(host.browser()) };
    ada.forget_password().await;
    let mail = host.mail(&ada.email, "set a new password").await;
    assert_eq!(ada.reset_password(&mail, &ada.password).await.location(), there, "by a new password");
    let (app, codes) = ada.enrol(&host.clock).await;
    ada.log_out().await;
    assert_eq!(ada.log_in().await.location().as_deref(), Some("/auth/second-factor"));
    assert_eq!(ada.second_factor(&app.next_code(&host.clock)).await.location(), there, "after a second factor");
    ada.log_out().await;
    ada.log_in().await;
    assert_eq!(ada.backup_code(&codes[0]).await.location().as_deref(), Some("/auth/backup-codes/left"));
    let form = ada.browser.form("/auth/backup-codes/left", "backup-codes-left").await;
    assert_eq!(ada.browser.submit(&form).await.location(), there, "after a backup code");
}

#[tokio::test]
async fn a_page_that_was_wanted_comes_first() {
    let host = Host::with(landing).await;
    let ada = host.stranger();
    ada.sign_up().await;
    let welcome = Some("/welcome".to_owned());
    assert_eq!(ada.confirm_by_code(&host.mailbox).await.location(), welcome);
    for (query, leads_to) in [
        ("?return_to=%2Fbills%3Fpage%3D2", "/bills?page=2"),
        ("?return_to=%2F", "/welcome"),
        ("?return_to=https%3A%2F%2Fevil.example%2F", "/welcome"),
    ] {
        let again = ada.elsewhere(host.browser());
        let form = again.browser.form(&format!("/auth/login{query}"), "log-in").await;
        let answer = again.browser.submit(&form.fill("email", &ada.email).fill("password", &ada.password)).await;
        assert_eq!(answer.location().as_deref(), Some(leads_to), "{query}");
    }
}

#[tokio::test]
async fn a_log_out_leads_where_the_host_says() {
    let host = Host::with(|builder| builder.after_log_out(LocalPath::from_static("/goodbye?for=now"))).await;
    let ada = host.stranger();
    ada.sign_up().await;
    ada.confirm_by_code(&host.mailbox).await;
    let answer = ada.log_out().await;
    assert_eq!((answer.status, answer.location().as_deref()), (303, Some("/goodbye?for=now")));
    assert_eq!(answer.header("clear-site-data"), Some("\"cache\""));
    assert!(!ada.is_logged_in().await);
    ada.log_in().await;
    let form = ada.browser.form("/auth/account/sessions", "end-all").await;
    assert_eq!(ada.browser.submit(&form).await.location().as_deref(), Some("/goodbye?for=now"), "everywhere");
    assert!(!ada.is_logged_in().await);
}

#[tokio::test]
async fn a_link_for_newcomers_leads_to_the_sign_up_and_keeps_where_it_leads() {
    let host = Host::with(|builder| builder).await;
    let ada = host.stranger();
    let asked = ada.browser.get("/auth/login?signup=true&return_to=%2Fbills&notice=confirmed&x=y").await;
    assert_eq!((asked.status, asked.location().as_deref()), (303, Some("/auth/signup")), "nothing else goes along");
    ada.sign_up().await;
    let answer = ada.confirm_by_code(&host.mailbox).await;
    assert_eq!(answer.location().as_deref(), Some("/bills"));
    let asked = ada.browser.get("/auth/login?signup=true&return_to=%2Fbills").await;
    assert_eq!(asked.location().as_deref(), Some("/bills"), "who has an account goes on");
    for ignored in ["", "=", "=1", "=false", "=TRUE", "=true%20", "=https%3A%2F%2Fevil.example"] {
        let page = host.browser().get(&format!("/auth/login?signup{ignored}")).await;
        assert_eq!((page.status, page.screen().as_deref()), (200, Some("log-in")), "{ignored}");
    }
}

#[tokio::test]
async fn a_link_for_newcomers_leads_to_no_other_site() {
    let host = Host::with(|builder| builder).await;
    for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example", "/%2fevil.example", "javascript:x"]
    {
        let ada = host.stranger();
        // What was wanted before is forgotten with it.
        ada.browser.get("/auth/login?return_to=%2Fbills").await;
        let query = elsewhere.bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat();
        let asked = ada.browser.get(&format!("/auth/login?return_to={query}&signup=true")).await;
        assert_eq!(asked.location().as_deref(), Some("/auth/signup"), "{elsewhere}");
        ada.sign_up().await;
        let answer = ada.confirm_by_code(&host.mailbox).await;
        assert_eq!(answer.location().as_deref(), Some("/"), "{elsewhere}");
    }
}
