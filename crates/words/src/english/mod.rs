//! English. The rules of the voice: say what happened, then the next step; no blame, no "Oops", one word a thing.

mod field;
mod mail;
mod trouble;

use vestibule_core::org::Role;

use crate::{Message, Text};

/// Says a message in English, for the product called `product`.
#[expect(
    clippy::match_same_arms,
    clippy::too_many_lines,
    reason = "one arm a message: what two buttons say alike today is reworded alone tomorrow"
)]
pub(crate) fn say(message: Message<'_>, product: &str) -> Text {
    use Message as M;
    match message {
        M::Email => "Email".into(),
        M::Password => "Password".into(),
        M::Show => "Show".into(),
        M::ShowPassword => "Show password".into(),
        M::Hide => "Hide".into(),
        M::HidePassword => "Hide password".into(),
        M::CapsLock => "Caps lock is on.".into(),
        M::LogIn => "Log in".into(),
        M::LogOut => "Log out".into(),
        M::CreateAccount => "Create account".into(),
        M::Continue => "Continue".into(),
        M::SummaryTitle { count: 1 } => "One thing needs another look".into(),
        M::SummaryTitle { count } => format!("{count} things need another look").into(),
        M::Field(error) => field::say(error),
        M::Mail(message) => mail::say(message, product),
        M::Trouble(message) => trouble::say(message),
        M::StaleForm => "This page had been open in an old browser session. Nothing was sent. Try again.".into(),
        M::Footer => format!("Your {product} account").into(),
        M::Wait { seconds } => duration(seconds).into(),
        M::WaitOver => "You can try again now.".into(),

        M::LogInTitle => format!("Log in to {product}").into(),
        M::LogInNoAccount => format!("New to {product}?").into(),
        M::DontMatch => "That email and password don't match. Try again, or get a login link by email.".into(),
        M::TooManyTries { wait } => format!("Too many tries for this email. Try again in {}.", duration(wait)).into(),
        M::LoggedOut => "You're logged out.".into(),
        M::AlreadyConfirmed => "Your email is confirmed. Log in to go on.".into(),
        M::ForgotPassword => "Forgot password?".into(),
        M::LogInByEmail => "Log in by email".into(),
        M::LastLogInPassword { masked } => format!("Last time here: {masked}, with a password.").into(),
        M::LastLogInEmail { masked } => format!("Last time here: {masked}, by email.").into(),
        M::SessionIdle { minutes } => format!("You were logged out after {} away.", duration(minutes * 60)).into(),
        M::SessionOver => "You were logged out because some time has passed since you logged in.".into(),
        M::SessionEndedElsewhere => "You were logged out here, from another device or by us.".into(),
        M::LogInToGoBack => "Log in to go back to where you were.".into(),
        M::LogInToGoOn => "Log in to go on.".into(),
        M::SecondFactorTimedOut => "The code took longer than 10 minutes, so we start again. Log in once more.".into(),
        M::EmailChangeUndone => "Your account has its old address again. Log in, and choose a new password.".into(),
        M::AccountNeeded => "Log in to answer your invitation, or create an account with the address it was sent to.".into(),
        M::Disabled => format!("This account was turned off. Ask the people who run {product}.").into(),
        M::DisabledContact { contact } => format!("This account was turned off. Write to {contact}.").into(),

        M::SignUpTitle => format!("Create your {product} account").into(),
        M::SignUpHaveAccount => "Already have an account?".into(),
        M::NewPasswordHint => "Three or four unrelated words work well.".into(),
        M::PasswordRule { min } => format!("{min} characters or more").into(),
        M::EmailHint { email } => format!("Did you mean {email}?").into(),
        M::EmailHintUse { domain } => format!("Use {domain}").into(),
        M::EmailHintKeep { domain } => format!("Keep {domain}").into(),
        M::TooManySignUps { wait } => format!("Too many new accounts for now. Try again in {}.", duration(wait)).into(),

        M::SentTitle => "Check your email".into(),
        M::SentLead => "We've sent the next step to this address. It works for 10 minutes.".into(),
        M::CodeLabel => "Code from the email".into(),
        M::CodeHint => "Six digits. The link in the email works too.".into(),
        M::ConfirmCode => "Confirm".into(),
        M::SendAgain => "Send it again".into(),
        M::SendAgainIn { wait } => format!("You can send another email in {}.", duration(wait)).into(),
        M::SendAgainNow => "You can send another email now.".into(),
        M::SendAgainTooSoon { wait } => format!("The last email is still fresh. You can send another in {}.", duration(wait)).into(),
        M::SentAgain => "We've sent another email. Any of the last three codes works.".into(),
        M::Change => "Change".into(),
        M::TooManyCodes { wait } => format!("Too many tries. Try again in {}, or use the link in the email.", duration(wait)).into(),

        M::ConfirmTitle => "Confirm your email".into(),
        M::ConfirmLead { email } => format!("Create your {product} account with {email} and log in on this browser.").into(),
        M::ConfirmElsewhereLead { email } => format!("You started with {email} in another browser.").into(),
        M::ConfirmElsewhereHint => "The one you chose when you started. It keeps others from finishing in your place.".into(),
        M::ConfirmButton => "Confirm and log in".into(),
        M::LinkEndedTitle => "This link has ended".into(),
        M::LinkEndedLead => "It worked for 10 minutes or was used already. If that was you, log in. Otherwise start again: it takes a minute.".into(),
        M::SignUpAgain => "Start again".into(),

        M::EmailLogInTitle => "Log in by email".into(),
        M::EmailLogInLead => "We send you a link and a code, and you need no password.".into(),
        M::SendEmail => "Send the email".into(),
        M::UsePassword => "Use your password".into(),
        M::TooManyMails { wait } => format!("Too many emails for now. Try again in {}.", duration(wait)).into(),
        M::SentLogInLead => "If this address can log in here, a link and a code are on their way. They work for 10 minutes.".into(),
        M::SentResetLead => "If this address has an account, a link and a code for a new password are on their way. They work for 10 minutes.".into(),
        M::SentNothing => "Nothing there? Check the spelling and your spam.".into(),
        M::SentOtherWay => "Still nothing?".into(),

        M::EmailLinkLogInTitle => "Log in on this browser".into(),
        M::EmailLinkLogInLead { email } => format!("You asked to log in to {product} as {email}.").into(),
        M::EmailLinkResetLead { email } => format!("You asked for a new password for {email}.").into(),
        M::EmailLinkConfirmLead { email } => format!("{email} is the address of your {product} account.").into(),
        M::EmailLinkConfirm => "Confirm this address".into(),
        M::EmailLinkChangeTitle => "Use your new address".into(),
        M::EmailLinkChangeLead { email } => format!("From now on you log in to {product} with {email}.").into(),
        M::EmailLinkChange => "Use this address".into(),
        M::EmailLinkUndoTitle => "Keep your old address".into(),
        M::EmailLinkUndoLead { email } => format!("Your {product} account goes back to {email}, whoever changed it.").into(),
        M::EmailLinkUndo => "Take the change back".into(),
        M::EmailLinkEndedLead => "It worked for 10 minutes or was used already. If that was you, log in. If not, send yourself a new one.".into(),
        M::EmailLinkUndoEndedLead => "It worked for 7 days or was used already. If you can't log in any more, set a new password.".into(),
        M::SendNewLink => "Send a new link".into(),

        M::ForgotPasswordTitle => "Set a new password".into(),
        M::ForgotPasswordLead => "We send a link and a code to your address. Until you use one, your password stays.".into(),
        M::ForgotPasswordRemember => "Know it after all?".into(),
        M::ResetPasswordTitle => "Choose a new password".into(),
        M::ResetPasswordLead { email } => format!("For {email}. Your other devices will be logged out, and a second factor is still asked for.").into(),
        M::NewPassword => "New password".into(),
        M::SavePassword => "Save the password".into(),
        M::UpdatePasswordTitle => "Choose a new password".into(),
        M::UpdatePasswordAdministrator => format!("Somebody who runs {product} has asked for it.").into(),
        M::UpdatePasswordBreach => "Your password was in another site's data leak, so others may know it.".into(),
        M::UpdatePasswordMigration => format!("Your account came from another system, whose password {product} doesn't take over.").into(),
        M::UpdatePasswordEnds => "Your other devices will be logged out.".into(),

        M::EmailNotConfirmedNotSent => "To go on, show that this address is yours. We send a link and a code to it.".into(),
        M::EmailNotConfirmedLead => "We've sent a link and a code to this address. They work for 10 minutes.".into(),

        M::SecondFactorTitle => "Enter your code".into(),
        M::SecondFactorLead => "Open your authenticator app and type the code it shows.".into(),
        M::TotpLabel => "Code from your app".into(),
        M::TotpHint => "Six digits, which change every 30 seconds.".into(),
        M::RememberDevice { days } => format!("Don't ask on this browser for {days} days").into(),
        M::UseBackupCode => "Use a backup code".into(),
        M::LostPhone => "Lost your phone?".into(),
        M::NotYou => "Not you? Log out".into(),
        M::TooManyFactorTries { wait } => format!("Too many tries. Try again in {}.", duration(wait)).into(),
        M::BackupCodeTitle => "Use a backup code".into(),
        M::BackupCodeLead => "One of the codes that you saved when you set up your app. Each works once.".into(),
        M::BackupCodeLabel => "Backup code".into(),
        M::BackupCodeHint => "16 letters and digits. Capitals and dashes don't matter.".into(),
        M::UseApp => "Use your app".into(),
        M::LostTitle => "Lost your phone?".into(),
        M::LostLead => "Without your second factor nobody gets in, not even with your password. These ways are left:".into(),
        M::LostOtherDevice => "Your authenticator app may be on another device, or in a backup of your phone. Its codes work.".into(),
        M::LostBackupCode => "A backup code works in place of your phone. You saved ten when you set it up.".into(),
        M::LostContact { contact } => format!("Write to {contact}. They make sure that it's you, then turn your second factor off.").into(),
        M::LostNoContact => format!("Ask the people who run {product}. They make sure that it's you, then turn your second factor off.").into(),

        M::EnrolTitle => "Set up your second factor".into(),
        M::EnrolRequiredLead => format!("{product} asks everybody for one: a code from an app on your phone, beside your password.").into(),
        M::EnrolRequiredSince { day } => format!("Required since {}.", date(day)).into(),
        M::EnrolRequiredFrom { day } => format!("Required from {}.", date(day)).into(),
        M::EnrolLater => "Later".into(),
        M::EnrolChosenLead => "You'll type a code from an app on your phone, beside your password.".into(),
        M::EnrolScan => "Scan this with an authenticator app.".into(),
        M::EnrolQr => "QR code for your authenticator app".into(),
        M::EnrolOpen => "Open in authenticator".into(),
        M::EnrolKey => "Or type this key into the app.".into(),
        M::EnrolConfirm => "Then type the code that the app shows.".into(),
        M::EnrolButton => "Turn it on".into(),
        M::NotNow => "Not now".into(),
        M::Copy => "Copy".into(),
        M::Copied => "Copied".into(),
        M::BackupCodesTitle => "Save your backup codes".into(),
        M::BackupCodesLead { count } => format!("Each of these {count} codes works once if you lose your phone. We can't show them again.").into(),
        M::BackupCodesOf { date } => format!("Backup codes of {date}").into(),
        M::Download => "Download".into(),
        M::Print => "Print".into(),
        M::SavedCodes => "I've saved these codes".into(),
        M::CodesNotSaved => "Your backup codes aren't saved yet.".into(),
        M::CodesSave => "Save them now".into(),
        M::CodesLeftTitle { count: 0 } => "No backup code is left".into(),
        M::CodesLeftTitle { count: 1 } => "1 backup code is left".into(),
        M::CodesLeftTitle { count } => format!("{count} backup codes are left").into(),
        M::CodesLeftMany => "You're logged in. The code you used won't work again.".into(),
        M::CodesLeftFew => "You're logged in. Get new codes before these run out.".into(),
        M::CodesLeftNone => "You're logged in. Get new codes now: without your phone you couldn't log in again.".into(),

        M::LoggedInTitle => "You're logged in".into(),
        M::LoggedInLead { email } => format!("As {email}.").into(),
        M::LogOutTitle => format!("Log out of {product}?").into(),
        M::LogOutLead { email } => format!("You're logged in as {email}.").into(),
        M::StayLoggedIn => "Stay logged in".into(),


        // The account and its organisations.
        M::OptionalLabel { label } => format!("{label} (optional)").into(),
        M::SelectOne => "Choose one".into(),
        M::ReadTerms => "Read it (opens in a new tab)".into(),
        M::PropertiesTitle => "A few details".into(),
        M::PropertiesLead { count: 1 } => "One thing left before you go on.".into(),
        M::PropertiesLead { count } => format!("{count} things left before you go on.").into(),
        M::ProfileTitle => "Your profile".into(),
        M::ProfileLead => format!("What {product} knows about you.").into(),
        M::ProfileSave => "Save".into(),
        M::ProfileSaved => "Your profile is saved.".into(),
        M::BackToAccount => "Back to your account".into(),
        M::ChooseOrgTitle => "Join an organisation".into(),
        M::ChooseOrgLead => format!("People use {product} together. Choose where you belong.").into(),
        M::ChooseOrgAloneTitle => "Create an organisation".into(),
        M::ChooseOrgAloneLead => "No invitation waits for this address. Create an organisation, or ask somebody to invite you to theirs.".into(),
        M::OrgInvitations => "You're invited".into(),
        M::OrgInvitation { org, inviter: Some(inviter) } => format!("{inviter} invited you to {org}.").into(),
        M::OrgInvitation { org, inviter: None } => format!("There is an invitation to {org} for you.").into(),
        M::OrgJoin { org } => format!("Join {org}").into(),
        M::OrgMatches => "At your email's domain".into(),
        M::OrgMatch { org, domain } => format!("People at {domain} use {org}.").into(),
        M::OrgAsk { org } => format!("Ask to join {org}").into(),
        M::OrgRequests => "Waiting for an answer".into(),
        M::OrgRequest { org } => format!("You asked to join {org}. Somebody there has to let you in.").into(),
        M::OrgCancel { org } => format!("Take back the request to {org}").into(),
        M::OrgFullHint => "No seat is free. An administrator there can make room.".into(),
        M::OrgCreateTitle => "Start something new".into(),
        M::OrgCreateLead => "Create an organisation of your own, and invite others later.".into(),
        M::OrgName => "Name of the organisation".into(),
        M::OrgCreate => "Create organisation".into(),
        M::OrgExists { org } => format!("{org} already exists. Create a separate one?").into(),
        M::OrgCreateAnyway => "Create a separate one".into(),
        M::OrgNoSeat { org, contact: Some(contact) } => format!("{org} has no free seat. Write to {contact}, who can make room.").into(),
        M::OrgNoSeat { org, contact: None } => format!("{org} has no free seat. An administrator there can make room.").into(),
        M::OrgTooMany { wait } => format!("That was a lot at once. Try again in {}.", duration(wait)).into(),
        M::OrgRequestSent { org } => format!("We've asked {org} to let you in.").into(),
        M::OrgRequestCancelled { org } => format!("You no longer ask to join {org}.").into(),
        M::OrgGone => "That one is no longer there. Here is what there is now.".into(),
        M::OrgNotYou => "Not you?".into(),
        M::OrgWrongEmail => "Wrong email?".into(),
        M::OrgUseAnother => "Use another".into(),
        M::InvitationLoggedOut => "The invitation is for this address. Log in with it, or create an account with it, and you come back here.".into(),
        M::InvitationTitle { org } => format!("Join {org}").into(),
        M::InvitationAccept { org } => format!("Join {org}").into(),
        M::InvitationAgain => "Try again".into(),
        M::InvitationWrongTitle => "For another account".into(),
        M::InvitationWrongLead { org, invited, current } => format!("This invitation to {org} is for {invited}. You're logged in as {current}.").into(),
        M::InvitationSwitch => "Switch account".into(),
        M::InvitationNotNow => "Not now".into(),
        M::InvitationEndedTitle => "This invitation has ended".into(),
        M::InvitationEndedLead => "It waited for 7 days, was used already, or was taken back. Ask whoever sent it for a new one.".into(),
        M::InvitationAcceptedTitle { org } => format!("You're in {org}").into(),
        M::InvitationAcceptedLead => format!("It's there whenever you use {product}.").into(),
        M::StepUpTitle => "Confirm it's you".into(),
        M::StepUpPassword => "What comes next is worth a second look. Type your password again.".into(),
        M::StepUpTotp => "What comes next is worth a second look. Type the code that your app shows now.".into(),
        M::StepUpBackupCode => "What comes next is worth a second look. Type one of your backup codes. Each works once.".into(),
        M::StepUpEmail => "What comes next is worth a second look. We've sent a code to this address.".into(),
        M::StepUpEmailFirst => "What comes next is worth a second look. We send a code to this address.".into(),
        M::StepUpTotpLabel => "Code from your app".into(),
        M::StepUpTotpHint => "Six digits. They change every 30 seconds.".into(),
        M::StepUpEmailHint => "Six digits. The code works for 10 minutes.".into(),
        M::StepUpButton => "Confirm".into(),
        M::AccountTitle => "Your account".into(),
        M::AccountProfile => "Profile".into(),
        M::AccountProfileLink => "Edit profile".into(),
        M::AccountNothing => "Nothing yet".into(),
        M::AccountEmailLink => "Change email".into(),
        M::AccountHasPassword => "You have a password.".into(),
        M::AccountNoPassword => "You have none. You log in by email.".into(),
        M::AccountPasswordLink => "Change password".into(),
        M::AccountSetPassword => "Set a password".into(),
        M::AccountSecondFactor => "Second factor".into(),
        M::AccountFactorOn { since } => format!("On since {since}.").into(),
        M::AccountFactorOff => "Off. With it, a stolen password isn't enough.".into(),
        M::AccountFactorDue { day } => format!("Required from {}.", date(day)).into(),
        M::AccountFactorLink => "Manage second factor".into(),
        M::AccountFactorSetUp => "Set up second factor".into(),
        M::BackupCodesLeft { count: 0 } => "No backup code is left.".into(),
        M::BackupCodesLeft { count: 1 } => "1 backup code is left.".into(),
        M::BackupCodesLeft { count } => format!("{count} backup codes are left.").into(),
        M::AccountSessions => "Sessions".into(),
        M::AccountSessionsCount { count: 1 } => "You're logged in here, and nowhere else.".into(),
        M::AccountSessionsCount { count } => format!("{count} sessions are open, this one among them.").into(),
        M::AccountSessionsLink => "See sessions".into(),
        M::AccountOrgs => "Organisations".into(),
        M::AccountNoOrgs => "You belong to none.".into(),
        M::AccountOrgsLink => "Join or create one".into(),
        M::RoleName(Role::Owner) => "Owner".into(),
        M::RoleName(Role::Admin) => "Admin".into(),
        M::RoleName(Role::Member) => "Member".into(),
        M::AccountPasswordChanged => "Password changed. Your other devices were logged out.".into(),
        M::AccountPasswordSet => "Your password is set. Your other devices were logged out.".into(),
        M::AccountEmailChanged => "Your email is changed.".into(),
        M::EmailChangeStarted { email } => format!("We've sent a link to {email}. Until it is opened there, your address stays as it is.").into(),
        M::AccountSecondFactorOn => "Your second factor is on.".into(),
        M::AccountSecondFactorOff => "Your second factor is off.".into(),
        M::AccountBackupCodesRenewed => "You have new backup codes. The old ones no longer work.".into(),
        M::ChangeEmailTitle => "Change your email".into(),
        M::ChangeEmailLead => "We send a link to the new address, and a note to this one:".into(),
        M::ChangeEmailUnconfirmedLead => "Nothing is lost: your account moves to the address that you type. So far it is this one:".into(),
        M::ChangeEmailLabel => "New email".into(),
        M::ChangeEmailButton => "Send the link".into(),
        M::ChangeEmailBack => "Back".into(),
        M::ChangePasswordTitle => "Change your password".into(),
        M::SetPasswordTitle => "Set a password".into(),
        M::ChangePasswordLead => "Your other devices are logged out as soon as it is changed.".into(),
        M::SetPasswordLead => "You can log in with it from then on. Your other devices are logged out as soon as it is set.".into(),
        M::ChangePasswordCurrent => "Current password".into(),
        M::ChangePasswordNew => "New password".into(),
        M::FactorLead => "An app on your phone shows a code that changes every 30 seconds. With it, a stolen password isn't enough to log in as you.".into(),
        M::FactorOnLead => "Whoever logs in as you needs a code from your app.".into(),
        M::FactorRequired => format!("{product} asks everybody for a second factor, so it can't be turned off.").into(),
        M::FactorCodes => "Get new backup codes".into(),
        M::FactorCodesHint => "New ones take the place of the old ones, which stop working.".into(),
        M::FactorReplace => "Move to another phone".into(),
        M::FactorReplaceHint => "For a new phone or another app. The old one works until the new one is set up.".into(),
        M::FactorOff => "Turn off".into(),
        M::FactorOffHint => "Without it your password alone is enough to log in as you.".into(),
        M::SessionsTitle => "Where you're logged in".into(),
        M::SessionsLead => "Log out what you don't know or no longer use.".into(),
        M::SessionCurrent => "This device".into(),
        M::SessionTimes { began, seen } => format!("Logged in {began}, last used {seen}").into(),
        M::SessionEnd => "Log out".into(),
        M::SessionEndOf { device } => format!("Log out {device}").into(),
        M::SessionsEndOthers => "Log out everywhere else".into(),
        M::SessionsEndAll => "Log out everywhere".into(),
        M::DevicesTitle => "Remembered devices".into(),
        M::DevicesLead => "They aren't asked for the second factor.".into(),
        M::DeviceUntil { until } => format!("Until {until}").into(),
        M::DeviceForget => "Forget".into(),
        M::DeviceForgetOf { device } => format!("Forget {device}").into(),
        M::SessionEnded => "That device is logged out.".into(),
        M::OthersEnded { count: 1 } => "One other session was logged out.".into(),
        M::OthersEnded { count } => format!("{count} other sessions were logged out.").into(),
        M::DeviceForgotten => "That device is asked for the second factor again.".into(),
        M::SessionGone => "That one had ended already.".into(),



        M::BackupCodesFileHead { email, date } => format!("{product} backup codes for {email}, made on {date}.\nEach works once, in place of a code from the authenticator app. Keep them where your phone isn't.").into(),
    }
}

/// A wait in words, exact below two minutes and in whole minutes above: nobody counts 437 seconds.
fn duration(seconds: u64) -> String {
    match seconds {
        1 => "1 second".to_owned(),
        0..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

/// A day as people say it: `2027-03-03` is 3 March 2027.
fn date(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<usize> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month @ 1..=12, day] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => day.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Message, Words};

    #[track_caller]
    fn check(message: Message<'_>, expected: &str) {
        assert_eq!(Words::new(Language::English, "Northwind").say(message), expected);
    }

    #[test]
    fn waits_are_exact_when_short_and_whole_minutes_when_long() {
        check(Message::TooManyTries { wait: 1 }, "Too many tries for this email. Try again in 1 second.");
        check(Message::TooManyTries { wait: 45 }, "Too many tries for this email. Try again in 45 seconds.");
        check(Message::TooManyTries { wait: 121 }, "Too many tries for this email. Try again in 3 minutes.");
    }

    #[test]
    fn a_day_is_said_and_not_spelled() {
        check(Message::EnrolRequiredFrom { day: "2027-03-03" }, "Required from 3 March 2027.");
        check(Message::EnrolRequiredFrom { day: "some day" }, "Required from some day.");
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        check(Message::SummaryTitle { count: 1 }, "One thing needs another look");
        check(Message::SummaryTitle { count: 2 }, "2 things need another look");
    }
}
