//! The second factor of an account: `/account/second-factor`. What it changes asks for a factor that is fresh (M-09).

use std::net::Ipv4Addr;

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{email::EmailAddress, login_state::SecondFactorPolicy, routes};
use vestibule_http::form::Fields;
use vestibule_store::{Account, Digest, Place, StoreError};
use vestibule_ui::screens::{AccountSecondFactor, AccountSecondFactorModel};

use super::overview;
use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other},
    backup_codes, gate,
    mail::{self, Notice},
    page::show,
};

impl Vestibule {
    /// Turns the second factor of an account off, for somebody who has lost it and whom an operator knows to be the
    /// owner. Every session ends, and the owner is told. Says whether there was one.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be done; nothing was changed then.
    pub async fn forget_second_factor(&self, email: &EmailAddress) -> Result<bool, StoreError> {
        let Some(account) = self.0.store.account_by_email(email).await? else { return Ok(false) };
        let place = Place { device: "An operator of the server".to_owned(), address: Ipv4Addr::LOCALHOST.into() };
        let notice = mail::notice(self, &place, &account.email, Notice::SecondFactorOff);
        // No session has this digest: none is kept.
        let nobody = Digest([0; 32]);
        self.0.store.remove_totp(&account.id, nobody, notice, self.now()).await
    }
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    draw(&vestibule, &visitor, StatusCode::OK, false).await.unwrap_or_else(|response| response)
}

async fn draw(
    vestibule: &Vestibule,
    visitor: &Visitor,
    status: StatusCode,
    stale_form: bool,
) -> Result<Response, Response> {
    let account = &gate::logged_in(visitor, routes::ACCOUNT_SECOND_FACTOR)?.account;
    let model = AccountSecondFactorModel {
        email: account.email.to_string(),
        on: overview::second_factor(vestibule, account).await?,
        due: overview::factor_due(vestibule, account),
        required: is_required(vestibule),
        stale_form,
    };
    Ok(show::<AccountSecondFactor>(vestibule, visitor, status, model))
}

/// Whether everybody must have one by now: then it can be replaced, and not taken away.
fn is_required(vestibule: &Vestibule) -> bool {
    match vestibule.0.policy.second_factor {
        SecondFactorPolicy::Optional => false,
        SecondFactorPolicy::RequiredSince(since) => since <= vestibule.now(),
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    change(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn change(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let account = &gate::fresh(vestibule, visitor, routes::ACCOUNT_SECOND_FACTOR)?.account;
    if !visitor.owns(vestibule, fields) {
        return draw(vestibule, visitor, StatusCode::FORBIDDEN, true).await;
    }
    match fields.get("what") {
        Some("codes") => renew_codes(vestibule, visitor, account).await,
        Some("replace") => Ok(see_other(routes::ENROL_SECOND_FACTOR)),
        Some("off") if !is_required(vestibule) => turn_off(vestibule, visitor, account).await,
        _ => Err(see_other(routes::ACCOUNT_SECOND_FACTOR)),
    }
}

async fn renew_codes(vestibule: &Vestibule, visitor: &Visitor, account: &Account) -> Result<Response, Response> {
    let codes = backup_codes::draw(vestibule, visitor, account, Notice::BackupCodesRenewed);
    let renewed = vestibule.0.store.renew_backup_codes(&account.id, codes, vestibule.now()).await;
    if !renewed.map_err(|error| failed(&error))? {
        return Err(see_other(routes::ACCOUNT_SECOND_FACTOR));
    }
    vestibule.0.letters.notify_one();
    Ok(see_other(routes::BACKUP_CODES))
}

async fn turn_off(vestibule: &Vestibule, visitor: &Visitor, account: &Account) -> Result<Response, Response> {
    let Some(session) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let notice = mail::notice(vestibule, &visitor.place, &account.email, Notice::SecondFactorOff);
    let removed = vestibule.0.store.remove_totp(&account.id, session, notice, vestibule.now()).await;
    if !removed.map_err(|error| failed(&error))? {
        return Err(see_other(routes::ACCOUNT_SECOND_FACTOR));
    }
    vestibule.0.letters.notify_one();
    tracing::info!(account = account.id.0, "second factor removed");
    Ok(see_other(&format!("{}?notice=second-factor-off", routes::ACCOUNT)))
}
