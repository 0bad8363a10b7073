//! What Northwind's pages do.

use vestibule_testing::{
    Client, Person,
    browser::{Browser, Script, thirtyfour::By},
    http::Method,
    pages::{LogIn, LogOut, Page, SignUp},
};

use crate::{ada, in_a_browser, server};

/// The text of an element, once there is one.
async fn text_of(browser: &Browser, selector: &str) -> String {
    let find = async || browser.driver().find(By::Css(selector)).await.ok();
    browser.until(selector, find).await.text().await.expect("it is there")
}

async fn click(browser: &Browser, selector: &str) {
    let find = async || browser.driver().find(By::Css(selector)).await.ok();
    browser.until(selector, find).await.click().await.expect("it can be pressed");
}

/// A mark that another document wouldn't have.
async fn mark(browser: &Browser) {
    browser.evaluate::<()>("window.mark = 'here'").await;
}

async fn is_marked(browser: &Browser) -> bool {
    browser.evaluate::<bool>("return window.mark === 'here'").await
}

#[tokio::test]
async fn a_page_asks_for_a_log_in_and_comes_back_in_every_script() {
    for script in [Script::On, Script::Off] {
        in_a_browser(script, async |house| {
            let ada = ada(house).await;
            house.browser.goto("/invoices?page=2").await;
            let log_in = LogIn::on(&house.browser).await;
            assert_eq!(log_in.page().title().await, "Log in to your invoices");
            assert_eq!(house.browser.path().await, "/auth/login?return_to=%2Finvoices%3Fpage%3D2");
            log_in.log_in(&ada.email, "not the password").await;
            let log_in = LogIn::on(&house.browser).await;
            assert!(log_in.page().alert().await.text().await.contains("match"), "what was refused is told");
            assert_eq!(log_in.email().await.value().await, ada.email);
            log_in.password().await.type_in(&ada.password).await;
            log_in.button().await.follow().await;
            assert_eq!(house.browser.path().await, "/invoices?page=2");
            house.browser.hydrated().await;
            assert_eq!(text_of(&house.browser, "main li").await, format!("Invoice 1 of {}", ada.email));
        })
        .await;
    }
}

#[tokio::test]
async fn the_browser_goes_to_the_log_in_and_away_by_itself() {
    in_a_browser(Script::On, async |house| {
        let browser = &house.browser;
        browser.goto("/").await;
        browser.hydrated().await;
        mark(browser).await;
        click(browser, "nav [data-name=log-in]").await;
        browser.until("the log-in's address", async || (browser.path().await == "/auth/login").then_some(())).await;
        let log_in = LogIn::on(browser).await;
        log_in.sign_up().await.click().await;
        SignUp::on(browser).await;
        assert_eq!(browser.path().await, "/auth/signup");
        assert!(browser.driver().title().await.expect("a title").starts_with("Create account"));
        browser.driver().back().await.expect("there is a page behind");
        LogIn::on(browser).await;
        click(browser, "nav a[href='/']").await;
        browser.until("the front page", async || (browser.path().await == "/").then_some(())).await;
        assert_eq!(browser.driver().title().await.expect("a title"), "Northwind");
        assert!(is_marked(browser).await, "all of it was one document");
        // What the browser drew works as what the server wrote.
        click(browser, "nav [data-name=log-in]").await;
        let ada = ada(house).await;
        let log_in = LogIn::on(browser).await;
        log_in.reveal().await.click().await;
        log_in.log_in(&ada.email, &ada.password).await;
        assert_eq!(browser.path().await, "/invoices");
    })
    .await;
}

#[tokio::test]
async fn a_protected_page_that_the_browser_comes_to_by_itself_asks_the_server() {
    in_a_browser(Script::On, async |house| {
        let browser = &house.browser;
        browser.goto("/").await;
        browser.hydrated().await;
        browser.evaluate::<()>("const a = document.createElement('a'); a.href = '/invoices?page=2'; a.id = 'in'; a.textContent = 'in'; document.querySelector('nav').append(a)").await;
        click(browser, "#in").await;
        LogIn::on(browser).await;
        assert_eq!(browser.path().await, "/auth/login?return_to=%2Finvoices%3Fpage%3D2");
    })
    .await;
}

#[tokio::test]
async fn a_replaced_screen_hydrates_in_the_hosts_wasm() {
    in_a_browser(Script::On, async |house| {
        let ada = ada(house).await;
        LogIn::open(&house.browser).await.log_in(&ada.email, &ada.password).await;
        house.browser.goto("/auth/logout").await;
        let page = Page::on(&house.browser, LogOut::SCREEN).await;
        assert_eq!(page.title().await, format!("Leaving so soon, {}?", ada.email));
        for times in 0..2 {
            assert_eq!(text_of(&house.browser, "[data-name=regret]").await, format!("Regretted {times} times"));
            click(&house.browser, "[data-name=regret]").await;
        }
        house.browser.leave(async || click(&house.browser, "main [data-name=log-out]").await).await;
        assert_eq!(house.browser.path().await, "/auth/login?notice=logged-out");
        LogIn::on(&house.browser).await;
    })
    .await;
}

#[tokio::test]
async fn the_user_button_takes_classes_and_lines_of_the_hosts() {
    let (server, mailbox) = server().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let page = ada.browser.open("/").await;
    let button = page.part("user").expect("the user button");
    assert_eq!((button.get("data-state"), button.get("class")), (Some("known"), Some("end")));
    assert!(page.elements().iter().any(|element| element.get("href") == Some("/invoices")), "{}", page.text());
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let answer = ada.browser.submit(&page.form("log-out")).await;
    assert_eq!(answer.location().as_deref(), Some("/auth/login?notice=logged-out"));
    assert_eq!(ada.browser.get("/").await.part("user").expect("the user button").get("data-state"), Some("anonymous"));
}

#[tokio::test]
async fn a_single_screen_on_a_page_of_the_hosts_logs_in() {
    let (server, mailbox) = server().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let ada = ada.elsewhere(server.client());
    let form = ada.browser.form("/", "log-in").await;
    let answer = ada.browser.submit(&form.fill("email", &ada.email).fill("password", &ada.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/invoices"));
}

#[tokio::test]
async fn what_is_missing_is_northwinds_to_say_and_below_the_mount_ours() {
    let (server, _mailbox) = server().await;
    let nothing = server.client().get("/nothing").await;
    assert_eq!(nothing.status, 404);
    assert!(nothing.text().contains("Northwind has no such page"), "{}", nothing.text());
    let ours = server.client().get("/auth/nothing").await;
    assert_eq!((ours.status, ours.screen().as_deref()), (404, Some("trouble")));
}

#[tokio::test]
async fn screens_as_data_are_for_the_application_and_kept_by_nobody() {
    const KIND: &str = "application/vnd.vestibule.login+json";
    let (server, mailbox) = server().await;
    let ask =
        async |browser: &Client, path: &str| browser.request(Method::GET, path).header("accept", KIND).send().await;
    let nobody = server.client();
    let log_in = ask(&nobody, "/auth/login").await;
    assert_eq!((log_in.status, log_in.header("content-type")), (200, Some(KIND)));
    assert_eq!(log_in.header("cache-control"), Some("no-store"));
    assert_eq!(log_in.header("cross-origin-resource-policy"), Some("same-origin"));
    assert!(log_in.text().contains(r#""name":"log-in""#), "{}", log_in.text());
    // What isn't open to somebody is no more so as data.
    let elsewhere = ask(&nobody, "/auth/account").await;
    assert_eq!(elsewhere.location().as_deref(), Some("/auth/login?return_to=%2Fauth%2Faccount"));
    let ada = Person::signed_up(&server, &mailbox).await;
    let account = ask(&ada.browser, "/auth/account").await.text();
    assert!(account.starts_with(r#"{"state":"LoggedIn","user":{"id":""#) && account.contains(&ada.email), "{account}");
}

#[tokio::test]
async fn a_log_out_in_one_tab_is_seen_in_the_others() {
    in_a_browser(Script::On, async |house| {
        let (ada, browser) = (ada(house).await, &house.browser);
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        browser.goto("/").await;
        browser.hydrated().await;
        assert_eq!(text_of(browser, "main h1").await, format!("Hello, {}", ada.email));
        let front = browser.driver().window().await.expect("a tab is in view");
        let other = browser.driver().new_tab().await.expect("another tab opens");
        browser.driver().switch_to_window(other).await.expect("the tab is there");
        browser.goto("/auth/logout").await;
        Page::on(browser, LogOut::SCREEN).await;
        browser.leave(async || click(browser, "main [data-name=log-out]").await).await;
        LogIn::on(browser).await;
        browser.driver().switch_to_window(front).await.expect("the tab is there");
        // Nobody reloads: the front page offers the log-in that it has for strangers.
        let log_in = LogIn::on(browser).await;
        assert_eq!(browser.path().await, "/");
        log_in.log_in(&ada.email, &ada.password).await;
        assert_eq!(browser.path().await, "/invoices");
    })
    .await;
}

#[tokio::test]
async fn a_session_that_ended_is_noticed_by_the_next_server_function() {
    in_a_browser(Script::On, async |house| {
        let (ada, browser) = (ada(house).await, &house.browser);
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        browser.goto("/").await;
        browser.hydrated().await;
        assert_eq!(text_of(browser, "main h1").await, format!("Hello, {}", ada.email));
        // Another device ends it.
        let others = ada.browser.form("/auth/account/sessions", "end-others").await;
        assert_eq!(ada.browser.submit(&others).await.status, 303);
        browser.leave(async || click(browser, "nav a[href='/invoices']").await).await;
        LogIn::on(browser).await;
        assert_eq!(browser.path().await, "/auth/login?return_to=%2Finvoices");
    })
    .await;
}
