//! Log in: address and password together, so that a password manager fills both at once.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{destination::LocalPath, field::FieldError, mount::Mount, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Alert, AlertKind, EmailField, Form, Go, Kind, Link, Nav, Page, PasswordField, PasswordPurpose, Press, Summary,
        Title, WaitAlert,
    },
};

const EMAIL: FieldId = FieldId::new("log-in", "email");
const PASSWORD: FieldId = FieldId::new("log-in", "password");

/// The log-in screen.
pub struct LogIn;

/// What the log-in screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInModel {
    /// The address as typed.
    pub email: String,
    /// What is wrong with the address.
    pub email_error: Option<FieldError>,
    /// What is wrong with the password as typed, before anything was compared.
    pub password_error: Option<FieldError>,
    /// Why the last try was refused.
    pub refusal: Option<LogInRefusal>,
    /// What brought the person here.
    pub notice: Option<LogInNotice>,
    /// Where to go afterwards.
    pub return_to: Option<LocalPath>,
    /// Who logged in at this browser last, and how.
    pub last: Option<LastLogIn>,
    /// The password was wrong before: the other way moves up beside the button.
    pub offer_email: bool,
}

/// Who logged in at a browser last, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastLogIn {
    /// How.
    pub method: LastMethod,
    /// The address, with most of it hidden.
    pub masked: String,
}

/// How somebody logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LastMethod {
    /// By a password.
    Password,
    /// By a mailed link or code.
    Email,
}

/// Why a log-in was refused. Before proof there is one answer for an unknown address, a wrong password and a locked
/// account (E-01); the count of tries is kept by the typed address and tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInRefusal {
    /// Address and password don't match, for whatever reason.
    DontMatch,
    /// Too many tries.
    TooManyTries {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
    /// The account is turned off: said after proof only.
    Disabled {
        /// Where to write to.
        contact: Option<String>,
    },
}

/// What brought a person to the log-in screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInNotice {
    /// They logged out.
    LoggedOut,
    /// Their mailbox is proven, but this browser has no session.
    AlreadyConfirmed,
    /// Their session ended by itself.
    SessionEnded {
        /// After so many minutes without use; `None` when its whole time was over.
        idle_minutes: Option<u64>,
        /// Whether logging in leads back to where they were.
        back_to: bool,
    },
    /// Their session was ended elsewhere.
    Ended,
    /// The second factor came too late.
    SecondFactorTimedOut,
    /// They took a change of address back.
    EmailChangeUndone,
    /// The page they asked for is for people who are logged in.
    ToGoBack,
    /// Their mailbox is proven, and the password of whoever set the account up before is gone.
    PasswordGone,
    /// An invitation waits for them.
    AccountNeeded,
}

impl LogInNotice {
    /// What the alert says, and how it is meant.
    pub fn say(self, frame: &Frame) -> (AlertKind, Text) {
        let (kind, message) = match self {
            Self::LoggedOut => (AlertKind::Good, Message::LoggedOut),
            Self::AlreadyConfirmed => (AlertKind::Good, Message::AlreadyConfirmed),
            Self::SessionEnded { idle_minutes, back_to } => {
                let why = idle_minutes.map_or(Message::SessionOver, |minutes| Message::SessionIdle { minutes });
                let next = if back_to { Message::LogInToGoBack } else { Message::LogInToGoOn };
                return (AlertKind::Info, format!("{} {}", frame.say(why), frame.say(next)).into());
            }
            Self::Ended => (AlertKind::Info, Message::SessionEndedElsewhere),
            Self::SecondFactorTimedOut => (AlertKind::Info, Message::SecondFactorTimedOut),
            Self::ToGoBack => (AlertKind::Info, Message::LogInToGoBack),
            Self::EmailChangeUndone => (AlertKind::Good, Message::EmailChangeUndone),
            Self::PasswordGone => (AlertKind::Warn, Message::PasswordGone),
            Self::AccountNeeded => (AlertKind::Info, Message::AccountNeeded),
        };
        (kind, frame.say(message))
    }

    /// Whether there is no password to log in with.
    pub const fn needs_password(self) -> bool {
        matches!(self, Self::EmailChangeUndone | Self::PasswordGone)
    }
}

impl LogInRefusal {
    /// What the alert says, and how it is meant.
    pub fn say(&self, frame: &Frame) -> (AlertKind, Text) {
        let (kind, message) = match self {
            Self::DontMatch => (AlertKind::Danger, Message::DontMatch),
            Self::TooManyTries { wait } => (AlertKind::Warn, Message::TooManyTries { wait: *wait }),
            Self::StaleForm => (AlertKind::Info, Message::StaleForm),
            Self::Disabled { contact: Some(contact) } => (AlertKind::Danger, Message::DisabledContact { contact }),
            Self::Disabled { contact: None } => (AlertKind::Danger, Message::Disabled),
        };
        (kind, frame.say(message))
    }
}

fn noticed(notice: LogInNotice) -> LogInModel {
    LogInModel { notice: Some(notice), ..LogInModel::default() }
}

fn refused(refusal: LogInRefusal) -> LogInModel {
    LogInModel { email: "ada@example.org".to_owned(), refusal: Some(refusal), ..LogInModel::default() }
}

fn remembered(method: LastMethod) -> LogInModel {
    LogInModel {
        last: Some(LastLogIn { method, masked: "a•••@example.org".to_owned() }), ..LogInModel::default()
    }
}

impl Screen for LogIn {
    type Model = LogInModel;

    const NAME: &'static str = "log-in";

    const STORIES: &'static [Story<LogInModel>] = &[
        Story { name: "empty", model: LogInModel::default },
        Story {
            name: "nothing-typed",
            model: || LogInModel {
                email_error: Some(FieldError::Required),
                password_error: Some(FieldError::Required),
                ..LogInModel::default()
            },
        },
        Story {
            name: "malformed-email",
            model: || LogInModel {
                email: "ada@example".to_owned(),
                email_error: Some(FieldError::MalformedEmail),
                ..LogInModel::default()
            },
        },
        Story {
            name: "wrong-password",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::DontMatch),
                ..LogInModel::default()
            },
        },
        Story {
            name: "rate-limited",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::TooManyTries { wait: 45 }),
                ..LogInModel::default()
            },
        },
        Story {
            name: "stale-form",
            model: || LogInModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(LogInRefusal::StaleForm),
                ..LogInModel::default()
            },
        },
        Story {
            name: "wrong-password-again",
            model: || LogInModel { offer_email: true, ..refused(LogInRefusal::DontMatch) },
        },
        Story { name: "disabled", model: || refused(LogInRefusal::Disabled { contact: None }) },
        Story {
            name: "disabled-with-contact",
            model: || refused(LogInRefusal::Disabled { contact: Some("help@northwind.example".to_owned()) }),
        },
        Story { name: "logged-out", model: || noticed(LogInNotice::LoggedOut) },
        Story { name: "already-confirmed", model: || noticed(LogInNotice::AlreadyConfirmed) },
        Story {
            name: "session-unused",
            model: || noticed(LogInNotice::SessionEnded { idle_minutes: Some(60), back_to: true }),
        },
        Story {
            name: "session-over",
            model: || noticed(LogInNotice::SessionEnded { idle_minutes: None, back_to: false }),
        },
        Story { name: "ended-elsewhere", model: || noticed(LogInNotice::Ended) },
        Story { name: "second-factor-timed-out", model: || noticed(LogInNotice::SecondFactorTimedOut) },
        Story { name: "to-go-back", model: || noticed(LogInNotice::ToGoBack) },
        Story { name: "email-change-undone", model: || noticed(LogInNotice::EmailChangeUndone) },
        Story { name: "password-gone", model: || noticed(LogInNotice::PasswordGone) },
        Story { name: "invited", model: || noticed(LogInNotice::AccountNeeded) },
        Story { name: "last-time-password", model: || remembered(LastMethod::Password) },
        Story { name: "last-time-email", model: || remembered(LastMethod::Email) },
        Story {
            name: "return-to",
            model: || LogInModel { return_to: "/invoices?page=2".parse().ok(), ..LogInModel::default() },
        },
        Story {
            name: "long-address",
            model: || LogInModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                refusal: Some(LogInRefusal::DontMatch),
                ..LogInModel::default()
            },
        },
    ];

    fn title(frame: &Frame, _: &LogInModel) -> Text {
        frame.say(Message::LogIn)
    }

    fn view(frame: Frame, model: LogInModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let LogInModel { email, email_error, password_error, refusal, notice, return_to, last, offer_email } = model;
        let say = |message| frame.say(message);
        let refused = [(EMAIL, email_error, Message::Email), (PASSWORD, password_error, Message::Password)];
        let items = refused.into_iter().filter_map(|(id, error, label)| Some(((id, error?), say(label)))).collect();
        // The next refusal knows that there was one: nothing is counted down before proof.
        let again = (refusal == Some(LogInRefusal::DontMatch))
            .then(|| view! { <input type="hidden" name="again" value="yes"/> });
        let set_password = notice.filter(|notice| refusal.is_none() && notice.needs_password()).map(|_| {
            let text = say(Message::ForgotPasswordTitle);
            view! { <Go name="set-password" kind=Kind::Secondary href=mount.at(routes::FORGOT_PASSWORD) text=text/> }
        });
        let wait = match refusal {
            Some(LogInRefusal::TooManyTries { wait }) => Some(wait),
            _ => None,
        };
        let alert = refusal.map(|refusal| refusal.say(&frame)).or_else(|| notice.map(|notice| notice.say(&frame)));
        let alert = alert.map(|(kind, text)| match wait {
            Some(wait) => view! { <WaitAlert frame=frame.clone() screen=Self::NAME text=text wait=wait/> }.into_any(),
            None => view! { <Alert screen=Self::NAME kind=kind text=text/> }.into_any(),
        });
        let last = last.map(|LastLogIn { method, masked }| {
            let text = match method {
                LastMethod::Password => frame.say(Message::LastLogInPassword { masked: &masked }),
                LastMethod::Email => frame.say(Message::LastLogInEmail { masked: &masked }),
            };
            view! { <p data-part="hint" data-name="last">{text}</p> }
        });
        let return_to =
            return_to.map(|path| view! { <input type="hidden" name="return_to" value=String::from(path)/> });
        let [title, no_account, sign_up, log_in, forgot, by_email] = [
            Message::LogInTitle,
            Message::LogInNoAccount,
            Message::CreateAccount,
            Message::LogIn,
            Message::ForgotPassword,
            Message::LogInByEmail,
        ]
        .map(say);
        let (beside, below) = if offer_email { (Some(by_email), None) } else { (None, Some(by_email)) };
        let beside = beside.map(|text| by_email_button(mount, Kind::Secondary, text));
        let below = below.map(|text| by_email_button(mount, Kind::Quiet, text));
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                {last}
                {alert}
                {set_password}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="log-in" action=routes::LOG_IN>
                    {return_to}
                    {again}
                    <EmailField frame=frame.clone() id=EMAIL value=email error=email_error/>
                    <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::Current hint=None error=password_error>
                        <Link name="forgot-password" href=mount.at(routes::FORGOT_PASSWORD) text=forgot/>
                    </PasswordField>
                    <Press name="log-in" text=log_in/>
                    {beside}
                </Form>
                {below}
                <Nav text=no_account>
                    <Link name="sign-up" href=mount.at(routes::SIGN_UP) text=sign_up/>
                </Nav>
            </Page>
        }
    }
}

fn by_email_button(mount: Mount, kind: Kind, text: Text) -> impl IntoView {
    view! { <Go name="email-log-in" kind=kind href=mount.at(routes::EMAIL_LOG_IN) text=text/> }
}
