//! What a space asks of the store and the real one answers: everything but what the spaces change.

use async_trait::async_trait;
use time::{Duration, OffsetDateTime};
use vestibule_core::{challenge::Purpose, email::EmailAddress, login_state::PropertyName, org::OrgName, totp::Step};
use vestibule_store::{
    Account, AccountId, Accounts, Asker, Beginning, Challenge, Challenges, Claimed, Confirmation, Demand, Device,
    Digest, Effect, EndedLink, Enrolment, Health, Invitation, InvitationKey, Joining, MailProof, Membership,
    NewAccount, NewBackupCodes, NewChallenge, NewInvitation, NewOrg, NewPassword, NewSend, NewSession, NewSignUp,
    OrgId, Orgs, Pass, Sealed, SecondFactors, Session, SessionEnd, SessionId, Sessions, SignUp, SignUps, StoreError,
    Totp, WaysIn,
};

use super::SpaceStore;

/// Passes the questions of a trait on, unless the space wants no answers.
macro_rules! delegate {
    ($trait:ident $($question:ident($($name:ident: $type:ty),*) -> $answer:ty;)*) => {
        #[async_trait]
        impl $trait for SpaceStore {
            $(async fn $question(&self, $($name: $type),*) -> Result<$answer, StoreError> {
                self.ask()?.$question($($name),*).await
            })*
        }
    };
}

delegate! { Accounts
    account_by_email(email: &EmailAddress) -> Option<Account>;
    account(id: &AccountId) -> Option<Account>;
    begin_account(account: NewAccount) -> Beginning;
    rehash(id: &AccountId, old: &str, new: &str) -> bool;
    replace_password(id: &AccountId, password: NewPassword) -> ();
    demand(email: &EmailAddress, demand: Demand) -> bool;
    disable(email: &EmailAddress, since: Option<OffsetDateTime>) -> bool;
    set_property(id: &AccountId, name: &PropertyName, value: Option<&str>) -> ();
}

delegate! { Challenges
    start_challenge(challenge: NewChallenge, replaces: Option<Digest>) -> ();
    challenge(digest: Digest, purpose: Purpose, now: OffsetDateTime) -> Option<Challenge>;
    send_challenge_again(digest: Digest, expected_sends: u16, now: OffsetDateTime, send: NewSend) -> bool;
    challenge_by_link(link: Digest, purpose: Purpose, now: OffsetDateTime) -> Option<(Digest, Challenge)>;
    ended_link(link: Digest, purpose: Purpose, now: OffsetDateTime) -> Option<EndedLink>;
    exchange_code(challenge: Digest, purpose: Purpose, code: Digest, link: Digest, now: OffsetDateTime) -> bool;
    claim_challenge(purpose: Purpose, proof: MailProof, effect: Effect, now: OffsetDateTime) -> Claimed;
}

delegate! { Health
    ready() -> ();
}

delegate! { Orgs
    create_org(org: NewOrg) -> bool;
    orgs_by_name(name: &OrgName) -> Vec<OrgId>;
    orgs_of(account: &AccountId) -> Vec<Membership>;
    ways_in(account: &AccountId, now: OffsetDateTime) -> WaysIn;
    invite(invitation: NewInvitation) -> ();
    invitation(link: Digest, now: OffsetDateTime) -> Option<Invitation>;
    accept_invitation(key: &InvitationKey, account: &AccountId, now: OffsetDateTime) -> Joining;
    join_by_domain(org: &OrgId, account: &AccountId, now: OffsetDateTime) -> Joining;
    ask_to_join(org: &OrgId, account: &AccountId, now: OffsetDateTime) -> Joining;
    askers(org: &OrgId) -> Vec<Asker>;
    admit(org: &OrgId, account: &AccountId, letter: Sealed, now: OffsetDateTime) -> Joining;
    cancel_request(org: &OrgId, account: &AccountId) -> bool;
}

delegate! { SecondFactors
    totp(account: &AccountId) -> Option<Totp>;
    start_totp(account: &AccountId, secret: Sealed) -> Sealed;
    enrol_totp(account: &AccountId, enrolment: Enrolment) -> bool;
    pass_totp(account: &AccountId, step: Step, pass: Pass) -> bool;
    pass_backup_code(account: &AccountId, code: Digest, pass: Pass, notice: Sealed) -> Option<u32>;
    backup_codes_left(account: &AccountId) -> u32;
    renew_backup_codes(account: &AccountId, codes: NewBackupCodes, now: OffsetDateTime) -> bool;
    backup_codes_to_show(account: &AccountId) -> Option<Sealed>;
    backup_codes_saved(account: &AccountId) -> ();
    remove_totp(account: &AccountId, keep: Digest, notice: Sealed, now: OffsetDateTime) -> bool;
    is_remembered(account: &AccountId, device: Digest, now: OffsetDateTime) -> bool;
    devices(account: &AccountId, now: OffsetDateTime) -> Vec<Device>;
    forget_device(account: &AccountId, id: &str) -> bool;
}

delegate! { Sessions
    begin_session(account: &AccountId, session: NewSession, replaces: Option<Digest>) -> bool;
    renew_session(account: &AccountId, session: NewSession, replaces: Digest) -> bool;
    session(digest: Digest, now: OffsetDateTime, idle: Duration) -> Option<Session>;
    peek_session(digest: Digest, now: OffsetDateTime, idle: Duration) -> Option<Session>;
    session_end(digest: Digest, now: OffsetDateTime, idle: Duration) -> Option<SessionEnd>;
    sessions_of(account: &AccountId, now: OffsetDateTime, idle: Duration) -> Vec<Session>;
    end_session(digest: Digest) -> ();
    end_session_of(account: &AccountId, id: &SessionId) -> bool;
    end_sessions(account: &AccountId, keep: Option<Digest>) -> u32;
}

delegate! { SignUps
    start_sign_up(sign_up: NewSignUp, replaces: Option<Digest>) -> ();
    sign_up(digest: Digest, now: OffsetDateTime) -> Option<SignUp>;
    send_again(digest: Digest, expected_sends: u16, now: OffsetDateTime, send: NewSend) -> bool;
    sign_up_by_link(link: Digest, now: OffsetDateTime) -> Option<(Digest, SignUp)>;
    sign_up_by_ended_link(link: Digest, now: OffsetDateTime) -> Option<(Digest, SignUp)>;
    confirm_by_code(digest: Digest, code: Digest, account: AccountId, session: NewSession) -> Confirmation;
    confirm_by_link(link: Digest, account: AccountId, session: NewSession) -> Confirmation;
}
