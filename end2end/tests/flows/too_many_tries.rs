//! Too many tries: said with the time to wait, and over when that time is.

use std::{net::Ipv4Addr, time::Duration};

use vestibule_testing::{
    Person,
    browser::{House, Script},
    pages::{LogIn, LoggedIn, Page, SecondFactor, SignUp, SignUpSent},
};

use crate::{
    house::with_clock,
    second_factor::{enrolled, to_second_factor, type_code},
};

/// A wait in seconds that a message names, between the two.
#[track_caller]
fn check_wait(says: &str, before: &str, most: u64) {
    let rest = says.strip_prefix(before).unwrap_or_else(|| panic!("{says:?} doesn't begin with {before:?}"));
    let wait: u64 = rest.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("{says:?}"));
    assert!((1..=most).contains(&wait), "{says}");
}

/// Somebody else guesses for an address, from another one, until no guess is looked at any more.
async fn guess_for(house: &House, person: &Person) {
    let guesser = person.elsewhere(house.server.client_from(Ipv4Addr::new(127, 0, 7, 1)));
    let mut status = 422;
    for _ in 0..10 {
        if status == 422 {
            status = guesser.log_in_with("not the chosen one at all").await.status;
        }
    }
    assert_eq!(status, 429);
}

with_script_and_without! {
    async fn passwords_wait_and_work_again(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            guess_for(house, &ada).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;

            let page = LogIn::on(browser).await;
            let alert = page.page().alert().await;
            check_wait(&alert.text().await, "Too many tries. Try again in ", 60);
            assert!(alert.is_focused().await);
            assert_eq!(page.email().await.value().await, ada.email);
            assert_eq!(page.password().await.value().await, "");

            clock.advance(Duration::from_secs(61));
            page.password().await.type_in(&ada.password).await;
            page.button().await.follow().await;
            LoggedIn::on(browser).await;
        })
        .await;
    }

    /// An address without an account is told the same: the count is kept by what was typed.
    async fn a_stranger_waits_alike(script: Script) {
        House::run(script, async |house: &House| {
            let browser = &house.browser;
            let nobody = Person::new(&house.server);
            guess_for(house, &nobody).await;
            LogIn::open(browser).await.log_in(&nobody.email, &nobody.password).await;
            let says = LogIn::on(browser).await.page().alert().await.text().await;
            check_wait(&says, "Too many tries. Try again in ", 60);
        })
        .await;
    }

    async fn mailed_codes_wait_and_work_again(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            SignUp::open(browser).await.sign_up("ada@example.org", "velvet otter piano rain").await;
            let code = house.mailbox.wait_for("ada@example.org").await.code();
            let code_number: u32 = code.parse().expect("six digits");
            // Five are looked at. No two are alike: a code is sent by itself only if it isn't the last one again.
            for guess in 1..=6 {
                let page = SignUpSent::on(browser).await;
                page.code().await.replace("").await;
                page.confirm(&format!("{:06}", (code_number + guess) % 1_000_000)).await;
            }
            let page = SignUpSent::on(browser).await;
            let alert = page.page().alert().await;
            check_wait(&alert.text().await, "Too many tries. Try again in ", 120);
            assert!(alert.text().await.ends_with("or use the link in the email."));
            assert!(alert.is_focused().await);

            clock.advance(Duration::from_secs(121));
            page.code().await.replace("").await;
            page.confirm(&code).await;
            LoggedIn::on(browser).await;
        })
        .await;
    }

    async fn second_factors_wait_and_work_again(script: Script) {
        enrolled(script, async |house, ada, app, clock, _| {
            let browser = &house.browser;
            let mut page = to_second_factor(house, ada).await;
            for guess in 0..6 {
                page.code().await.replace("").await;
                type_code(house, &page, &format!("00000{guess}")).await;
                page = SecondFactor::on(browser).await;
            }
            let says = page.page().alert().await.text().await;
            check_wait(&says, "Too many tries. Try again in ", 300);

            clock.advance(Duration::from_secs(301));
            browser.goto("/second-factor").await;
            let page = SecondFactor::on(browser).await;
            type_code(house, &page, &app.next_code(clock)).await;
            Page::on(browser, "logged-in").await;
        })
        .await;
    }
}
