//! An account as it is about to begin, and what only its owner knows of it.

use vestibule_core::{
    backup_code::BackupCode,
    email::EmailAddress,
    login_state::{LoginState, PasswordUpdateReason, SecondFactor, StateName},
    org::{OrgName, Role},
    password::PasswordInput,
};
use vestibule_http::chance;
use vestibule_store::{Account, AccountId, MailboxProof, NewAccount, SessionProof};

use super::{super::json::Refusal, wanted::Wanted};
use crate::{Vestibule, authenticator, backup_codes, gate, session, space::Space};

/// Everything about somebody that is decided before anything is written.
pub(super) struct Draft {
    /// Without its organisation, which may have to begin first.
    pub(super) new: NewAccount,
    pub(super) org: Option<(OrgName, Role)>,
    pub(super) password: String,
    pub(super) backup_codes: Vec<BackupCode>,
    /// What was shown in the session; none where nobody is logged in.
    pub(super) proof: Option<SessionProof>,
}

impl Draft {
    pub(super) async fn of(vestibule: &Vestibule, wanted: &Wanted) -> Result<Self, Refusal> {
        let now = vestibule.now();
        let id = AccountId(chance::name(vestibule.0.chance.as_ref()));
        let has_second_factor = wanted.has_second_factor(vestibule);
        let backup_codes = if has_second_factor { backup_codes::fresh(vestibule) } else { Vec::new() };
        let second_factor = has_second_factor.then(|| {
            let digest = |code| backup_codes::digest(vestibule, &id, code);
            (authenticator::draw(vestibule, &id), backup_codes.iter().map(digest).collect())
        });
        let shows_both = has_second_factor && wanted.state != StateName::TwoFactorRequired;
        let password = password(vestibule);
        let (hasher, chance) = (&vestibule.0.hasher, vestibule.0.chance.as_ref());
        let new = NewAccount {
            email: wanted.email.clone().unwrap_or_else(|| next_address(vestibule)),
            mailbox: match wanted.state {
                StateName::EmailNotConfirmedYet => MailboxProof::AskedAgain,
                _ => MailboxProof::Proven(now),
            },
            password_hash: hasher.hash(&PasswordInput::new(password.clone()), chance).await?,
            password_update: (wanted.state == StateName::UpdatePasswordRequired)
                .then_some(PasswordUpdateReason::Administrator),
            properties: wanted.properties(vestibule)?,
            second_factor,
            org: None,
            now,
            id,
        };
        let proof = SessionProof { second_factor_at: shows_both.then_some(now), ..session::first_factor(vestibule) };
        let proof = (wanted.state != StateName::LoginRequired).then_some(proof);
        Ok(Self { new, org: wanted.org(vestibule)?, password, backup_codes, proof })
    }

    /// The login state that the person will be in.
    pub(super) fn state(&self, vestibule: &Vestibule) -> LoginState {
        let Some(proof) = self.proof else { return LoginState::LoginRequired };
        let new = self.new.clone();
        let account = Account {
            id: new.id,
            email: new.email,
            mailbox: new.mailbox,
            password_hash: None,
            password_update: new.password_update,
            disabled_at: None,
            created_at: new.now,
            second_factors: new.second_factor.map(|_| SecondFactor::Totp).into_iter().collect(),
            organisations: self.org.iter().len().try_into().unwrap_or(1),
            properties: new.properties,
        };
        gate::state_with(vestibule, &account, proof)
    }
}

/// An address that nobody has in this space, as far as it was made up here.
pub(super) fn next_address(vestibule: &Vestibule) -> EmailAddress {
    let space = Space::current();
    let number = vestibule.spaces().next_address(&space);
    format!("ada-{number}@{}", space.domain()).parse().expect("a space's name is a label of a domain")
}

/// As long as the server wants passwords, and longer than anybody guesses.
fn password(vestibule: &Vestibule) -> String {
    let length = usize::from(vestibule.0.passwords.min_length()).max(24);
    let mut password = String::new();
    while password.len() < length {
        password += &chance::token(vestibule.0.chance.as_ref());
    }
    password.truncate(length);
    password
}
