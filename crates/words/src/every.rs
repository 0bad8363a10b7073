//! Every message once, with data, and what each language must do with all of them.

use std::collections::BTreeSet;

use vestibule_core::{field::FieldError, org::Role};

use crate::{Language, MailMessage, Message, TroubleMessage, Words};

/// A list of an enum's values that doesn't compile while a variant is missing: first those that hold another enum, which
/// are listed elsewhere, then all others.
macro_rules! every {
    ($list:ident of $path:ident: $kind:ty; $($inner:ident)*; $($name:ident $({ $($data:tt)* })?,)*) => {
        fn $list() -> Vec<$kind> {
            const fn is_listed(message: $kind) {
                match message {
                    $($path::$inner { .. } => (),)*
                    $($path::$name { .. } => (),)*
                }
            }
            let list = vec![$($path::$name $({ $($data)* })?,)*];
            list.iter().copied().for_each(is_listed);
            list
        }
    };
}

every! { messages of Message: Message<'static>; Field Mail Trouble RoleName;
    Email, Password, Show, ShowPassword, Hide, HidePassword, CapsLock, LogIn, LogOut, CreateAccount, Continue,
    SummaryTitle { count: 12 }, StaleForm, Footer, Languages, Wait { seconds: 45 }, WaitOver, LogInTitle,
    LogInNoAccount, DontMatch, TooManyTries { wait: 437 }, LoggedOut, AlreadyConfirmed, ForgotPassword,
    LogInByEmail, LastLogInPassword { masked: "a•••@example.org" }, LastLogInEmail { masked: "a•••@example.org" },
    SessionIdle { minutes: 60 }, SessionOver, SessionEndedElsewhere, LogInToGoBack, LogInToGoOn,
    SecondFactorTimedOut, EmailChangeUndone, PasswordGone, AccountNeeded, Disabled,
    DisabledContact { contact: "help@example.com" }, SignUpTitle, SignUpHaveAccount, NewPasswordHint,
    PasswordRule { min: 15 }, EmailHint { email: "ada@example.org" }, EmailHintUse { domain: "gmail.com" },
    EmailHintKeep { domain: "gmail.com" }, TooManySignUps { wait: 437 }, SignUpMailEnded, SentTitle, SentLead,
    CodeLabel, CodeHint, ConfirmCode, SendAgain, SendAgainIn { wait: 437 }, SendAgainNow,
    SendAgainTooSoon { wait: 437 }, SentAgain, OpenMail { provider: "Gmail" }, LinkUsed, Change,
    TooManyCodes { wait: 437 }, ConfirmTitle, ConfirmLead { email: "ada@example.org" },
    ConfirmElsewhereLead { email: "ada@example.org" }, ConfirmElsewhereHint, ConfirmElsewhereForgot, ConfirmButton,
    LinkEndedTitle, LinkEndedLead, SignUpAgain, EmailLogInTitle, EmailLogInLead, SendEmail, UsePassword,
    TooManyMails { wait: 437 }, SentLogInLead, SentResetLead, SentNothing, SentOtherWay, MailEnded,
    EmailLinkLogInTitle, EmailLinkLogInLead { email: "ada@example.org" },
    EmailLinkResetLead { email: "ada@example.org" }, EmailLinkConfirmLead { email: "ada@example.org" },
    EmailLinkConfirm, EmailLinkChangeTitle, EmailLinkChangeLead { email: "ada@example.org" }, EmailLinkChange,
    EmailLinkUndoTitle, EmailLinkUndoLead { email: "ada@example.org" }, EmailLinkUndo, EmailLinkEndedLead,
    EmailLinkUndoEndedLead, SendNewLink, LinkUsedTitle, LinkUsedLogIn { email: "ada@example.org" },
    LinkUsedReset { email: "ada@example.org" }, LinkUsedConfirm { email: "ada@example.org" },
    LinkUsedChange { email: "ada@example.org" }, LinkUsedUndo, LinkOverLead { email: "ada@example.org" },
    LinkOverChange, NewLinkSent { email: "ada@example.org" }, Cancel, ForgotPasswordTitle, ForgotPasswordLead,
    ForgotPasswordRemember, ResetPasswordTitle, ResetPasswordLead { email: "ada@example.org" }, NewPassword,
    SavePassword, UpdatePasswordTitle, UpdatePasswordAdministrator, UpdatePasswordBreach, UpdatePasswordMigration,
    UpdatePasswordEnds, EmailNotConfirmedLead, EmailNotConfirmedNotSent, EmailNotConfirmedLinkEnded,
    SecondFactorTitle, SecondFactorLead, TotpLabel, TotpHint, RememberDevice { days: 30 }, UseBackupCode, LostPhone,
    TooManyFactorTries { wait: 437 }, BackupCodeTitle, BackupCodeLead, BackupCodeLabel, BackupCodeHint, UseApp,
    LostTitle, LostLead, LostOtherDevice, LostBackupCode, LostContact { contact: "help@example.com" },
    LostNoContact, EnrolTitle, EnrolRequiredLead, EnrolRequiredSince { day: "2027-03-09" },
    EnrolRequiredFrom { day: "2027-03-09" }, EnrolLater, EnrolChosenLead, EnrolScan, EnrolQr, EnrolOpen, EnrolKey,
    EnrolConfirm, EnrolButton, NotNow, Copy, Copied, BackupCodesTitle, BackupCodesLead { count: 12 },
    BackupCodesOf { date: "2026-11-11" }, Download, Print, SavedCodes, CodesNotSaved, CodesSave,
    CodesLeftTitle { count: 12 }, CodesLeftMany, CodesLeftFew, CodesLeftNone, LoggedInTitle,
    LoggedInLead { email: "ada@example.org" }, LogOutTitle, LogOutLead { email: "ada@example.org" },
    LogOutHalfwayLead { email: "ada@example.org" }, StayLoggedIn, OptionalLabel { label: "Phone" }, SelectOne,
    ReadTerms, PropertiesTitle, PropertiesLead { count: 12 }, ProfileTitle, ProfileLead, ProfileSave, ProfileSaved,
    ProfileRestSaved, BackToAccount, ChooseOrgTitle, ChooseOrgLead, ChooseOrgAloneTitle, ChooseOrgAloneLead,
    OrgElsewhereTitle, OrgElsewhere { org: "Acme", invited: "grace@acme.example" },
    OrgElsewhereHow { current: "bob@example.net" }, OrgInvitations,
    OrgInvitation { org: "Acme", inviter: Some("eve@acme.example") }, OrgJoin { org: "Acme" }, OrgMatches,
    OrgMatch { org: "Acme", domain: "gmail.com" }, OrgAsk { org: "Acme" }, OrgRequests, OrgRequest { org: "Acme" },
    OrgCancel { org: "Acme" }, OrgFullHint, OrgCreateTitle, OrgCreateLead, OrgName, OrgCreate,
    OrgExists { org: "Acme" }, OrgCreateAnyway, OrgNoSeat { org: "Acme", contact: Some("help@example.com") },
    OrgTooMany { wait: 437 }, OrgRequestSent { org: "Acme" }, OrgRequestCancelled { org: "Acme" }, OrgGone, NotYou,
    OrgWrongEmail, OrgUseAnother, InvitationLoggedOut, InvitationTitle { org: "Acme" },
    InvitationAccept { org: "Acme" }, InvitationAgain, InvitationWrongTitle,
    InvitationWrongLead { org: "Acme", invited: "grace@acme.example", current: "bob@example.net" },
    InvitationSwitch, InvitationNotNow, InvitationEndedTitle, InvitationEndedLead,
    InvitationAcceptedTitle { org: "Acme" }, InvitationAcceptedLead, StepUpTitle, StepUpPassword, StepUpTotp,
    StepUpBackupCode, StepUpEmail, StepUpEmailFirst, StepUpTotpLabel, StepUpTotpHint, StepUpEmailHint, StepUpButton,
    AccountTitle, AccountProfile, AccountProfileLink, AccountNothing, AccountEmailLink, AccountHasPassword,
    AccountNoPassword, AccountPasswordLink, AccountSetPassword, AccountSecondFactor,
    AccountFactorOn { since: "2026-11-11" }, AccountFactorOff, AccountFactorDue { day: "2027-03-09" },
    AccountFactorLink, AccountFactorSetUp, BackupCodesLeft { count: 12 }, AccountSessions,
    AccountSessionsCount { count: 12 }, AccountSessionsLink, AccountOrgs, AccountNoOrgs, AccountOrgsLink,
    AccountPasswordChanged, AccountPasswordSet, AccountPasswordGone, AccountEmailChanged,
    EmailChangeStarted { email: "ada@example.org" }, AccountSecondFactorOn, AccountSecondFactorOff,
    AccountBackupCodesRenewed, ChangeEmailTitle, ChangeEmailLead, ChangeEmailUnconfirmedLead, ChangeEmailLabel,
    ChangeEmailButton, ChangeEmailBack, ChangePasswordTitle, SetPasswordTitle, ChangePasswordLead, SetPasswordLead,
    ChangePasswordCurrent, ChangePasswordNew, FactorLead, FactorOnLead, FactorRequired, FactorCodes,
    FactorCodesHint, FactorReplace, FactorReplaceHint, FactorOff, FactorOffHint, SessionsTitle, SessionsLead,
    SessionCurrent, SessionTimes { began: "2026-11-24 10:03 UTC", seen: "2026-11-25 14:03 UTC" }, SessionEnd,
    SessionEndOf { device: "Firefox on Linux" }, SessionsEndOthers, SessionsEndAll, DevicesTitle, DevicesLead,
    DeviceUntil { until: "2026-12-12" }, DeviceForget, DeviceForgetOf { device: "Firefox on Linux" }, SessionEnded,
    OthersEnded { count: 12 }, DeviceForgotten, SessionGone,
    BackupCodesFileHead { email: "ada@example.org", date: "2026-11-11" },
}

every! { mails of MailMessage: MailMessage<'static>; ;
    CodeSubject { code: "123 456" }, CodeLead, CodeCode, CodeLink, CodeButton, CodeLife, CodeNotYou, TakenSubject,
    TakenLead { email: "ada@example.org" }, TakenLink, TakenButton, TakenNotYou, LogInLead, LogInButton,
    LogInNotYou, ResetSubject, ResetLead { email: "ada@example.org" }, ResetButton, ResetNotYou,
    ConfirmLead { email: "ada@example.org" }, ConfirmNotYou, ChangeSubject, ChangeLead { email: "ada@example.org" },
    ChangeLink, ChangeButton, ChangeLife, ChangeNotYou, ChangedSubject, ChangedLead { email: "ada@example.org" },
    ChangedLink, ChangedButton, ChangedLife, NoticeNotYou, NoticeButton, NoticeWasYou, FactWhen, FactDevice,
    FactAddress, PasswordChangedSubject, PasswordChangedLead, NewDeviceSubject, NewDeviceLead,
    BackupCodeUsedSubject, BackupCodeUsedLead { left: 12 }, BackupCodesRenewedSubject, BackupCodesRenewedLead,
    SecondFactorOnSubject, SecondFactorOnLead, SecondFactorOffSubject, SecondFactorOffLead,
    InvitationSubject { org: "Acme" }, InvitationLead { org: "Acme", inviter: "eve@acme.example" },
    InvitationLeadNobody { org: "Acme" }, InvitationLink, InvitationButton,
    InvitationLife { email: "ada@example.org" }, InvitationNotYou, AdmittedSubject { org: "Acme" },
    AdmittedLead { org: "Acme" }, AdmittedLink, AdmittedButton, AdmittedNote,
}

every! { troubles of TroubleMessage: TroubleMessage<'static>; ;
    NotFoundTitle, NotFoundLead, ForbiddenTitle, ForbiddenLead, MethodTitle, MethodLead, TooLargeTitle,
    TooLargeLead, BadRequestTitle, BadRequestLead, TooManyTitle, TooManyLead { wait: 437 }, TroubleTitle,
    TroubleLead, Reference { id: "7f3k" }, TryAgain, BackToLogIn,
}

every! { fields of FieldError: FieldError; ;
    Required, MalformedEmail, SameEmail, PasswordTooShort { min: 15, typed: 9 }, PasswordTooLong { max: 64 },
    PasswordTooObvious, PasswordLeaked, SamePassword, MalformedCode, WrongCode, WrongTotp, MalformedBackupCode,
    WrongBackupCode, WrongPassword, TooLong { max: 64 }, NotOneLine, MalformedNumber, NumberTooSmall { min: 15 },
    NumberTooLarge { max: 64 }, MalformedDate, MalformedUrl, NotAChoice, NotTicked,
}

/// All that can be said.
fn all() -> impl Iterator<Item = Message<'static>> {
    let roles = [Role::Owner, Role::Admin, Role::Member].map(Message::RoleName);
    let without =
        [Message::OrgInvitation { org: "Acme", inviter: None }, Message::OrgNoSeat { org: "Acme", contact: None }];
    messages()
        .into_iter()
        .chain(without)
        .chain(roles)
        .chain(fields().into_iter().map(Message::Field))
        .chain(mails().into_iter().map(Message::Mail))
        .chain(troubles().into_iter().map(Message::Trouble))
}

/// What a message is given, and must not lose.
const DATA: [&str; 18] = [
    "Northwind",
    "ada@example.org",
    "a•••@example.org",
    "grace@acme.example",
    "bob@example.net",
    "eve@acme.example",
    "123 456",
    "Acme",
    "gmail.com",
    "Gmail",
    "help@example.com",
    "Phone",
    "Firefox on Linux",
    "2026-11-24 10:03 UTC",
    "2026-11-25 14:03 UTC",
    "7f3k",
    "name@example.com",
    "3f7k-9m2p-x4tb-0qrs",
];

fn others() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::English)
}

fn say(language: Language, message: Message<'_>) -> String {
    Words::new(language, "Northwind").say(message).into_owned()
}

/// The numbers in a text, but for those that belong to a name.
fn numbers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

#[test]
fn no_language_loses_what_a_message_is_about() {
    for (language, message) in others().flat_map(|language| all().map(move |message| (language, message))) {
        let (ours, english) = (say(language, message), say(Language::English, message));
        for datum in DATA {
            assert_eq!(ours.contains(datum), english.contains(datum), "{language:?} {message:?}: {datum}, {ours}");
        }
        assert_eq!(numbers(&ours), numbers(&english), "{language:?} {message:?}: {ours}");
    }
}

#[test]
fn no_language_is_left_in_english() {
    for (language, message) in others().flat_map(|language| all().map(move |message| (language, message))) {
        assert_ne!(say(language, message), say(Language::English, message), "{language:?} {message:?}");
    }
}

/// One letter of another script in a word is a slip of a keyboard that no reader sees and every screen reader hears.
#[test]
fn arabic_is_written_in_arabic_letters_and_in_digits_that_can_be_typed() {
    for message in all() {
        let mut text = say(Language::Arabic, message);
        for datum in DATA.into_iter().chain(["https://example.com", "QR"]) {
            text = text.replace(datum, "");
        }
        assert!(!text.chars().any(|c| c.is_ascii_alphabetic()), "{message:?}: {text}");
        assert!(
            !text.chars().any(|c| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')),
            "{message:?}: {text}"
        );
        assert_eq!(
            text.matches(['\u{2066}', '\u{2068}']).count(),
            text.matches('\u{2069}').count(),
            "{message:?}: {text}"
        );
    }
}

#[test]
fn a_text_is_whole() {
    for (language, message) in
        Language::ALL.into_iter().flat_map(|language| all().map(move |message| (language, message)))
    {
        let text = say(language, message);
        assert!(
            !text.trim().is_empty() && text.trim() == text && !text.contains("  "),
            "{language:?} {message:?}: {text:?}"
        );
        assert!(!text.contains(['!', '{', '}']), "{language:?} {message:?}: {text:?}");
    }
}
