//! What helps while a password is typed.

use thirtyfour::{By, Key};
use vestibule_testing::{
    browser::{Browser, House, Script},
    pages::{LogIn, SignUp, SignUpSent},
};

/// Presses a letter as a keyboard with or without caps lock does: the driver's own keys have no such lock.
async fn press_letter(browser: &Browser, caps_lock: bool) {
    let script = "for (const kind of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(kind, { key: 'A', bubbles: true, modifierCapsLock: LOCK });
        document.activeElement.dispatchEvent(event);
    }";
    browser.evaluate::<()>(&script.replace("LOCK", if caps_lock { "true" } else { "false" })).await;
}

async fn says_caps_lock(browser: &Browser) -> bool {
    browser.text().await.contains("Caps lock is on.")
}

#[tokio::test]
async fn caps_lock_is_noticed_while_the_password_is_typed() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = LogIn::open(browser).await;
        page.email().await.click().await;
        press_letter(browser, true).await;
        assert!(!says_caps_lock(browser).await, "capitals don't matter in an address");

        page.password().await.click().await;
        assert!(!says_caps_lock(browser).await);
        press_letter(browser, true).await;
        assert!(says_caps_lock(browser).await);
        press_letter(browser, false).await;
        assert!(!says_caps_lock(browser).await, "it was turned off");
        press_letter(browser, true).await;
        assert!(says_caps_lock(browser).await);
        browser.press(Key::Tab).await;
        assert!(!says_caps_lock(browser).await, "what is done next is not the password");
    })
    .await;
}

/// Whether the rule about the length is ticked off.
async fn is_met(browser: &Browser) -> bool {
    let rule = browser.driver().find(By::Css("[data-part='rule']")).await.expect("the rule is there");
    assert_eq!(rule.text().await.expect("it is there"), "15 characters or more");
    rule.attr("data-state").await.expect("it is there").as_deref() == Some("met")
}

#[tokio::test]
async fn the_rule_is_ticked_while_a_password_is_typed() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        assert!(!is_met(browser).await);
        page.password().await.type_in("velvet otter p").await;
        assert!(!is_met(browser).await, "fourteen");
        page.password().await.type_in("i").await;
        assert!(is_met(browser).await, "fifteen");
        browser.press(Key::Backspace).await;
        assert!(!is_met(browser).await, "fourteen again");
        // Letters are counted as people count them, not as machines store them.
        page.password().await.replace("çéñøß łąźδж 語文").await;
        assert!(!is_met(browser).await, "fourteen of several bytes each");
        page.password().await.type_in("!").await;
        assert!(is_met(browser).await);
    })
    .await;
}

/// It judges nothing: what isn't ticked is sent all the same, and the server says why not.
#[tokio::test]
async fn a_rule_that_is_open_stops_nobody() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up("ada@example.org", "velvet otter p").await;
        let page = SignUp::on(browser).await;
        assert!(page.page().message("password").await.contains("14 so far"));
        assert!(!is_met(browser).await);
        page.reveal().await.click().await;
        page.password().await.type_in("velvet otter piano rain").await;
        assert!(is_met(browser).await, "shown or hidden");
        page.button().await.follow().await;
        SignUpSent::on(browser).await;
    })
    .await;
}

/// The message goes when the password loses the focus, which it does while the button is being pressed.
#[tokio::test]
async fn a_word_about_caps_lock_is_not_in_the_way_of_the_button() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = LogIn::open(browser).await;
        page.email().await.type_in("ada@example.org").await;
        page.password().await.type_in("VELVET OTTER").await;
        press_letter(browser, true).await;
        assert!(says_caps_lock(browser).await);
        page.button().await.follow().await;
        assert!(LogIn::on(browser).await.page().alert().await.text().await.contains("don't match"));
    })
    .await;
}
