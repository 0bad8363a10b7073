//! The content security policy.

use std::collections::{BTreeMap, BTreeSet};

use vestibule_testing::Answer;

use super::crawl;
use crate::house::{House, nonce_of};

/// The directives of a policy.
fn policy(answer: &Answer) -> BTreeMap<String, Vec<String>> {
    let lines: Vec<_> = answer.headers.get_all("content-security-policy").iter().collect();
    assert_eq!(lines.len(), 1, "{}: {lines:?}", answer.path);
    let directives = lines[0].to_str().expect("text").split(';').map(str::trim).filter(|part| !part.is_empty());
    let split = |directive: &str| {
        let mut words = directive.split_whitespace().map(str::to_owned);
        (words.next().unwrap_or_default(), words.collect())
    };
    directives.map(split).collect()
}

#[tokio::test]
async fn b_05_every_page_has_a_strict_policy() {
    let house = House::open().await;
    let mut nonces = BTreeSet::new();
    let pages = crawl::pages(&house).await;
    assert!(pages.len() > 30);
    for page in &pages {
        let policy = policy(page);
        let sources = |name: &str| policy.get(name).or_else(|| policy.get("default-src")).cloned().unwrap_or_default();
        for closed in
            ["default-src", "object-src", "base-uri", "frame-ancestors", "frame-src", "worker-src", "manifest-src"]
        {
            assert_eq!(sources(closed), ["'none'"], "{}: {closed}", page.path);
        }
        assert!(policy.contains_key("base-uri") && policy.contains_key("frame-ancestors"), "{}", page.path);
        assert_eq!(
            policy.get("form-action").map(Vec::as_slice),
            Some(["'self'".to_owned()].as_slice()),
            "{}",
            page.path
        );
        for own in ["style-src", "connect-src", "font-src"] {
            assert_eq!(sources(own), ["'self'"], "{}: {own}", page.path);
        }
        let nonce = nonce_of(page).expect("a nonce");
        assert_eq!(
            sources("script-src"),
            [format!("'nonce-{nonce}'"), "'wasm-unsafe-eval'".to_owned()],
            "{}",
            page.path
        );
        assert!(nonce.len() >= 22, "128 bits: {nonce}");
        assert!(nonces.insert(nonce.clone()), "{}: a nonce came twice", page.path);
        for element in page.elements() {
            if element.tag == "script" && !element.is("type", "application/json") {
                assert!(element.is("nonce", &nonce) && element.text.is_empty(), "{}: {element:?}", page.path);
            }
            assert!(element.get("style").is_none() && element.tag != "style", "{}: {element:?}", page.path);
        }
    }
}

#[tokio::test]
async fn b_05_what_is_no_page_may_do_nothing() {
    let house = House::open().await;
    for answer in crawl::everything(&house).await {
        if !crawl::kind(&answer).starts_with("text/html") {
            let policy = policy(&answer);
            assert_eq!(
                policy.get("default-src").map(Vec::as_slice),
                Some(["'none'".to_owned()].as_slice()),
                "{}",
                answer.path
            );
            assert!(!policy.contains_key("script-src"), "{}", answer.path);
        }
    }
}
