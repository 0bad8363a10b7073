//! What German has rules for.

use crate::{Language, MailMessage, Message, Words};

#[track_caller]
fn check(message: Message<'_>, expected: &str) {
    assert_eq!(Words::new(Language::German, "Northwind").say(message), expected);
}

#[test]
fn waits_are_exact_when_short_and_whole_minutes_when_long() {
    check(Message::TooManyTries { wait: 1 }, "Zu viele Versuche. Versuchen Sie es in 1 Sekunde noch einmal.");
    check(Message::TooManyTries { wait: 45 }, "Zu viele Versuche. Versuchen Sie es in 45 Sekunden noch einmal.");
    check(Message::TooManyTries { wait: 121 }, "Zu viele Versuche. Versuchen Sie es in 3 Minuten noch einmal.");
}

#[test]
fn a_day_is_said_as_germans_say_it() {
    check(Message::EnrolRequiredFrom { day: "2027-03-03" }, "Erforderlich ab 3. März 2027.");
    check(Message::EnrolRequiredFrom { day: "bald" }, "Erforderlich ab bald.");
}

#[test]
fn counts_agree_with_their_nouns_and_verbs() {
    check(Message::SummaryTitle { count: 1 }, "Eine Angabe braucht einen zweiten Blick");
    check(Message::SummaryTitle { count: 2 }, "2 Angaben brauchen einen zweiten Blick");
    check(Message::BackupCodesLeft { count: 1 }, "1 Ersatzcode ist übrig.");
    check(Message::BackupCodesLeft { count: 0 }, "Kein Ersatzcode ist übrig.");
    let used = |left| Message::Mail(MailMessage::BackupCodeUsedLead { left });
    check(used(1), "Bei Ihrem Konto wurde ein Ersatzcode zur Anmeldung benutzt. Einer ist noch übrig.");
    check(used(9), "Bei Ihrem Konto wurde ein Ersatzcode zur Anmeldung benutzt. 9 sind noch übrig.");
}
