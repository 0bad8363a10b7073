//! `/__test/people`: somebody in a login state. The account is made in the store as a walk through our pages would have
//! left it, and the answer says of its state what the gate says, or that it can't be had here.

mod draft;
mod storage_state;
mod wanted;

use axum::{Json, extract::State, http::StatusCode, response::IntoResponse};
use serde::Serialize;
use vestibule_core::{backup_code::BackupCode, login_state::LoginState, org::OrgName};
use vestibule_http::chance;
use vestibule_store::{Account, Beginning, NewAccount, NewOrg, OrgId};

use self::{
    draft::{Draft, next_address},
    storage_state::StorageState,
    wanted::{Wanted, takes},
};
use super::json::{Asked, Refusal};
use crate::{Vestibule, Visitor, authenticator, gate, session, visitor};

/// Somebody, with all that it takes to be them.
#[derive(Serialize)]
struct Person {
    id: String,
    email: String,
    password: String,
    /// In base 32, as authenticators take it.
    totp_secret: Option<String>,
    backup_codes: Vec<String>,
    state: &'static str,
    storage_state: StorageState,
}

pub(super) async fn make(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Asked(wanted): Asked<Wanted>,
) -> Result<impl IntoResponse, Refusal> {
    let draft = Draft::of(&vestibule, &wanted).await?;
    // Before anything is written: whoever asks for what can't be has taken no address.
    agree(&wanted, &draft.state(&vestibule))?;
    let org = match draft.org {
        Some((name, role)) => Some((org_of(&vestibule, name).await?, role)),
        None => None,
    };
    let account = begin(&vestibule, &wanted, NewAccount { org, ..draft.new }).await?;
    let mut cookie = None;
    if let Some(proof) = draft.proof {
        let (session, set_cookie) = session::fresh(&vestibule, &visitor, proof);
        let digest = session.digest;
        vestibule.0.store.begin_session(&account.id, session, None).await?;
        let known = visitor::find(&vestibule, digest).await?;
        agree(&wanted, &gate::state_of(&vestibule, known.as_ref()))?;
        cookie = Some(set_cookie);
    }
    let person = Person {
        totp_secret: totp_secret(&vestibule, &account).await?,
        backup_codes: draft.backup_codes.iter().map(BackupCode::grouped).collect(),
        id: account.id.0,
        email: account.email.to_string(),
        password: draft.password,
        state: wanted.state.as_str(),
        storage_state: StorageState::of(cookie.as_ref(), &vestibule.0.base),
    };
    Ok((StatusCode::CREATED, Json(person)))
}

/// No answer claims a state that isn't so.
fn agree(wanted: &Wanted, real: &LoginState) -> Result<(), Refusal> {
    let (wanted, takes, real) = (wanted.state.as_str(), takes(wanted.state), real.name());
    if wanted == real {
        return Ok(());
    }
    Err(Refusal::impossible(format!("{wanted} takes {takes}: this person would be in the state {real}.")))
}

/// The organisation of a name; it begins where there is none.
async fn org_of(vestibule: &Vestibule, name: OrgName) -> Result<OrgId, Refusal> {
    let store = &vestibule.0.store;
    if let Some(known) = store.orgs_by_name(&name).await?.into_iter().next() {
        return Ok(known);
    }
    let id = OrgId(chance::name(vestibule.0.chance.as_ref()));
    let now = vestibule.now();
    let org = NewOrg { id: id.clone(), name, max_members: None, domains: Vec::new(), owner: None, now };
    store.create_org(org).await?;
    Ok(id)
}

/// Begins the account. An address that was made up is made up again if an earlier start of this server did so, too.
async fn begin(vestibule: &Vestibule, wanted: &Wanted, mut new: NewAccount) -> Result<Account, Refusal> {
    loop {
        match vestibule.0.store.begin_account(new.clone()).await? {
            Beginning::Begun(account) => return Ok(*account),
            Beginning::AddressTaken if wanted.email.is_none() => new.email = next_address(vestibule),
            Beginning::AddressTaken => {
                return Err(Refusal::impossible(format!("{} has an account already.", new.email)));
            }
            Beginning::NoPlace => return Err(Refusal::impossible("No more people may belong to this organisation.")),
        }
    }
}

async fn totp_secret(vestibule: &Vestibule, account: &Account) -> Result<Option<String>, Refusal> {
    let active = vestibule.0.store.totp(&account.id).await?.and_then(|totp| totp.active);
    let shown = active.and_then(|active| authenticator::show(vestibule, account, &active.secret));
    Ok(shown.map(|shown| shown.secret.replace(' ', "")))
}
