//! Where a log-in leads afterwards.

use url::{Url, form_urlencoded};
use vestibule_testing::Answer;

use crate::house::{House, session_of};

/// Ways to write another origin, or something that isn't a page at all.
const ELSEWHERE: [&str; 46] = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/%09/evil.example",
    "/%5cevil.example",
    "/%2fevil.example",
    "/%2f%2fevil.example",
    "/./\\evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/%2e%2e//evil.example",
    "//evil.example/%2e%2e",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example",
    "http://evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "ftp://evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://evil.example/x",
    "https://localhost@evil.example",
    "https://localhost.evil.example",
    "//localhost@evil.example",
    "@evil.example",
    ".evil.example",
    "evil.example",
    "?//evil.example",
    "#//evil.example",
    "/a\r\nSet-Cookie: session=x",
    "/a\r\n\r\n<script>",
    "/／evil.example",
    "／／evil.example",
    "/\u{a0}/evil.example",
];

/// A page of ours stays where it is.
const OURS: [&str; 3] = ["/invoices?page=2", "/a/b-c_d", "/second-factor"];

#[track_caller]
fn stays(answer: &Answer, base: &str, what: &str) {
    if let Some(location) = answer.location() {
        let base = Url::parse(base).expect("a URL");
        let target = base.join(&location).unwrap_or_else(|_| panic!("{what:?} leads to {location:?}"));
        assert_eq!(target.origin(), base.origin(), "{what:?} leads to {location:?}");
    }
    assert!(answer.set_cookies().iter().all(|cookie| cookie != "session=x"), "{what:?}");
    for element in answer.elements() {
        let leads = ["href", "action", "src"].into_iter().filter_map(|name| element.get(name));
        let carries = (element.is("name", "return_to")).then(|| element.get("value")).flatten();
        for url in leads.chain(carries) {
            assert!(url == "data:," || url.starts_with('/') && !url.contains("evil"), "{what:?}: {element:?}");
        }
    }
}

#[tokio::test]
async fn l_09_a_log_in_never_leads_to_another_site() {
    let house = House::open().await;
    let person = house.person().await;
    let base = house.server.base_url();
    for target in ELSEWHERE {
        let path = format!(
            "/login?{}",
            form_urlencoded::Serializer::new(String::new()).append_pair("return_to", target).finish()
        );
        stays(&person.browser.get(&path).await, base, target);
        let page = house.browser().get(&path).await;
        assert_eq!(page.status, 200, "{target:?}");
        stays(&page, base, target);

        let again = person.elsewhere(house.browser());
        let form = again.browser.form("/login", "log-in").await.without("return_to").with("return_to", target);
        let form = form.fill("email", &again.email).fill("password", &again.password);
        let answer = again.browser.submit(&form).await;
        assert!(session_of(&answer).is_some(), "{target:?}");
        stays(&answer, base, target);
        // And a tab that was left behind, with the same field.
        stays(&again.browser.submit(&form).await, base, target);
    }
}

#[tokio::test]
async fn l_09_it_leads_to_the_page_that_was_wanted() {
    let house = House::open().await;
    let person = house.person().await;
    for target in OURS {
        let again = person.elsewhere(house.browser());
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("return_to", target).finish();
        let form = again.browser.form(&format!("/login?{query}"), "log-in").await;
        assert_eq!(form.value("return_to"), Some(target));
        let answer = again.browser.submit(&form.fill("email", &again.email).fill("password", &again.password)).await;
        assert_eq!(answer.location().as_deref(), Some(target));
    }
}
