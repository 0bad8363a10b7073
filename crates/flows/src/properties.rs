//! What an application wants to know: `/properties` asks for what is missing, `/account/profile` for what may be changed.
//! Every value that fits is kept at once, whatever is wrong with the others.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{property::Property, routes};
use vestibule_http::form::Fields;
use vestibule_store::Account;
use vestibule_ui::screens::{Properties, PropertiesMode, PropertiesModel, PropertyField};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other},
    gate,
    page::show,
    session,
};

/// The properties of a mode: what the account still owes, or all of them.
fn asked<'p>(vestibule: &'p Vestibule, account: &Account, mode: PropertiesMode) -> Vec<&'p Property> {
    let is_asked = |property: &&Property| match mode {
        PropertiesMode::Required => gate::owes(account, property),
        PropertiesMode::Profile => true,
    };
    vestibule.0.properties.iter().filter(is_asked).collect()
}

fn field(account: &Account, property: &Property, value: String) -> PropertyField {
    PropertyField {
        name: property.name.0.clone(),
        label: property.label.clone(),
        why: property.why.clone(),
        kind: property.kind.clone(),
        optional: !property.is_required_of(account.created_at),
        value,
        error: None,
    }
}

fn enter(visitor: &Visitor, mode: PropertiesMode) -> Result<&Account, Response> {
    let known = match mode {
        PropertiesMode::Required => gate::only_at(visitor, routes::PROPERTIES),
        PropertiesMode::Profile => gate::logged_in(visitor, routes::ACCOUNT_PROFILE),
    };
    known.map(|known| &known.account)
}

fn page_of(vestibule: &Vestibule, visitor: &Visitor, mode: PropertiesMode) -> Response {
    let account = match enter(visitor, mode) {
        Ok(account) => account,
        Err(response) => return response,
    };
    let asked = asked(vestibule, account, mode);
    let value = |property: &Property| account.properties.get(&property.name).cloned().unwrap_or_default();
    let fields = asked.into_iter().map(|property| field(account, property, value(property))).collect();
    let model = PropertiesModel { email: account.email.to_string(), mode, fields, saved: false, stale_form: false };
    show::<Properties>(vestibule, visitor, StatusCode::OK, model)
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    page_of(&vestibule, &visitor, PropertiesMode::Required)
}

pub(crate) async fn profile_page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    page_of(&vestibule, &visitor, PropertiesMode::Profile)
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let saved = save(&vestibule, &visitor, &fields, PropertiesMode::Required).await;
    saved.unwrap_or_else(|response| response)
}

pub(crate) async fn profile_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let saved = save(&vestibule, &visitor, &fields, PropertiesMode::Profile).await;
    saved.unwrap_or_else(|response| response)
}

async fn save(
    vestibule: &Vestibule,
    visitor: &Visitor,
    fields: &Fields,
    mode: PropertiesMode,
) -> Result<Response, Response> {
    let account = enter(visitor, mode)?;
    let asked = asked(vestibule, account, mode);
    let typed = |property: &Property| fields.text(&property.name.0).to_owned();
    let stale_form = !visitor.owns(vestibule, fields);
    let mut left = Vec::new();
    let mut saved = false;
    for property in asked {
        let accepted = property.accept(fields.get(&property.name.0));
        match accepted {
            _ if stale_form => left.push(field(account, property, typed(property))),
            // What is optional may be left empty, and emptying it forgets what was there.
            Err(_) if mode == PropertiesMode::Profile && is_left_empty(account, property, &typed(property)) => {
                let forgotten = vestibule.0.store.set_property(&account.id, &property.name, None).await;
                forgotten.map_err(|error| failed(&error))?;
                saved = true;
                left.push(field(account, property, String::new()));
            }
            Ok(value) => {
                let stored = vestibule.0.store.set_property(&account.id, &property.name, Some(&value)).await;
                stored.map_err(|error| failed(&error))?;
                saved = true;
                if mode == PropertiesMode::Profile {
                    left.push(field(account, property, value));
                }
            }
            Err(error) => left.push(PropertyField { error: Some(error), ..field(account, property, typed(property)) }),
        }
    }
    let refused = left.iter().any(|field| field.error.is_some());
    if !stale_form && !refused {
        return Ok(match (mode, visitor.session) {
            (PropertiesMode::Required, Some(session)) => {
                session::go_on(vestibule, visitor, session, &visitor.after).await
            }
            _ => see_other(&format!("{}?notice=profile", routes::ACCOUNT)),
        });
    }
    let status = if stale_form { StatusCode::FORBIDDEN } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = PropertiesModel { email: account.email.to_string(), mode, fields: left, saved, stale_form };
    Err(show::<Properties>(vestibule, visitor, status, model))
}

fn is_left_empty(account: &Account, property: &Property, typed: &str) -> bool {
    !property.is_required_of(account.created_at) && typed.trim().is_empty()
}
