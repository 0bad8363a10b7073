//! Chance, as a parameter.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Draws random bytes that nobody can guess.
pub trait Chance: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The system's own source.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    #[expect(clippy::disallowed_methods, reason = "the one place that draws")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a system without randomness can't log anybody in");
    }
}

/// 256 random bits as 43 characters for a cookie or a link (L-01, S-02).
pub fn token(chance: &dyn Chance) -> String {
    let mut bytes = [0; 32];
    chance.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// 128 random bits as 32 hexadecimal characters: a name, not a secret.
pub fn name(chance: &dyn Chance) -> String {
    let mut bytes = [0; 16];
    chance.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}
