//! Enrolling an authenticator: a picture for the phone, a key to type, a link on the phone itself, and the first code.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, routes};
use vestibule_words::{Message, Text};

use super::{
    leave::leave,
    second_factor::{SecondFactorNotice, factor_alert},
};
use crate::{
    FieldId, Frame, Screen, Story,
    behaviours::Copy,
    parts::{Account, CodeField, Form, Kind, Lead, Link, Nav, Page, Press, Title, UserName},
};

const CODE: FieldId = FieldId::new("enrol-second-factor", "code");

/// Modules of white around the picture: without them a camera doesn't find it (ISO/IEC 18004).
const QUIET_ZONE: u16 = 4;

/// The screen that enrols an authenticator.
pub struct EnrolSecondFactor;

/// What that screen shows. The secret is its purpose: it is shown until the first code was right, and never again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolSecondFactorModel {
    /// Whose account it is.
    pub email: String,
    /// The secret in base 32, in groups of four.
    pub secret: String,
    /// The address that an app opens.
    pub uri: String,
    /// The same as a picture.
    pub qr: Qr,
    /// The refused code, shown again.
    pub code: String,
    /// What is wrong with the code.
    pub code_error: Option<FieldError>,
    /// What else happened.
    pub notice: Option<SecondFactorNotice>,
    /// Why it is enrolled.
    pub why: EnrolWhy,
}

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qr {
    /// Modules on a side.
    pub size: u16,
    /// The dark modules as the data of an SVG path, one unit a module.
    pub path: String,
}

/// Why a second factor is enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrolWhy {
    /// Everybody must have one.
    Required {
        /// Since which day: `2026-11-25`.
        since: String,
    },
    /// Everybody will have to have one, and it is offered before.
    Ahead {
        /// From which day on.
        from: String,
    },
    /// Its owner wants one.
    Chosen,
}

fn enrolling(why: EnrolWhy) -> EnrolSecondFactorModel {
    EnrolSecondFactorModel {
        email: "ada@example.org".to_owned(),
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".to_owned(),
        uri: "otpauth://totp/Northwind:ada%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Northwind"
            .to_owned(),
        // The finder of every code, and some modules: a story's picture is looked at, not scanned.
        qr: Qr {
            size: 21,
            path: "M0 0h7v7h-7zM1 1v5h5v-5zM2 2h3v3h-3zM14 0h7v7h-7zM15 1v5h5v-5zM16 2h3v3h-3zM0 14h7v7h-7zM1 15v5h5v-5z\
                   M2 16h3v3h-3zM9 1h2v3h-2zM8 6h4v1h-4zM9 9h5v2h-5zM16 9h3v4h-3zM2 9h3v3h-3zM10 14h3v5h-3zM15 15h4v2h-4z"
                .to_owned(),
        },
        code: String::new(),
        code_error: None,
        notice: None,
        why,
    }
}

fn required() -> EnrolSecondFactorModel {
    enrolling(EnrolWhy::Required { since: "2026-11-25".to_owned() })
}

fn ahead() -> EnrolSecondFactorModel {
    enrolling(EnrolWhy::Ahead { from: "2027-03-03".to_owned() })
}

impl Screen for EnrolSecondFactor {
    type Model = EnrolSecondFactorModel;

    const NAME: &'static str = "enrol-second-factor";

    const STORIES: &'static [Story<EnrolSecondFactorModel>] = &[
        Story { name: "required", model: required },
        Story { name: "ahead", model: ahead },
        Story { name: "chosen", model: || enrolling(EnrolWhy::Chosen) },
        Story {
            name: "wrong-code",
            model: || EnrolSecondFactorModel {
                code: "482913".to_owned(),
                code_error: Some(FieldError::WrongTotp),
                ..required()
            },
        },
        Story {
            name: "nothing-typed",
            model: || EnrolSecondFactorModel { code_error: Some(FieldError::Required), ..enrolling(EnrolWhy::Chosen) },
        },
        Story {
            name: "rate-limited",
            model: || EnrolSecondFactorModel { notice: Some(SecondFactorNotice::TooMany { wait: 300 }), ..required() },
        },
        Story {
            name: "stale-form",
            model: || EnrolSecondFactorModel { notice: Some(SecondFactorNotice::StaleForm), ..required() },
        },
    ];

    fn title(frame: &Frame, _: &EnrolSecondFactorModel) -> Text {
        frame.say(Message::EnrolTitle)
    }

    fn view(frame: Frame, model: EnrolSecondFactorModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let EnrolSecondFactorModel { email, secret, uri, qr, code, code_error, notice, why } = model;
        let say = |message| frame.say(message);
        let alert = factor_alert(&frame, Self::NAME, notice);
        let (lead, day, out) = match why {
            EnrolWhy::Required { since } => {
                let day = frame.say(Message::EnrolRequiredSince { day: &since });
                (Message::EnrolRequiredLead, Some(day), leave(&frame).into_any())
            }
            EnrolWhy::Ahead { from } => {
                let day = frame.say(Message::EnrolRequiredFrom { day: &from });
                (Message::EnrolRequiredLead, Some(day), later(&frame).into_any())
            }
            EnrolWhy::Chosen => {
                let text = say(Message::NotNow);
                let not_now =
                    view! { <Nav><Link name="not-now" href=mount.at(routes::ACCOUNT_SECOND_FACTOR) text=text/></Nav> };
                (Message::EnrolChosenLead, None, not_now.into_any())
            }
        };
        let day = day.map(|day| view! { <p data-part="hint" data-name="deadline">{day}</p> });
        let [title, lead, scan, open, key, label, hint, button] = [
            Message::EnrolTitle,
            lead,
            Message::EnrolScan,
            Message::EnrolOpen,
            Message::EnrolKey,
            Message::TotpLabel,
            Message::EnrolConfirm,
            Message::EnrolButton,
        ]
        .map(say);
        let picture = picture(qr, say(Message::EnrolQr));
        let copy = view! {
            <Copy
                text=secret.replace(' ', "")
                label=say(Message::Copy).into_owned()
                done=say(Message::Copied).into_owned()
            />
        };
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                {day}
                <Account email=email.clone()/>
                {alert}
                <div data-part="secret" data-kind="qr"><p>{scan}</p>{picture}</div>
                <div data-part="actions" data-name="open">
                    <a data-part="button" data-kind="secondary" data-name="open" data-state="idle" href=uri>{open}</a>
                </div>
                <div data-part="secret" data-kind="key"><p>{key}</p><code>{secret}</code>{copy}</div>
                <Form frame=frame.clone() name="enrol" action=routes::ENROL_SECOND_FACTOR>
                    <UserName email=email/>
                    <CodeField frame=frame id=CODE label=label hint=hint value=code error=code_error later=true/>
                    <Press name="enrol" text=button/>
                </Form>
                {out}
            </Page>
        }
    }
}

/// "Later": a form, since it is remembered, and a link changes nothing (B-03).
fn later(frame: &Frame) -> impl IntoView + use<> {
    let text = frame.say(Message::EnrolLater);
    view! {
        <Form frame=frame.clone() name="later" action=routes::ENROL_SECOND_FACTOR>
            <input type="hidden" name="later" value="yes"/>
            <Press name="later" kind=Kind::Quiet text=text/>
        </Form>
    }
}

/// The picture, dark on white in both schemes, since cameras know nothing of schemes.
fn picture(qr: Qr, name: Text) -> impl IntoView {
    let side = qr.size + 2 * QUIET_ZONE;
    let view_box = format!("-{QUIET_ZONE} -{QUIET_ZONE} {side} {side}");
    view! {
        <svg role="img" aria-label=name viewBox=view_box shape-rendering="crispEdges">
            <path fill-rule="evenodd" d=qr.path></path>
        </svg>
    }
}
