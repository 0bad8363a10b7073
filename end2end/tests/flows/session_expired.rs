//! Sessions that end by themselves: the reason, and the way back.

use std::time::Duration;

use vestibule_testing::{
    Clock, Person,
    browser::{House, Script},
    pages::{LogIn, LoggedIn, Page, SecondFactor},
};

use crate::{
    house::{with_clock, with_clock_and},
    second_factor::{enrolled, to_second_factor, type_code},
};

/// Somebody is logged in and reads their account; the time passes; they want to read on. Gives the log-in in their way.
async fn away_for<'b>(house: &'b House, clock: &Clock, time: Duration, wanted: &str) -> (LogIn<'b>, String) {
    let browser = &house.browser;
    clock.advance(time);
    browser.goto(wanted).await;
    let page = LogIn::on(browser).await;
    let reason = page.page().alert().await.text().await;
    (page, reason)
}

with_script_and_without! {
    async fn who_was_away_comes_back(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;

            let (page, reason) = away_for(house, clock, Duration::from_mins(61), "/account/sessions").await;
            assert_eq!(reason, "You were logged out after 60 minutes away. Log in to go back to where you were.");
            assert!(!browser.text().await.contains(&ada.email));
            // A slip of the fingers doesn't lose the way.
            page.log_in(&ada.email, "not the chosen one at all").await;
            let page = LogIn::on(browser).await;
            page.password().await.type_in(&ada.password).await;
            page.button().await.follow().await;
            Page::on(browser, "account-sessions").await;
            assert_eq!(browser.path().await, "/account/sessions");
        })
        .await;
    }

    async fn a_day_that_is_over_says_so(script: Script) {
        with_clock_and(script, |server| server.set("session_absolute_hours", "1"), async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
            clock.advance(Duration::from_mins(40));
            LoggedIn::open(browser).await;

            let (page, reason) = away_for(house, clock, Duration::from_mins(25), "/account").await;
            assert!(reason.starts_with("You were logged out because some time has passed"), "{reason}");
            page.log_in(&ada.email, &ada.password).await;
            Page::on(browser, "account").await;
        })
        .await;
    }

    async fn the_second_factor_keeps_the_way(script: Script) {
        enrolled(script, async |house, ada, app, clock, _| {
            let browser = &house.browser;
            let page = to_second_factor(house, ada).await;
            type_code(house, &page, &app.next_code(clock)).await;
            LoggedIn::on(browser).await;

            let (page, reason) = away_for(house, clock, Duration::from_mins(61), "/account/sessions").await;
            assert!(reason.contains("60 minutes away"), "{reason}");
            page.log_in(&ada.email, &ada.password).await;
            let page = SecondFactor::on(browser).await;
            type_code(house, &page, "000000").await;
            let page = SecondFactor::on(browser).await;
            page.code().await.replace("").await;
            type_code(house, &page, &app.next_code(clock)).await;
            Page::on(browser, "account-sessions").await;
            assert_eq!(browser.path().await, "/account/sessions");
        })
        .await;
    }

    /// The phone was in another room: half a log-in ends by itself, says so and still knows where it was going.
    async fn half_a_log_in_ends_by_itself(script: Script) {
        enrolled(script, async |house, ada, app, clock, _| {
            let browser = &house.browser;
            browser.goto("/account/sessions").await;
            LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
            let page = SecondFactor::on(browser).await;
            clock.advance(Duration::from_mins(11));
            type_code(house, &page, &app.next_code(clock)).await;

            let page = LogIn::on(browser).await;
            let reason = page.page().alert().await.text().await;
            assert!(reason.starts_with("The code took longer than 10 minutes"), "{reason}");
            assert_eq!(page.email().await.value().await, ada.email);
            page.log_in(&ada.email, &ada.password).await;
            let page = SecondFactor::on(browser).await;
            type_code(house, &page, &app.next_code(clock)).await;
            Page::on(browser, "account-sessions").await;
        })
        .await;
    }
}
