//! Handing letters to a mail server.

use std::{net::IpAddr, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use thiserror::Error;
use url::{Host, Url};

use super::Letter;

/// How long one attempt may take: a mail server that hangs must not hold a letter back.
const PATIENCE: Duration = Duration::from_secs(20);

/// The way to a mail server.
#[derive(Clone)]
pub struct Smtp {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// Why a way to a mail server was refused. Its address is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SmtpError {
    /// Not an address of a mail server.
    #[error("smtp must be smtp://HOST:PORT or smtps://USER:PASSWORD@HOST:PORT")]
    Address,
    /// Plain text to another machine: codes and passwords would be read on the way.
    #[error(
        "smtp:// without ?tls=required is for a mail server on this machine only; use smtps:// or add ?tls=required"
    )]
    NotSecure,
    /// Not an address that mail can come from.
    #[error("mail_from must be an address: Northwind <login@example.com>")]
    From,
}

/// What became of an attempt to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    /// The mail server took it.
    Accepted,
    /// It will never take it.
    Refused,
    /// It may take it later.
    NotNow,
}

impl Smtp {
    /// A way to the mail server at `url`, for letters from `from`.
    ///
    /// # Errors
    /// [`SmtpError`] says which of the two is wrong, and why.
    pub fn new(url: &str, from: &str) -> Result<Self, SmtpError> {
        let parsed = Url::parse(url).map_err(|_| SmtpError::Address)?;
        let encrypted = parsed.scheme() == "smtps" || parsed.query() == Some("tls=required");
        if !encrypted && !is_this_machine(&parsed) {
            return Err(SmtpError::NotSecure);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| SmtpError::Address)?;
        let from = from.parse().map_err(|_| SmtpError::From)?;
        Ok(Self { from, transport: builder.timeout(Some(PATIENCE)).build() })
    }

    pub(super) async fn send(&self, letter: &Letter) -> Sent {
        let Some(message) = self.message(letter) else { return Sent::Refused };
        match self.transport.send(message).await {
            Ok(_) => Sent::Accepted,
            Err(error) => {
                // The server's own words may name the receiver; its kind of answer says enough.
                let status = error.status().map(|code| code.to_string());
                tracing::warn!(status, timeout = error.is_timeout(), "the mail server did not take a letter");
                if error.is_permanent() { Sent::Refused } else { Sent::NotNow }
            }
        }
    }

    /// The message; `None` when the receiver's address is none for a mail server.
    fn message(&self, letter: &Letter) -> Option<Message> {
        let to = Mailbox::new(None, letter.to.as_str().parse().ok()?);
        let bodies = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
        let message =
            Message::builder().from(self.from.clone()).to(to).subject(letter.subject.clone()).message_id(None);
        message.header(AutoSubmitted).multipart(bodies).ok()
    }
}

/// `http://localhost` has a rule of its own in browsers; a scheme they don't know has hosts that are only text.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// Tells out-of-office robots not to answer (RFC 3834, 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{Smtp, SmtpError};

    #[track_caller]
    fn check(url: &str, from: &str, expected: Result<(), SmtpError>) {
        assert_eq!(Smtp::new(url, from).map(|_| ()), expected, "{url}");
    }

    #[tokio::test]
    async fn a_mail_server_on_another_machine_is_reached_encrypted_or_not_at_all() {
        let from = "Northwind <login@example.com>";
        check("smtp://127.0.0.1:2525", from, Ok(()));
        check("smtp://localhost:2525", from, Ok(()));
        check("smtp://[::1]:2525", from, Ok(()));
        check("smtps://user:word@mail.example.com:465", from, Ok(()));
        check("smtp://mail.example.com:587?tls=required", from, Ok(()));
        check("smtp://mail.example.com:25", from, Err(SmtpError::NotSecure));
        check("smtp://mail.example.com?tls=opportunistic", from, Err(SmtpError::NotSecure));
        check("http://localhost:25", from, Err(SmtpError::Address));
        check("smtp://localhost", "nobody", Err(SmtpError::From));
    }
}
