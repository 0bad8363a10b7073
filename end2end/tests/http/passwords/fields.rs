//! What the forms are made of, and what else may be posted to them.

use vestibule_testing::{Answer, Element, Person};

use crate::house::{House, path_of, session_of};

/// What an input has to be: name, type, autocomplete.
type Field = (&'static str, &'static str, &'static str);

/// The forms, where they are, and their inputs.
const FIELDS: [(&str, &str, &[Field]); 4] = [
    ("log-in", "/login", &[("email", "email", "username"), ("password", "password", "current-password")]),
    ("sign-up", "/signup", &[("email", "email", "username"), ("password", "password", "new-password")]),
    ("code", "/signup/sent", &[("code", "text", "one-time-code")]),
    ("confirm-email", "", &[("password", "password", "current-password")]),
];

/// The inputs that people fill in; others are for password managers to read.
fn inputs(page: &Answer, form: &str) -> Vec<Element> {
    let elements = page.elements();
    let form = elements.iter().position(|element| element.tag == "form" && element.is("data-name", form));
    let is_seen = |element: &Element| {
        element.tag == "input" && !element.is("type", "hidden") && element.form == form && element.get("name").is_some()
    };
    elements.into_iter().filter(is_seen).collect()
}

#[tokio::test]
async fn p_04_no_form_asks_for_a_hint_or_a_secret_question() {
    let house = House::open().await;
    for (path, form) in [("/login", "log-in"), ("/signup", "sign-up")] {
        let page = house.browser().open(path).await;
        let names: Vec<_> =
            inputs(&page, form).iter().filter_map(|input| input.get("name").map(str::to_owned)).collect();
        assert_eq!(names, ["email", "password"], "{path}");
    }
}

#[tokio::test]
async fn p_09_fields_tell_password_managers_what_they_are() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let link = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
    for (form, path, expected) in FIELDS {
        let (browser, path) = match form {
            "code" => (person.browser.clone(), path),
            "confirm-email" => (house.browser(), link.as_str()),
            _ => (house.browser(), path),
        };
        let page = browser.open(path).await;
        let inputs = inputs(&page, form);
        assert_eq!(inputs.len(), expected.len(), "{form}: {inputs:?}");
        for ((name, kind, autocomplete), input) in expected.iter().zip(&inputs) {
            assert!(input.is("name", name), "{form}: {input:?}");
            assert_eq!(input.get("type").unwrap_or("text"), *kind, "{form}: {input:?}");
            assert!(input.is("autocomplete", autocomplete), "{form}: {input:?}");
            let keeps_from_pasting = input.attributes.keys().any(|name| name.starts_with("on") || name == "readonly");
            assert!(!keeps_from_pasting && input.get("maxlength").is_none(), "{form}: {input:?}");
        }
    }
}

#[tokio::test]
async fn p_11_fields_that_nobody_drew_do_nothing() {
    let house = House::open().await;
    let extra = [
        ("role", "admin"),
        ("is_admin", "1"),
        ("email_verified", "true"),
        ("email_confirmed_at", "0"),
        ("confirmed", "true"),
        ("org_id", "1"),
        ("user_id", "1"),
        ("id", "1"),
        ("account", "1"),
        ("expires_at", "99999999999999"),
        ("password_hash", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YWJj"),
    ];
    let add = |form: vestibule_testing::Form| extra.iter().fold(form, |form, (name, value)| form.with(name, value));
    let person = house.stranger();
    let form = person.browser.form("/signup", "sign-up").await;
    let form = add(form.fill("email", &person.email).fill("password", &person.password));
    let answer = person.browser.submit(&form).await;
    assert_eq!((answer.status, session_of(&answer)), (303, None), "a sign-up still waits for its mail");
    assert!(!person.is_logged_in().await);
    let log_in = person.elsewhere(house.browser()).log_in().await;
    assert_eq!(session_of(&log_in), None, "and has no account yet");

    let code = house.mailbox.wait_for(&person.email).await.code();
    let form = add(person.browser.form("/signup/sent", "code").await.fill("code", &code));
    assert!(session_of(&person.browser.submit(&form).await).is_some());
    let home = person.browser.get("/").await;
    assert!(home.text().contains(&person.email) && !home.text().to_lowercase().contains("admin"));
}

#[tokio::test]
async fn p_13_nobody_is_there_before_the_first_sign_up() {
    let house = House::open().await;
    let names = ["admin@example.org", "root@localhost", "admin@localhost", "test@example.com", "user@example.org"];
    for email in names {
        for password in ["admin", "password", "changeme", "correct horse battery staple"] {
            let person = Person { email: email.to_owned(), ..house.stranger() };
            let answer = person.log_in_with(password).await;
            assert_eq!((answer.status, session_of(&answer)), (422, None), "{email} {password}");
        }
    }
    for path in ["/setup", "/install", "/admin", "/bootstrap", "/api/setup", "/.well-known/setup"] {
        assert_eq!(house.browser().get(path).await.status, 404, "{path}");
    }
}
