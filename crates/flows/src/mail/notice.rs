//! Mails that tell an owner what happened to the account (ASVS 6.3.7, U-08): when, where, and what to do if it was
//! somebody else.

use vestibule_core::{email::EmailAddress, routes};
use vestibule_store::{Place, Sealed};
use vestibule_words::{MailMessage, Message};

use super::{
    compose,
    page::{Action, MailPage},
};
use crate::{Vestibule, clock};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The password is another one.
    PasswordChanged,
    /// A browser that was never here.
    NewDevice,
    /// A backup code was spent.
    BackupCodeUsed {
        /// How many are left.
        left: u32,
    },
    /// There are new backup codes.
    BackupCodesRenewed,
    /// An authenticator was enrolled.
    SecondFactorOn,
    /// It was taken away.
    SecondFactorOff,
}

impl Notice {
    const fn messages(self) -> (MailMessage<'static>, MailMessage<'static>) {
        match self {
            Self::PasswordChanged => (MailMessage::PasswordChangedSubject, MailMessage::PasswordChangedLead),
            Self::NewDevice => (MailMessage::NewDeviceSubject, MailMessage::NewDeviceLead),
            Self::BackupCodeUsed { left } => {
                (MailMessage::BackupCodeUsedSubject, MailMessage::BackupCodeUsedLead { left })
            }
            Self::BackupCodesRenewed => (MailMessage::BackupCodesRenewedSubject, MailMessage::BackupCodesRenewedLead),
            Self::SecondFactorOn => (MailMessage::SecondFactorOnSubject, MailMessage::SecondFactorOnLead),
            Self::SecondFactorOff => (MailMessage::SecondFactorOffSubject, MailMessage::SecondFactorOffLead),
        }
    }
}

/// The letter to the owner of an account, about what was done there.
pub(crate) fn notice(vestibule: &Vestibule, place: &Place, owner: &EmailAddress, what: Notice) -> Sealed {
    let frame = vestibule.frame();
    let say = |message| frame.say(Message::Mail(message));
    let (subject, lead) = what.messages();
    let page = MailPage {
        lead: say(lead),
        code: None,
        facts: vec![
            (say(MailMessage::FactWhen), clock::to_the_minute(vestibule.now())),
            (say(MailMessage::FactDevice), place.device.clone()),
            (say(MailMessage::FactAddress), place.address.to_string()),
        ],
        action: Action {
            lead: say(MailMessage::NoticeNotYou),
            button: say(MailMessage::NoticeButton),
            href: vestibule.url(routes::FORGOT_PASSWORD),
        },
        notes: vec![say(MailMessage::NoticeWasYou)],
    };
    compose::letter(vestibule, &frame, owner, say(subject), page).seal(vestibule)
}
