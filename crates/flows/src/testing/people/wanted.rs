//! What a tester may ask for about somebody.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use vestibule_core::{
    email::EmailAddress,
    login_state::{PropertyName, SecondFactorPolicy, StateName},
    org::{OrgName, Role},
    property::{NO, Property, PropertyKind, YES},
};

use super::super::json::Refusal;
use crate::Vestibule;

/// Somebody in a login state.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    pub(super) state: StateName,
    pub(super) email: Option<EmailAddress>,
    org: Option<String>,
    role: Option<Role>,
    #[serde(default)]
    properties: BTreeMap<String, Value>,
    second_factor: Option<bool>,
}

/// What it takes to be in a state.
pub(super) const fn takes(state: StateName) -> &'static str {
    match state {
        StateName::LoginRequired | StateName::EmailNotConfirmedYet | StateName::UpdatePasswordRequired => {
            "nothing that could be missing"
        }
        StateName::TwoFactorRequired => "a second factor",
        StateName::UserMissingRequiredProperties => "a property that the server requires and the person lacks",
        StateName::UserMustBeInAtLeastOneOrg => "organisation_required, and a person without one",
        StateName::TwoFactorEnrollmentRequired => {
            "second_factor_required_since that has come, and a person without a second factor"
        }
        StateName::LoggedIn => "every requirement of the server met",
    }
}

impl Wanted {
    /// Whether the person has a second factor: as asked for, else where the state can't do without.
    pub(super) fn has_second_factor(&self, vestibule: &Vestibule) -> bool {
        let is_required = || match vestibule.0.policy.second_factor {
            SecondFactorPolicy::Optional => false,
            SecondFactorPolicy::RequiredSince(since) => since <= vestibule.now(),
        };
        self.second_factor.unwrap_or_else(|| match self.state {
            StateName::TwoFactorRequired => true,
            StateName::LoginRequired | StateName::LoggedIn => is_required(),
            _ => false,
        })
    }

    /// The organisation that the person belongs to, by name: as asked for, else where the state can't do without.
    pub(super) fn org(&self, vestibule: &Vestibule) -> Result<Option<(OrgName, Role)>, Refusal> {
        let needs_one = vestibule.0.policy.organisation_required && self.state != StateName::UserMustBeInAtLeastOneOrg;
        let name = match (&self.org, self.role) {
            (Some(name), _) => name,
            (None, Some(_)) => return Err(Refusal::impossible("A role is one in an organisation: say which `org`.")),
            (None, None) if needs_one => "Northwind",
            (None, None) => return Ok(None),
        };
        let unnamed = |_| Refusal::impossible("`org` is a name on one line, of at most 80 characters.");
        Ok(Some((name.parse().map_err(unnamed)?, self.role.unwrap_or(Role::Member))))
    }

    /// What is known of the person: as asked for, and something that fits wherever the server requires it, unless that
    /// is what the state is about.
    pub(super) fn properties(&self, vestibule: &Vestibule) -> Result<BTreeMap<PropertyName, String>, Refusal> {
        let schema = &vestibule.0.properties;
        let mut properties = BTreeMap::new();
        for (name, value) in &self.properties {
            let property = schema.iter().find(|property| property.name.0 == *name);
            let property = property.ok_or_else(|| Refusal::impossible(format!("There is no property `{name}`.")))?;
            let value = text_of(value).filter(|value| property.fits(value));
            let value =
                value.ok_or_else(|| Refusal::impossible(format!("That is no value of the property `{name}`.")))?;
            properties.insert(property.name.clone(), value);
        }
        if self.state != StateName::UserMissingRequiredProperties {
            for property in schema.iter().filter(|property| property.is_required_of(vestibule.now())) {
                properties.entry(property.name.clone()).or_insert_with(|| sample(property));
            }
        }
        Ok(properties)
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(if *yes { YES } else { NO }.to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A value that fits.
fn sample(property: &Property) -> String {
    match &property.kind {
        PropertyKind::Text { max } | PropertyKind::LongText { max } => "Ada".chars().take(usize::from(*max)).collect(),
        PropertyKind::Number { min, .. } => min.to_string(),
        PropertyKind::Date => "2000-01-01".to_owned(),
        PropertyKind::Choice { choices } => choices.first().cloned().unwrap_or_default(),
        PropertyKind::Checkbox | PropertyKind::Terms { .. } => YES.to_owned(),
        PropertyKind::Url => "https://example.org/".to_owned(),
    }
}
