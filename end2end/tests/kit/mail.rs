//! Mail is read without a mail server, and beside one.

use vestibule_testing::{Mailbox, Person};

use crate::{server, server_with};

#[tokio::test]
async fn a_code_and_a_link_come_out_of_the_mail() {
    let server = server().await;
    let control = server.control();
    let ada = Person::at(control.client());
    assert_eq!(ada.sign_up().await.status, 303);
    let letter = control.mail(&ada.email).await;
    let code = letter.code.as_deref().expect("a sign-up has a code");
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    assert!(letter.subject.replace(' ', "").contains(code) && letter.html.contains('<'), "{}", letter.subject);
    assert_eq!(ada.type_code(code).await.status, 303);
    assert!(ada.is_logged_in().await);

    let elsewhere = ada.elsewhere(control.client());
    assert_eq!(elsewhere.ask_for_log_in_mail().await.status, 303);
    let letter = control.mail(&ada.email).await;
    let link = letter.link.as_deref().expect("a log-in has a link");
    assert!(link.starts_with(server.base_url()) && letter.text.contains(link), "{link}");
    assert_eq!(elsewhere.press(link, "email-link").await.status, 303);
    assert!(elsewhere.is_logged_in().await);
}

#[tokio::test]
async fn the_newest_is_what_wasn_t_asked_for_before() {
    let server = server().await;
    let control = server.control();
    let ada = control.person("LoginRequired").make().await;
    assert_eq!(control.newest_mail(&ada.email).await, None);
    let at = "/__test/mail?wait=0&to=";
    assert_eq!(server.client().get(&format!("{at}{}", ada.email)).await.status, 404);

    ada.ask_for_log_in_mail().await;
    let first = control.mail(&ada.email.to_uppercase()).await;
    assert_eq!(
        control.newest_mail(&ada.email).await.as_ref(),
        Some(&first),
        "without waiting it may be asked for again"
    );
    assert_eq!(server.client().get(&format!("{at}{}", ada.email)).await.status, 404, "and with waiting it is no news");

    // An answer that waits is there as soon as the mail is.
    let waiting = tokio::spawn({
        let (control, email) = (control.clone(), ada.email.clone());
        async move { control.mail(&email).await }
    });
    ada.elsewhere(control.client()).forget_password().await;
    let second = waiting.await.expect("a mail comes");
    assert_ne!(second, first);
    assert!(second.link.is_some());
}

#[tokio::test]
async fn a_mail_server_gets_its_mail_all_the_same() {
    let mailbox = Mailbox::open().await;
    let server = server_with(|server| server.set("mail_from", "Vestibule <login@example.org>").mailbox(&mailbox)).await;
    let control = server.control();
    let ada = control.person("LoginRequired").make().await;
    ada.ask_for_log_in_mail().await;
    let letter = control.mail(&ada.email).await;
    let mail = mailbox.wait_for(&ada.email).await;
    assert_eq!((Some(mail.code()), mail.link()), (letter.code, letter.link.expect("it has one")));
}
