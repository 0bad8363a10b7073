//! English. The rules of the voice: say what happened, then the next step; no blame, no "Oops", one word a thing.

use vestibule_core::field::FieldError;

use crate::{Message, Missing, Text};

/// Says a message in English, for the product called `product`.
#[expect(
    clippy::match_same_arms,
    reason = "one arm a message: what two buttons say alike today is reworded alone tomorrow"
)]
pub(crate) fn say(message: Message<'_>, product: &str) -> Text {
    use Message as M;
    match message {
        M::Email => "Email".into(),
        M::Password => "Password".into(),
        M::Show => "Show".into(),
        M::ShowPassword => "Show password".into(),
        M::Hide => "Hide".into(),
        M::HidePassword => "Hide password".into(),
        M::CapsLock => "Caps lock is on.".into(),
        M::LogIn => "Log in".into(),
        M::LogOut => "Log out".into(),
        M::CreateAccount => "Create account".into(),
        M::Continue => "Continue".into(),
        M::SummaryTitle { count: 1 } => "One thing needs another look".into(),
        M::SummaryTitle { count } => format!("{count} things need another look").into(),
        M::Field(error) => field(error),
        M::StaleForm => "This page had been open in an old browser session. Nothing was sent. Try again.".into(),
        M::Footer => format!("Your {product} account").into(),

        M::LogInTitle => format!("Log in to {product}").into(),
        M::LogInNoAccount => format!("New to {product}?").into(),
        M::DontMatch => "That email and password don't match. Check both and try again.".into(),
        M::TooManyTries { wait } => format!("Too many tries for this email. Try again in {}.", duration(wait)).into(),
        M::LoggedOut => "You're logged out.".into(),
        M::AlreadyConfirmed => "Your email is confirmed. Log in to go on.".into(),

        M::SignUpTitle => format!("Create your {product} account").into(),
        M::SignUpHaveAccount => "Already have an account?".into(),
        M::NewPasswordHint { min } => format!("{min} characters or more. Three or four unrelated words work well.").into(),
        M::TooManySignUps { wait } => format!("Too many new accounts for now. Try again in {}.", duration(wait)).into(),

        M::SentTitle => "Check your email".into(),
        M::SentLead => "We've sent the next step to this address. It works for 10 minutes.".into(),
        M::CodeLabel => "Code from the email".into(),
        M::CodeHint => "Six digits. The link in the email works too.".into(),
        M::ConfirmCode => "Confirm".into(),
        M::SendAgain => "Send it again".into(),
        M::SendAgainIn { wait } => format!("You can send another email in {}.", duration(wait)).into(),
        M::SendAgainNow => "You can send another email now.".into(),
        M::SendAgainTooSoon { wait } => format!("The last email is still fresh. You can send another in {}.", duration(wait)).into(),
        M::SentAgain => "We've sent another email. Any of the last three codes works.".into(),
        M::Change => "Change".into(),
        M::TooManyCodes { wait } => format!("Too many tries. Try again in {}, or use the link in the email.", duration(wait)).into(),

        M::ConfirmTitle => "Confirm your email".into(),
        M::ConfirmLead { email } => format!("Create your {product} account with {email} and log in on this browser.").into(),
        M::ConfirmElsewhereLead { email } => format!("You started with {email} in another browser.").into(),
        M::ConfirmElsewhereHint => "The one you chose when you started. It keeps others from finishing in your place.".into(),
        M::ConfirmButton => "Confirm and log in".into(),
        M::LinkEndedTitle => "This link has ended".into(),
        M::LinkEndedLead => "It worked for 10 minutes or was used already. If that was you, log in. Otherwise start again: it takes a minute.".into(),
        M::SignUpAgain => "Start again".into(),

        M::LoggedInTitle => "You're logged in".into(),
        M::LoggedInLead { email } => format!("As {email}.").into(),
        M::LogOutTitle => format!("Log out of {product}?").into(),
        M::LogOutLead { email } => format!("You're logged in as {email}.").into(),
        M::StayLoggedIn => "Stay logged in".into(),

        M::NotReadyTitle => "One more step".into(),
        M::NotReadyLead(missing) => missing_step(missing, product),
        M::NotReadyNext => format!("{product} can't take this step here yet. Ask the people who run it, or log out.").into(),

        M::NotFoundTitle => "Nothing here".into(),
        M::NotFoundLead => "There is no page at this address.".into(),
        M::ForbiddenTitle => "Not sent from here".into(),
        M::ForbiddenLead => "This request came from another site, so we did nothing with it. Open the page here and try again.".into(),
        M::MethodTitle => "Not possible here".into(),
        M::MethodLead => "This page can't be used that way. Open it from a link instead.".into(),
        M::TooLargeTitle => "Too much at once".into(),
        M::TooLargeLead => "What was sent is larger than this page reads. Nothing was changed.".into(),
        M::BadRequestTitle => "Not readable".into(),
        M::BadRequestLead => "What was sent isn't what this page reads. Nothing was changed.".into(),
        M::TooManyTitle => "Too many tries".into(),
        M::TooManyLead { wait } => format!("Try again in {}.", duration(wait)).into(),
        M::TroubleTitle => "That didn't work".into(),
        M::TroubleLead => "We couldn't reach the login service. Nothing was changed. Try again in a minute.".into(),
        M::Reference { id } => format!("Reference {id}").into(),
        M::BackToLogIn => "Go to log in".into(),

        M::CodeMailSubject { code } => format!("{code} is your {product} code").into(),
        M::CodeMailLead => format!("You're one step from your {product} account.").into(),
        M::CodeMailCode => "Type this code where you started:".into(),
        M::CodeMailLink => "Or open this link:".into(),
        M::CodeMailButton => "Confirm my email".into(),
        M::CodeMailLife => "Both work for 10 minutes, and once.".into(),
        M::CodeMailNotYou => "Wasn't it you? Then there is nothing to do: without this code no account begins.".into(),
        M::TakenMailSubject => format!("You already have an account at {product}").into(),
        M::TakenMailLead { email } => format!("Someone, probably you, tried to create an account with {email}. You already have one.").into(),
        M::TakenMailLink => "Log in here:".into(),
        M::TakenMailButton => "Log in".into(),
        M::TakenMailNotYou => "Wasn't it you? Then there is nothing to do: nothing was changed.".into(),
    }
}

fn field(error: FieldError) -> Text {
    match error {
        FieldError::Required => "Fill this in.".into(),
        FieldError::MalformedEmail => "Write it like name@example.com.".into(),
        FieldError::PasswordTooShort { min, typed } => format!("Use {min} characters or more. ({typed} so far)").into(),
        FieldError::PasswordTooLong { max } => format!("Use {max} characters or fewer.").into(),
        FieldError::PasswordTooObvious => {
            "That is mostly your address or our name, so it's easy to guess. Choose a different one.".into()
        }
        FieldError::MalformedCode => "The code has six digits.".into(),
        FieldError::WrongCode => "That code isn't right, or has ended. Use the newest one.".into(),
        FieldError::WrongPassword => "That isn't the password you chose.".into(),
        FieldError::SameEmail => "That is your address already.".into(),
        FieldError::PasswordLeaked => {
            "This password was in another site's data leak, so it's easy to guess. Choose a different one.".into()
        }
        FieldError::SamePassword => "That is the password you have. Choose a different one.".into(),
        FieldError::WrongTotp => "That code isn't right. They change every 30 seconds, so use the newest one.".into(),
        FieldError::MalformedBackupCode => "A backup code has 16 letters and digits: 3f7k-9m2p-x4tb-0qrs.".into(),
        FieldError::WrongBackupCode => "That isn't one of your codes, or it was used before. Try another one.".into(),
        FieldError::TooLong { max } => format!("Use {max} characters or fewer.").into(),
        FieldError::NotOneLine => "Write it on one line.".into(),
        FieldError::MalformedNumber => "Write a whole number, in digits.".into(),
        FieldError::NumberTooSmall { min } => format!("Use {min} or more.").into(),
        FieldError::NumberTooLarge { max } => format!("Use {max} or less.").into(),
        FieldError::MalformedDate => "Write it like 2026-11-25.".into(),
        FieldError::MalformedUrl => "Write it like https://example.com.".into(),
        FieldError::NotAChoice => "Choose one of these.".into(),
        FieldError::NotTicked => "Tick this to go on.".into(),
    }
}

fn missing_step(missing: Missing, product: &str) -> Text {
    let what = match missing {
        Missing::SecondFactor => "your second factor",
        Missing::ConfirmedEmail => "proof that your email address is yours",
        Missing::NewPassword => "a new password",
        Missing::Properties => "a few details about you",
        Missing::Organisation => "an organisation to belong to",
        Missing::SecondFactorEnrolment => "a second factor on your account",
    };
    format!("Before you go on, {product} needs {what}.").into()
}

/// A wait in words, exact below two minutes and in whole minutes above: nobody counts 437 seconds.
fn duration(seconds: u64) -> String {
    match seconds {
        1 => "1 second".to_owned(),
        0..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Message, Words};

    #[track_caller]
    fn check(message: Message<'_>, expected: &str) {
        assert_eq!(Words::new(Language::English, "Northwind").say(message), expected);
    }

    #[test]
    fn waits_are_exact_when_short_and_whole_minutes_when_long() {
        check(Message::TooManyTries { wait: 1 }, "Too many tries for this email. Try again in 1 second.");
        check(Message::TooManyTries { wait: 45 }, "Too many tries for this email. Try again in 45 seconds.");
        check(Message::TooManyTries { wait: 121 }, "Too many tries for this email. Try again in 3 minutes.");
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        check(Message::SummaryTitle { count: 1 }, "One thing needs another look");
        check(Message::SummaryTitle { count: 2 }, "2 things need another look");
    }
}
