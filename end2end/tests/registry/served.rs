//! What is below `/r`.

use serde_json::Value;
use vestibule_testing::{Client, Server, http::Method};

use crate::server;

async fn json(browser: &Client, path: &str) -> Value {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-type"), Some("application/json"), "{path}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
    assert_eq!(answer.header("cache-control"), Some("public, max-age=0, must-revalidate"), "{path}");
    assert_eq!(answer.set_cookies(), Vec::<String>::new(), "{path}");
    serde_json::from_str(&answer.text()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[tokio::test]
async fn every_item_is_served_and_tells_nothing_of_the_site() {
    let server = server().await;
    let browser = server.client();
    let index = json(&browser, "/r/registry.json").await;
    let items = index["items"].as_array().expect("a list");
    assert!(items.len() > 50, "{} items", items.len());
    let port = format!(":{}", server.address().port());
    for listed in items {
        let name = listed["name"].as_str().expect("a name");
        let item = json(&browser, &format!("/r/{name}.json")).await;
        assert_eq!(item["$schema"], "https://ui.shadcn.com/schema/registry-item.json");
        for key in ["name", "type", "title", "description"] {
            assert!(item[key].is_string() && item[key] == listed[key], "{name}: {key}");
        }
        assert!(item["files"].as_array().expect("files").iter().all(|file| file["content"].is_string()), "{name}");
        let text = item.to_string();
        assert!(!text.contains("Northwind Secret") && !text.contains(&port), "{name} tells something of this site");
    }
}

#[tokio::test]
async fn who_has_an_item_isnt_sent_it_again() {
    let server = server().await;
    let browser = server.client();
    let answer = browser.get("/r/button.json").await;
    let tag = answer.header("etag").expect("it has one").to_owned();
    let again = browser.request(Method::GET, "/r/button.json").header("if-none-match", &tag).send().await;
    assert_eq!((again.status, again.text().as_str()), (304, ""));
    for nothing in ["/r/", "/r/button", "/r/nothing.json", "/r/registry", "/r/..%2Flogin", "/r/a/b.json"] {
        assert_eq!(browser.get(nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn a_site_offers_its_sources_only_when_it_says_so() {
    let answer = async |server: Server| server.client().get("/r/registry.json").await.status;
    assert_eq!(answer(Server::builder().start().await).await, 404);
    assert_eq!(answer(Server::builder().development().start().await).await, 200);
    assert_eq!(answer(Server::builder().development().set("registry", "false").start().await).await, 404);
    let mounted = Server::builder().set("registry", "true").set("mount", "/auth").start().await;
    assert_eq!(mounted.client().get("/auth/r/registry.json").await.status, 200);
}
