//! Log in.

use thirtyfour::Key;
use vestibule_testing::{
    Person,
    browser::{House, Script},
    in_every_script,
    pages::{LogIn, LoggedIn},
};

in_every_script! {
    async fn a_wrong_password_keeps_the_address(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, "not the chosen one at all").await;

        let page = LogIn::on(browser).await;
        let alert = page.page().alert().await;
        assert!(alert.text().await.contains("don't match"));
        assert!(alert.is_focused().await);
        assert_eq!(page.email().await.value().await, ada.email);
        assert_eq!(page.password().await.value().await, "");

        page.password().await.type_in(&ada.password).await;
        page.button().await.follow().await;
        LoggedIn::on(browser).await;
    }

    async fn nothing_typed_is_said_field_by_field(house: &House) {
        let browser = &house.browser;
        let page = LogIn::open(browser).await;
        page.button().await.follow().await;
        let page = LogIn::on(browser).await;
        assert!(page.page().alert().await.is_focused().await);
        let links = page.page().summary().await;
        assert_eq!(links.len(), 2);
        links[1].click().await;
        assert!(page.password().await.is_focused().await);
        assert_eq!(page.email().await.attribute("aria-invalid").await.as_deref(), Some("true"));
    }

    /// The browser forgot who it was while the form was open.
    async fn a_stale_form_is_drawn_anew(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        let page = LogIn::open(browser).await;
        browser.driver().delete_all_cookies().await.expect("the browser forgets");
        page.log_in(&ada.email, &ada.password).await;

        let page = LogIn::on(browser).await;
        assert!(page.page().alert().await.text().await.contains("Try again"));
        assert_eq!(page.email().await.value().await, ada.email);
        assert_eq!(page.password().await.value().await, "");
        page.password().await.type_in(&ada.password).await;
        page.button().await.follow().await;
        LoggedIn::on(browser).await;
    }

    async fn it_leads_where_one_wanted_to_go(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        browser.goto("/login?return_to=/logout?why=because").await;
        LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
        assert_eq!(browser.path().await, "/logout?why=because");
    }

    /// Tab walks in the order in which people think: address, password, what shows it, the way without it, the button.
    async fn the_keyboard_is_enough(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        let page = LogIn::open(browser).await;
        browser.press(Key::Tab).await;
        assert!(page.email().await.is_focused().await);
        page.email().await.type_in(&ada.email).await;
        browser.press(Key::Tab).await;
        assert!(page.password().await.is_focused().await);
        page.password().await.type_in(&ada.password).await;
        if browser.script().hydrates() {
            browser.press(Key::Tab).await;
            assert!(page.reveal().await.is_focused().await);
        }
        browser.press(Key::Tab).await;
        assert!(page.forgot_password().await.is_focused().await);
        browser.press(Key::Tab).await;
        assert!(page.button().await.is_focused().await);
        browser.leave(async || browser.press(Key::Enter).await).await;
        LoggedIn::on(browser).await;
    }
}

#[tokio::test]
async fn a_password_can_be_shown_until_it_is_sent() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = LogIn::open(browser).await;
        page.password().await.type_in("velvet otter").await;
        let reveal = page.reveal().await;
        assert_eq!(page.password().await.attribute("type").await.as_deref(), Some("password"));
        assert_eq!(reveal.text().await, "Show");
        reveal.click().await;
        assert_eq!(page.password().await.attribute("type").await.as_deref(), Some("text"));
        assert_eq!((reveal.text().await.as_str(), reveal.label().await.as_str()), ("Hide", "Hide password"));

        // A form that can't leave shows what it would have left with.
        browser.evaluate::<()>("document.forms[0].addEventListener('submit', event => event.preventDefault())").await;
        page.button().await.click().await;
        assert_eq!(page.password().await.attribute("type").await.as_deref(), Some("password"));
        assert_eq!(page.password().await.value().await, "velvet otter");
        assert_eq!(page.reveal().await.text().await, "Show");
    })
    .await;
}

#[tokio::test]
async fn without_script_nothing_offers_what_it_cannot_do() {
    for script in [Script::Off, Script::WasmMissing] {
        House::run(script, async |house: &House| {
            let page = LogIn::open(&house.browser).await;
            assert!(!page.reveal().await.is_visible().await);
        })
        .await;
    }
}
