//! Links that were used or have ended: each says so, and leads to a new one that works.

use std::time::Duration;

use thirtyfour::By;
use vestibule_testing::{
    Person,
    browser::{House, Script},
    pages::{
        ConfirmEmail, EmailLink, EmailLogIn, EmailSent, LogIn, LoggedIn, Page, Part, ResetPassword, SignUp, SignUpSent,
    },
};

use crate::{forgot_password::mail, house::with_clock};

const NEW_LINK: Part = Part::button("new-link", "Send a new link");
const ELSEWHERE: Part = Part::go("new-link", "Send a new link");
const PASSWORD: &str = "velvet otter piano rain";
const NEW: &str = "copper lantern quiet moss";
const LIFE: Duration = Duration::from_mins(11);
const USED: &str = "This link was already used";
const ENDED: &str = "This link has ended";

/// The link that was opened is good for nothing: it says why, and its one way to a new one is taken.
async fn over(house: &House, link: &str, title: &str, way: &Part) {
    house.browser.goto(link).await;
    let page = EmailLink::on(&house.browser).await;
    assert_eq!(page.page().title().await, title);
    page.page().part(way).await.follow().await;
}

/// The browser waits for the mail to log in; this is its link.
async fn mailed(house: &House, person: &Person) -> String {
    EmailSent::on(&house.browser).await;
    mail(house, &person.email, "way in").await.link()
}

async fn log_in_by(house: &House, link: &str) {
    house.browser.goto(link).await;
    EmailLink::on(&house.browser).await.confirm().await.follow().await;
    LoggedIn::on(&house.browser).await;
}

async fn change_email(house: &House) -> String {
    let page = Page::on(&house.browser, "account-email").await;
    page.part(&Part::control("email", "New email")).await.type_in("ada@new.example").await;
    page.part(&Part::button("change-email", "Send the link")).await.follow().await;
    house.mailbox.wait_for("ada@new.example").await.link()
}

with_script_and_without! {
    async fn a_used_and_an_old_link_to_log_in(script: Script) {
        with_clock(script, async |house, clock| {
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            house.browser.goto("/login/email").await;
            let page = EmailLogIn::on(&house.browser).await;
            page.email().await.type_in(&ada.email).await;
            page.send().await.follow().await;
            let used = mailed(house, &ada).await;
            log_in_by(house, &used).await;
            LoggedIn::open(&house.browser).await.log_out().await;
            LogIn::on(&house.browser).await;
            over(house, &used, USED, &NEW_LINK).await;
            let old = mailed(house, &ada).await;
            clock.advance(LIFE);
            over(house, &old, ENDED, &NEW_LINK).await;
            let new = mailed(house, &ada).await;
            log_in_by(house, &new).await;
        })
        .await;
    }

    async fn an_old_link_to_set_a_password(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            ada.browser.drop_cookie("session");
            ada.forget_password().await;
            let old = mail(house, &ada.email, "set a new password").await.link();
            clock.advance(LIFE);
            over(house, &old, ENDED, &NEW_LINK).await;
            EmailSent::on(browser).await;
            browser.goto(&mail(house, &ada.email, "set a new password").await.link()).await;
            let page = ResetPassword::on(browser).await;
            page.password().await.type_in(NEW).await;
            page.save().await.follow().await;
            LoggedIn::on(browser).await;
        })
        .await;
    }

    async fn an_old_link_to_sign_up(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            SignUp::open(browser).await.sign_up("ada@example.org", PASSWORD).await;
            SignUpSent::on(browser).await;
            let old = house.mailbox.wait_for("ada@example.org").await.link();
            clock.advance(LIFE);
            over(house, &old, ENDED, &NEW_LINK).await;
            SignUpSent::on(browser).await;
            let new = house.mailbox.wait_for("ada@example.org").await.link();
            ConfirmEmail::open(browser, &new).await.button().await.follow().await;
            LoggedIn::on(browser).await;
        })
        .await;
    }

    /// A new address is worth a second look, also the second time.
    async fn an_old_link_to_another_address(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
            browser.goto("/account/email").await;
            let old = change_email(house).await;
            clock.advance(LIFE);
            over(house, &old, ENDED, &ELSEWHERE).await;
            let step_up = Page::on(browser, "step-up").await;
            let field = browser.driver().find(By::Css("[data-name='password'] [data-part='control']")).await;
            field.expect("it asks for the password").send_keys(&ada.password).await.expect("one can type here");
            step_up.part(&Part::button("confirm", "Confirm")).await.follow().await;
            let new = change_email(house).await;
            browser.goto(&new).await;
            let page = EmailLink::on(browser).await;
            page.page().part(&Part::button("confirm", "Use this address")).await.follow().await;
            assert_eq!(Page::on(browser, "account").await.alert().await.text().await, "Your email is changed.");
        })
        .await;
    }
}
