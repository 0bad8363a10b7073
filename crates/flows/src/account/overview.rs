//! `/account`: what there is, and the ways to change it.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{challenge::Purpose, property::PropertyKind, routes};
use vestibule_store::Account as Owner;
use vestibule_ui::screens::{Account, AccountModel, AccountNotice, OrgLine, ProfileLine, SecondFactorLine};

use crate::{Vestibule, Visitor, answer::failed, backup_codes, challenge, clock, gate, page::show};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    notice: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    draw(&vestibule, &visitor, arrival.notice.as_deref()).await.unwrap_or_else(|response| response)
}

async fn draw(vestibule: &Vestibule, visitor: &Visitor, notice: Option<&str>) -> Result<Response, Response> {
    let account = &gate::logged_in(visitor, routes::ACCOUNT)?.account;
    let (store, now) = (&vestibule.0.store, vestibule.now());
    let sessions = store.sessions_of(&account.id, now, vestibule.0.session.idle).await;
    let orgs = store.orgs_of(&account.id).await.map_err(|error| failed(&error))?;
    let orgs = orgs.into_iter().map(|member| OrgLine { name: member.name.to_string(), role: member.role }).collect();
    let notice = match notice {
        Some("email-sent") => {
            let waiting = challenge::find(vestibule, visitor, Purpose::ChangeEmail).await?;
            waiting.map(|waiting| AccountNotice::EmailChangeStarted { email: waiting.challenge.email.to_string() })
        }
        other => other.and_then(notice_of),
    };
    let model = AccountModel {
        email: account.email.to_string(),
        profile: profile(vestibule, account),
        has_password: account.password_hash.is_some(),
        second_factor: second_factor(vestibule, account).await?,
        factor_due: factor_due(vestibule, account),
        sessions: u32::try_from(sessions.map_err(|error| failed(&error))?.len()).unwrap_or(u32::MAX),
        orgs,
        notice,
    };
    Ok(show::<Account>(vestibule, visitor, StatusCode::OK, model))
}

fn notice_of(word: &str) -> Option<AccountNotice> {
    Some(match word {
        "password" => AccountNotice::PasswordChanged,
        "password-set" => AccountNotice::PasswordSet,
        "password-gone" => AccountNotice::PasswordGone,
        "email" => AccountNotice::EmailChanged,
        "second-factor-on" => AccountNotice::SecondFactorOn,
        "second-factor-off" => AccountNotice::SecondFactorOff,
        "backup-codes" => AccountNotice::BackupCodesRenewed,
        "profile" => AccountNotice::ProfileSaved,
        _ => return None,
    })
}

/// What the person told, in the order of the form. Agreements to terms and ticked boxes are shown as they are kept.
fn profile(vestibule: &Vestibule, account: &Owner) -> Vec<ProfileLine> {
    let told = vestibule.0.properties.iter().filter(|property| !matches!(property.kind, PropertyKind::Terms { .. }));
    let line = |property: &vestibule_core::property::Property| {
        let value = account.properties.get(&property.name)?.clone();
        Some(ProfileLine { label: property.label.clone(), value })
    };
    told.filter_map(line).collect()
}

/// What is known of the second factor; `None` without one.
pub(super) async fn second_factor(
    vestibule: &Vestibule,
    account: &Owner,
) -> Result<Option<SecondFactorLine>, Response> {
    let store = &vestibule.0.store;
    let totp = store.totp(&account.id).await.map_err(|error| failed(&error))?;
    let Some(active) = totp.and_then(|totp| totp.active) else { return Ok(None) };
    let backup_codes_left = store.backup_codes_left(&account.id).await.map_err(|error| failed(&error))?;
    let codes_unsaved = backup_codes::are_unsaved(vestibule, account).await?;
    Ok(Some(SecondFactorLine { since: clock::to_the_day(active.since), backup_codes_left, codes_unsaved }))
}

/// The day from which on there must be one, while there is none and it is still ahead.
pub(super) fn factor_due(vestibule: &Vestibule, account: &Owner) -> Option<String> {
    gate::enrolment_ahead(vestibule, account).map(clock::to_the_day)
}
