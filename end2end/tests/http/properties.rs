//! L-04: what the application wants to know, asked before it lets anybody in and kept field by field.

use vestibule_testing::{Answer, Form, Person};

use crate::house::House;

const SCHEMA: &str = r#"
[[property]]
name = "display_name"
label = "Your name"
why = "Others see it."
max = 20
required = true
[[property]]
name = "about"
label = "About you"
kind = "long_text"
max = 30
required = true
[[property]]
name = "team_size"
label = "People"
kind = "number"
min = 1
max = 9
required = true
[[property]]
name = "birthday"
label = "Birthday"
kind = "date"
required = true
[[property]]
name = "role"
label = "Role"
kind = "choice"
choices = ["Design", "Engineering"]
required = "2000-01-01T00:00:00Z"
[[property]]
name = "news"
label = "News"
kind = "checkbox"
required = true
[[property]]
name = "website"
label = "Website"
kind = "url"
required = "2999-01-01T00:00:00Z"
[[property]]
name = "terms"
label = "Terms"
kind = "terms"
url = "https://example.com/terms"
required = true
"#;

const GOOD: [(&str, &str); 5] = [
    ("display_name", "Ada"),
    ("about", "Two\nlines"),
    ("team_size", "3"),
    ("birthday", "1815-12-10"),
    ("role", "Design"),
];

/// Fills in what the form has of these.
fn filled(form: Form, values: &[(&str, &str)]) -> Form {
    values.iter().fold(form, |form, (name, value)| form.without(name).with(name, value))
}

fn says(answer: &Answer, text: &str) -> bool {
    answer.elements().iter().any(|element| element.text == text)
}

async fn newcomer(house: &House) -> Person {
    let person = house.stranger();
    person.sign_up().await;
    let answer = person.confirm_by_code(&house.mailbox).await;
    assert_eq!(answer.location().as_deref(), Some("/properties"), "{}", answer.text());
    person
}

#[tokio::test]
async fn l_04_properties_are_asked_first_and_kept_one_by_one() {
    let house = House::with(|server| server.file("properties", SCHEMA)).await;
    let ada = newcomer(&house).await;
    assert_eq!(ada.browser.get("/account/profile").await.location().as_deref(), Some("/properties"));
    let page = ada.browser.get("/properties").await;
    assert!(says(&page, "Others see it."), "why it is asked");
    let form = page.form("properties");
    assert_eq!(form.value("website"), None, "it is required of those who come later");
    let wrong = [("display_name", "x"), ("team_size", "10"), ("birthday", "1815-02-30"), ("role", "Cooking")];
    let refused = ada.browser.submit(&filled(form.without("about"), &wrong)).await;
    assert_eq!(refused.status, 422);
    let left = refused.form("properties");
    let name = left.value("display_name");
    assert_eq!((name, left.value("team_size")), (None, Some("10")), "what fits is kept, what doesn't stays typed");
    assert!(says(&refused, "The rest is saved."), "{}", refused.text());
    assert_eq!(ada.browser.get("/").await.location().as_deref(), Some("/properties"), "terms aren't agreed to");
    let left = filled(ada.browser.get("/properties").await.form("properties"), &GOOD[1..]);
    let answer = ada.browser.submit(&left.without("terms").with("terms", "on")).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "{}", answer.text());
    let profile = ada.browser.get("/account/profile").await;
    assert_eq!(profile.form("properties").value("display_name"), Some("x"));
    assert!(says(&profile, "Two lines"), "white space aside: {}", profile.text());
}

#[tokio::test]
async fn l_04_an_emptied_field_is_forgotten() {
    let house = House::with(|server| server.file("properties", SCHEMA)).await;
    let ada = newcomer(&house).await;
    let form = filled(ada.browser.get("/properties").await.form("properties"), &GOOD);
    assert_eq!(ada.browser.submit(&form.without("terms").with("terms", "on")).await.status, 303);
    // A form as the kit reads it has no text of a text area and no choice of a select: they are filled in again.
    let again = [GOOD[1], GOOD[4]];
    let profile = async || filled(ada.browser.get("/account/profile").await.form("properties"), &again);
    let with_url = filled(profile().await, &[("website", "https://ada.example")]);
    let answer = ada.browser.submit(&with_url.without("terms").with("terms", "on")).await;
    assert_eq!(answer.location().as_deref(), Some("/account?notice=profile"), "{}", answer.text());
    assert_eq!(profile().await.value("website"), Some("https://ada.example"));
    // Beside a refused field, the emptied one stays empty and nothing looks like success.
    let emptied = filled(profile().await, &[("website", ""), ("team_size", "0"), ("terms", "on")]);
    let refused = ada.browser.submit(&emptied).await;
    assert_eq!((refused.status, refused.form("properties").value("website")), (422, Some("")));
    assert!(says(&refused, "The rest is saved.") && !says(&refused, "Your profile is saved."), "{}", refused.text());
    let form = profile().await;
    assert_eq!((form.value("website"), form.value("team_size")), (Some(""), Some("3")), "forgotten, and kept");
}
