//! Every kind of answer that there is.

use vestibule_testing::{Answer, Person, http::Method};

use crate::house::{House, path_of};

/// Pages, to be read by people: in every state, of every kind.
pub(crate) async fn pages(house: &House) -> Vec<Answer> {
    everything(house).await.into_iter().filter(|answer| kind(answer).starts_with("text/html")).collect()
}

/// The type of an answer's body.
pub(crate) fn kind(answer: &Answer) -> String {
    answer.header("content-type").unwrap_or_default().to_owned()
}

/// Every page in every state, redirects, refusals, failures, and the files that pages load.
pub(crate) async fn everything(house: &House) -> Vec<Answer> {
    let known = house.person().await;
    let (owing, waiting, anonymous) = (house.person().await, house.stranger(), house.stranger());
    house.server.run(&["demand", &owing.email, "new-password"]).await;
    let mut answers = vec![waiting.sign_up().await];
    let mail = house.mailbox.wait_for(&waiting.email).await;
    for browser in [&known.browser, &owing.browser, &waiting.browser, &anonymous.browser] {
        for path in PATHS {
            answers.push(browser.get(path).await);
        }
    }
    let link = path_of(&mail, &house.server);
    for browser in [&waiting.browser, &anonymous.browser] {
        answers.push(browser.get(&link).await);
        answers.push(browser.get("/confirm-email").await);
    }
    answers.push(anonymous.browser.get("/confirm-email?token=AAAA").await);
    answers.push(anonymous.browser.request(Method::HEAD, "/login").send().await);
    answers.push(anonymous.browser.request(Method::OPTIONS, "/login").send().await);
    answers.extend(refusals(house, &anonymous, &waiting).await);
    answers.extend(files(house).await);
    answers.push(known.log_out().await);
    answers
}

const PATHS: [&str; 15] = [
    "/",
    "/login",
    "/login?notice=logged-out",
    "/login?return_to=/invoices",
    "/signup",
    "/signup/sent",
    "/logout",
    "/confirm-email",
    "/second-factor",
    "/update-password",
    "/choose-org",
    "/healthz",
    "/readyz",
    "/nowhere",
    "/assets/0/vestibule.css",
];

async fn refusals(house: &House, anonymous: &Person, waiting: &Person) -> Vec<Answer> {
    let log_in = anonymous.browser.form("/login", "log-in").await;
    let sign_up = anonymous.browser.form("/signup", "sign-up").await;
    let browser = &anonymous.browser;
    let mut answers = vec![
        browser.submit(&log_in).await,
        browser.submit(&sign_up).await,
        browser.submit(&log_in.clone().with("email", "twice@example.org")).await,
        browser.submit(&log_in.clone().without("form_token")).await,
        browser.submission(&log_in).header("origin", "https://evil.example").send().await,
        browser.submission(&log_in).body("x".repeat(70_000)).send().await,
        browser.request(Method::DELETE, "/login").send().await,
        browser.get(&format!("/login?{}", "x".repeat(9_000))).await,
        waiting.type_code("000000").await,
        waiting.type_code("x").await,
    ];
    let resend = waiting.browser.form("/signup/sent", "resend").await;
    answers.push(waiting.browser.submit(&resend).await);
    let guesser = house.stranger();
    for _ in 0..6 {
        answers.push(guesser.log_in().await);
    }
    answers
}

async fn files(house: &House) -> Vec<Answer> {
    let browser = house.browser();
    let page = browser.get("/login").await;
    let mut answers = Vec::new();
    for element in page.elements() {
        let url = if element.tag == "link" { element.get("href") } else { element.get("src") };
        if let Some(url) = url.filter(|url| url.starts_with('/')) {
            let answer = browser.get(url).await;
            assert_eq!(answer.status, 200, "{url}");
            answers.push(answer);
        }
    }
    assert_eq!(answers.len(), 3, "stylesheet, script, wasm");
    answers
}
