//! The back button. Chromium may keep a page for it that was sent as not to be kept; the page's script then asks again,
//! and without script whatever is pressed there has to be harmless.

use vestibule_testing::{
    Person,
    browser::{Browser, House, Script},
    in_every_script,
    pages::{LogIn, LoggedIn, Page, SecondFactor, SignUp, SignUpSent},
};

use crate::second_factor::{enrolled, to_second_factor, type_code};

async fn back(browser: &Browser) {
    browser.leave(async || browser.driver().back().await.expect("there is a page before")).await;
}

/// What the screen in view is called, once it is one of these.
async fn screen(browser: &Browser, expected: &[&str]) -> String {
    browser
        .until(&format!("one of {expected:?}"), async || {
            let script = "return document.querySelector('[data-screen]')?.dataset.screen ?? ''";
            let screen = browser.evaluate::<String>(script).await;
            expected.contains(&screen.as_str()).then_some(screen)
        })
        .await
}

/// Leaves whichever form of these is in view by sending it as it stands.
async fn send_as_it_stands(browser: &Browser) {
    LogIn::on(browser).await.button().await.follow().await;
}

in_every_script! {
    async fn after_a_log_in_it_leads_to_no_form_that_matters(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;

        back(browser).await;
        let kept = browser.script() == Script::Off && screen(browser, &["log-in", "logged-in"]).await == "log-in";
        if kept {
            send_as_it_stands(browser).await;
        }
        LoggedIn::on(browser).await;
        assert!(browser.text().await.contains(&ada.email));
    }

    async fn after_a_confirmed_code_it_leads_into_the_application(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up("ada@example.org", "velvet otter piano rain").await;
        let page = SignUpSent::on(browser).await;
        page.confirm(&house.mailbox.wait_for("ada@example.org").await.code()).await;
        LoggedIn::on(browser).await;

        back(browser).await;
        if browser.script() == Script::Off {
            browser.driver().refresh().await.expect("the page can be asked for again");
        }
        LoggedIn::on(browser).await;
        assert_eq!(house.mailbox.count("ada@example.org"), 1);
    }

    /// Deeper than one page: the list of sessions names devices and addresses.
    async fn after_a_log_out_no_step_back_shows_the_account(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        for (path, screen) in [("/account/sessions", "account-sessions"), ("/account", "account")] {
            browser.goto(path).await;
            Page::on(browser, screen).await;
        }
        LoggedIn::open(browser).await.log_out().await;
        LogIn::on(browser).await;

        for step in ["/", "/account", "/account/sessions"] {
            back(browser).await;
            if browser.script() == Script::Off {
                browser.driver().refresh().await.expect("the page can be asked for again");
            }
            LogIn::on(browser).await;
            let text = browser.text().await;
            assert!(!text.contains(&ada.email) && !text.contains("127.0.0.1"), "{step}: {text}");
        }
    }
}

with_script_and_without! {
    /// Half of a log-in is none: the form behind it doesn't begin another half.
    async fn between_the_factors_it_stays_there(script: Script) {
        enrolled(script, async |house, ada, app, clock, _| {
            let browser = &house.browser;
            to_second_factor(house, ada).await;
            back(browser).await;
            if script == Script::Off && screen(browser, &["log-in", "second-factor"]).await == "log-in" {
                send_as_it_stands(browser).await;
            }
            let page = SecondFactor::on(browser).await;
            type_code(house, &page, &app.next_code(clock)).await;
            LoggedIn::on(browser).await;
        })
        .await;
    }
}
