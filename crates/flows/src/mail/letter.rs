//! A letter, and the envelope in which a store keeps it.

use std::fmt;

use serde::{Deserialize, Serialize};
use vestibule_core::email::EmailAddress;
use vestibule_http::secret::Purpose;
use vestibule_store::Sealed;

use crate::{Vestibule, space::Space};

/// A mail that is ready to be sent. It carries a code and a link, so it never prints.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Letter {
    pub(crate) to: EmailAddress,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// The code in two groups, if it carries one.
    pub(crate) code: Option<String>,
    /// The link, if it carries one.
    pub(crate) link: Option<String>,
    /// Whose test it was written for.
    #[serde(default)]
    pub(crate) space: Space,
}

impl Letter {
    /// Closes the letter with a key that the store doesn't have (L-01).
    pub(crate) fn seal(&self, vestibule: &Vestibule) -> Sealed {
        let plain = serde_json::to_vec(self).expect("a letter is plain text");
        vestibule.0.secret.seal(Purpose::Letter, &plain, vestibule.0.chance.as_ref())
    }

    /// Opens a letter; `None` if it was sealed with another secret.
    pub(crate) fn open(sealed: &Sealed, vestibule: &Vestibule) -> Option<Self> {
        serde_json::from_slice(&vestibule.0.secret.open(Purpose::Letter, sealed)?).ok()
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letter([redacted])")
    }
}
