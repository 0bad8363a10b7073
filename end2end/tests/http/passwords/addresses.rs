//! Which addresses mail can be sent to.

use vestibule_testing::Person;

use crate::house::{House, session_of};

/// Texts that are no address, or not one that we send mail to.
fn not_addresses() -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        " ",
        "ada",
        "@",
        "ada@",
        "@example.org",
        "ada@example",
        "ada.example.org",
        "ada@@example.org",
        "ada@b@example.org",
        "a da@example.org",
        "ada@exa mple.org",
        "ada @example.org",
        "ada@ example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a..da@example.org",
        "ada@.example.org",
        "ada@example.org.",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@exam_ple.org",
        "ada@example.org,bob@example.org",
        "ada@example.org;bob@example.org",
        "ada@example.org bob@example.org",
        "<ada@example.org>",
        "Ada <ada@example.org>",
        "\"ada\"@example.org",
        "\"a b\"@example.org",
        "ada@[127.0.0.1]",
        "ada@[IPv6:::1]",
        "ada(comment)@example.org",
        "ada@example.org(comment)",
        "ada\\@example.org",
        "ada:x@example.org",
        "mailto:ada@example.org",
        "ada@example.org\r\nBcc: bob@example.org",
        "ada@example.org\nBcc: bob@example.org",
        "ada@example.org\rBcc: bob@example.org",
        "ada\r\n@example.org",
        "ada\0@example.org",
        "ada@example.org\0",
        "ada\t@example.org",
        "ada@example.org\u{7f}",
        "ada\u{1b}[31m@example.org",
        "ada\u{85}@example.org",
        "ada@example.org%0aBcc:bob",
        "ada@example.org/../x",
        "ada@example.org?x=y",
        "ada@example.org#x",
        "ada@http://example.org",
        "ada@exa<b>mple.org",
        "<script>@example.org",
        "ada@\u{202e}example.org",
        "ada@example.org\u{2028}x",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push(format!("{}@example.org", "a".repeat(65)));
    all.push(format!("ada@{}.org", "b".repeat(64)));
    all.push(format!("ada@{}org", "b.".repeat(130)));
    all.push("x".repeat(10_000));
    all.push(format!("{}@example.org", "a".repeat(10_000)));
    all
}

#[tokio::test]
async fn p_14_what_is_no_address_gets_no_mail() {
    let house = House::open().await;
    let not_addresses = not_addresses();
    assert!(not_addresses.len() >= 60);
    for email in not_addresses {
        let person = Person { email: email.clone(), ..house.stranger() };
        assert_eq!(person.sign_up().await.status, 422, "sign-up: {email:?}");
        let log_in = person.log_in().await;
        assert_eq!((log_in.status, session_of(&log_in)), (422, None), "log-in: {email:?}");
    }
    // Had one of them sent a mail, it would have come before this one.
    let person = house.person().await;
    assert_eq!(house.mailbox.all().len(), house.mailbox.count(&person.email));
}

#[tokio::test]
async fn p_14_the_longest_and_the_strangest_addresses_work() {
    let house = House::open().await;
    let longest = format!("{}@{}.{}.{}.org", "l".repeat(64), "d".repeat(61), "d".repeat(61), "d".repeat(59));
    assert_eq!(longest.len(), 252);
    for email in [longest, "o'hara+news&x=y!#$%*/?^_`{|}~-@example.org".to_owned(), "ada@localhost".to_owned()] {
        let person = Person { email: email.clone(), ..house.stranger() };
        house.admit(&person).await;
        assert!(person.browser.get("/").await.status == 200, "{email}");
    }
}
