//! The second factor: enrolled, asked for, lost.

use thirtyfour::By;
use vestibule_testing::{
    Authenticator, Clock, Person,
    browser::{House, Script},
    in_every_script,
    pages::{
        BackupCode, BackupCodes, BackupCodesLeft, EnrolSecondFactor, LogIn, LoggedIn, Page, SecondFactor,
        SecondFactorLost,
    },
};

/// Logs in with the password and comes to the second factor.
pub(crate) async fn to_second_factor<'b>(house: &'b House, person: &Person) -> SecondFactor<'b> {
    LogIn::open(&house.browser).await.log_in(&person.email, &person.password).await;
    SecondFactor::on(&house.browser).await
}

/// Types a code; with script a complete one is on its way by itself.
pub(crate) async fn type_code(house: &House, page: &SecondFactor<'_>, code: &str) {
    let browser = &house.browser;
    let field = page.code().await;
    browser
        .leave(async || {
            field.type_in(code).await;
            if !browser.script().hydrates() {
                page.go_on().await.click().await;
            }
        })
        .await;
}

/// A house whose clock can be moved, with somebody in it who has an authenticator.
pub(crate) async fn enrolled(
    script: Script,
    walk: impl AsyncFnOnce(&House, &Person, &Authenticator, &Clock, &[String]),
) {
    let clock = Clock::new();
    House::run_with(
        script,
        |server| server.clock(&clock),
        async |house: &House| {
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let (app, codes) = ada.enrol(&clock).await;
            walk(house, &ada, &app, &clock, &codes).await;
        },
    )
    .await;
}

async fn a_wrong_code_stays_and_the_right_one_goes_on(script: Script) {
    enrolled(script, async |house, ada, app, clock, _| {
        let page = to_second_factor(house, ada).await;
        type_code(house, &page, "000000").await;
        let page = SecondFactor::on(&house.browser).await;
        assert_eq!(page.code().await.value().await, "000000");
        assert!(page.page().message("code").await.contains("30 seconds"));
        page.code().await.replace("").await;
        type_code(house, &page, &app.next_code(clock)).await;
        LoggedIn::on(&house.browser).await;
    })
    .await;
}

async fn a_lost_phone_is_not_the_end(script: Script) {
    enrolled(script, async |house, ada, _, _, codes| {
        let browser = &house.browser;
        to_second_factor(house, ada).await.lost().await.follow().await;
        SecondFactorLost::on(browser).await.backup_code().await.follow().await;
        let page = BackupCode::on(browser).await;
        page.code().await.type_in(&codes[0].to_uppercase().replace('-', " ")).await;
        page.go_on().await.follow().await;
        BackupCodesLeft::on(browser).await.go_on().await.follow().await;
        LoggedIn::on(browser).await;
    })
    .await;
}

#[tokio::test]
async fn a_wrong_code_stays_with_script() {
    a_wrong_code_stays_and_the_right_one_goes_on(Script::On).await;
}

#[tokio::test]
async fn a_wrong_code_stays_without_script() {
    a_wrong_code_stays_and_the_right_one_goes_on(Script::Off).await;
}

#[tokio::test]
async fn a_lost_phone_with_script() {
    a_lost_phone_is_not_the_end(Script::On).await;
}

#[tokio::test]
async fn a_lost_phone_with_missing_wasm() {
    a_lost_phone_is_not_the_end(Script::WasmMissing).await;
}

in_every_script! {
    async fn enrolling_shows_the_same_secret_until_it_is_proven(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        browser.goto("/enrol-second-factor").await;
        EnrolSecondFactor::on(browser).await;
        let uri = async || {
            let link = browser.driver().find(By::Css("[data-name='open'] a")).await.expect("a link for phones");
            link.attr("href").await.expect("it is there").expect("it leads somewhere")
        };
        let first = uri().await;
        browser.driver().refresh().await.expect("the page opens again");
        let page = EnrolSecondFactor::on(browser).await;
        assert_eq!(uri().await, first);
        // The server runs by the real clock here: the code of this moment is right.
        let code = Authenticator::scan(&first).code(&Clock::new());
        let field = page.code().await;
        browser
            .leave(async || {
                field.type_in(&code).await;
                if !browser.script().hydrates() {
                    page.enrol().await.click().await;
                }
            })
            .await;
        let codes = BackupCodes::on(browser).await;
        codes.go_on().await.follow().await;
        let codes = BackupCodes::on(browser).await;
        let choice = browser.driver().find(By::Id("backup-codes-saved")).await.expect("a box to tick");
        assert_eq!(choice.attr("aria-invalid").await.expect("it is there").as_deref(), Some("true"));
        choice.click().await.expect("it can be ticked");
        codes.go_on().await.follow().await;
        Page::on(browser, "logged-in").await;
    }
}
