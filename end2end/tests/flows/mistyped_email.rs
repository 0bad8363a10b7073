//! A slip of the fingers in an address: offered to be mended, never refused.

use vestibule_testing::{
    browser::{House, Script},
    in_every_script,
    pages::{Element, LoggedIn, Part, SignUp, SignUpSent},
};

const TYPED: &str = "ada@gmial.com";
const MEANT: &str = "ada@gmail.com";
const PASSWORD: &str = "velvet otter piano rain";
const USE: Part = Part::button("accept", "Use gmail.com");
const KEEP: Part = Part::button("keep", "Keep gmial.com");

/// Types an address, goes on to the password as people do, and gives the buttons of the offer.
async fn mistype<'b>(page: &SignUp<'b>) -> (Element<'b>, Element<'b>) {
    page.email().await.replace(TYPED).await;
    page.password().await.click().await;
    let browser = page.page().browser();
    browser
        .until("the offer", async || browser.text().await.contains("Did you mean ada@gmail.com?").then_some(()))
        .await;
    let (accept, keep) = (page.page().part(&USE).await, page.page().part(&KEEP).await);
    assert!(accept.is_visible().await && keep.is_visible().await);
    (accept, keep)
}

#[tokio::test]
async fn one_button_mends_it() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        let (accept, _) = mistype(&page).await;
        accept.click().await;
        assert_eq!(page.email().await.value().await, MEANT);
        assert!(page.email().await.is_focused().await, "the button that had the focus is gone");
        assert!(!browser.text().await.contains("Did you mean"));

        page.password().await.type_in(PASSWORD).await;
        page.button().await.follow().await;
        SignUpSent::on(browser).await.confirm(&house.mailbox.wait_for(MEANT).await.code()).await;
        LoggedIn::on(browser).await;
        assert_eq!(house.mailbox.count(TYPED), 0);
    })
    .await;
}

#[tokio::test]
async fn the_other_button_keeps_it_for_good() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        let (_, keep) = mistype(&page).await;
        keep.click().await;
        assert_eq!(page.email().await.value().await, TYPED);
        assert!(page.email().await.is_focused().await, "the button that had the focus is gone");
        // Somebody else at the same domain: that the domain is right was said before.
        page.email().await.replace("grace@gmial.com").await;
        page.password().await.type_in(PASSWORD).await;
        assert!(!browser.text().await.contains("Did you mean"));

        page.button().await.follow().await;
        SignUpSent::on(browser).await.confirm(&house.mailbox.wait_for("grace@gmial.com").await.code()).await;
        LoggedIn::on(browser).await;
    })
    .await;
}

/// The address comes last, and the offer appears while the button is being pressed.
#[tokio::test]
async fn an_offer_is_not_in_the_way_of_the_button() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        page.password().await.type_in(PASSWORD).await;
        page.email().await.type_in(TYPED).await;
        page.button().await.follow().await;
        SignUpSent::on(browser).await;
        house.mailbox.wait_for(TYPED).await;
    })
    .await;
}

in_every_script! {
    /// Without script the server offers it when the form comes back, in words alone, and takes what is sent then.
    async fn it_is_never_refused(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(TYPED, "short").await;
        let page = SignUp::on(browser).await;
        assert_eq!(page.email().await.value().await, TYPED);
        assert!(browser.text().await.contains("Did you mean ada@gmail.com?"));
        assert_eq!(page.page().part(&USE).await.is_visible().await, browser.script().hydrates());

        page.password().await.type_in(PASSWORD).await;
        page.button().await.follow().await;
        let page = SignUpSent::on(browser).await;
        assert!(browser.text().await.contains(TYPED));
        page.confirm(&house.mailbox.wait_for(TYPED).await.code()).await;
        LoggedIn::on(browser).await;
    }
}
