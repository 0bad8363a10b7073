//! The mail of a sign-up: code and link for a free address, an honest word for a taken one (E-03).

use vestibule_core::{mail_code::MailCode, routes, sign_up::SignUpPending};
use vestibule_http::secret::digest_of_token;
use vestibule_store::{Digest, NewSend, SignUpPassword};
use vestibule_words::{MailMessage, Message};

use super::{
    Letter, compose,
    page::{Action, MailPage},
};
use crate::Vestibule;

/// The next mail of a waiting sign-up.
pub(crate) fn sign_up(
    vestibule: &Vestibule,
    digest: Digest,
    pending: &SignUpPending,
    password: &SignUpPassword,
) -> NewSend {
    let (secrets, letter) = match password {
        SignUpPassword::Chosen(_) => {
            let (code, token) = compose::draw(vestibule);
            let code_digest = compose::digest_of_code(vestibule, digest, &code);
            (Some((code_digest, digest_of_token(&token))), code_letter(vestibule, pending, &code, &token))
        }
        SignUpPassword::AddressTaken => (None, taken_letter(vestibule, pending)),
    };
    NewSend { secrets, secrets_expire_at: pending.secrets_expire_at(), letter: letter.seal(vestibule) }
}

fn code_letter(vestibule: &Vestibule, pending: &SignUpPending, code: &MailCode, token: &str) -> Letter {
    let frame = vestibule.frame();
    let link = compose::link(vestibule, routes::CONFIRM_EMAIL, token);
    let code = code.grouped();
    let say = |message| frame.say(Message::Mail(message));
    let page = MailPage {
        lead: say(MailMessage::CodeLead),
        code: Some((say(MailMessage::CodeCode), code.clone())),
        facts: Vec::new(),
        action: Action { lead: say(MailMessage::CodeLink), button: say(MailMessage::CodeButton), href: link },
        notes: vec![say(MailMessage::CodeLife), say(MailMessage::CodeNotYou)],
    };
    compose::letter(vestibule, &frame, pending.email(), say(MailMessage::CodeSubject { code: &code }), page)
}

fn taken_letter(vestibule: &Vestibule, pending: &SignUpPending) -> Letter {
    let frame = vestibule.frame();
    let say = |message| frame.say(Message::Mail(message));
    let href = vestibule.url(routes::LOG_IN);
    let page = MailPage {
        lead: say(MailMessage::TakenLead { email: pending.email().as_str() }),
        code: None,
        facts: Vec::new(),
        action: Action { lead: say(MailMessage::TakenLink), button: say(MailMessage::TakenButton), href },
        notes: vec![say(MailMessage::TakenNotYou)],
    };
    compose::letter(vestibule, &frame, pending.email(), say(MailMessage::TakenSubject), page)
}
