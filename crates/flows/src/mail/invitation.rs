//! The mail that invites somebody into an organisation.

use vestibule_core::{email::EmailAddress, org::OrgName, routes};
use vestibule_store::Sealed;
use vestibule_words::Message;

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
    let say = |message| frame.say(message);
    let org = org.as_str();
    let lead = match inviter {
        Some(inviter) => Message::InvitationMailLead { org, inviter: inviter.as_str() },
        None => Message::InvitationMailLeadNobody { org },
    };
    let page = MailPage {
        lead: say(lead),
        code: None,
        facts: Vec::new(),
        action: Action {
            lead: say(Message::InvitationMailLink),
            button: say(Message::InvitationMailButton),
            href: compose::link(vestibule, routes::INVITATION, token),
        },
        notes: vec![say(Message::InvitationMailLife { email: email.as_str() }), say(Message::InvitationMailNotYou)],
    };
    compose::letter(&frame, email, say(Message::InvitationMailSubject { org }), page).seal(vestibule)
}
