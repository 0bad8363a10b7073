//! What is wrong with a field.

use vestibule_core::field::FieldError;

use crate::Text;

pub(super) fn say(error: FieldError) -> Text {
    match error {
        FieldError::Required => "Fill this in.".into(),
        FieldError::MalformedEmail => "Write it like name@example.com.".into(),
        FieldError::PasswordTooShort { min, typed } => format!("Use {min} characters or more. ({typed} so far)").into(),
        FieldError::PasswordTooLong { max } | FieldError::TooLong { max } => {
            format!("Use {max} characters or fewer.").into()
        }
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
