//! What is asked in stories.

use vestibule_core::{field::FieldError, property::PropertyKind};

use super::{PropertiesMode, PropertiesModel, PropertyField};
use crate::Story;

fn field(name: &str, label: &str, kind: PropertyKind) -> PropertyField {
    let (name, label, value) = (name.to_owned(), label.to_owned(), String::new());
    PropertyField { name, label, why: None, kind, optional: false, value, error: None }
}

/// One field of each kind.
fn every_kind() -> Vec<PropertyField> {
    let because = |why: &str, field: PropertyField| PropertyField { why: Some(why.to_owned()), ..field };
    vec![
        field("name", "Name", PropertyKind::Text { max: 80 }),
        because("Your colleagues see it.", field("job_title", "What you do", PropertyKind::Text { max: 80 })),
        because("So that we show you what fits.", field("team_size", "People in your team", number())),
        field("birthday", "Birthday", PropertyKind::Date),
        field("industry", "Industry", industry()),
        field("website", "Website", PropertyKind::Url),
        because("A sentence or two.", field("plans", "What you plan to do here", PropertyKind::LongText { max: 500 })),
        because("Once a month, and easy to leave.", field("news", "Send me news", PropertyKind::Checkbox)),
        field("terms", "I agree to the terms of use", terms()),
    ]
}

const fn number() -> PropertyKind {
    PropertyKind::Number { min: 1, max: 100_000 }
}

fn industry() -> PropertyKind {
    PropertyKind::Choice {
        choices: ["Farming", "Printing and publishing", "Something else"].map(str::to_owned).to_vec(),
    }
}

fn terms() -> PropertyKind {
    PropertyKind::Terms { url: "https://northwind.example/terms".to_owned() }
}

fn required(fields: Vec<PropertyField>) -> PropertiesModel {
    let email = "ada@example.org".to_owned();
    PropertiesModel { email, mode: PropertiesMode::Required, fields, saved: false, stale_form: false }
}

/// One field as it came back.
fn refused(field: PropertyField, value: &str, error: FieldError) -> PropertiesModel {
    required(vec![PropertyField { value: value.to_owned(), error: Some(error), ..field }])
}

/// Every kind, with these values.
fn filled(values: [&str; 9]) -> Vec<PropertyField> {
    let fill = |(field, value): (PropertyField, &str)| PropertyField { value: value.to_owned(), ..field };
    every_kind().into_iter().zip(values).map(fill).collect()
}

fn profile() -> PropertiesModel {
    let plans = "Catalogues.\nTwo a year, <b>bound</b> & sewn.";
    let values =
        ["Ada", "Printer", "12", "1815-12-10", "Printing and publishing", "https://ada.example", plans, "yes", "yes"];
    let optional = |field: PropertyField| PropertyField { optional: field.name == "website", ..field };
    let fields = filled(values).into_iter().map(optional).collect();
    PropertiesModel { mode: PropertiesMode::Profile, ..required(fields) }
}

/// One was emptied, another refused: the rest is kept.
fn partly_saved() -> PropertiesModel {
    let answer = |field: PropertyField| match field.name.as_str() {
        "website" => PropertyField { value: String::new(), ..field },
        "team_size" => {
            PropertyField { value: "0".to_owned(), error: Some(FieldError::NumberTooSmall { min: 1 }), ..field }
        }
        _ => field,
    };
    let model = profile();
    PropertiesModel { fields: model.fields.into_iter().map(answer).collect(), saved: true, ..model }
}

/// What an operator may write at its longest, and what people may have typed.
fn long() -> PropertiesModel {
    let label = "Donaudampfschifffahrtsgesellschaftskapitänspatentnummer oder vergleichbarer Befähigungsnachweis";
    let why = "Without it the harbour office at Regensburg sends every form back, and we would have to write to you \
               again at https://harbour.example/forms/2026/patent-numbers-of-captains-and-others-who-steer-ships.";
    let choice = "Ships, boats, rafts, ferries and everything else that floats or is meant to";
    let choices = vec![choice.to_owned(), "None".to_owned()];
    let explained = PropertyField {
        why: Some(why.to_owned()),
        value: "0123456789".repeat(8),
        ..field("patent", label, PropertyKind::Text { max: 80 })
    };
    let chosen = PropertyField { value: choice.to_owned(), ..field("ship", "Ship", PropertyKind::Choice { choices }) };
    let agreed =
        "I agree to the terms of use, the rules of the harbour and the notice on how personal data are handled";
    let email = "wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned();
    PropertiesModel { email, ..required(vec![explained, chosen, field("terms", agreed, terms())]) }
}

pub(super) const STORIES: &[Story<PropertiesModel>] = &[
    Story { name: "one", model: || required(vec![field("name", "Name", PropertyKind::Text { max: 80 })]) },
    Story { name: "every-kind", model: || required(every_kind()) },
    Story {
        name: "nothing-typed",
        model: || {
            let errors = |mut field: PropertyField| {
                field.error = match field.kind {
                    PropertyKind::Checkbox => None,
                    PropertyKind::Terms { .. } => Some(FieldError::NotTicked),
                    _ => Some(FieldError::Required),
                };
                field
            };
            required(every_kind().into_iter().map(errors).collect())
        },
    },
    Story {
        name: "too-long",
        model: || {
            let name = field("name", "Name", PropertyKind::Text { max: 20 });
            refused(name, "Ada Augusta King, Countess of Lovelace", FieldError::TooLong { max: 20 })
        },
    },
    Story {
        name: "malformed-number",
        model: || refused(field("team_size", "People in your team", number()), "a few", FieldError::MalformedNumber),
    },
    Story {
        name: "small-number",
        model: || {
            let team = field("team_size", "People in your team", number());
            refused(team, "0", FieldError::NumberTooSmall { min: 1 })
        },
    },
    Story {
        name: "large-number",
        model: || {
            let team = field("team_size", "People in your team", number());
            refused(team, "1000000", FieldError::NumberTooLarge { max: 100_000 })
        },
    },
    Story {
        name: "malformed-date",
        model: || refused(field("birthday", "Birthday", PropertyKind::Date), "", FieldError::MalformedDate),
    },
    Story {
        name: "not-a-choice",
        model: || refused(field("industry", "Industry", industry()), "Mining", FieldError::NotAChoice),
    },
    Story {
        name: "malformed-url",
        model: || refused(field("website", "Website", PropertyKind::Url), "ada.example", FieldError::MalformedUrl),
    },
    Story {
        name: "terms-not-ticked",
        model: || refused(field("terms", "I agree to the terms of use", terms()), "", FieldError::NotTicked),
    },
    Story { name: "stale-form", model: || PropertiesModel { stale_form: true, ..required(every_kind()) } },
    Story { name: "long-texts", model: long },
    Story { name: "profile", model: profile },
    Story { name: "profile-saved", model: || PropertiesModel { saved: true, ..profile() } },
    Story { name: "profile-partly-saved", model: partly_saved },
    Story {
        name: "partly-saved",
        model: || {
            let refused = refused(field("birthday", "Birthday", PropertyKind::Date), "", FieldError::MalformedDate);
            PropertiesModel { saved: true, ..refused }
        },
    },
];
