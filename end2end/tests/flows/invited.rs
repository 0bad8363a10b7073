//! Invited under another address, or before there is an account.

use vestibule_testing::{
    Person,
    browser::{House, Script},
    pages::{Account, ChooseOrg, Invitation, LogIn, LoggedIn, Part, SignUp, SignUpSent},
};

use crate::{forgot_password::mail, house::with_clock};

const JOIN: Part = Part::button("accept", "Join Acme");
const SWITCH: Part = Part::button("switch", "Switch account");
const LOG_IN: Part = Part::go("log-in", "Log in");
const CREATE_ACCOUNT: Part = Part::go("sign-up", "Create account");
const HOME: Part = Part::go("home", "Continue");
const PASSWORD: &str = "velvet otter piano rain";
const INVITED: &str = "grace@acme.example";

/// Invites somebody to Acme and gives the link of the mail.
async fn invite(house: &House, email: &str) -> String {
    for arguments in [["org", "Acme", "--max-members", "50"].as_slice(), &["invite", email, "Acme"]] {
        let run = house.server.run(arguments).await;
        assert!(run.status.success(), "{}", run.stderr);
    }
    mail(house, email, "invited").await.link()
}

async fn is_in_acme_as(house: &House, email: &str) {
    let browser = &house.browser;
    browser.goto("/account").await;
    Account::on(browser).await;
    let text = browser.text().await;
    assert!(text.contains("Acme") && text.contains(email), "{text}");
}

/// From the sign-up form to its end.
async fn sign_up(house: &House) {
    SignUp::on(&house.browser).await.sign_up(INVITED, PASSWORD).await;
    let page = SignUpSent::on(&house.browser).await;
    page.confirm(&mail(house, INVITED, "one step").await.code()).await;
}

with_script_and_without! {
    async fn the_account_is_switched_and_the_invitation_still_there(script: Script) {
        House::run(script, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let grace = Person::new(&house.server);
            grace.sign_up().await;
            grace.confirm_by_code(&house.mailbox).await;
            let link = invite(house, &grace.email).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;

            browser.goto(&link).await;
            let page = Invitation::on(browser).await;
            assert_eq!(page.page().title().await, "For another account");
            let text = browser.text().await;
            assert!(text.contains(&ada.email) && text.contains(&grace.email), "{text}");
            page.page().part(&SWITCH).await.follow().await;
            let page = LogIn::on(browser).await;
            assert!(page.page().alert().await.text().await.starts_with("Log in to answer your invitation"));
            page.log_in(&grace.email, &grace.password).await;
            Invitation::on(browser).await.page().part(&JOIN).await.follow().await;
            LoggedIn::on(browser).await;
            is_in_acme_as(house, &grace.email).await;
        })
        .await;
    }

    async fn the_account_is_switched_to_one_that_begins(script: Script) {
        House::run(script, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let link = invite(house, INVITED).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
            browser.goto(&link).await;
            Invitation::on(browser).await.page().part(&SWITCH).await.follow().await;
            LogIn::on(browser).await.sign_up().await.follow().await;
            sign_up(house).await;
            Invitation::on(browser).await.page().part(&JOIN).await.follow().await;
            LoggedIn::on(browser).await;
            is_in_acme_as(house, INVITED).await;
        })
        .await;
    }

    async fn somebody_new_signs_up_and_lands_in_the_organisation(script: Script) {
        House::run(script, async |house: &House| {
            let browser = &house.browser;
            browser.goto(&invite(house, INVITED).await).await;
            let page = Invitation::on(browser).await;
            assert!(browser.text().await.contains(INVITED));
            page.page().part(&LOG_IN).await;
            page.page().part(&CREATE_ACCOUNT).await.follow().await;
            sign_up(house).await;
            Invitation::on(browser).await.page().part(&JOIN).await.follow().await;
            LoggedIn::on(browser).await;
            is_in_acme_as(house, INVITED).await;
        })
        .await;
    }

    /// Where everybody has to belong to an organisation, the invitation is the first thing to choose.
    async fn somebody_new_chooses_the_invitation_where_one_has_to(script: Script) {
        let required = |server: vestibule_testing::ServerBuilder| server.set("organisation_required", "true");
        House::run_with(script, required, async |house: &House| {
            let browser = &house.browser;
            browser.goto(&invite(house, INVITED).await).await;
            Invitation::on(browser).await.page().part(&CREATE_ACCOUNT).await.follow().await;
            sign_up(house).await;
            ChooseOrg::on(browser).await.page().part(&JOIN).await.follow().await;
            let page = Invitation::on(browser).await;
            assert_eq!(page.page().title().await, "You're in Acme");
            page.page().part(&HOME).await.follow().await;
            LoggedIn::on(browser).await;
            is_in_acme_as(house, INVITED).await;
        })
        .await;
    }

    async fn not_now_is_taken_for_an_answer(script: Script) {
        House::run(script, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let link = invite(house, INVITED).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            browser.goto(&link).await;
            Invitation::on(browser).await.page().part(&Part::go("home", "Not now")).await.follow().await;
            LoggedIn::on(browser).await.log_out().await;
            LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
        })
        .await;
    }

    async fn an_ended_invitation_is_told_once(script: Script) {
        with_clock(script, async |house, clock| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let link = invite(house, &ada.email).await;
            clock.advance(std::time::Duration::from_hours(24 * 7 + 1));
            browser.goto(&link).await;
            let page = Invitation::on(browser).await;
            assert_eq!(page.page().title().await, "This invitation has ended");
            page.page().part(&HOME).await.follow().await;
            LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
        })
        .await;
    }
}
