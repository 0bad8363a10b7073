//! A tab that waits for a mail goes on once the mail was answered in another tab.

use vestibule_testing::{
    Mail, Person,
    browser::{Browser, House, Script},
    in_every_script,
    pages::{ConfirmEmail, EmailLink, EmailLogIn, EmailNotConfirmed, EmailSent, LogIn, LoggedIn, SignUp, SignUpSent},
};

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";

/// Does something in another tab of this browser, and comes back.
async fn in_another_tab(browser: &Browser, act: impl AsyncFnOnce()) {
    let driver = browser.driver();
    let here = driver.window().await.expect("there is a tab");
    let other = driver.new_tab().await.expect("there is room for another");
    driver.switch_to_window(other).await.expect("the tab opens");
    act().await;
    driver.close_window().await.expect("the tab closes");
    driver.switch_to_window(here).await.expect("the first tab is still there");
}

/// The next mail to somebody that says this.
async fn mail(house: &House, to: &str, says: &str) -> Mail {
    loop {
        let mail = house.mailbox.wait_for(to).await;
        if mail.text.contains(says) {
            return mail;
        }
    }
}

/// Asks for a log-in mail, up to the page that waits for it.
async fn ask_for_log_in_mail(browser: &Browser, person: &Person) {
    browser.goto("/login/email").await;
    let page = EmailLogIn::on(browser).await;
    page.email().await.type_in(&person.email).await;
    page.send().await.follow().await;
    EmailSent::on(browser).await;
}

in_every_script! {
    async fn a_sign_up_goes_on_where_it_began(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let page = SignUpSent::on(browser).await;
        let mail = house.mailbox.wait_for(EMAIL).await;
        in_another_tab(browser, async || {
            ConfirmEmail::open(browser, &mail.link()).await.button().await.follow().await;
            LoggedIn::on(browser).await;
        })
        .await;
        if !browser.script().hydrates() {
            page.go_on().await.follow().await;
        }
        LoggedIn::on(browser).await;
    }

    async fn a_log_in_by_mail_goes_on_where_it_began(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        ask_for_log_in_mail(browser, &ada).await;
        let page = EmailSent::on(browser).await;
        let link = mail(house, &ada.email, "way in").await.link();
        in_another_tab(browser, async || {
            browser.goto(&link).await;
            EmailLink::on(browser).await.confirm().await.follow().await;
            LoggedIn::on(browser).await;
        })
        .await;
        if !browser.script().hydrates() {
            page.go_on().await.follow().await;
        }
        LoggedIn::on(browser).await;
    }

    /// The address is proven from anywhere, and the log-in that waits for it goes on.
    async fn an_address_proven_elsewhere_lets_the_log_in_go_on(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        assert!(house.server.run(&["demand", &ada.email, "confirmed-email"]).await.status.success());
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        let page = EmailNotConfirmed::on(browser).await;
        let mail = mail(house, &ada.email, "Show that").await;
        ada.elsewhere(house.server.client()).press(&mail.link(), "email-link").await;
        if !browser.script().hydrates() {
            page.go_on().await.follow().await;
        }
        LoggedIn::on(browser).await;
    }
}

/// Whoever presses the link on a phone is logged in there; the tab that asked keeps asking and stays.
#[tokio::test]
async fn a_link_in_another_browser_moves_nobody_here() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        ask_for_log_in_mail(browser, &ada).await;
        let mail = mail(house, &ada.email, "way in").await;
        let phone = ada.elsewhere(house.server.client());
        phone.press(&mail.link(), "email-link").await;
        assert!(phone.is_logged_in().await);
        let asked = house.gate.count("GET /login/email/waiting");
        browser
            .until("another question", async || {
                (house.gate.count("GET /login/email/waiting") > asked + 1).then_some(())
            })
            .await;
        assert_eq!(browser.path().await, "/login/email/sent");
    })
    .await;
}

/// The time until another mail is counted from what the server drew, whatever the browser's clock says.
#[tokio::test]
async fn the_time_until_another_mail_is_the_servers() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        // Every document begins with a clock that is an hour ahead, and moves on by ten minutes when it is read.
        let wrong_clock = "const day = Date.now; let ahead = 3600e3; Date.now = () => day() + (ahead += 600e3);";
        let source = serde_json::json!({ "source": wrong_clock });
        browser.developer("Page.addScriptToEvaluateOnNewDocument", source).await;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let page = SignUpSent::on(browser).await;
        browser.hydrated().await;
        let first = page.time_left().await;
        assert!((20..=30).contains(&first), "{first} seconds are left at first");
        browser.until("a second to pass", async || (page.time_left().await < first).then_some(())).await;
        let later = page.time_left().await;
        assert!(later > 10, "{later} seconds are left after {first}");
        assert_eq!(page.resend().await.attribute("aria-disabled").await.as_deref(), Some("true"));
    })
    .await;
}

/// A page that leads to the mail does so in a tab of its own, which learns nothing of this one.
#[tokio::test]
async fn a_known_mailbox_is_one_press_away() {
    House::run(Script::Off, async |house: &House| {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up("ada@gmail.com", PASSWORD).await;
        let link = SignUpSent::on(browser).await.open_mail().await;
        assert_eq!(link.attribute("href").await.as_deref(), Some("https://mail.google.com/"));
        assert_eq!(link.attribute("target").await.as_deref(), Some("_blank"));
        assert_eq!(link.attribute("rel").await.as_deref(), Some("noopener noreferrer"));
    })
    .await;
}
