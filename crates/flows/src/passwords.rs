//! Hashing passwords: argon2id, off the async threads, a few at a time, the same work for an account that isn't there.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;
use vestibule_core::password::PasswordInput;
use vestibule_http::{chance::Chance, problem::Problem};

/// 19 MiB, two passes, one lane: OWASP's first choice and ASVS 11.4.2's least (P-08).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// How many may wait for each one that is being hashed. More than that is a storm: they are told to come back.
const WAITING_PER_CORE: usize = 32;

/// Hashes and verifies.
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
    waiting: Semaphore,
    decoy: Arc<str>,
}

/// What a verification found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The password is the account's.
    Right,
    /// It is, but its hash was made with older parameters: hash it again.
    RightButDated,
    /// It isn't, or there is none.
    Wrong,
}

impl Hasher {
    pub(crate) fn new(cores: usize, chance: &dyn Chance) -> Self {
        let decoy = hash(b"nobody's password", &salt(chance)).into();
        Self {
            running: Arc::new(Semaphore::new(cores)),
            waiting: Semaphore::new(cores * (WAITING_PER_CORE + 1)),
            decoy,
        }
    }

    /// The PHC string of a new password.
    ///
    /// # Errors
    /// [`Problem::Busy`] when too many wait already.
    pub(crate) async fn hash(&self, password: &PasswordInput, chance: &dyn Chance) -> Result<String, Problem> {
        let (password, salt) = (password.clone(), salt(chance));
        self.run(move || hash(password.expose().as_bytes(), &salt)).await
    }

    /// Compares a password with a PHC string. Without one it works as long against a decoy (E-02).
    ///
    /// # Errors
    /// [`Problem::Busy`] when too many wait already.
    pub(crate) async fn verify(&self, password: &PasswordInput, stored: Option<&str>) -> Result<Verdict, Problem> {
        let exists = stored.is_some();
        let (password, stored) = (password.clone(), stored.map_or_else(|| Arc::clone(&self.decoy), Arc::from));
        let verdict = self.run(move || verify(password.expose().as_bytes(), &stored)).await?;
        Ok(if exists { verdict } else { Verdict::Wrong })
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let _waiting = self.waiting.try_acquire().map_err(|_| Problem::Busy)?;
        let running = Arc::clone(&self.running).acquire_owned().await.map_err(|_| Problem::Server)?;
        let work = move || {
            // Held by the work itself: a client that goes away must not let another one in beside it.
            let _running = running;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Server)
    }
}

fn salt(chance: &dyn Chance) -> [u8; 16] {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    salt
}

fn argon2id() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &[u8], salt: &[u8]) -> String {
    argon2id().hash_password_with_salt(password, salt).expect("16 bytes of salt and a bounded password").to_string()
}

fn verify(password: &[u8], stored: &str) -> Verdict {
    let Ok(parsed) = PasswordHash::new(stored) else { return Verdict::Wrong };
    if argon2id().verify_password(password, &parsed).is_err() {
        return Verdict::Wrong;
    }
    let current =
        Params::try_from(&parsed).is_ok_and(|params| params.m_cost() >= MEMORY_KIB && params.t_cost() >= PASSES);
    if current { Verdict::Right } else { Verdict::RightButDated }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, Verdict, verify};
    use vestibule_core::password::PasswordInput;
    use vestibule_http::chance::SystemChance;

    fn input(text: &str) -> PasswordInput {
        PasswordInput::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_password_verifies_exactly_or_not_at_all() {
        let hasher = Hasher::new(2, &SystemChance);
        let stored = hasher.hash(&input("correct horse battery"), &SystemChance).await.expect("room to hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let verify = async |text| hasher.verify(&input(text), Some(&stored)).await.expect("room to hash");
        assert_eq!(verify("correct horse battery").await, Verdict::Right);
        assert_eq!(verify("correct horse battery ").await, Verdict::Wrong);
        assert_eq!(verify("Correct horse battery").await, Verdict::Wrong);
    }

    #[tokio::test]
    async fn no_password_matches_an_account_that_is_not_there() {
        let hasher = Hasher::new(1, &SystemChance);
        assert_eq!(hasher.verify(&input("nobody's password"), None).await.expect("room to hash"), Verdict::Wrong);
    }

    #[test]
    fn an_older_hash_is_right_but_dated() {
        use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
        let params = Params::new(8_192, 1, 1, None).expect("valid");
        let old = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_with_salt(b"correct", b"sixteen bytes sa")
            .expect("valid")
            .to_string();
        assert_eq!(verify(b"correct", &old), Verdict::RightButDated);
        assert_eq!(verify(b"wrong", &old), Verdict::Wrong);
    }
}
