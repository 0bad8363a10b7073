//! E: who has an account is nobody's business.

mod timing;

use vestibule_testing::{Answer, Person};

use crate::house::{House, masked, session_of};

/// Tries a password for an address from a browser that was never here, and gives the answer without what is its own.
async fn answer_for(house: &House, email: &str, password: &str) -> (u16, String) {
    let person = Person { email: email.to_owned(), ..house.stranger() };
    let answer = person.log_in_with(password).await;
    assert_eq!(session_of(&answer), None, "{email}");
    (answer.status, masked(&answer, &[email]))
}

#[tokio::test]
async fn e_01_every_failed_log_in_is_answered_alike() {
    let house = House::open().await;
    let [known, unproven, demanded, waiting] = ["known", "proof", "newpw", "await"]
        .map(|word| Person { email: format!("{word}@example.org"), ..house.stranger() });
    for person in [&known, &unproven, &demanded] {
        house.admit(person).await;
    }
    waiting.sign_up().await;
    for (person, what) in [(&unproven, "confirmed-email"), (&demanded, "new-password")] {
        let ended = house.server.run(&["demand", &person.email, what]).await;
        assert!(ended.status.success(), "{}", ended.stderr);
    }
    let people = [&known.email, &unproven.email, &demanded.email, &waiting.email];
    let nobody = "ghost@example.org";
    // Five tries fit; with the sixth every one of them is locked.
    for (try_number, status) in (1..).zip([422, 422, 422, 422, 422, 429, 429]) {
        let expected = answer_for(&house, nobody, "not the right one at all").await;
        assert_eq!(expected.0, status, "try {try_number}");
        for email in people {
            let answer = answer_for(&house, email, "not the right one at all").await;
            assert_eq!(without_wait(&answer.1), without_wait(&expected.1), "try {try_number} for {email}");
        }
    }
    let right = answer_for(&house, &known.email, &known.password).await;
    let expected = answer_for(&house, nobody, &known.password).await;
    assert_eq!(without_wait(&right.1), without_wait(&expected.1), "the right password of a locked address");
    let pending = Person { password: waiting.password.clone(), ..waiting.elsewhere(house.browser()) };
    assert_eq!(session_of(&pending.log_in().await), None, "the password of a sign-up that waits");
}

/// The seconds to wait count down while the test runs.
fn without_wait(answer: &str) -> String {
    let mut kept = String::new();
    for word in answer.split_inclusive(|c: char| !c.is_ascii_digit()) {
        kept.push_str(word.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    kept
}

/// What a sign-up of this address looks like to whoever started it: every answer, in order.
async fn sign_up_seen(house: &House, email: &str) -> Vec<String> {
    let person = Person { email: email.to_owned(), ..house.stranger() };
    let mut answers: Vec<Answer> = vec![person.sign_up().await];
    answers.push(person.browser.get("/signup/sent").await);
    answers.push(person.type_code("000000").await);
    answers.push(person.type_code("12").await);
    let form = person.browser.form("/signup/sent", "resend").await;
    answers.push(person.browser.submit(&form).await);
    answers.push(person.elsewhere(house.browser()).log_in_with("not the right one at all").await);
    answers.iter().map(|answer| without_wait(&masked(answer, &[email]))).collect()
}

#[tokio::test]
async fn e_03_a_taken_address_signs_up_like_a_free_one() {
    let house = House::open().await;
    let owner = Person { email: "taken@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    let (taken, free) = (sign_up_seen(&house, &owner.email).await, sign_up_seen(&house, "clear@example.org").await);
    for (step, (taken, free)) in taken.iter().zip(&free).enumerate() {
        assert_eq!(taken, free, "answer {step}");
    }
    let notice = house.mailbox.wait_for(&owner.email).await;
    assert_eq!(notice.find_code(), None, "the owner is told, and nobody gets a code: {}", notice.text);
    assert!(!notice.text.contains("token="), "{}", notice.text);
    let again = owner.elsewhere(house.browser());
    assert!(session_of(&again.log_in().await).is_some(), "the owner's password is what it was");
}
