//! One factor again before something that could take an account away from its owner.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::sent::{SendAgain, SentNotice, sent_alert};
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, CodeField, Form, Lead, LineField, LineKind, Link, Nav, Page, PasswordField, PasswordPurpose, Press,
        Title, UserName, WaitAlert,
    },
};

const PASSWORD: FieldId = FieldId::new("step-up", "password");
const CODE: FieldId = FieldId::new("step-up", "code");

/// What the address and the form say to ask for a backup code.
pub const WITH_BACKUP_CODE: &str = "backup-code";

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
    /// The address of this page, for the same destination.
    pub here: String,
    /// The mail with the code is on its way; otherwise it has to be asked for first.
    pub sent: bool,
    /// Seconds until it may be sent again.
    pub resend_wait: u64,
    /// What became of sending it again.
    pub resent: Option<SentNotice>,
    /// Whether any backup code is left.
    pub has_backup_codes: bool,
}

/// What is asked: the strongest that the account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepUpFactor {
    /// The password.
    Password,
    /// The authenticator's code.
    Totp,
    /// A backup code in its place.
    BackupCode,
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
        here: "/step-up?return_to=%2Faccount%2Fpassword".to_owned(),
        sent: true,
        resend_wait: 0,
        resent: None,
        has_backup_codes: true,
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
        Story {
            name: "totp-without-backup-codes",
            model: || StepUpModel { has_backup_codes: false, ..ask(StepUpFactor::Totp) },
        },
        Story { name: "backup-code", model: || ask(StepUpFactor::BackupCode) },
        Story {
            name: "wrong-backup-code",
            model: || refused(StepUpFactor::BackupCode, "3f7k-9m2p-x4tb-0qrs", FieldError::WrongBackupCode),
        },
        Story {
            name: "email-sent-again",
            model: || StepUpModel { resend_wait: 60, resent: Some(SentNotice::SentAgain), ..ask(StepUpFactor::Email) },
        },
        Story {
            name: "email-too-soon",
            model: || StepUpModel {
                resend_wait: 25,
                resent: Some(SentNotice::TooSoon { wait: 25 }),
                ..ask(StepUpFactor::Email)
            },
        },
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
        let ways = ways(&frame, &model);
        let again = again(&frame, &model);
        let StepUpModel { email, factor, error, code, wait, stale_form, return_to, sent, resent, .. } = model;
        let is_asked_for = factor == StepUpFactor::Email && !sent;
        let button = if is_asked_for { Message::SendEmail } else { Message::StepUpButton };
        let alert = alert(&frame, factor, wait, stale_form, resent);
        let lead = match factor {
            StepUpFactor::Password => Message::StepUpPassword,
            StepUpFactor::Totp => Message::StepUpTotp,
            StepUpFactor::BackupCode => Message::StepUpBackupCode,
            StepUpFactor::Email if is_asked_for => Message::StepUpEmailFirst,
            StepUpFactor::Email => Message::StepUpEmail,
        };
        let [title, lead, button] = [Message::StepUpTitle, lead, button].map(|message| frame.say(message));
        let field = if is_asked_for {
            view! { <input type="hidden" name="send" value="yes"/> }.into_any()
        } else {
            field(&frame, factor, code, error)
        };
        let with = (factor == StepUpFactor::BackupCode)
            .then(|| view! { <input type="hidden" name="with" value=WITH_BACKUP_CODE/> });
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email.clone()/>
                {alert}
                <Form frame=frame name="step-up" action=routes::STEP_UP>
                    <input type="hidden" name="return_to" value=return_to/>
                    {with}
                    <UserName email=email/>
                    {field}
                    <Press name="confirm" text=button/>
                </Form>
                {again}
                {ways}
            </Page>
        }
    }
}

/// What must be noticed before anything is typed.
fn alert(
    frame: &Frame,
    factor: StepUpFactor,
    wait: Option<u64>,
    stale_form: bool,
    resent: Option<SentNotice>,
) -> Option<AnyView> {
    if let Some(wait) = wait {
        let message = match factor {
            StepUpFactor::Password => Message::TooManyTries { wait },
            _ => Message::TooManyFactorTries { wait },
        };
        let text = frame.say(message);
        return Some(view! { <WaitAlert frame=frame.clone() screen=StepUp::NAME text=text wait=wait/> }.into_any());
    }
    let notice = if stale_form { Some(SentNotice::StaleForm) } else { resent };
    sent_alert(frame, StepUp::NAME, notice).map(IntoAny::into_any)
}

/// The form for another mail, once there was one.
fn again(frame: &Frame, model: &StepUpModel) -> Option<AnyView> {
    let StepUpModel { factor: StepUpFactor::Email, sent: true, resend_wait, return_to, .. } = model else {
        return None;
    };
    let (frame, wait, to) = (frame.clone(), *resend_wait, return_to.clone());
    let view = view! { <SendAgain frame=frame screen=StepUp::NAME action=routes::STEP_UP wait=wait return_to=to/> };
    Some(view.into_any())
}

/// The other way to show a factor, and the way back.
fn ways(frame: &Frame, model: &StepUpModel) -> AnyView {
    let mount = frame.mount;
    let [backup, app, back] =
        [Message::UseBackupCode, Message::UseApp, Message::BackToAccount].map(|message| frame.say(message));
    let other = match model.factor {
        StepUpFactor::Totp if model.has_backup_codes => {
            let href = format!("{}&with={WITH_BACKUP_CODE}", mount.at(&model.here));
            Some(view! { <Link name="backup-code" href=href text=backup/>" " })
        }
        StepUpFactor::BackupCode => Some(view! { <Link name="second-factor" href=mount.at(&model.here) text=app/>" " }),
        _ => None,
    };
    view! { <Nav>{other}<Link name="back" href=mount.at(routes::ACCOUNT) text=back/></Nav> }.into_any()
}

fn field(frame: &Frame, factor: StepUpFactor, code: String, error: Option<FieldError>) -> AnyView {
    let (label, hint) = match factor {
        StepUpFactor::Password => {
            return view! { <PasswordField frame=frame.clone() id=PASSWORD purpose=PasswordPurpose::Current hint=None error=error/> }.into_any();
        }
        StepUpFactor::BackupCode => {
            let [label, hint] = [Message::BackupCodeLabel, Message::BackupCodeHint].map(|message| frame.say(message));
            return view! { <LineField frame=frame.clone() id=CODE kind=LineKind::Text label=label autocomplete=Some("off") hint=Some(hint) value=code error=error/> }.into_any();
        }
        StepUpFactor::Totp => (Message::StepUpTotpLabel, Message::StepUpTotpHint),
        StepUpFactor::Email => (Message::CodeLabel, Message::StepUpEmailHint),
    };
    let [label, hint] = [label, hint].map(|message| frame.say(message));
    view! { <CodeField frame=frame.clone() id=CODE label=label hint=hint value=code error=error/> }.into_any()
}
