//! An account's authenticator: its secret, its codes, and the picture that a phone reads. The arithmetic is a library's.

use std::fmt::Write;

use axum::response::Response;
use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Builder, Secret, Totp};
use vestibule_core::totp::{SECRET_BYTES, Step, TotpCode};
use vestibule_http::secret::Purpose;
use vestibule_store::{Account, AccountId, Sealed};
use vestibule_ui::screens::Qr;

use crate::{Vestibule, answer::failed};

/// Draws a secret, sealed for its account alone (M-05).
pub(crate) fn draw(vestibule: &Vestibule, account: &AccountId) -> Sealed {
    let mut secret = [0; SECRET_BYTES];
    vestibule.0.chance.fill(&mut secret);
    let chance = vestibule.0.chance.as_ref();
    vestibule.0.secret.seal_for(Purpose::Totp, account.0.as_bytes(), &secret, chance)
}

/// The authenticator of a sealed secret; `None` when it was sealed for somebody else or with another secret of ours.
fn open(vestibule: &Vestibule, account: &Account, sealed: &Sealed) -> Option<Totp> {
    let secret = vestibule.0.secret.open_for(Purpose::Totp, account.id.0.as_bytes(), sealed)?;
    // A colon would end the issuer's name in the address that a phone reads.
    let issuer = vestibule.0.product.replace(':', " ");
    let builder = Builder::new().with_secret(Secret::new(secret.into())).with_account_name(account.email.as_str());
    builder.with_issuer(Some(issuer)).build().ok()
}

/// The step whose code was typed, if the secret has one now: one before or behind the clock at most (M-01).
pub(crate) fn step_of(vestibule: &Vestibule, account: &Account, sealed: &Sealed, code: &TotpCode) -> Option<Step> {
    let now = u64::try_from(vestibule.now().unix_timestamp()).ok()?;
    open(vestibule, account, sealed)?.check(code.expose(), now).map(Step)
}

/// The step whose code was typed, if it is one of the account's own authenticator.
pub(crate) async fn matching_step(
    vestibule: &Vestibule,
    account: &Account,
    code: &TotpCode,
) -> Result<Option<Step>, Response> {
    let totp = vestibule.0.store.totp(&account.id).await.map_err(|error| failed(&error))?;
    let Some(active) = totp.and_then(|totp| totp.active) else { return Ok(None) };
    Ok(step_of(vestibule, account, &active.secret, code))
}

/// What an enrolment shows.
pub(crate) struct Shown {
    /// The secret in base 32, in groups of four.
    pub(crate) secret: String,
    /// The address that an app opens.
    pub(crate) uri: String,
    /// The same as a picture.
    pub(crate) qr: Qr,
}

/// What an enrolment shows of a sealed secret.
pub(crate) fn show(vestibule: &Vestibule, account: &Account, sealed: &Sealed) -> Option<Shown> {
    let uri = open(vestibule, account, sealed)?.to_url().ok()?;
    let secret = uri.split_once("secret=")?.1.split('&').next()?;
    let groups: Vec<String> =
        secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    Some(Shown { secret: groups.join(" "), qr: picture(&uri)?, uri })
}

/// The modules of a code as the data of one path, row by row: a run of dark modules is a rectangle one unit high.
fn picture(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                write!(path, "M{x} {y}h{run}v1h-{run}z").ok()?;
            }
            x += i32::try_from(run).ok()?.max(1);
        }
    }
    Some(Qr { size: u16::try_from(code.size()).ok()?, path })
}
