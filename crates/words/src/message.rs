//! What can be said, with its data.

use vestibule_core::field::FieldError;

/// What a login state without its own screen still asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A second factor.
    SecondFactor,
    /// Proof of the mailbox.
    ConfirmedEmail,
    /// A new password.
    NewPassword,
    /// Required properties.
    Properties,
    /// An organisation.
    Organisation,
    /// The enrolment of a second factor.
    SecondFactorEnrolment,
}

/// A message. Times are seconds unless a name says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the message; the text stands in the language's file")]
pub enum Message<'a> {
    // Words that several screens share.
    Email,
    Password,
    Show,
    ShowPassword,
    Hide,
    HidePassword,
    CapsLock,
    LogIn,
    LogOut,
    CreateAccount,
    Continue,
    SummaryTitle { count: usize },
    Field(FieldError),
    StaleForm,
    Footer,

    // Log in.
    LogInTitle,
    LogInNoAccount,
    DontMatch,
    TooManyTries { wait: u64 },
    LoggedOut,
    AlreadyConfirmed,

    // Sign up.
    SignUpTitle,
    SignUpHaveAccount,
    NewPasswordHint { min: u16 },
    TooManySignUps { wait: u64 },

    // A sign-up waits for its code.
    SentTitle,
    SentLead,
    CodeLabel,
    CodeHint,
    ConfirmCode,
    SendAgain,
    SendAgainIn { wait: u64 },
    SendAgainNow,
    SendAgainTooSoon { wait: u64 },
    SentAgain,
    Change,
    TooManyCodes { wait: u64 },

    // The mailed link.
    ConfirmTitle,
    ConfirmLead { email: &'a str },
    ConfirmElsewhereLead { email: &'a str },
    ConfirmElsewhereHint,
    ConfirmButton,
    LinkEndedTitle,
    LinkEndedLead,
    SignUpAgain,

    // Logged in, logged out.
    LoggedInTitle,
    LoggedInLead { email: &'a str },
    LogOutTitle,
    LogOutLead { email: &'a str },
    StayLoggedIn,

    // A state whose screen is not drawn yet.
    NotReadyTitle,
    NotReadyLead(Missing),
    NotReadyNext,

    // Trouble.
    NotFoundTitle,
    NotFoundLead,
    ForbiddenTitle,
    ForbiddenLead,
    MethodTitle,
    MethodLead,
    TooLargeTitle,
    TooLargeLead,
    BadRequestTitle,
    BadRequestLead,
    TooManyTitle,
    TooManyLead { wait: u64 },
    TroubleTitle,
    TroubleLead,
    Reference { id: &'a str },
    BackToLogIn,

    // Mails.
    CodeMailSubject { code: &'a str },
    CodeMailLead,
    CodeMailCode,
    CodeMailLink,
    CodeMailButton,
    CodeMailLife,
    CodeMailNotYou,
    TakenMailSubject,
    TakenMailLead { email: &'a str },
    TakenMailLink,
    TakenMailButton,
    TakenMailNotYou,
}
