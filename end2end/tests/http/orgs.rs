//! O and P-12: organisations, and who may come in.

use std::time::Duration;

use vestibule_testing::{Clock, Person};

use crate::{
    crowd::{Shot, at_once},
    house::{House, path_of, rounds},
};

async fn org(house: &House, arguments: &[&str]) {
    let run = house.server.run(&[&["org"], arguments].concat()).await;
    assert!(run.status.success(), "{}", run.stderr);
}

async fn invited(house: &House, email: &str, org: &str) -> vestibule_testing::Mail {
    let run = house.server.run(&["invite", email, org]).await;
    assert!(run.status.success(), "{}", run.stderr);
    house.mail(email, "invited").await
}

fn with_orgs(server: vestibule_testing::ServerBuilder) -> vestibule_testing::ServerBuilder {
    server.set("organisation_required", "true")
}

/// Somebody who has to choose an organisation.
async fn newcomer(house: &House, person: Person) -> Person {
    person.sign_up().await;
    let answer = person.confirm_by_code(&house.mailbox).await;
    assert_eq!(answer.location().as_deref(), Some("/choose-org"), "{}", answer.text());
    person
}

#[tokio::test]
async fn o_05_an_invitation_is_for_its_address_alone() {
    let house = House::open().await;
    org(&house, &["Acme"]).await;
    let [grace, thief] = [house.person().await, house.person().await];
    let mail = invited(&house, &grace.email, "Acme").await;
    let path = path_of(&mail, &house.server);
    let page = thief.browser.open(&path).await;
    assert_eq!(page.screen().as_deref(), Some("invitation"));
    assert!(page.text().contains(&grace.email) && page.text().contains(&thief.email), "both addresses");
    // Whatever they post, it isn't theirs.
    let switch = page.form("switch");
    let forged = switch.clone().fill("what", "accept");
    assert_eq!(thief.browser.submit(&forged).await.status, 409);
    assert!(!thief.browser.get("/account").await.text().contains("Acme"));
    // Switching the account comes back to the same invitation.
    let answer = thief.browser.submit(&switch).await;
    assert_eq!(answer.location().as_deref(), Some("/login?notice=invitation"));
    let owner = grace.elsewhere(thief.browser.clone());
    assert_eq!(owner.log_in().await.location().as_deref(), Some("/invitation"));
    let page = owner.browser.get("/invitation").await;
    assert_eq!(owner.browser.submit(&page.form("accept")).await.status, 303);
    assert!(owner.browser.get("/account").await.text().contains("Acme"));
}

#[tokio::test]
async fn o_05_an_invitation_for_another_address_is_named_before_a_second_organisation_begins() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme"]).await;
    let grace = house.stranger();
    let mail = invited(&house, &grace.email, "Acme").await;
    let ada = house.stranger();
    assert_eq!(ada.browser.open(&path_of(&mail, &house.server)).await.status, 200);
    let ada = newcomer(&house, ada).await;
    let page = ada.browser.get("/choose-org").await;
    let (text, section) = (page.text(), page.elements());
    assert!(section.iter().any(|element| element.is("data-name", "elsewhere")), "{text}");
    assert!(text.contains(&grace.email) && text.contains(&ada.email) && text.contains("Acme"), "both addresses");
    // A stale form keeps what was typed.
    let create = page.form("create").fill("name", "Acme of my own");
    let stale = ada.browser.submit(&create.clone().fill("form_token", "stale")).await;
    assert_eq!((stale.status, stale.form("create").value("name")), (403, Some("Acme of my own")));
    // A second one is asked about first.
    let asked = ada.browser.submit(&create).await;
    assert_eq!((asked.status, asked.form("create").value("anyway")), (200, Some("yes")), "{}", asked.text());
    // It lets nobody in, and leads to the account that it is for.
    let switch = page.form("switch");
    let forged = ada.browser.submit(&switch.clone().fill("what", "accept")).await;
    assert_eq!(forged.status, 409);
    assert_eq!(ada.browser.get("/").await.location().as_deref(), Some("/choose-org"));
    let answer = ada.browser.submit(&switch).await;
    assert_eq!(answer.location().as_deref(), Some("/login?notice=invitation"));
    let page = ada.browser.get("/invitation").await;
    assert!(page.text().contains(&grace.email), "the same invitation is still open");
    // Somebody who opened no link is told nothing.
    let bob = newcomer(&house, house.stranger()).await;
    assert!(!bob.browser.get("/choose-org").await.text().contains("Acme"));
}

#[tokio::test]
async fn o_06_an_invitation_is_accepted_once_within_seven_days() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    org(&house, &["Acme"]).await;
    for round in 0..rounds(50) {
        let grace = house.person().await;
        let mail = invited(&house, &grace.email, "Acme").await;
        let path = path_of(&mail, &house.server);
        let form = grace.browser.form(&path, "accept").await;
        let shot = || Shot::new(&house.server, house.address(), &grace.browser, &form);
        let answers = at_once((0..200).map(|_| shot()).collect()).await;
        let joined = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(joined, 1, "round {round}");
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 409)), "round {round}");
    }
    let late = house.person().await;
    let mail = invited(&house, &late.email, "Acme").await;
    clock.advance(Duration::from_hours(24 * 7));
    assert_eq!(house.browser().open(&path_of(&mail, &house.server)).await.status, 410);
}

#[tokio::test]
async fn p_12_only_a_proven_address_opens_an_organisation() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme", "--domain", "example.org"]).await;
    let person = house.person_in_org("Somewhere else").await;
    assert!(house.server.run(&["demand", &person.email, "confirmed-email"]).await.status.success());
    let answer = person.browser.get("/choose-org").await;
    assert_eq!(answer.location().as_deref(), Some("/confirm-email"));
    let mail = invited(&house, &person.email, "Acme").await;
    let page = person.browser.open(&path_of(&mail, &house.server)).await;
    let answer = person.browser.submit(&page.form("accept")).await;
    assert_eq!(answer.location().as_deref(), Some("/confirm-email"), "{}", answer.text());
}

#[tokio::test]
async fn l_04_a_required_organisation_is_never_a_dead_end_and_never_silent() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme", "--domain", "example.org"]).await;
    let ada = newcomer(&house, house.stranger()).await;
    for path in ["/", "/account", "/account/sessions", "/enrol-second-factor"] {
        assert_eq!(ada.browser.get(path).await.location().as_deref(), Some("/choose-org"), "{path}");
    }
    assert_eq!(ada.browser.get("/create_org").await.location().as_deref(), Some("/choose-org"), "its other name");
    let page = ada.browser.get("/choose-org").await;
    // Creating beside a match asks once more.
    let create = page.form("create").fill("name", "Acme Two");
    let asked = ada.browser.submit(&create).await;
    assert_eq!((asked.status, asked.screen().as_deref()), (200, Some("choose-org")));
    let answer = ada.browser.submit(&page.form("join")).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "{}", answer.text());
    assert!(ada.browser.get("/account").await.text().contains("Acme"));

    let grace = newcomer(&house, house.stranger()).await;
    let page = grace.browser.get("/choose-org").await;
    let asked = grace.browser.submit(&page.form("create").fill("name", "Grace & Co")).await;
    let answer = grace.browser.submit(&asked.form("create")).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "asked once, and not twice: {}", answer.text());
}

#[tokio::test]
async fn o_05_a_domain_that_asks_lets_nobody_in_by_itself() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme", "--domain", "example.org", "--ask"]).await;
    let ada = newcomer(&house, house.stranger()).await;
    let page = ada.browser.get("/choose-org").await;
    let forged = page.form("ask").fill("what", "join");
    assert_eq!(ada.browser.submit(&forged).await.status, 410, "joining isn't offered");
    let asked = ada.browser.submit(&page.form("ask")).await;
    assert_eq!(asked.status, 200);
    assert_eq!(ada.browser.get("/").await.location().as_deref(), Some("/choose-org"), "asking isn't belonging");
    let create = ada.browser.submit(&asked.form("create").fill("name", "Acme Two")).await;
    assert_eq!(create.form("create").value("anyway"), Some("yes"), "beside a request, a second one is asked about");
    assert_eq!(ada.browser.submit(&asked.form("cancel")).await.status, 200);
    let again = ada.browser.get("/choose-org").await;
    assert!(again.elements().iter().any(|form| form.is("data-name", "ask")), "it can be asked again");
}

#[tokio::test]
async fn o_05_a_full_organisation_lets_nobody_in() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme", "--domain", "example.org", "--max-members", "1"]).await;
    let people = [newcomer(&house, house.stranger()).await, newcomer(&house, house.stranger()).await];
    let mut shots = Vec::new();
    for person in &people {
        let form = person.browser.form("/choose-org", "join").await;
        shots.push(Shot::new(&house.server, house.address(), &person.browser, &form));
    }
    let mut statuses: Vec<u16> = at_once(shots).await.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "one place, one of two");
}

#[tokio::test]
async fn r_09_ways_into_organisations_are_limited_for_an_account() {
    let house = House::with(with_orgs).await;
    let ada = newcomer(&house, house.stranger()).await;
    let form = ada.browser.form("/choose-org", "create").await.fill("what", "accept").with("id", "nobody's");
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(ada.browser.submit(&form).await.status);
    }
    assert_eq!(statuses[..10], [410; 10]);
    assert_eq!(statuses[10], 429);
}

#[tokio::test]
async fn o_05_who_asks_is_let_in_by_an_operator_and_told() {
    let house = House::with(with_orgs).await;
    org(&house, &["Acme", "--domain", "example.org", "--ask"]).await;
    let ada = newcomer(&house, house.stranger()).await;
    let page = ada.browser.get("/choose-org").await;
    let waiting = ada.browser.submit(&page.form("ask")).await;
    assert!(waiting.text().contains("You get an email"), "{}", waiting.text());
    assert_eq!(ada.browser.get("/").await.location().as_deref(), Some("/choose-org"), "asking is not belonging");
    let run = async |arguments: &[&str]| house.server.run(arguments).await;
    let listed = run(&["requests", "acme"]).await;
    assert!(listed.stdout.starts_with(&format!("{}\tsince 20", ada.email)), "{}", listed.stdout);
    assert!(!run(&["admit", "nobody@example.org", "Acme"]).await.status.success());
    let admitted = run(&["admit", &ada.email, "Acme"]).await;
    assert!(admitted.status.success(), "{}", admitted.stderr);
    house.mail(&ada.email, "You're in Acme").await;
    assert_eq!(ada.browser.get("/").await.status, 200, "with the next request");
    assert!(!run(&["admit", &ada.email, "Acme"]).await.status.success(), "once");
    assert_eq!(run(&["requests", "acme"]).await.stdout, "");
}
