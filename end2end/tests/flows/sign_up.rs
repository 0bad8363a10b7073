//! Sign up.

use vestibule_testing::{
    browser::{House, Script},
    in_every_script,
    pages::{ConfirmEmail, LogIn, LoggedIn, SignUp, SignUpSent},
};

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";

in_every_script! {
    /// The whole way: sign up, code, logged in, out, in again.
    async fn the_code_begins_an_account(house: &House) {
        let browser = &house.browser;
        LogIn::open(browser).await.sign_up().await.follow().await;
        SignUp::on(browser).await.sign_up(EMAIL, PASSWORD).await;

        let sent = SignUpSent::on(browser).await;
        assert!(browser.text().await.contains(EMAIL));
        let mail = house.mailbox.wait_for(EMAIL).await;
        sent.confirm(&mail.code()).await;

        let home = LoggedIn::on(browser).await;
        assert!(browser.text().await.contains(EMAIL));
        home.log_out().await;

        let log_in = LogIn::on(browser).await;
        assert_eq!(log_in.page().alert().await.text().await, "You're logged out.");
        log_in.log_in(EMAIL, PASSWORD).await;
        LoggedIn::on(browser).await;
        assert_eq!(house.mailbox.count(EMAIL), 1);
    }

    async fn the_link_in_the_same_browser_needs_one_press(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        SignUpSent::on(browser).await;
        let mail = house.mailbox.wait_for(EMAIL).await;
        ConfirmEmail::open(browser, &mail.link()).await.button().await.follow().await;
        LoggedIn::on(browser).await;
    }

    async fn a_short_password_keeps_the_address(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, "short").await;
        let page = SignUp::on(browser).await;
        assert_eq!(page.email().await.value().await, EMAIL);
        assert_eq!(page.password().await.value().await, "");
        assert!(page.page().message("password").await.contains("15 characters"));
        assert!(page.page().alert().await.is_focused().await);
        let links = page.page().summary().await;
        assert_eq!(links.len(), 1);
        links[0].click().await;
        assert!(page.password().await.is_focused().await);
    }

    async fn a_taken_address_looks_the_same(house: &House) {
        let browser = &house.browser;
        let owner = vestibule_testing::Person::signed_up(&house.server, &house.mailbox).await;
        SignUp::open(browser).await.sign_up(&owner.email, PASSWORD).await;
        SignUpSent::on(browser).await;
        let mail = house.mailbox.wait_for(&owner.email).await;
        assert!(mail.subject.contains("already"), "{}", mail.subject);
        assert_eq!(mail.find_code(), None);
    }
}

#[tokio::test]
async fn a_double_press_signs_up_once() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        page.email().await.type_in(EMAIL).await;
        page.password().await.type_in(PASSWORD).await;
        // The second press comes while the first is on its way; the page says when it has happened.
        house.gate.let_forms_wait(true);
        let press_twice = browser.evaluate::<()>(
            "const button = document.querySelector('[data-name=sign-up][type=submit]');
             button.click();
             setTimeout(() => { button.click(); fetch('/healthz'); }, 100);",
        );
        let let_go = async {
            house.gate.asked_for("GET /healthz").await;
            house.gate.let_forms_wait(false);
        };
        tokio::join!(press_twice, let_go);
        SignUpSent::on(browser).await;
        assert_eq!(house.gate.count("POST /signup"), 1);
    })
    .await;
}
