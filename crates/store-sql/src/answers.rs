//! How a mail is answered: once, whoever asks and however many at a time (L-02, L-03), together with what the answer does.

use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_core::{challenge::Purpose, email::EmailAddress};
use vestibule_store::{Account, AccountId, Claimed, Digest, Effect, MailProof, MailboxProof, StoreError};

use crate::{
    SqlStore, accounts, challenges,
    endings::{self, Mails},
    error::{failure, is_unique_violation},
    outbox,
    row::{get, get_digest, get_email, millis, one, run},
    second_factors, sessions,
};

/// Claims a challenge, its effect and the end of its like: all of it or nothing.
pub(crate) async fn claim(
    store: &SqlStore,
    purpose: Purpose,
    proof: MailProof,
    effect: Effect,
    now: OffsetDateTime,
) -> Result<Claimed, StoreError> {
    let mut transaction = store.begin().await?;
    let Some(row) = spend(&mut transaction, purpose, proof, now).await? else { return Ok(Claimed::NoMatch) };
    let (id, email) = (AccountId(get(&row, "account")?), get_email(&row, "email")?);
    let Some(account) = accounts::within(&mut transaction, &id).await? else { return Ok(Claimed::NoMatch) };
    if account.disabled_at.is_some() {
        transaction.commit().await.map_err(failure)?;
        return Ok(Claimed::Disabled);
    }
    let mails = match &effect {
        // Whoever set it up may have mails waiting at an address of theirs.
        _ if takes_over(&account, &effect) => Mails::All,
        Effect::LogIn { .. } | Effect::StepUp { .. } | Effect::ConfirmEmail { .. } => Mails::Of(purpose),
        Effect::ResetPassword { .. } | Effect::ChangeEmail { .. } => Mails::AllButUndoing,
        Effect::UndoEmailChange => Mails::All,
    };
    let took_over = takes_over(&account, &effect) && account.password_hash.is_some();
    // Before the effect, which may start a challenge of its own.
    endings::challenges(&mut transaction, &id, mails).await?;
    match happen(&mut transaction, &account, &email, effect, now).await? {
        Happened::Yes => {}
        // Dropping the transaction takes the claim back: the next try hears the same.
        Happened::No => return Ok(Claimed::NoMatch),
        Happened::AddressTaken => return Ok(Claimed::AddressTaken),
    }
    let account = accounts::within(&mut transaction, &id).await?.ok_or(StoreError::Corrupt("account"))?;
    transaction.commit().await.map_err(failure)?;
    Ok(Claimed::Done { account: Box::new(account), took_over })
}

/// Spends the secret that was shown, and gives its challenge. Of two who show it one gets it.
pub(crate) async fn spend(
    connection: &mut SqliteConnection,
    purpose: Purpose,
    proof: MailProof,
    now: OffsetDateTime,
) -> Result<Option<SqliteRow>, StoreError> {
    let spent = match proof {
        MailProof::Code { challenge, code } => {
            let query = sqlx::query(
                "UPDATE challenge_secrets SET code = NULL, expires_at = 0, spent_at = ?3
                 WHERE challenge = ?1 AND code = ?2 AND expires_at > ?3 AND challenge IN
                     (SELECT digest FROM challenges WHERE purpose = ?4 AND expires_at > ?3 AND account IS NOT NULL)
                 RETURNING challenge",
            );
            let query = query.bind(challenge.0.to_vec()).bind(code.0.to_vec());
            one(connection, query.bind(millis(now)).bind(purpose.name())).await?
        }
        MailProof::Link(link) => {
            let query = sqlx::query(
                "UPDATE challenge_secrets SET code = NULL, expires_at = 0, spent_at = ?2
                 WHERE link = ?1 AND expires_at > ?2 AND challenge IN
                     (SELECT digest FROM challenges WHERE purpose = ?3 AND expires_at > ?2 AND account IS NOT NULL)
                 RETURNING challenge",
            );
            one(connection, query.bind(link.0.to_vec()).bind(millis(now)).bind(purpose.name())).await?
        }
    };
    let Some(spent) = spent else { return Ok(None) };
    let digest = get_digest(&spent, "challenge")?;
    let query = sqlx::query("SELECT account, email FROM challenges WHERE digest = ?1").bind(digest.0.to_vec());
    one(connection, query).await
}

/// Whether an effect has happened.
enum Happened {
    Yes,
    No,
    AddressTaken,
}

async fn happen(
    connection: &mut SqliteConnection,
    account: &Account,
    email: &EmailAddress,
    effect: Effect,
    now: OffsetDateTime,
) -> Result<Happened, StoreError> {
    let id = &account.id;
    let is_own = account.email.key() == email.key();
    let takes_over = takes_over(account, &effect);
    match effect {
        // An address that the account has left proves nothing about it any more.
        Effect::LogIn { .. } | Effect::StepUp { .. } | Effect::ResetPassword { .. } | Effect::ConfirmEmail { .. }
            if !is_own =>
        {
            return Ok(Happened::No);
        }
        Effect::LogIn { session, replaces } => {
            if takes_over {
                forget_before(connection, id).await?;
            }
            confirm(connection, id, now).await?;
            if let Some(replaced) = replaces {
                sessions::end(connection, replaced).await?;
            }
            sessions::insert(connection, id, &session).await?;
        }
        Effect::StepUp { session, replaces } => {
            if !sessions::end_own(connection, id, replaces).await? {
                return Ok(Happened::No);
            }
            confirm(connection, id, now).await?;
            sessions::insert(connection, id, &session).await?;
        }
        Effect::ResetPassword { hash, session, notice } => {
            if takes_over {
                forget_before(connection, id).await?;
            }
            accounts::set_password(connection, id, &hash).await?;
            confirm(connection, id, now).await?;
            endings::sessions(connection, id, None).await?;
            endings::devices(connection, id).await?;
            sessions::insert(connection, id, &session).await?;
            outbox::insert(connection, now, &notice).await?;
        }
        Effect::ConfirmEmail { .. } => {
            if takes_over {
                forget_before(connection, id).await?;
            }
            confirm(connection, id, now).await?;
        }
        Effect::ChangeEmail { keep, undo } => {
            if !move_to(connection, id, email, now).await? {
                return Ok(Happened::AddressTaken);
            }
            end_everything(connection, id, keep).await?;
            if account.mailbox != MailboxProof::Never {
                challenges::insert(connection, &undo).await?;
            }
        }
        Effect::UndoEmailChange => {
            if !move_to(connection, id, email, now).await? {
                return Ok(Happened::AddressTaken);
            }
            forget_password(connection, id).await?;
            end_everything(connection, id, None).await?;
        }
    }
    Ok(Happened::Yes)
}

/// Whether the reader of the mail takes the account over from whoever set it up (L-10).
fn takes_over(account: &Account, effect: &Effect) -> bool {
    let by_a_reader = match effect {
        Effect::LogIn { .. } | Effect::ResetPassword { .. } => true,
        Effect::ConfirmEmail { in_own_session } => !in_own_session,
        Effect::StepUp { .. } | Effect::ChangeEmail { .. } | Effect::UndoEmailChange => false,
    };
    by_a_reader && account.mailbox == MailboxProof::Never
}

/// Takes away what was set up by whoever never proved the mailbox (L-10).
async fn forget_before(connection: &mut SqliteConnection, id: &AccountId) -> Result<(), StoreError> {
    forget_password(connection, id).await?;
    second_factors::forget(connection, id).await?;
    endings::sessions(connection, id, None).await.map(|_| ())
}

async fn forget_password(connection: &mut SqliteConnection, id: &AccountId) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE accounts SET password_hash = NULL, password_update = NULL WHERE id = ?1");
    run(connection, query.bind(&id.0)).await.map(|_| ())
}

async fn confirm(connection: &mut SqliteConnection, id: &AccountId, now: OffsetDateTime) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE accounts SET email_confirmed_at = coalesce(email_confirmed_at, ?2) WHERE id = ?1");
    run(connection, query.bind(&id.0).bind(millis(now))).await.map(|_| ())
}

/// Gives the account another address, which is proven. Says no when it is another account's.
async fn move_to(
    connection: &mut SqliteConnection,
    id: &AccountId,
    email: &EmailAddress,
    now: OffsetDateTime,
) -> Result<bool, StoreError> {
    let query = sqlx::query("UPDATE accounts SET email = ?2, email_key = ?3, email_confirmed_at = ?4 WHERE id = ?1");
    let query = query.bind(&id.0).bind(email.as_str()).bind(email.key()).bind(millis(now));
    match query.execute(connection).await {
        Ok(_) => Ok(true),
        Err(error) if is_unique_violation(&error) => Ok(false),
        Err(error) => Err(failure(error)),
    }
}

async fn end_everything(
    connection: &mut SqliteConnection,
    id: &AccountId,
    keep: Option<Digest>,
) -> Result<(), StoreError> {
    endings::sessions(connection, id, keep).await?;
    endings::devices(connection, id).await
}
