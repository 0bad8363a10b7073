//! One factor again before something that could take an account away from its owner.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, CodeField, Form, Lead, Link, Nav, Page, PasswordField, PasswordPurpose, Press,
        Title, UserName,
    },
};

const PASSWORD: FieldId = FieldId::new("step-up", "password");
const CODE: FieldId = FieldId::new("step-up", "code");

/// The screen that asks once more.
pub struct StepUp;

/// What the screen that asks once more shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepUpModel {
    /// Who is asked.
    pub email: String,
    /// What is asked.
    pub factor: StepUpFactor,
    /// What was refused.
    pub error: Option<FieldError>,
    /// The refused code, shown again.
    pub code: String,
    /// Seconds until the next try, after too many.
    pub wait: Option<u64>,
    /// The form was not of this browser session.
    pub stale_form: bool,
    /// Where to go afterwards.
    pub return_to: String,
    /// The mail with the code is on its way; otherwise it has to be asked for first.
    pub sent: bool,
}

/// What is asked: the strongest that the account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepUpFactor {
    /// The password.
    Password,
    /// The authenticator's code.
    Totp,
    /// A mailed code, where there is no password.
    Email,
}

fn ask(factor: StepUpFactor) -> StepUpModel {
    StepUpModel {
        email: "ada@example.org".to_owned(),
        factor,
        error: None,
        code: String::new(),
        wait: None,
        stale_form: false,
        return_to: routes::ACCOUNT_PASSWORD.to_owned(),
        sent: true,
    }
}

fn refused(factor: StepUpFactor, code: &str, error: FieldError) -> StepUpModel {
    StepUpModel { code: code.to_owned(), error: Some(error), ..ask(factor) }
}

impl Screen for StepUp {
    type Model = StepUpModel;

    const NAME: &'static str = "step-up";

    const STORIES: &'static [Story<StepUpModel>] = &[
        Story { name: "password", model: || ask(StepUpFactor::Password) },
        Story { name: "totp", model: || ask(StepUpFactor::Totp) },
        Story { name: "email", model: || StepUpModel { sent: false, ..ask(StepUpFactor::Email) } },
        Story { name: "email-sent", model: || ask(StepUpFactor::Email) },
        Story { name: "nothing-typed", model: || refused(StepUpFactor::Password, "", FieldError::Required) },
        Story { name: "wrong-password", model: || refused(StepUpFactor::Password, "", FieldError::WrongPassword) },
        Story { name: "wrong-totp", model: || refused(StepUpFactor::Totp, "482913", FieldError::WrongTotp) },
        Story { name: "malformed-totp", model: || refused(StepUpFactor::Totp, "4829", FieldError::MalformedCode) },
        Story { name: "wrong-code", model: || refused(StepUpFactor::Email, "482913", FieldError::WrongCode) },
        Story { name: "rate-limited", model: || StepUpModel { wait: Some(45), ..ask(StepUpFactor::Password) } },
        Story { name: "stale-form", model: || StepUpModel { stale_form: true, ..ask(StepUpFactor::Totp) } },
        Story {
            name: "long-address",
            model: || StepUpModel {
                email: "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned(),
                ..ask(StepUpFactor::Email)
            },
        },
    ];

    fn title(frame: &Frame, _: &StepUpModel) -> Text {
        frame.say(Message::StepUpTitle)
    }

    fn view(frame: Frame, model: StepUpModel) -> impl IntoView + 'static {
        let StepUpModel { email, factor, error, code, wait, stale_form, return_to, sent } = model;
        let is_asked_for = factor == StepUpFactor::Email && !sent;
        let button = if is_asked_for { Message::SendEmail } else { Message::StepUpButton };
        let notice = match wait {
            Some(wait) => Some((AlertKind::Warn, Message::TooManyTries { wait })),
            None => stale_form.then_some((AlertKind::Info, Message::StaleForm)),
        };
        let alert =
            notice.map(|(kind, message)| view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> });
        let lead = match factor {
            StepUpFactor::Password => Message::StepUpPassword,
            StepUpFactor::Totp => Message::StepUpTotp,
            StepUpFactor::Email if is_asked_for => Message::StepUpEmailFirst,
            StepUpFactor::Email => Message::StepUpEmail,
        };
        let [title, lead, button, back] =
            [Message::StepUpTitle, lead, button, Message::BackToAccount].map(|message| frame.say(message));
        let field = if is_asked_for {
            view! { <input type="hidden" name="send" value="yes"/> }.into_any()
        } else {
            field(&frame, factor, code, error)
        };
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Form frame=frame name="step-up" action=routes::STEP_UP>
                    <input type="hidden" name="return_to" value=return_to/>
                    <UserName email=email/>
                    {field}
                    <Press name="confirm" text=button/>
                </Form>
                <Nav><Link name="back" href=routes::ACCOUNT text=back/></Nav>
            </Page>
        }
    }
}

fn field(frame: &Frame, factor: StepUpFactor, code: String, error: Option<FieldError>) -> AnyView {
    let (label, hint) = match factor {
        StepUpFactor::Password => {
            return view! { <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::Current hint=None error=error/> }.into_any();
        }
        StepUpFactor::Totp => (Message::StepUpTotpLabel, Message::StepUpTotpHint),
        StepUpFactor::Email => (Message::CodeLabel, Message::StepUpEmailHint),
    };
    let [label, hint] = [label, hint].map(|message| frame.say(message));
    view! { <CodeField frame=frame.clone() id=CODE label=label hint=hint value=code error=error/> }.into_any()
}
