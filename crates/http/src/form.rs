//! What a form posted: bounded, each field at most once (H-02, H-05).

use std::{collections::BTreeMap, fmt, time::Duration};

use axum::{
    body::Body,
    extract::{FromRequest, Request},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::problem::Problem;

/// The largest body that is read, in bytes.
pub const MAX_BODY: usize = 64 * 1024;

/// How long a body may take to arrive: a client that sends a byte a minute keeps no socket.
const BODY_TIME: Duration = Duration::from_secs(20);

/// The fields of a posted form. Values may be secrets: they never print.
#[derive(Default)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded` bytes.
    ///
    /// # Errors
    /// [`Problem::BadRequest`] when a field comes twice or isn't UTF-8.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let mut fields = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(bytes) {
            // The parser writes U+FFFD for what isn't UTF-8: a password must not be one of many that read alike.
            if value.contains('\u{fffd}') || fields.insert(name.into_owned(), value.into_owned()).is_some() {
                return Err(Problem::BadRequest);
            }
        }
        Ok(Self(fields))
    }

    /// The value of a field; `None` when it wasn't sent.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The value of a field, empty when it wasn't sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let body: Body = request.into_body();
        match timeout(BODY_TIME, Limited::new(body, MAX_BODY).collect()).await {
            Ok(Ok(collected)) => Self::parse(&collected.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::TooLarge),
            Ok(Err(_)) | Err(_) => Err(Problem::BadRequest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::problem::Problem;

    #[test]
    fn a_field_comes_once() {
        let fields = Fields::parse(b"email=ada%40example.org&password=a+b").expect("well formed");
        assert_eq!((fields.text("email"), fields.text("password"), fields.get("x")), ("ada@example.org", "a b", None));
        assert_eq!(Fields::parse(b"email=a&email=b").err(), Some(Problem::BadRequest));
        assert_eq!(Fields::parse(b"password=%ff").err(), Some(Problem::BadRequest));
    }

    #[test]
    fn values_never_print() {
        let fields = Fields::parse(b"password=hunter2").expect("well formed");
        assert_eq!(format!("{fields:?}"), "{\"password\"}");
    }
}
