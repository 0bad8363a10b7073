//! The mail of a sign-up: code and link for a free address, an honest word for a taken one (E-03).

use vestibule_core::{mail_code::MailCode, routes, sign_up::SignUpPending};
use vestibule_http::secret::digest_of_token;
use vestibule_store::{Digest, NewSend, SignUpPassword};
use vestibule_words::Message;

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
    let say = |message| frame.say(message);
    let page = MailPage {
        lead: say(Message::CodeMailLead),
        code: Some((say(Message::CodeMailCode), code.clone())),
        facts: Vec::new(),
        action: Action { lead: say(Message::CodeMailLink), button: say(Message::CodeMailButton), href: link },
        notes: vec![say(Message::CodeMailLife), say(Message::CodeMailNotYou)],
    };
    compose::letter(&frame, pending.email(), say(Message::CodeMailSubject { code: &code }), page)
}

fn taken_letter(vestibule: &Vestibule, pending: &SignUpPending) -> Letter {
    let frame = vestibule.frame();
    let say = |message| frame.say(message);
    let href = vestibule.0.base.join(routes::LOG_IN);
    let page = MailPage {
        lead: say(Message::TakenMailLead { email: pending.email().as_str() }),
        code: None,
        facts: Vec::new(),
        action: Action { lead: say(Message::TakenMailLink), button: say(Message::TakenMailButton), href },
        notes: vec![say(Message::TakenMailNotYou)],
    };
    compose::letter(&frame, pending.email(), say(Message::TakenMailSubject), page)
}
