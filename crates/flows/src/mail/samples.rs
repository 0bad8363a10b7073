//! One of each mail, for the gallery: composed as the real ones are, for nobody.

use vestibule_core::{challenge::Purpose, email::EmailAddress, sends::Sends, sign_up::SignUpPending};
use vestibule_store::{Digest, Place, Sealed, SignUpPassword};

use super::{Letter, Notice, admitted, challenge, invitation, notice, sign_up, undo_email_change};
use crate::Vestibule;

/// What each is called.
pub(crate) const NAMES: [&str; 15] = [
    "sign-up",
    "sign-up-taken",
    "log-in",
    "reset-password",
    "confirm-email",
    "change-email",
    "email-changed",
    "password-changed",
    "new-device",
    "backup-code-used",
    "backup-codes-renewed",
    "second-factor-on",
    "second-factor-off",
    "invitation",
    "admitted",
];

/// The mail of this name.
pub(crate) fn sample(vestibule: &Vestibule, name: &str) -> Option<Letter> {
    let (ada, now) = ("ada@example.org".parse::<EmailAddress>().ok()?, vestibule.now());
    let nobody = Digest([0; 32]);
    let signing_up = |password| {
        let pending = SignUpPending::start(ada.clone(), now);
        sign_up(vestibule, nobody, &pending, &password).letter
    };
    let asked = |purpose| challenge(vestibule, nobody, purpose, &ada, Sends::first(now)).letter;
    let place = Place { device: "Firefox on Linux".to_owned(), address: [203, 0, 113, 7].into() };
    let told = |what| notice(vestibule, &place, &ada, what);
    let sealed: Sealed = match name {
        "sign-up" => signing_up(SignUpPassword::Chosen(String::new())),
        "sign-up-taken" => signing_up(SignUpPassword::AddressTaken),
        "log-in" => asked(Purpose::LogIn),
        "reset-password" => asked(Purpose::ResetPassword),
        "confirm-email" => asked(Purpose::ConfirmEmail),
        "change-email" => asked(Purpose::ChangeEmail),
        "email-changed" => undo_email_change(vestibule, &ada, &"ada@new.example".parse().ok()?, now).letter,
        "password-changed" => told(Notice::PasswordChanged),
        "new-device" => told(Notice::NewDevice),
        "backup-code-used" => told(Notice::BackupCodeUsed { left: 9 }),
        "backup-codes-renewed" => told(Notice::BackupCodesRenewed),
        "second-factor-on" => told(Notice::SecondFactorOn),
        "second-factor-off" => told(Notice::SecondFactorOff),
        "invitation" => {
            invitation(vestibule, &ada, &"Acme".parse().ok()?, "grace@acme.example".parse().ok().as_ref(), "sample")
        }
        "admitted" => admitted(vestibule, &ada, &"Acme".parse().ok()?),
        _ => return None,
    };
    Letter::open(&sealed, vestibule)
}
