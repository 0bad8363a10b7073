//! The screens between the log-in and the application, and the account behind it. Each is a list of its parts: what is
//! done with them, the tests say.

use super::{Element, Page, Part};
use crate::browser::Browser;

/// Makes a page object: its name, and a method for each part.
macro_rules! page_objects {
    ($($(#[$doc:meta])* $screen:ident = $name:literal { $($(#[$part_doc:meta])* $part:ident = $value:expr;)* })*) => {
        $($(#[$doc])*
        pub struct $screen<'b>(Page<'b>);

        impl<'b> $screen<'b> {
            /// Its name.
            pub const SCREEN: &'static str = $name;
            /// Its parts.
            pub const PARTS: &'static [Part] = &[$($value),*];

            /// Waits until the browser shows it.
            pub async fn on(browser: &'b Browser) -> Self {
                Self(Page::on(browser, Self::SCREEN).await)
            }

            /// What it has in common with every screen.
            #[must_use]
            pub const fn page(&self) -> &Page<'b> {
                &self.0
            }

            $($(#[$part_doc])*
            pub async fn $part(&self) -> Element<'b> {
                const PART: Part = $value;
                self.0.part(&PART).await
            })*
        })*

        /// These screens, each with its parts.
        pub(super) const SCREENS: &[(&str, &[Part])] = &[$(($screen::SCREEN, $screen::PARTS)),*];
    };
}

page_objects! {
    /// Where the address for a log-in mail is typed.
    EmailLogIn = "email-log-in" {
        /// The address.
        email = Part::control("email", "Email");
        /// The button that sends the mail.
        send = Part::button("send", "Send the email");
    }

    /// Where a mailed code is typed.
    EmailSent = "email-sent" {
        /// The code.
        code = Part::control("code", "Code from the email");
        /// The button that sends the code.
        confirm = Part::button("confirm", "Confirm");
        /// The way on for those who have used the link.
        go_on = Part::link("continue", "Continue");
    }

    /// Where an address is proven that isn't yet.
    EmailNotConfirmed = "email-not-confirmed" {
        /// The code.
        code = Part::control("code", "Code from the email");
        /// The way on for those who have used the link.
        go_on = Part::link("continue", "Continue");
    }

    /// Behind a mailed link.
    EmailLink = "email-link" {
        /// The button that does what the link is for.
        confirm = Part::button("confirm", "Log in");
        /// The way to the log-in from a link that was used.
        log_in = Part::go("log-in", "Log in");
    }

    /// Where the address of a forgotten password is typed.
    ForgotPassword = "forgot-password" {
        /// The address.
        email = Part::control("email", "Email");
        /// The button that sends the mail.
        send = Part::button("send", "Send the email");
    }

    /// Where a new password is chosen.
    ResetPassword = "reset-password" {
        /// The password.
        password = Part::control("password", "New password");
        /// The button that keeps it.
        save = Part::button("save", "Save the password");
    }

    /// Where a password is replaced that somebody asks to be replaced.
    UpdatePassword = "update-password" {
        /// The password.
        password = Part::control("password", "New password");
        /// The button that keeps it.
        save = Part::button("save", "Save the password");
    }

    /// Where the authenticator's code is typed.
    SecondFactor = "second-factor" {
        /// The code.
        code = Part::control("code", "Code from your app");
        /// The button that goes on.
        go_on = Part::button("continue", "Continue");
        /// The way for those with a backup code.
        backup_code = Part::link("backup-code", "Use a backup code");
        /// The way for those without anything.
        lost = Part::link("lost", "Lost your phone?");
    }

    /// Where a backup code is typed.
    BackupCode = "backup-code" {
        /// The code.
        code = Part::control("code", "Backup code");
        /// The button that goes on.
        go_on = Part::button("continue", "Continue");
    }

    /// What to do without the phone.
    SecondFactorLost = "second-factor-lost" {
        /// The way for those with a backup code.
        backup_code = Part::go("backup-code", "Use a backup code");
    }

    /// Where an authenticator is enrolled.
    EnrolSecondFactor = "enrol-second-factor" {
        /// The first code.
        code = Part::control("code", "Code from your app");
        /// The button that turns it on.
        enrol = Part::button("enrol", "Turn it on");
    }

    /// Where backup codes are shown.
    BackupCodes = "backup-codes" {
        /// The button that goes on.
        go_on = Part::button("continue", "Continue");
        /// The codes as a file.
        download = Part::go("download", "Download");
    }

    /// How many backup codes are left, after one was used.
    BackupCodesLeft = "backup-codes-left" {
        /// The button that goes on.
        go_on = Part::button("continue", "Continue");
        /// The way to new ones.
        codes = Part::link("codes", "Get new backup codes");
    }

    /// Where missing properties are asked.
    Properties = "properties" {
        /// The button that keeps them.
        save = Part::button("save", "Continue");
    }

    /// Where an organisation is chosen or created.
    ChooseOrg = "choose-org" {
        /// The name of a new one.
        name = Part::control("name", "Name of the organisation");
    }

    /// A mailed invitation.
    Invitation = "invitation" {}

    /// The account.
    Account = "account" {}
}
