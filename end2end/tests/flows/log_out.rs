//! Log out.

use vestibule_testing::{
    Person,
    browser::{House, Script},
    in_every_script,
    pages::{LogIn, LogOut, LoggedIn},
};

in_every_script! {
    /// Chromium keeps pages for the back button that were sent as not to be kept, and forgets them when the session's
    /// cookie goes; where it notices that too late, the page's own script does. Without script only a reload helps.
    async fn the_back_button_shows_no_data(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await.log_out().await;
        LogIn::on(browser).await;

        browser.leave(async || browser.driver().back().await.expect("there is a page before")).await;
        if browser.script() == Script::Off {
            browser.driver().refresh().await.expect("the page can be asked for again");
        }
        LogIn::on(browser).await;
        assert!(!browser.text().await.contains(&ada.email));
    }

    async fn a_link_asks_and_a_button_does_it(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        LogOut::open(browser).await.stay().await.follow().await;
        LoggedIn::on(browser).await;
        LogOut::open(browser).await.button().await.follow().await;
        LogIn::on(browser).await;
        browser.goto("/logout").await;
        LogIn::on(browser).await;
    }
}
