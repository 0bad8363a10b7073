//! The mail that tells somebody who asked that an organisation lets them in.

use vestibule_core::{email::EmailAddress, org::OrgName, routes};
use vestibule_store::Sealed;
use vestibule_words::{MailMessage, Message};

use super::{
    compose,
    page::{Action, MailPage},
};
use crate::Vestibule;

/// The letter to whoever asked to join `org`.
pub(crate) fn admitted(vestibule: &Vestibule, email: &EmailAddress, org: &OrgName) -> Sealed {
    let frame = vestibule.frame();
    let say = |message| frame.say(Message::Mail(message));
    let org = org.as_str();
    let page = MailPage {
        lead: say(MailMessage::AdmittedLead { org }),
        code: None,
        facts: Vec::new(),
        action: Action {
            lead: say(MailMessage::AdmittedLink),
            button: say(MailMessage::AdmittedButton),
            href: vestibule.url(routes::HOME),
        },
        notes: vec![say(MailMessage::AdmittedNote)],
    };
    compose::letter(vestibule, &frame, email, say(MailMessage::AdmittedSubject { org }), page).seal(vestibule)
}
