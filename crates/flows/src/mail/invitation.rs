//! The mail that invites somebody into an organisation.

use vestibule_core::{email::EmailAddress, org::OrgName, routes};
use vestibule_store::Sealed;
use vestibule_words::{MailMessage, Message};

use super::{
    compose,
    page::{Action, MailPage},
};
use crate::Vestibule;

/// The invitation of `email` into `org`, with its link's token.
pub(crate) fn invitation(
    vestibule: &Vestibule,
    email: &EmailAddress,
    org: &OrgName,
    inviter: Option<&EmailAddress>,
    token: &str,
) -> Sealed {
    let frame = vestibule.frame();
    let say = |message| frame.say(Message::Mail(message));
    let org = org.as_str();
    let lead = match inviter {
        Some(inviter) => MailMessage::InvitationLead { org, inviter: inviter.as_str() },
        None => MailMessage::InvitationLeadNobody { org },
    };
    let page = MailPage {
        lead: say(lead),
        code: None,
        facts: Vec::new(),
        action: Action {
            lead: say(MailMessage::InvitationLink),
            button: say(MailMessage::InvitationButton),
            href: compose::link(vestibule, routes::INVITATION, token),
        },
        notes: vec![say(MailMessage::InvitationLife { email: email.as_str() }), say(MailMessage::InvitationNotYou)],
    };
    compose::letter(vestibule, &frame, email, say(MailMessage::InvitationSubject { org }), page).seal(vestibule)
}
