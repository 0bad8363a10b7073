//! What all letters have in common: their secrets, their links, their envelope.

use vestibule_core::{email::EmailAddress, mail_code::MailCode};
use vestibule_http::{chance, secret::Purpose};
use vestibule_store::Digest;
use vestibule_ui::Frame;
use vestibule_words::Text;

use super::{Letter, page::MailPage};
use crate::{Vestibule, space::Space};

/// A code counts for one sign-up or challenge and is worth nothing without our secret: a million codes are tried in no
/// time.
pub(crate) fn digest_of_code(vestibule: &Vestibule, owner: Digest, code: &MailCode) -> Digest {
    vestibule.0.secret.digest(Purpose::MailCode, &[&owner.0, code.expose().as_bytes()])
}

/// Draws a code and the token of a link.
pub(super) fn draw(vestibule: &Vestibule) -> (MailCode, String) {
    let chance = vestibule.0.chance.as_ref();
    let mut bytes = [0; 8];
    chance.fill(&mut bytes);
    (MailCode::from_chance(bytes), chance::token(chance))
}

/// A link that carries a token, below the configured base URL (L-06).
pub(super) fn link(vestibule: &Vestibule, route: &str, token: &str) -> String {
    format!("{}?token={token}", vestibule.url(route))
}

/// Puts a page into its envelope, in the theme's colours.
pub(super) fn letter(vestibule: &Vestibule, frame: &Frame, to: &EmailAddress, subject: Text, page: MailPage) -> Letter {
    Letter {
        to: to.clone(),
        text: page.text(&frame.product),
        html: page.html(frame, &subject, &vestibule.look().mails),
        subject: subject.into_owned(),
        code: page.code.map(|(_, code)| code),
        link: Some(page.action.href),
        space: Space::current(),
    }
}
