//! Backup codes: `/backup-codes` shows them until their owner says that they are saved, `/backup-codes/file` is the same
//! as a file. After that only digests are left (M-07).

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use vestibule_core::{
    backup_code::{BackupCode, COUNT},
    login_state::LoginState,
    routes,
};
use vestibule_http::{form::Fields, secret::Purpose};
use vestibule_store::{Account, AccountId, Digest, NewBackupCodes};
use vestibule_ui::screens::{BackupCodes, BackupCodesModel};
use vestibule_words::Message;

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other},
    clock, gate,
    mail::{self, Notice},
    page::show,
    session,
};

/// What is kept of a code: worth nothing without our secret, and nothing for another account.
pub(crate) fn digest(vestibule: &Vestibule, account: &AccountId, code: &BackupCode) -> Digest {
    vestibule.0.secret.digest(Purpose::BackupCode, &[account.0.as_bytes(), code.expose().as_bytes()])
}

/// Draws a fresh set.
pub(crate) fn fresh(vestibule: &Vestibule) -> Vec<BackupCode> {
    let code = |_| {
        let mut bytes = [0; 10];
        vestibule.0.chance.fill(&mut bytes);
        BackupCode::from_chance(bytes)
    };
    (0..COUNT).map(code).collect()
}

/// Draws a fresh set, with the letter that tells the owner.
pub(crate) fn draw(vestibule: &Vestibule, visitor: &Visitor, account: &Account, notice: Notice) -> NewBackupCodes {
    let chance = vestibule.0.chance.as_ref();
    let codes = fresh(vestibule);
    let lines = codes.iter().map(BackupCode::grouped).collect::<Vec<_>>().join("\n");
    let owner = account.id.0.as_bytes();
    NewBackupCodes {
        digests: codes.iter().map(|code| digest(vestibule, &account.id, code)).collect(),
        to_show: vestibule.0.secret.seal_for(Purpose::BackupCodesToShow, owner, lines.as_bytes(), chance),
        notice: mail::notice(vestibule, &visitor.place, &account.email, notice),
    }
}

/// The codes that their owner hasn't said to be saved, one a line.
async fn waiting(vestibule: &Vestibule, account: &Account) -> Result<Option<Vec<u8>>, Response> {
    let sealed = vestibule.0.store.backup_codes_to_show(&account.id).await.map_err(|error| failed(&error))?;
    let owner = account.id.0.as_bytes();
    Ok(sealed.and_then(|sealed| vestibule.0.secret.open_for(Purpose::BackupCodesToShow, owner, &sealed)))
}

/// Whether there are any: whoever left their page without saving them is led back to it.
pub(crate) async fn are_unsaved(vestibule: &Vestibule, account: &Account) -> Result<bool, Response> {
    Ok(waiting(vestibule, account).await?.is_some())
}

/// The account and its codes, while they may be shown.
async fn shown<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<(&'v Account, Vec<String>), Response> {
    let known = gate::logged_in(visitor, routes::BACKUP_CODES)?;
    let plain = waiting(vestibule, &known.account).await?;
    let plain = plain.ok_or_else(|| see_other(routes::ACCOUNT_SECOND_FACTOR))?;
    Ok((&known.account, String::from_utf8_lossy(&plain).lines().map(str::to_owned).collect()))
}

fn model(vestibule: &Vestibule, account: &Account, codes: Vec<String>) -> BackupCodesModel {
    BackupCodesModel {
        email: account.email.to_string(),
        codes,
        date: clock::to_the_day(vestibule.now()),
        not_saved: false,
        stale_form: false,
    }
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match shown(&vestibule, &visitor).await {
        Ok((account, codes)) => {
            let model = model(&vestibule, account, codes);
            show::<BackupCodes>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let (account, codes) = match shown(&vestibule, &visitor).await {
        Ok(shown) => shown,
        Err(response) => return response,
    };
    let model = model(&vestibule, account, codes);
    if !visitor.owns(&vestibule, &fields) {
        let model = BackupCodesModel { stale_form: true, ..model };
        return show::<BackupCodes>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    if fields.get("saved").is_none() {
        let model = BackupCodesModel { not_saved: true, ..model };
        return show::<BackupCodes>(&vestibule, &visitor, StatusCode::UNPROCESSABLE_ENTITY, model);
    }
    if let Err(error) = vestibule.0.store.backup_codes_saved(&account.id).await {
        return failed(&error);
    }
    match visitor.session {
        Some(session) if visitor.state == LoginState::LoggedIn => {
            session::go_on(&vestibule, &visitor, session, &visitor.after).await
        }
        _ => see_other(visitor.state.path()),
    }
}

/// The codes as a file: whose they are and from when, then one a line.
pub(crate) async fn file(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    let (account, codes) = match shown(&vestibule, &visitor).await {
        Ok(shown) => shown,
        Err(response) => return response,
    };
    let frame = vestibule.frame();
    let date = clock::to_the_day(vestibule.now());
    let head = frame.say(Message::BackupCodesFileHead { email: account.email.as_str(), date: &date });
    let text = format!("{head}\n\n{}\n", codes.join("\n"));
    let product: String =
        vestibule.0.product.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let name = format!("attachment; filename=\"{product}-backup-codes-{date}.txt\"");
    let mut response = (StatusCode::OK, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
