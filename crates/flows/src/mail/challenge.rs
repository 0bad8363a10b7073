//! Mails that ask for an answer: a link and a code, or a link alone.

use vestibule_core::{challenge::Purpose, email::EmailAddress, routes, sends::Sends};
use vestibule_http::{chance, secret::digest_of_token};
use vestibule_store::{Digest, NewSend};
use vestibule_words::{MailMessage, Message, Text};

use super::{
    compose,
    page::{Action, MailPage},
};
use crate::Vestibule;

/// The next mail of a challenge. It is composed for unknown addresses too, and thrown away: the work is the same (E-04).
pub(crate) fn challenge(
    vestibule: &Vestibule,
    digest: Digest,
    purpose: Purpose,
    email: &EmailAddress,
    sends: Sends,
) -> NewSend {
    let frame = vestibule.frame();
    let (code, token) = compose::draw(vestibule);
    let link = compose::link(vestibule, path(purpose), &token);
    let grouped = code.grouped();
    let say = |message| frame.say(Message::Mail(message));
    let address = email.as_str();
    let code_subject = || say(MailMessage::CodeSubject { code: &grouped });
    let (subject, lead, button, not_you): (Text, Text, Text, Text) = match purpose {
        Purpose::LogIn => {
            (code_subject(), say(MailMessage::LogInLead), say(MailMessage::LogInButton), say(MailMessage::LogInNotYou))
        }
        Purpose::ResetPassword => (
            say(MailMessage::ResetSubject),
            say(MailMessage::ResetLead { email: address }),
            say(MailMessage::ResetButton),
            say(MailMessage::ResetNotYou),
        ),
        Purpose::ConfirmEmail => (
            code_subject(),
            say(MailMessage::ConfirmLead { email: address }),
            say(MailMessage::CodeButton),
            say(MailMessage::ConfirmNotYou),
        ),
        Purpose::ChangeEmail | Purpose::UndoEmailChange => (
            say(MailMessage::ChangeSubject),
            say(MailMessage::ChangeLead { email: address }),
            say(MailMessage::ChangeButton),
            say(MailMessage::ChangeNotYou),
        ),
    };
    let has_code = !matches!(purpose, Purpose::ChangeEmail | Purpose::UndoEmailChange);
    let (action, life) = if has_code {
        (MailMessage::CodeLink, MailMessage::CodeLife)
    } else {
        (MailMessage::ChangeLink, MailMessage::ChangeLife)
    };
    let page = MailPage {
        lead,
        code: has_code.then(|| (say(MailMessage::CodeCode), grouped.clone())),
        facts: Vec::new(),
        action: Action { lead: say(action), button, href: link },
        notes: vec![say(life), not_you],
    };
    let code = compose::digest_of_code(vestibule, digest, &code);
    NewSend {
        secrets: Some((code, digest_of_token(&token))),
        secrets_expire_at: sends.secrets_expire_at(),
        letter: compose::letter(vestibule, &frame, email, subject, page).seal(vestibule),
    }
}

/// The mail to the old address after a change: what happened, and the link that takes it back.
pub(crate) fn undo_email_change(
    vestibule: &Vestibule,
    old: &EmailAddress,
    new: &EmailAddress,
    expires_at: time::OffsetDateTime,
) -> NewSend {
    let frame = vestibule.frame();
    let token = chance::token(vestibule.0.chance.as_ref());
    let masked = new.masked();
    let say = |message| frame.say(Message::Mail(message));
    let page = MailPage {
        lead: say(MailMessage::ChangedLead { email: &masked }),
        code: None,
        facts: Vec::new(),
        action: Action {
            lead: say(MailMessage::ChangedLink),
            button: say(MailMessage::ChangedButton),
            href: compose::link(vestibule, routes::ACCOUNT_EMAIL_UNDO, &token),
        },
        notes: vec![say(MailMessage::ChangedLife)],
    };
    // Nobody types this one: its code is drawn and forgotten.
    let (code, _) = compose::draw(vestibule);
    let link = digest_of_token(&token);
    NewSend {
        secrets: Some((compose::digest_of_code(vestibule, link, &code), link)),
        secrets_expire_at: expires_at,
        letter: compose::letter(vestibule, &frame, old, say(MailMessage::ChangedSubject), page).seal(vestibule),
    }
}

/// Where the link of a purpose leads.
const fn path(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::LogIn => routes::EMAIL_LOG_IN_LINK,
        Purpose::ResetPassword => routes::RESET_PASSWORD,
        Purpose::ConfirmEmail => routes::CONFIRM_EMAIL,
        Purpose::ChangeEmail => routes::ACCOUNT_EMAIL_LINK,
        Purpose::UndoEmailChange => routes::ACCOUNT_EMAIL_UNDO,
    }
}
