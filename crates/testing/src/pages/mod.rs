//! Page objects: one a screen, in the words of those who use it. They find things by their public names and check that
//! each has the role and the label that people find it by, as our own English has it.
//!
//! `open` goes to the page where it stands on the site, `on` waits until a browser shows it; both wait until it is
//! hydrated, where script runs. Parts that a page object has no method for are found by [`Page::part`].
//!
//! The file `parts.json` of this package lists the same for testers in other languages: by screen and name, each part's
//! role, its label, and a selector of public names only.

mod confirm_email;
mod element;
mod log_in;
mod log_out;
mod logged_in;
mod page;
mod part;
mod sign_up;
mod sign_up_sent;
mod walk;

pub use confirm_email::ConfirmEmail;
pub use element::Element;
pub use log_in::LogIn;
pub use log_out::LogOut;
pub use logged_in::LoggedIn;
pub use page::Page;
pub use part::{Part, Role};
pub use sign_up::SignUp;
pub use sign_up_sent::SignUpSent;
pub use walk::{
    Account, BackupCode, BackupCodes, BackupCodesLeft, ChooseOrg, EmailLink, EmailLogIn, EmailNotConfirmed, EmailSent,
    EnrolSecondFactor, ForgotPassword, Invitation, Properties, ResetPassword, SecondFactor, SecondFactorLost,
    UpdatePassword,
};

/// The screens that have page objects, each with its parts: what `parts.json` lists.
pub const SCREENS: &[(&str, &[Part])] = &[
    (LogIn::SCREEN, LogIn::PARTS),
    (SignUp::SCREEN, SignUp::PARTS),
    (SignUpSent::SCREEN, SignUpSent::PARTS),
    (ConfirmEmail::SCREEN, ConfirmEmail::PARTS),
    (LoggedIn::SCREEN, LoggedIn::PARTS),
    (LogOut::SCREEN, LogOut::PARTS),
];

/// The list of parts for testers in other languages, as `parts.json` has it.
///
/// # Panics
/// Never: parts are plain text.
#[must_use]
pub fn parts_json() -> String {
    let screens: serde_json::Map<String, serde_json::Value> = SCREENS
        .iter()
        .chain(walk::SCREENS)
        .map(|(screen, parts)| {
            let parts = parts.iter().map(|part| (part.name.to_owned(), part.json(screen))).collect();
            ((*screen).to_owned(), serde_json::Value::Object(parts))
        })
        .collect();
    let mut json = serde_json::to_string_pretty(&screens).expect("parts are plain text");
    json.push('\n');
    json
}
