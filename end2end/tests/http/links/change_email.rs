//! Another address: proven before it counts, told to the old one, and taken back from there (L-13).

use std::time::Duration;

use vestibule_testing::Clock;

use crate::house::{House, path_of, session_of};

#[tokio::test]
async fn l_13_an_address_changes_once_it_is_proven_and_can_be_taken_back() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let phone = person.elsewhere(house.browser());
    assert!(session_of(&phone.log_in().await).is_some());
    let new = format!("new-{}", person.email);

    clock.advance(Duration::from_mins(11));
    let answer = person.browser.get("/account/email").await;
    assert!(answer.location().is_some_and(|to| to.starts_with("/step-up?")), "a factor that is fresh (S-10)");
    let step_up = person.browser.form("/step-up?return_to=%2Faccount%2Femail", "step-up").await;
    let answer = person.browser.submit(&step_up.fill("password", &person.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/account/email"), "{}", answer.text());
    let form = person.browser.form("/account/email", "change-email").await;
    assert_eq!(person.browser.submit(&form.fill("email", &new)).await.status, 200);

    let mail = house.mail(&new, "Until you confirm it").await;
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some(), "the old address still counts");
    let answer = person.press(&mail.link(), "email-link").await;
    assert_eq!(answer.location().as_deref(), Some("/account?notice=email"), "{}", answer.text());
    assert!(person.is_logged_in().await, "whoever changed it goes on");
    assert!(!phone.is_logged_in().await, "other sessions end (S-06)");
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 422, "the old address is nobody's");
    let mut moved = person.elsewhere(house.browser());
    moved.email.clone_from(&new);
    assert!(session_of(&moved.log_in().await).is_some());
    assert_eq!(house.browser().open(&path_of(&mail, &house.server)).await.status, 410, "once");

    let notice = house.mail(&person.email, "address was changed").await;
    let owner = house.browser();
    let form = owner.form(&path_of(&notice, &house.server), "email-link").await;
    let answer = owner.submit(&form).await;
    assert_eq!(answer.location().as_deref(), Some("/login?notice=address-back"), "{}", answer.text());
    let told = owner.follow(answer).await;
    assert!(told.elements().iter().any(|link| link.is("data-name", "set-password")), "{}", told.text());
    assert!(!person.is_logged_in().await && !moved.is_logged_in().await, "everybody is out");
    assert_eq!(moved.elsewhere(house.browser()).log_in().await.status, 422, "the new address is nobody's");
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 422, "the password is forgotten");
    let reader = person.elsewhere(house.browser());
    reader.forget_password().await;
    let mail = house.mail(&person.email, "asked to set a new password").await;
    assert!(session_of(&reader.reset_password(&mail, "copper lantern quiet moss").await).is_some());
}

#[tokio::test]
async fn e_03_changing_to_a_taken_address_looks_like_changing_to_a_free_one() {
    let house = House::open().await;
    let [person, other] = [house.person().await, house.person().await];
    let mut pages = Vec::new();
    // As long as the taken one: a page's length is part of the answer.
    let free = format!("{}@example.org", "f".repeat(other.email.len() - "@example.org".len()));
    for email in [other.email.clone(), free.clone()] {
        let form = person.browser.form("/account/email", "change-email").await;
        let page = person.browser.submit(&form.fill("email", &email)).await;
        assert_eq!(page.status, 200);
        pages.push(crate::house::masked(&page, &[&email, &person.email]));
    }
    assert_eq!(pages[0], pages[1]);
    house.mail(&free, "Until you confirm it").await;
}
