//! A forgotten password, and a log-in without one.

use vestibule_testing::{
    Mail, Person,
    browser::House,
    in_every_script,
    pages::{EmailLink, EmailLogIn, EmailSent, ForgotPassword, LogIn, LoggedIn, ResetPassword},
};

const NEW: &str = "copper lantern quiet moss";

/// The next mail to somebody that says this.
pub(crate) async fn mail(house: &House, to: &str, says: &str) -> Mail {
    loop {
        let mail = house.mailbox.wait_for(to).await;
        if mail.text.contains(says) {
            return mail;
        }
    }
}

/// Types a mailed code; with script a complete one is on its way by itself.
pub(crate) async fn type_code(house: &House, code: &str) {
    let browser = &house.browser;
    let page = EmailSent::on(browser).await;
    let field = page.code().await;
    browser
        .leave(async || {
            field.type_in(code).await;
            if !browser.script().hydrates() {
                page.confirm().await.click().await;
            }
        })
        .await;
}

in_every_script! {
    async fn a_code_leads_to_a_new_password(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.forgot_password().await.follow().await;
        let page = ForgotPassword::on(browser).await;
        page.email().await.type_in(&ada.email).await;
        page.send().await.follow().await;
        EmailSent::on(browser).await;
        let code = mail(house, &ada.email, "set a new password").await.code();
        type_code(house, &code).await;

        let page = ResetPassword::on(browser).await;
        page.password().await.type_in("password1234567").await;
        page.save().await.follow().await;
        let page = ResetPassword::on(browser).await;
        assert!(page.page().message("password").await.contains("data leak"));
        page.password().await.type_in(NEW).await;
        page.save().await.follow().await;
        LoggedIn::on(browser).await.log_out().await;
        LogIn::on(browser).await.log_in(&ada.email, NEW).await;
        LoggedIn::on(browser).await;
    }

    async fn a_link_logs_in_and_leaves_the_address(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        browser.goto("/login/email").await;
        let page = EmailLogIn::on(browser).await;
        page.email().await.type_in(&ada.email).await;
        page.send().await.follow().await;
        EmailSent::on(browser).await;
        let link = mail(house, &ada.email, "way in").await.link();
        browser.goto(&link).await;
        let page = EmailLink::on(browser).await;
        assert_eq!(browser.path().await, "/login/email/link", "the token is not in the address");
        page.confirm().await.follow().await;
        LoggedIn::on(browser).await;
        browser.driver().back().await.expect("the browser goes back");
        browser.until("the application", async || (!browser.path().await.contains("token")).then_some(())).await;
    }
}
