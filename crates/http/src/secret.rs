//! The server's secret, and the keys that are derived from it, one a purpose.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use vestibule_store::{Digest, Sealed};

use crate::chance::Chance;

/// What a key is used for. Two purposes never share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Binds forms to a browser.
    FormToken,
    /// Makes six digits worth nothing in a stolen database.
    MailCode,
    /// Keys of limits: a table of limits is not a list of addresses.
    Limit,
    /// Letters that wait.
    Letter,
    /// Secrets of authenticators (M-05).
    Totp,
    /// Backup codes: eighty bits are few enough to be tried against a stolen database.
    BackupCode,
    /// Backup codes that their owner hasn't saved yet.
    BackupCodesToShow,
    /// What a cookie says in place of only naming something (S-02).
    Cookie,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::FormToken => b"vestibule form token v1",
            Self::MailCode => b"vestibule mail code v1",
            Self::Limit => b"vestibule limit v1",
            Self::Letter => b"vestibule letter v1",
            Self::Totp => b"vestibule totp v1",
            Self::BackupCode => b"vestibule backup code v1",
            Self::BackupCodesToShow => b"vestibule backup codes to show v1",
            Self::Cookie => b"vestibule cookie v1",
        }
    }
}

/// At least 256 random bits that only this installation knows. Never printed.
#[derive(Clone)]
pub struct Secret([u8; 32]);

/// Why a secret was refused (H-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SecretError {
    /// Not base64.
    #[error("the secret is not base64")]
    NotBase64,
    /// Fewer than 32 bytes.
    #[error("the secret has fewer than 32 bytes")]
    TooShort,
    /// Nothing that chance draws: all bytes alike, or counted up.
    #[error("the secret looks like a sample; make a random one")]
    Sample,
}

impl Secret {
    /// Reads a secret as base64 of at least 32 random bytes.
    ///
    /// # Errors
    /// [`SecretError`] says what is wrong with it, never what it was.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| SecretError::NotBase64)?;
        if bytes.len() < 32 {
            return Err(SecretError::TooShort);
        }
        let distinct = bytes.iter().collect::<std::collections::HashSet<_>>().len();
        let counted = bytes.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(1));
        let readable = bytes.iter().all(u8::is_ascii_graphic);
        if distinct < 12 || counted || readable {
            return Err(SecretError::Sample);
        }
        Ok(Self(Sha256::digest(&bytes).into()))
    }

    fn key(&self, purpose: Purpose) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(purpose.label());
        mac.finalize().into_bytes().into()
    }

    /// The digest of `parts` that only this installation can compute. Parts are told apart by their lengths.
    #[must_use]
    pub fn digest(&self, purpose: Purpose, parts: &[&[u8]]) -> Digest {
        let key = self.key(purpose);
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&key).expect("HMAC takes keys of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Digest(mac.finalize().into_bytes().into())
    }

    /// Seals `plain` with a fresh nonce (XChaCha20-Poly1305).
    #[must_use]
    pub fn seal(&self, purpose: Purpose, plain: &[u8], chance: &dyn Chance) -> Sealed {
        self.seal_for(purpose, b"", plain, chance)
    }

    /// Seals `plain` for one owner: moved to another's row, it doesn't open (M-05).
    #[must_use]
    pub fn seal_for(&self, purpose: Purpose, owner: &[u8], plain: &[u8], chance: &dyn Chance) -> Sealed {
        let mut nonce = [0; 24];
        chance.fill(&mut nonce);
        let mut bytes = plain.to_vec();
        self.cipher(purpose)
            .encrypt_in_place(&XNonce::from(nonce), &[purpose.label(), owner].concat(), &mut bytes)
            .expect("what is sealed is far below the cipher's limit");
        Sealed([nonce.as_slice(), &bytes].concat())
    }

    /// Opens what [`seal`](Self::seal) closed; `None` for anything else.
    #[must_use]
    pub fn open(&self, purpose: Purpose, sealed: &Sealed) -> Option<Vec<u8>> {
        self.open_for(purpose, b"", sealed)
    }

    /// Opens what [`seal_for`](Self::seal_for) closed for this owner; `None` for anything else.
    #[must_use]
    pub fn open_for(&self, purpose: Purpose, owner: &[u8], sealed: &Sealed) -> Option<Vec<u8>> {
        let (nonce, bytes) = sealed.0.split_first_chunk::<24>()?;
        let mut bytes = bytes.to_vec();
        let context = [purpose.label(), owner].concat();
        self.cipher(purpose).decrypt_in_place(&XNonce::from(*nonce), &context, &mut bytes).ok()?;
        Some(bytes)
    }

    fn cipher(&self, purpose: Purpose) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.key(purpose).into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

/// The digest of something that was drawn from 256 random bits: a cookie or a link's token.
#[must_use]
pub fn digest_of_token(token: &str) -> Digest {
    Digest(Sha256::digest(token.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::{Purpose, Secret, SecretError};
    use crate::chance::Chance;
    use base64::{Engine, engine::general_purpose::STANDARD};

    struct Always(u8);

    impl Chance for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn secret(salt: u8) -> Secret {
        let bytes: Vec<u8> = (0..32_u8).map(|i| i.wrapping_mul(37).wrapping_add(salt)).collect();
        Secret::parse(&STANDARD.encode(bytes)).expect("random enough")
    }

    #[test]
    fn a_weak_secret_is_refused() {
        let check = |bytes: &[u8], expected| assert_eq!(Secret::parse(&STANDARD.encode(bytes)).err(), Some(expected));
        check(&[7; 31], SecretError::TooShort);
        check(&[7; 64], SecretError::Sample);
        check(&(0..32).collect::<Vec<u8>>(), SecretError::Sample);
        check(b"change-me-change-me-change-me-change-me", SecretError::Sample);
        assert_eq!(Secret::parse("*").err(), Some(SecretError::NotBase64));
    }

    #[test]
    fn what_is_sealed_opens_for_its_own_secret_and_purpose_only() {
        let sealed = secret(1).seal(Purpose::Letter, b"482 913", &Always(9));
        assert_eq!(secret(1).open(Purpose::Letter, &sealed).as_deref(), Some(b"482 913".as_slice()));
        assert_eq!(secret(2).open(Purpose::Letter, &sealed), None);
        assert_eq!(secret(1).open(Purpose::Limit, &sealed), None);
        let sealed = secret(1).seal_for(Purpose::Totp, b"ada", b"seed", &Always(9));
        assert_eq!(secret(1).open_for(Purpose::Totp, b"ada", &sealed).as_deref(), Some(b"seed".as_slice()));
        assert_eq!(secret(1).open_for(Purpose::Totp, b"grace", &sealed), None);
    }

    #[test]
    fn digests_tell_parts_purposes_and_secrets_apart() {
        let one = secret(1).digest(Purpose::Limit, &[b"ab", b"c"]);
        assert_ne!(one, secret(1).digest(Purpose::Limit, &[b"a", b"bc"]));
        assert_ne!(one, secret(1).digest(Purpose::MailCode, &[b"ab", b"c"]));
        assert_ne!(one, secret(2).digest(Purpose::Limit, &[b"ab", b"c"]));
    }
}
