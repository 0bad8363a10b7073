//! Form tokens: what shows that a form was drawn by us for this browser (B-01).
//!
//! A token is bound to the browser's cookie and to no clock, so a form that was left open for a day still works.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;

use crate::secret::{Purpose, Secret};

/// The name of the hidden field.
pub const FIELD: &str = "form_token";

/// The token for forms in the browser that carries this cookie.
#[must_use]
pub fn make(secret: &Secret, browser: &str) -> String {
    URL_SAFE_NO_PAD.encode(secret.digest(Purpose::FormToken, &[browser.as_bytes()]).0)
}

/// Whether a posted token belongs to the browser that carries this cookie.
#[must_use]
pub fn matches(secret: &Secret, browser: Option<&str>, posted: Option<&str>) -> bool {
    match (browser, posted) {
        (Some(browser), Some(posted)) => make(secret, browser).as_bytes().ct_eq(posted.as_bytes()).into(),
        _ => false,
    }
}
