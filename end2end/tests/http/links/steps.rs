//! No step can be left out, and no stranger's step counts.

use vestibule_testing::{Form, Person, http::Method};

use crate::house::{House, path_of, session_of};

/// What may stand where a token or a code is expected.
const NOTHING: [&str; 7] = ["", " ", "null", "0", "000000", "undefined", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"];

/// A form that this browser may post, whatever it says.
async fn form(person: &Person, action: &str, fields: &[(&str, &str)]) -> Form {
    let token = person.browser.form("/signup", "sign-up").await.value("form_token").unwrap_or_default().to_owned();
    let empty = Form { action: action.to_owned(), fields: Vec::new() };
    fields.iter().fold(empty.with("form_token", &token), |form, (name, value)| form.with(name, value))
}

#[tokio::test]
async fn l_04_later_steps_lead_back_to_the_first() {
    let house = House::open().await;
    let person = house.stranger();
    assert_eq!(person.browser.get("/").await.location().as_deref(), Some("/login"));
    for page in ["/signup/sent", "/confirm-email", "/second-factor", "/update-password", "/properties", "/choose-org"] {
        let answer = person.browser.get(page).await;
        assert!(matches!(answer.location().as_deref(), Some("/login" | "/signup")), "{page}: {answer:?}");
    }
    for nothing in NOTHING {
        for (action, field) in [
            ("/signup/sent", "code"),
            ("/signup/resend", "code"),
            ("/confirm-email", "token"),
            ("/confirm-email", "code"),
        ] {
            let answer = person.browser.submit(&form(&person, action, &[(field, nothing)]).await).await;
            assert_eq!(session_of(&answer), None, "{action} {field}={nothing:?}");
            assert!(matches!(answer.status, 303 | 410 | 422), "{action} {field}={nothing:?}: {}", answer.status);
        }
    }
    let answer = person.browser.submit(&form(&person, "/confirm-email", &[]).await).await;
    assert_eq!((answer.location().as_deref(), session_of(&answer)), (Some("/login"), None), "no token at all");
    assert!(!person.is_logged_in().await);
}

#[tokio::test]
async fn l_04_a_waiting_sign_up_opens_nothing() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    house.mailbox.wait_for(&person.email).await;
    for page in ["/", "/second-factor", "/update-password", "/properties", "/choose-org", "/enrol-second-factor"] {
        let to = person.browser.get(page).await.location().unwrap_or_default();
        assert_eq!(to.split('?').next(), Some("/login"), "{page}");
    }
    // A sign-up cookie is no session and the other way round.
    let cookie = person.browser.cookie("sign_up").expect("a cookie");
    for name in ["session", "link"] {
        let thief = house.browser();
        thief.set_cookie(name, &cookie);
        assert_eq!(thief.get("/").await.location().as_deref(), Some("/login"), "{name}");
        let page = thief.get("/confirm-email").await;
        assert!(matches!(page.status, 303 | 410), "{name}: {}", page.status);
    }
    for nothing in NOTHING.iter().take(4) {
        let answer = person.type_code(nothing).await;
        assert_eq!((answer.status, session_of(&answer)), (422, None), "{nothing:?}");
    }
}

#[tokio::test]
async fn l_04_a_code_counts_for_its_own_sign_up_only() {
    let house = House::open().await;
    let [ada, bob] = [house.stranger(), house.stranger()];
    ada.sign_up().await;
    bob.sign_up().await;
    let code = house.mailbox.wait_for(&ada.email).await.code();
    assert_eq!(session_of(&bob.type_code(&code).await), None);
    assert!(session_of(&ada.type_code(&code).await).is_some());
}

#[tokio::test]
async fn l_04_what_an_account_still_owes_comes_first() {
    let house = House::open().await;
    for (what, path, screen) in [
        ("new-password", "/update-password", "update-password"),
        ("confirmed-email", "/confirm-email", "email-not-confirmed"),
    ] {
        let person = house.person().await;
        let ended = house.server.run(&["demand", &person.email, what]).await;
        assert!(ended.status.success(), "{}", ended.stderr);
        for page in ["/", "/login", "/signup", "/signup/sent", "/second-factor", "/choose-org", "/enrol-second-factor"]
        {
            let answer = person.browser.get(page).await;
            assert_eq!(answer.location().as_deref(), Some(path), "{what}: {page}");
        }
        assert_eq!(person.browser.get(path).await.screen().as_deref(), Some(screen), "{what}");
        let again = person.elsewhere(house.browser());
        assert_eq!(again.log_in().await.status, 303, "{what}");
        assert!(!again.is_logged_in().await, "{what}: a fresh log-in doesn't get around it");
        let json = person.browser.request(Method::GET, "/").header("accept", "application/json").send().await;
        assert_eq!(json.status, 401, "{what}");
    }
}

#[tokio::test]
async fn l_10_a_stranger_cannot_prepare_somebody_elses_account() {
    let house = House::open().await;
    let victim = house.stranger();
    let attacker = Person { password: "the attacker knows this".to_owned(), ..victim.elsewhere(house.browser()) };
    attacker.sign_up().await;
    let strange_mail = house.mailbox.wait_for(&victim.email).await;

    // The link alone, opened by the victim, doesn't put the attacker's password in force.
    let answer = victim.press_link(&strange_mail).await;
    assert_eq!((answer.status, session_of(&answer)), (422, None), "the victim doesn't know the password");
    assert_eq!(session_of(&attacker.elsewhere(house.browser()).log_in().await), None);

    // The victim signs up as well. Now everything of the attacker's is dead.
    house.admit(&victim).await;
    assert_eq!(session_of(&attacker.elsewhere(house.browser()).log_in().await), None, "the attacker's password");
    assert!(!attacker.is_logged_in().await, "the attacker's cookie");
    assert_eq!(session_of(&attacker.type_code(&strange_mail.code()).await), None, "the attacker's code");
    let path = path_of(&strange_mail, &house.server);
    let link = attacker.browser.open(&path).await;
    if link.status == 200 {
        assert_eq!(session_of(&attacker.press_link(&strange_mail).await), None, "the attacker's link");
    }
    assert!(session_of(&victim.elsewhere(house.browser()).log_in().await).is_some());
    assert!(victim.is_logged_in().await);
}
