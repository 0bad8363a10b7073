//! What a host's scripts import.

use vestibule_testing::http::Method;

use crate::host::Host;

#[tokio::test]
async fn the_module_for_scripts_is_small_and_asked_for_again() {
    let host = Host::with(|builder| builder).await;
    let browser = host.browser();
    let module = browser.get("/auth/client.js").await;
    assert_eq!((module.status, module.header("content-type")), (200, Some("text/javascript; charset=utf-8")));
    assert!(module.text().len() <= 3 * 1024, "{} bytes", module.text().len());
    assert_eq!(module.header("cache-control"), Some("public, max-age=0, must-revalidate"));
    assert_eq!(module.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(module.set_cookies(), Vec::<String>::new(), "it is everybody's");
    let tag = module.header("etag").expect("a tag").to_owned();
    let again = browser.request(Method::GET, "/auth/client.js").header("if-none-match", &tag).send().await;
    assert_eq!((again.status, again.text(), again.header("etag")), (304, String::new(), Some(&*tag)));
    // A policy may refuse whatever makes code of text.
    for word in ["eval", "Function(", "innerHTML", "import("] {
        assert!(!module.text().contains(word), "{word}");
    }
}
