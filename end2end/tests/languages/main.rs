//! Which language people are answered in, on the binary that a user would run: pages, failures and mails.

use vestibule_testing::{Answer, Client, Mailbox, Person, Server, http::Method};

/// A server that speaks three languages, English to whoever asks for none of them.
async fn server(mailbox: &Mailbox) -> Server {
    Server::builder().mailbox(mailbox).set("languages", "en,de,ar").start().await
}

/// The language and direction that a page says it is in.
fn spoken(page: &Answer) -> (String, String) {
    let elements = page.elements();
    let html = elements.iter().find(|element| element.tag == "html").expect("a page");
    let say = |name: &str| html.get(name).unwrap_or_default().to_owned();
    (say("lang"), say("dir"))
}

#[track_caller]
fn check(page: &Answer, language: &str, direction: &str, heading: &str) {
    assert_eq!(spoken(page), (language.to_owned(), direction.to_owned()), "{}", page.path);
    let title = page.part("title").map(|title| title.text).unwrap_or_default();
    assert!(title.contains(heading), "{}: {title}", page.path);
}

async fn accepting(browser: &Client, path: &str, languages: &str) -> Answer {
    browser.request(Method::GET, path).header("accept-language", languages).send().await
}

#[tokio::test]
async fn a_page_is_in_the_language_that_its_reader_prefers() {
    let mailbox = Mailbox::open().await;
    let server = server(&mailbox).await;
    let browser = server.client();
    for (accept, language, direction, heading) in [
        ("de-AT,de;q=0.9,en;q=0.5", "de", "ltr", "anmelden"),
        ("fr, ar;q=0.8, en;q=0.7", "ar", "rtl", "تسجيل الدخول"),
        ("fr", "en", "ltr", "Log in"),
        ("de;q=0, *", "en", "ltr", "Log in"),
        ("\u{fffd}", "en", "ltr", "Log in"),
    ] {
        let page = accepting(&browser, "/login", accept).await;
        check(&page, language, direction, heading);
        assert_eq!(page.header("vary"), Some("accept-language"));
    }
    assert_eq!(browser.cookie("language"), None, "nobody chose one");
}

#[tokio::test]
async fn a_chosen_language_stays_whatever_the_browser_prefers() {
    let mailbox = Mailbox::open().await;
    let server = server(&mailbox).await;
    let browser = server.client();
    let page = accepting(&browser, "/login?return_to=%2Faccount&lang=de", "ar").await;
    check(&page, "de", "ltr", "anmelden");
    let cookie = page.set_cookies().into_iter().find(|cookie| cookie.starts_with("language=de;")).expect("it is kept");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/;"), "{cookie}");

    let links: Vec<_> = page.elements().into_iter().filter(|element| element.get("hreflang").is_some()).collect();
    let names: Vec<&str> = links.iter().map(|link| link.text.as_str()).collect();
    assert_eq!(names, ["English", "Deutsch", "العربية"]);
    assert!(links.iter().all(|link| link.get("lang") == link.get("hreflang")));
    assert_eq!(links[2].get("href"), Some("?return_to=%2Faccount&lang=ar"));
    assert!(links[1].is("aria-current", "true") && links[2].get("aria-current").is_none());

    check(&accepting(&browser, "/signup", "ar").await, "de", "ltr", "Konto");
    check(&accepting(&browser, "/nowhere", "ar").await, "de", "ltr", "Hier ist nichts");
    check(&browser.get("/signup?lang=ar").await, "ar", "rtl", "إنشاء");
    check(&browser.get("/login").await, "ar", "rtl", "تسجيل الدخول");
    // What we don't speak, or isn't a language, changes nothing.
    for strange in ["fr", "", "de%0d%0aset-cookie:%20a=b"] {
        let page = browser.get(&format!("/login?lang={strange}")).await;
        check(&page, "ar", "rtl", "تسجيل الدخول");
        assert_eq!(page.set_cookies(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_refusal_is_in_the_language_of_the_form() {
    let mailbox = Mailbox::open().await;
    let server = server(&mailbox).await;
    let browser = server.client();
    browser.get("/login?lang=de").await;
    let form = browser.form("/login", "log-in").await.fill("email", "ada@example.org").fill("password", "not this one");
    let page = browser.submit(&form).await;
    assert_eq!(page.status, 422);
    check(&page, "de", "ltr", "anmelden");
    assert!(page.text().contains("E-Mail und Passwort passen nicht zusammen."));
}

#[tokio::test]
async fn a_mail_is_in_the_language_of_whoever_caused_it() {
    let mailbox = Mailbox::open().await;
    let server = server(&mailbox).await;
    for (language, direction, subject, text) in [
        ("de", "ltr", "ist Ihr Code für", "Noch ein Schritt bis zu Ihrem Konto"),
        ("ar", "rtl", "هو رمزك في", "بقيت خطوة واحدة إلى حسابك"),
    ] {
        let person = Person::new(&server);
        person.browser.get(&format!("/signup?lang={language}")).await;
        assert_eq!(person.sign_up().await.status, 303);
        let mail = mailbox.wait_for(&person.email).await;
        assert!(mail.subject.contains(subject) && mail.text.contains(text), "{}: {}", mail.subject, mail.text);
        assert!(mail.html.contains(&format!("lang=\"{language}\" dir=\"{direction}\"")), "{}", mail.html);
        assert_eq!(person.type_code(&mail.code()).await.status, 303);
        assert!(person.is_logged_in().await);
    }
}

#[tokio::test]
async fn a_host_that_offers_one_language_is_asked_for_none() {
    let mailbox = Mailbox::open().await;
    let server = Server::builder().mailbox(&mailbox).start().await;
    let page = accepting(&server.client(), "/login?lang=de", "de").await;
    check(&page, "en", "ltr", "Log in");
    assert_eq!(page.header("vary"), None);
    assert!(page.elements().iter().all(|element| element.get("hreflang").is_none()));
    assert!(page.set_cookies().iter().all(|cookie| !cookie.starts_with("language=")));

    let german = Server::builder().mailbox(&mailbox).set("languages", "de").start().await;
    check(&accepting(&german.client(), "/login", "en").await, "de", "ltr", "anmelden");
}

#[tokio::test]
async fn files_speak_no_language() {
    let mailbox = Mailbox::open().await;
    let server = server(&mailbox).await;
    let browser = server.client();
    let page = browser.get("/login").await;
    let style = page.elements().into_iter().find(|element| element.is("rel", "stylesheet")).expect("a stylesheet");
    let file = accepting(&browser, &format!("{}?lang=de", style.get("href").expect("an address")), "de").await;
    assert_eq!((file.status, file.set_cookies()), (200, Vec::new()));
    assert!(file.header("vary").is_none_or(|vary| !vary.contains("language")));
}
