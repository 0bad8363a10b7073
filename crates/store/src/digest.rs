//! What a store keeps of a secret.

/// The SHA-256 of a secret, keyed where the secret is short. Equal digests mean equal secrets; the way back is closed
/// for anything drawn from 128 bits or more, and short codes are keyed with a secret that the store never sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 32]);
