//! Sign up: an address and a password. What happens next is told by mail, so that the page is the same for an address
//! that has an account (E-03).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Alert, AlertKind, EmailField, Form, Link, Nav, Page, PasswordField, PasswordPurpose, Press, Summary, Title,
        WaitAlert,
    },
};

const EMAIL: FieldId = FieldId::new("sign-up", "email");
const PASSWORD: FieldId = FieldId::new("sign-up", "password");

/// The sign-up screen.
pub struct SignUp;

/// What the sign-up screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpModel {
    /// The address as typed.
    pub email: String,
    /// What is wrong with the address.
    pub email_error: Option<FieldError>,
    /// What is wrong with the password.
    pub password_error: Option<FieldError>,
    /// Why nothing was done.
    pub refusal: Option<SignUpRefusal>,
    /// The shortest password accepted, in code points.
    pub min_length: u16,
    /// The address that was probably meant.
    pub suggestion: Option<String>,
}

/// Why a sign-up was not started although its fields were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignUpRefusal {
    /// Too many from this client, or too much mail to this address.
    TooMany {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
    /// The sign-up that this browser waited for has ended.
    MailEnded,
}

impl SignUpModel {
    /// An empty form.
    #[must_use]
    pub fn new(min_length: u16) -> Self {
        Self {
            email: String::new(),
            email_error: None,
            password_error: None,
            refusal: None,
            min_length,
            suggestion: None,
        }
    }
}

impl Screen for SignUp {
    type Model = SignUpModel;

    const NAME: &'static str = "sign-up";

    const STORIES: &'static [Story<SignUpModel>] = &[
        Story { name: "empty", model: || SignUpModel::new(15) },
        Story {
            name: "nothing-typed",
            model: || SignUpModel {
                email_error: Some(FieldError::Required),
                password_error: Some(FieldError::Required),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "short-password",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                password_error: Some(FieldError::PasswordTooShort { min: 15, typed: 9 }),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "long-password",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                password_error: Some(FieldError::PasswordTooLong { max: 128 }),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "obvious-password",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                password_error: Some(FieldError::PasswordTooObvious),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "malformed-email",
            model: || SignUpModel {
                email: "ada@example".to_owned(),
                email_error: Some(FieldError::MalformedEmail),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "mistyped-email",
            model: || SignUpModel {
                email: "ada@gmial.com".to_owned(),
                password_error: Some(FieldError::PasswordTooShort { min: 15, typed: 9 }),
                suggestion: Some("ada@gmail.com".to_owned()),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "leaked-password",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                password_error: Some(FieldError::PasswordLeaked),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "rate-limited",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(SignUpRefusal::TooMany { wait: 420 }),
                ..SignUpModel::new(15)
            },
        },
        Story {
            name: "mail-ended",
            model: || SignUpModel { refusal: Some(SignUpRefusal::MailEnded), ..SignUpModel::new(15) },
        },
        Story {
            name: "stale-form",
            model: || SignUpModel {
                email: "ada@example.org".to_owned(),
                refusal: Some(SignUpRefusal::StaleForm),
                ..SignUpModel::new(15)
            },
        },
    ];

    fn title(frame: &Frame, _: &SignUpModel) -> Text {
        frame.say(Message::CreateAccount)
    }

    fn view(frame: Frame, model: SignUpModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let SignUpModel { email, email_error, password_error, refusal, min_length, suggestion } = model;
        let say = |message| frame.say(message);
        let refused = [(EMAIL, email_error, Message::Email), (PASSWORD, password_error, Message::Password)];
        let items = refused.into_iter().filter_map(|(id, error, label)| Some(((id, error?), say(label)))).collect();
        let alert = refusal.map(|refusal| match refusal {
            SignUpRefusal::TooMany { wait } => {
                let text = say(Message::TooManySignUps { wait });
                view! { <WaitAlert frame=frame.clone() screen=Self::NAME text=text wait=wait/> }.into_any()
            }
            SignUpRefusal::StaleForm => {
                view! { <Alert screen=Self::NAME kind=AlertKind::Info text=say(Message::StaleForm)/> }.into_any()
            }
            SignUpRefusal::MailEnded => {
                view! { <Alert screen=Self::NAME kind=AlertKind::Info text=say(Message::SignUpMailEnded)/> }.into_any()
            }
        });
        let [title, have_account, log_in, create] =
            [Message::SignUpTitle, Message::SignUpHaveAccount, Message::LogIn, Message::CreateAccount].map(say);
        let hint = say(Message::NewPasswordHint);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                <Form frame=frame.clone() name="sign-up" action=routes::SIGN_UP>
                    <EmailField frame=frame.clone() id=EMAIL value=email error=email_error offer=suggestion.unwrap_or_default()/>
                    <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::New min=min_length hint=Some(hint) error=password_error/>
                    <Press name="sign-up" text=create/>
                </Form>
                <Nav text=have_account>
                    <Link name="log-in" href=mount.at(routes::LOG_IN) text=log_in/>
                </Nav>
            </Page>
        }
    }
}
