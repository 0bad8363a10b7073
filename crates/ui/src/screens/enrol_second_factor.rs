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
    parts::{Account, CodeField, Form, Lead, Link, Nav, Page, Press, Title, UserName},
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrolWhy {
    /// Everybody must have one.
    Required,
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

impl Screen for EnrolSecondFactor {
    type Model = EnrolSecondFactorModel;

    const NAME: &'static str = "enrol-second-factor";

    const STORIES: &'static [Story<EnrolSecondFactorModel>] = &[
        Story { name: "required", model: || enrolling(EnrolWhy::Required) },
        Story { name: "chosen", model: || enrolling(EnrolWhy::Chosen) },
        Story {
            name: "wrong-code",
            model: || EnrolSecondFactorModel {
                code: "482913".to_owned(),
                code_error: Some(FieldError::WrongTotp),
                ..enrolling(EnrolWhy::Required)
            },
        },
        Story {
            name: "nothing-typed",
            model: || EnrolSecondFactorModel { code_error: Some(FieldError::Required), ..enrolling(EnrolWhy::Chosen) },
        },
        Story {
            name: "rate-limited",
            model: || EnrolSecondFactorModel {
                notice: Some(SecondFactorNotice::TooMany { wait: 300 }),
                ..enrolling(EnrolWhy::Required)
            },
        },
        Story {
            name: "stale-form",
            model: || EnrolSecondFactorModel {
                notice: Some(SecondFactorNotice::StaleForm),
                ..enrolling(EnrolWhy::Required)
            },
        },
    ];

    fn title(frame: &Frame, _: &EnrolSecondFactorModel) -> Text {
        frame.say(Message::EnrolTitle)
    }

    fn view(frame: Frame, model: EnrolSecondFactorModel) -> impl IntoView + 'static {
        let EnrolSecondFactorModel { email, secret, uri, qr, code, code_error, notice, why } = model;
        let say = |message| frame.say(message);
        let alert = factor_alert(&frame, Self::NAME, notice);
        let (lead, out) = match why {
            EnrolWhy::Required => (Message::EnrolRequiredLead, leave(&frame).into_any()),
            EnrolWhy::Chosen => {
                let text = say(Message::NotNow);
                let later = view! { <Nav><Link name="not-now" href=routes::ACCOUNT_SECOND_FACTOR text=text/></Nav> };
                (Message::EnrolChosenLead, later.into_any())
            }
        };
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
