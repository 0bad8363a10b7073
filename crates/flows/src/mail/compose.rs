//! What the letters say.

use vestibule_core::{mail_code::MailCode, routes, sign_up::SignUpPending};
use vestibule_http::{
    chance,
    secret::{Purpose, digest_of_token},
};
use vestibule_store::{Digest, NewSend, SignUpPassword};
use vestibule_ui::Frame;
use vestibule_words::{Message, Text};

use super::{
    Letter,
    page::{Action, MailPage},
};
use crate::Vestibule;

/// The mail of a sign-up: code and link for a free address, an honest word for a taken one (E-03).
pub(crate) fn sign_up(
    vestibule: &Vestibule,
    digest: Digest,
    pending: &SignUpPending,
    password: &SignUpPassword,
) -> NewSend {
    let (secrets, letter) = match password {
        SignUpPassword::Chosen(_) => {
            let (code, token) = draw(vestibule);
            let code_digest = digest_of_code(vestibule, digest, &code);
            (Some((code_digest, digest_of_token(&token))), code_letter(vestibule, pending, &code, &token))
        }
        SignUpPassword::AddressTaken => (None, taken_letter(vestibule, pending)),
    };
    NewSend { secrets, secrets_expire_at: pending.secrets_expire_at(), letter: letter.seal(vestibule) }
}

/// A code counts for one sign-up and is worth nothing without our secret: a million codes are tried in no time.
pub(crate) fn digest_of_code(vestibule: &Vestibule, sign_up: Digest, code: &MailCode) -> Digest {
    vestibule.0.secret.digest(Purpose::MailCode, &[&sign_up.0, code.expose().as_bytes()])
}

fn draw(vestibule: &Vestibule) -> (MailCode, String) {
    let chance = vestibule.0.chance.as_ref();
    let mut bytes = [0; 8];
    chance.fill(&mut bytes);
    (MailCode::from_chance(bytes), chance::token(chance))
}

fn code_letter(vestibule: &Vestibule, pending: &SignUpPending, code: &MailCode, token: &str) -> Letter {
    let frame = vestibule.frame();
    let link = vestibule.0.base.join(&format!("{}?token={token}", routes::CONFIRM_EMAIL));
    let code = code.grouped();
    let say = |message| frame.say(message);
    let page = MailPage {
        lead: say(Message::CodeMailLead),
        code: Some((say(Message::CodeMailCode), code.clone())),
        action: Action { lead: say(Message::CodeMailLink), button: say(Message::CodeMailButton), href: link.clone() },
        notes: vec![say(Message::CodeMailLife), say(Message::CodeMailNotYou)],
    };
    letter(&frame, pending, say(Message::CodeMailSubject { code: &code }), page, Some(code), link)
}

fn taken_letter(vestibule: &Vestibule, pending: &SignUpPending) -> Letter {
    let frame = vestibule.frame();
    let link = vestibule.0.base.join(routes::LOG_IN);
    let say = |message| frame.say(message);
    let page = MailPage {
        lead: say(Message::TakenMailLead { email: pending.email().as_str() }),
        code: None,
        action: Action { lead: say(Message::TakenMailLink), button: say(Message::TakenMailButton), href: link.clone() },
        notes: vec![say(Message::TakenMailNotYou)],
    };
    letter(&frame, pending, say(Message::TakenMailSubject), page, None, link)
}

fn letter(
    frame: &Frame,
    pending: &SignUpPending,
    subject: Text,
    page: MailPage,
    code: Option<String>,
    link: String,
) -> Letter {
    Letter {
        to: pending.email().clone(),
        text: page.text(&frame.product),
        html: page.html(frame, &subject),
        subject: subject.into_owned(),
        code,
        link: Some(link),
    }
}
