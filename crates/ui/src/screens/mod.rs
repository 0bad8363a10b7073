//! The screens, one file each. [`entries`] lists every story of every screen; a screen that isn't in it is never checked,
//! so the list stands beside the modules.

mod account;
mod account_email;
mod account_password;
mod account_second_factor;
mod account_sessions;
mod backup_code;
mod backup_codes;
mod backup_codes_left;
mod choose_org;
mod confirm_email;
mod email_link;
mod email_log_in;
mod email_not_confirmed;
mod email_sent;
mod enrol_second_factor;
mod forgot_password;
mod invitation;
mod leave;
mod link_over;
mod log_in;
mod log_out;
mod logged_in;
mod properties;
mod reset_password;
mod second_factor;
mod second_factor_lost;
mod sent;
mod sign_up;
mod sign_up_sent;
mod step_up;
mod trouble;
mod update_password;

pub use account::{Account, AccountModel, AccountNotice, OrgLine, ProfileLine, SecondFactorLine};
pub use account_email::{ChangeEmail, ChangeEmailModel, ChangeEmailPlace};
pub use account_password::{ChangePassword, ChangePasswordModel};
pub use account_second_factor::{AccountSecondFactor, AccountSecondFactorModel};
pub use account_sessions::{DeviceItem, SessionItem, Sessions, SessionsModel, SessionsNotice};
pub use backup_code::{BackupCode, BackupCodeModel};
pub use backup_codes::{BackupCodes, BackupCodesModel};
pub use backup_codes_left::{BackupCodesLeft, BackupCodesLeftModel};
pub use choose_org::{ChooseOrg, ChooseOrgModel, ChooseOrgNotice, OrgElsewhere, OrgInvitation, OrgMatch, OrgRequest};
pub use confirm_email::{ConfirmEmail, ConfirmEmailModel};
pub use email_link::{EmailLink, EmailLinkModel, EmailLinkState};
pub use email_log_in::{EmailLogIn, EmailLogInModel};
pub use email_not_confirmed::{EmailNotConfirmed, EmailNotConfirmedModel};
pub use email_sent::{EmailSent, EmailSentModel};
pub use enrol_second_factor::{EnrolSecondFactor, EnrolSecondFactorModel, EnrolWhy, Qr};
pub use forgot_password::{ForgotPassword, ForgotPasswordModel};
pub use invitation::{Invitation, InvitationModel};
pub use link_over::LinkOver;
pub use log_in::{LastLogIn, LastMethod, LogIn, LogInModel, LogInNotice, LogInRefusal};
pub use log_out::{LogOut, LogOutModel};
pub use logged_in::{LoggedIn, LoggedInModel};
pub use properties::{Properties, PropertiesMode, PropertiesModel, PropertyField};
pub use reset_password::{ResetPassword, ResetPasswordModel};
pub use second_factor::{SecondFactor, SecondFactorModel, SecondFactorNotice};
pub use second_factor_lost::{SecondFactorLost, SecondFactorLostModel};
pub use sent::SentNotice;
pub use sign_up::{SignUp, SignUpModel, SignUpRefusal};
pub use sign_up_sent::{SignUpSent, SignUpSentModel};
pub use step_up::{StepUp, StepUpFactor, StepUpModel, WITH_BACKUP_CODE};
pub use trouble::{Trouble, TroubleKind, TroubleModel};
pub use update_password::{UpdatePassword, UpdatePasswordModel};

/// What several screens have in common, for those that a host draws itself.
pub mod shared {
    pub use super::{
        account::codes_unsaved,
        email_log_in::{mail_alert, mail_ended_alert},
        leave::leave,
        link_over::{cancel, link_over, over_title, way_out},
        second_factor::factor_alert,
        sent::{SendAgain, go_on, open_mail, sent_alert},
    };
}

use leptos::prelude::AnyView;

use crate::{Entry, Frame, Screen};

/// Lists screens once, for everything that must know all of them.
macro_rules! screens {
    ($($screen:ident),+ $(,)?) => {
        /// Every story of every screen, in the order of a person's walk.
        #[must_use]
        pub fn entries() -> Vec<Entry> {
            [$(Entry::of::<$screen>()),+].concat()
        }

        /// Draws the screen called `name` from its model as JSON: how a page that hydrates whole begins in the
        /// browser. `None` when there is no such screen or the model isn't its own.
        #[must_use]
        pub fn draw(name: &str, frame: Frame, model: &str) -> Option<AnyView> {
            use leptos::prelude::IntoAny;
            match name {
                $($screen::NAME => Some($screen::view(frame, serde_json::from_str(model).ok()?).into_any()),)+
                _ => None,
            }
        }
    };
}

screens![
    LogIn,
    EmailLogIn,
    ForgotPassword,
    EmailSent,
    EmailLink,
    ResetPassword,
    SignUp,
    SignUpSent,
    ConfirmEmail,
    SecondFactor,
    BackupCode,
    SecondFactorLost,
    EmailNotConfirmed,
    UpdatePassword,
    Properties,
    ChooseOrg,
    Invitation,
    EnrolSecondFactor,
    BackupCodes,
    BackupCodesLeft,
    LoggedIn,
    StepUp,
    Account,
    ChangeEmail,
    ChangePassword,
    AccountSecondFactor,
    Sessions,
    LogOut,
    Trouble
];
