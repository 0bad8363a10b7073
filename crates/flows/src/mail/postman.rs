//! Takes letters from the store's outbox to the mail server, whatever happens on the way.

use std::time::Duration;

use tokio::{task::JoinSet, time::timeout};
use vestibule_store::{Letter as StoredLetter, StoreError};

use super::{Letter, Smtp, smtp::Sent};
use crate::Vestibule;

/// How many letters are under way at once: one slow receiver must not hold up the others.
const AT_ONCE: u16 = 8;

/// A claimed letter comes again after this long, should this process die. Longer than one attempt can take.
const LEASE: time::Duration = time::Duration::minutes(1);

/// How often the outbox is looked at when nobody says that there is something in it.
const ROUND: Duration = Duration::from_secs(2);

/// After this many attempts a letter is given up: its code has ended long before.
const MAX_ATTEMPTS: u16 = 40;

/// Delivers letters until it is told to stop.
pub struct Postman {
    vestibule: Vestibule,
    smtp: Option<Smtp>,
}

impl Postman {
    /// A postman for the letters of `vestibule`. Without a mail server they only reach the development mailbox.
    #[must_use]
    pub fn new(vestibule: Vestibule, smtp: Option<Smtp>) -> Self {
        vestibule.0.letters.is_heard();
        Self { vestibule, smtp }
    }

    /// Works until `stop` is done; letters under way are finished, the others stay in the outbox.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        loop {
            match self.deliver().await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "the outbox can't be read"),
            }
            tokio::select! {
                () = &mut stop => return,
                // Its error is the end of the round, which is as good a reason to look again.
                _ = timeout(ROUND, self.vestibule.0.letters.notified()) => {}
            }
        }
    }

    /// Delivers what is due, and says how many letters that were.
    async fn deliver(&self) -> Result<usize, StoreError> {
        let now = self.vestibule.now();
        let letters = self.vestibule.0.store.due_letters(now, now + LEASE, AT_ONCE).await?;
        let count = letters.len();
        let mut under_way = JoinSet::new();
        for stored in letters {
            let (vestibule, smtp) = (self.vestibule.clone(), self.smtp.clone());
            under_way.spawn(async move { deliver_one(&vestibule, smtp.as_ref(), stored).await });
        }
        while let Some(delivered) = under_way.join_next().await {
            if let Ok(Err(error)) = delivered {
                tracing::error!(error = &error as &dyn std::error::Error, "a letter's fate can't be written");
            }
        }
        Ok(count)
    }
}

async fn deliver_one(vestibule: &Vestibule, smtp: Option<&Smtp>, stored: StoredLetter) -> Result<(), StoreError> {
    let store = &vestibule.0.store;
    let Some(letter) = Letter::open(&stored.sealed, vestibule) else {
        tracing::error!(letter = stored.id.0, "a letter was sealed with another secret and is dropped");
        return store.forget_letter(stored.id).await;
    };
    #[cfg(feature = "dev")]
    let is_kept_back = vestibule.keeps_back(&letter.space);
    #[cfg(not(feature = "dev"))]
    let is_kept_back = false;
    #[cfg(feature = "dev")]
    if let Some(mailbox) = vestibule.0.dev_mailbox.as_ref().filter(|_| !is_kept_back) {
        mailbox.put(stored.id, letter.clone());
    }
    let sent = match smtp {
        _ if is_kept_back => Sent::NotNow,
        Some(smtp) => smtp.send(&letter).await,
        None => Sent::Accepted,
    };
    match sent {
        Sent::Accepted => {
            tracing::info!(letter = stored.id.0, attempts = stored.attempts + 1, "a letter was delivered");
            store.forget_letter(stored.id).await
        }
        Sent::NotNow if stored.attempts < MAX_ATTEMPTS => {
            tracing::info!(letter = stored.id.0, attempts = stored.attempts + 1, "a letter is put off");
            store.put_off_letter(stored.id, vestibule.now() + pause(stored.attempts)).await
        }
        Sent::NotNow | Sent::Refused => {
            tracing::error!(letter = stored.id.0, attempts = stored.attempts + 1, "a letter is given up");
            store.forget_letter(stored.id).await
        }
    }
}

/// Two seconds, doubled by each attempt, half a minute at most: a code lives ten minutes.
fn pause(attempts: u16) -> time::Duration {
    time::Duration::seconds(2_i64 << attempts.min(4)).min(time::Duration::seconds(30))
}

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn pauses_grow_and_stay_within_the_life_of_a_code() {
        assert_eq!([0, 1, 2, 3, 4, 40].map(|attempts| pause(attempts).whole_seconds()), [2, 4, 8, 16, 30, 30]);
    }
}
