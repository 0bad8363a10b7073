//! The second factor at log-in: `/second-factor` takes a code of the authenticator, `/second-factor/backup-code` a backup
//! code, and `/second-factor/lost` says what to do without both. Between the two factors nothing else is open (M-06).

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{
    backup_code::BackupCode,
    field::FieldError,
    limits::Limit,
    routes,
    totp::{REMEMBER_DEVICE, TotpCode},
};
use vestibule_http::form::Fields;
use vestibule_store::{Account, Pass};
use vestibule_ui::screens::{
    BackupCode as BackupCodeScreen, BackupCodeModel, SecondFactor, SecondFactorLost, SecondFactorLostModel,
    SecondFactorModel, SecondFactorNotice,
};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    authenticator, backup_codes, backup_codes_left, gate,
    limits::{self, Key},
    mail::{self, Notice},
    page::show,
    session,
    visitor::Known,
};

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match model(&vestibule, &visitor).await {
        Ok((_, model)) => show::<SecondFactor>(&vestibule, &visitor, StatusCode::OK, model),
        Err(response) => response,
    }
}

async fn model<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<(&'v Known, SecondFactorModel), Response> {
    let known = gate::only_at(visitor, routes::SECOND_FACTOR)?;
    let left = vestibule.0.store.backup_codes_left(&known.account.id).await.map_err(|error| failed(&error))?;
    let model = SecondFactorModel {
        email: known.account.email.to_string(),
        remember_days: u16::try_from(REMEMBER_DEVICE.whole_days()).unwrap_or(0),
        has_backup_codes: left > 0,
        ..SecondFactorModel::default()
    };
    Ok((known, model))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    check(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn check(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (known, model) = model(vestibule, visitor).await?;
    let typed = fields.text("code");
    let remember = fields.get("remember").is_some();
    let model = SecondFactorModel { code: typed.to_owned(), remember, ..model };
    let notice = |status, notice| {
        show::<SecondFactor>(vestibule, visitor, status, SecondFactorModel { notice: Some(notice), ..model.clone() })
    };
    let wrong = |error| {
        let model = SecondFactorModel { code_error: Some(error), ..model.clone() };
        show::<SecondFactor>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(notice(StatusCode::FORBIDDEN, SecondFactorNotice::StaleForm));
    }
    let code = TotpCode::from_typed(typed).map_err(wrong)?;
    if let Some(wait) = count(vestibule, visitor, &known.account).await? {
        return Err(retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SecondFactorNotice::TooMany { wait })));
    }
    let Some(step) = authenticator::matching_step(vestibule, &known.account, &code).await? else {
        return Err(wrong(FieldError::WrongTotp));
    };
    let (pass, mut cookies) = pass(vestibule, visitor, known)?;
    let (device, device_cookie) = session::device(vestibule, visitor);
    let pass = Pass { device: remember.then_some(device), ..pass };
    cookies.extend(remember.then_some(device_cookie));
    let digest = pass.session.digest;
    let passed = vestibule.0.store.pass_totp(&known.account.id, step, pass).await.map_err(|error| failed(&error))?;
    if !passed {
        return Err(wrong(FieldError::WrongTotp));
    }
    forgive(vestibule, &known.account).await?;
    tracing::info!(account = known.account.id.0, "second factor passed");
    let response = session::go_on(vestibule, visitor, digest, &visitor.after).await;
    Ok(cookies.into_iter().fold(response, with_cookie))
}

/// The session that takes the place of the one between the factors, with its cookie (S-03).
fn pass(
    vestibule: &Vestibule,
    visitor: &Visitor,
    known: &Known,
) -> Result<(Pass, Vec<axum::http::HeaderValue>), Response> {
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let proof = session::second_factor(vestibule, known.session.proof);
    let (session, cookie) = session::fresh(vestibule, visitor, proof);
    Ok((Pass { session, replaces, device: None }, vec![cookie]))
}

/// Counts a try for the account, over all its sessions and whatever its first factor did (M-04).
pub(crate) async fn count(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
) -> Result<Option<u64>, Response> {
    let tries =
        [(Limit::CodeByClient, Key::Client(visitor.client)), (Limit::SecondFactorByAccount, Key::Account(&account.id))];
    limits::take(vestibule, &tries).await.map_err(|error| failed(&error))
}

pub(crate) async fn forgive(vestibule: &Vestibule, account: &Account) -> Result<(), Response> {
    let key = Key::Account(&account.id);
    limits::forgive(vestibule, Limit::SecondFactorByAccount, key).await.map_err(|error| failed(&error))
}

pub(crate) async fn backup_page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match gate::only_at(&visitor, routes::SECOND_FACTOR) {
        Ok(_) => show::<BackupCodeScreen>(&vestibule, &visitor, StatusCode::OK, backup_model(&visitor)),
        Err(response) => response,
    }
}

fn backup_model(visitor: &Visitor) -> BackupCodeModel {
    BackupCodeModel { email: visitor.email(), ..BackupCodeModel::default() }
}

pub(crate) async fn backup_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    check_backup(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn check_backup(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let known = gate::only_at(visitor, routes::SECOND_FACTOR)?;
    let typed = fields.text("code");
    let model = BackupCodeModel { code: typed.to_owned(), ..backup_model(visitor) };
    let notice = |status, notice| {
        show::<BackupCodeScreen>(vestibule, visitor, status, BackupCodeModel { notice: Some(notice), ..model.clone() })
    };
    let wrong = |error| {
        let model = BackupCodeModel { code_error: Some(error), ..model.clone() };
        show::<BackupCodeScreen>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(notice(StatusCode::FORBIDDEN, SecondFactorNotice::StaleForm));
    }
    let code = BackupCode::from_typed(typed).map_err(wrong)?;
    if let Some(wait) = count(vestibule, visitor, &known.account).await? {
        return Err(retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SecondFactorNotice::TooMany { wait })));
    }
    let account = &known.account;
    let (pass, cookies) = pass(vestibule, visitor, known)?;
    let digest = pass.session.digest;
    if spend_backup_code(vestibule, visitor, account, &code, pass).await?.is_none() {
        return Err(wrong(FieldError::WrongBackupCode));
    }
    let response = backup_codes_left::go_on(vestibule, visitor, digest).await;
    Ok(cookies.into_iter().fold(response, with_cookie))
}

/// Spends a backup code and tells the owner. Gives how many are left; `None` when it wasn't one. The caller has counted
/// the try.
pub(crate) async fn spend_backup_code(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    code: &BackupCode,
    pass: Pass,
) -> Result<Option<u32>, Response> {
    let store = &vestibule.0.store;
    let left = store.backup_codes_left(&account.id).await.map_err(|error| failed(&error))?.saturating_sub(1);
    let letter = mail::notice(vestibule, &visitor.place, &account.email, Notice::BackupCodeUsed { left });
    let spent = backup_codes::digest(vestibule, &account.id, code);
    let left = store.pass_backup_code(&account.id, spent, pass, letter).await.map_err(|error| failed(&error))?;
    if left.is_some() {
        vestibule.0.letters.notify_one();
        forgive(vestibule, account).await?;
        tracing::info!(account = account.id.0, "backup code used");
    }
    Ok(left)
}

pub(crate) async fn lost_page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match model(&vestibule, &visitor).await {
        Ok((_, SecondFactorModel { email, has_backup_codes, .. })) => {
            let model = SecondFactorLostModel { email, contact: vestibule.0.contact.clone(), has_backup_codes };
            show::<SecondFactorLost>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}
