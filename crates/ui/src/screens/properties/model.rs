//! What the screen of properties shows.

use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, property::PropertyKind};

use crate::FieldId;

/// What the screen of properties shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertiesModel {
    /// Who is asked.
    pub email: String,
    /// Before the application or within the account.
    pub mode: PropertiesMode,
    /// What is asked, in the operator's order.
    pub fields: Vec<PropertyField>,
    /// The last form was taken, or what of it wasn't refused.
    pub saved: bool,
    /// The form was not of this browser session.
    pub stale_form: bool,
}

/// When properties are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PropertiesMode {
    /// Before the application: only what is missing.
    Required,
    /// Within the account: everything.
    Profile,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyField {
    /// What the form posts it as.
    pub name: String,
    /// The label, in the operator's words.
    pub label: String,
    /// Why it is asked, in the operator's words.
    pub why: Option<String>,
    /// What a value looks like.
    pub kind: PropertyKind,
    /// Whether it may stay empty.
    pub optional: bool,
    /// What is there or was typed.
    pub value: String,
    /// What was refused.
    pub error: Option<FieldError>,
}

impl PropertyField {
    /// Its ids: a property is posted by its own name.
    pub fn id(&self) -> FieldId {
        FieldId::named("properties", &self.name)
    }
}
