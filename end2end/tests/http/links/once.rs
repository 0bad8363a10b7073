//! Once, whoever asks and however many at a time.

use vestibule_testing::{Client, Form};

use crate::{
    crowd::{Shot, at_once},
    house::{House, path_of, rounds, session_of},
};

/// How many press the button in one moment.
pub(crate) const CROWD: usize = 200;

/// Sends one form from a crowd with the same cookies, and gives the clients whose answer began a session.
pub(crate) async fn crowd(house: &House, browser: &Client, form: &Form) -> Vec<Client> {
    let shots = (0..CROWD).map(|_| Shot::new(&house.server, house.address(), browser, form)).collect();
    let mut winners = Vec::new();
    for answer in at_once(shots).await {
        let status = answer.status;
        assert!(matches!(status, 303 | 410 | 422 | 429), "{status}: {}", answer.text());
        if let Some(session) = session_of(&answer) {
            let winner = house.browser();
            winner.set_cookie("session", &session);
            winners.push(winner);
        }
    }
    let logs = house.server.logs();
    assert!(!logs.contains("locked") && !logs.contains("ERROR"), "{logs}");
    winners
}

#[tokio::test]
async fn l_02_a_link_and_a_code_work_once() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let mail = house.mailbox.wait_for(&person.email).await;
    let before = person.elsewhere(house.copy(&person.browser));
    assert!(session_of(&person.press_link(&mail).await).is_some());
    let path = path_of(&mail, &house.server);
    assert_eq!(house.browser().open(&path).await.status, 410, "the link, elsewhere");
    let form = before.browser.get("/signup/sent").await;
    assert_eq!(form.location().as_deref(), Some("/login?notice=confirmed"), "the code, with an old cookie");
}

#[tokio::test]
async fn l_02_success_ends_every_other_link_and_code() {
    let house = House::open().await;
    // Three browsers sign up with one address: three mails, three links, three codes.
    let first = house.stranger();
    let others = [first.elsewhere(house.browser()), first.elsewhere(house.browser())];
    let mut mails = Vec::new();
    for person in [&first, &others[0], &others[1]] {
        assert_eq!(person.sign_up().await.status, 303);
        mails.push(house.mailbox.wait_for(&first.email).await);
    }
    // Their forms are open before the newest is used.
    let code_form = others[0].browser.form("/signup/sent", "code").await.fill("code", &mails[1].code());
    let link_form = first.browser.form(&path_of(&mails[0], &house.server), "confirm-email").await;
    assert!(session_of(&others[1].press_link(&mails[2]).await).is_some());
    assert_eq!(session_of(&others[0].browser.submit(&code_form).await), None, "an older code");
    assert_eq!(session_of(&first.browser.submit(&link_form).await), None, "an older link");
    let elsewhere = first.elsewhere(house.browser());
    let page = elsewhere.browser.open(&path_of(&mails[0], &house.server)).await;
    if page.status == 200 {
        assert_eq!(session_of(&elsewhere.press_link(&mails[0]).await), None, "an older link, elsewhere");
    }
}

#[tokio::test]
async fn l_03_one_link_pressed_two_hundred_times_confirms_once() {
    for round in 0..rounds(50) {
        let house = House::open().await;
        let person = house.stranger();
        person.sign_up().await;
        let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
        let form = person.browser.form(&path, "confirm-email").await;
        let winners = crowd(&house, &person.browser, &form).await;
        assert_eq!(winners.len(), 1, "round {round}");
        assert_eq!(winners[0].get("/").await.status, 200, "round {round}");
        assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some(), "round {round}");
    }
}

#[tokio::test]
async fn q_09_one_code_typed_two_hundred_times_confirms_once() {
    for round in 0..rounds(50) {
        let house = House::open().await;
        let person = house.stranger();
        person.sign_up().await;
        let code = house.mailbox.wait_for(&person.email).await.code();
        let form = person.browser.form("/signup/sent", "code").await.fill("code", &code);
        let winners = crowd(&house, &person.browser, &form).await;
        assert_eq!(winners.len(), 1, "round {round}");
        assert_eq!(winners[0].get("/").await.status, 200, "round {round}");
    }
}

#[tokio::test]
async fn l_03_two_sign_ups_of_one_address_make_one_account() {
    for round in 0..rounds(250) {
        let house = House::open().await;
        let mut shots = Vec::new();
        let first = house.stranger();
        for word in ["velvet otter piano rain", "copper lantern quiet moss", "paper anchor seven plums"] {
            let mut person = first.elsewhere(house.browser());
            word.clone_into(&mut person.password);
            assert_eq!(person.sign_up().await.status, 303);
            let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
            let form = person.browser.form(&path, "confirm-email").await;
            shots.push(Shot::new(&house.server, house.address(), &person.browser, &form));
        }
        let answers = at_once(shots).await;
        assert!(answers.iter().all(|answer| answer.status == 303), "round {round}");
        assert_eq!(answers.iter().filter_map(session_of).count(), 1, "round {round}");
    }
}
