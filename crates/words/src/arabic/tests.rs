//! What Arabic has rules for.

use crate::{Language, Message, Words};

#[track_caller]
fn check(message: Message<'_>, expected: &str) {
    assert_eq!(Words::new(Language::Arabic, "Northwind").say(message), expected);
}

#[test]
fn each_number_has_the_noun_that_it_wants() {
    let minutes = |minutes: u64| Message::Wait { seconds: minutes * 60 };
    check(Message::Wait { seconds: 0 }, "0 ثانية");
    check(Message::Wait { seconds: 1 }, "ثانية واحدة");
    check(Message::Wait { seconds: 2 }, "ثانيتين");
    check(Message::Wait { seconds: 3 }, "3 ثوانٍ");
    check(Message::Wait { seconds: 10 }, "10 ثوانٍ");
    check(Message::Wait { seconds: 11 }, "11 ثانية");
    check(Message::Wait { seconds: 100 }, "100 ثانية");
    check(Message::Wait { seconds: 103 }, "103 ثوانٍ");
    check(minutes(2), "دقيقتين");
    check(minutes(5), "5 دقائق");
    check(minutes(60), "60 دقيقة");
}

#[test]
fn a_noun_after_a_hundred_is_another_than_after_eleven() {
    check(Message::PasswordRule { min: 8 }, "8 أحرف أو أكثر");
    check(Message::PasswordRule { min: 15 }, "15 حرفًا أو أكثر");
    check(Message::PasswordRule { min: 100 }, "100 حرف أو أكثر");
    check(Message::BackupCodesLeft { count: 0 }, "لم يبقَ أي رمز احتياطي.");
    check(Message::BackupCodesLeft { count: 2 }, "المتبقي: رمزان احتياطيان.");
    check(Message::OthersEnded { count: 2 }, "تم تسجيل الخروج من: جلستين أخريين.");
}

#[test]
fn a_day_is_said() {
    check(Message::EnrolRequiredFrom { day: "2027-03-03" }, "مطلوب اعتبارًا من 3 مارس 2027.");
}

#[test]
fn what_comes_from_elsewhere_is_isolated() {
    check(Message::LoggedInLead { email: "ada@example.org" }, "باستخدام \u{2066}ada@example.org\u{2069}.");
    check(Message::LogInNoAccount, "جديد في \u{2068}Northwind\u{2069}؟");
}
