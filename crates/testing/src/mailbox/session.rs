//! One conversation in SMTP (RFC 5321), as far as a mail server of tests needs it.

use std::sync::Arc;

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    time::sleep,
};

use super::{Behaviour, Letter, Mail, Shared};

pub(super) async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let (reader, writer) = stream.into_split();
    let mut session =
        Session { reader: BufReader::new(reader), writer, shared, sender: String::new(), recipients: Vec::new() };
    // A sender that hangs up is none of our business.
    let _ = session.talk().await;
}

struct Session {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
    shared: Arc<Shared>,
    sender: String,
    recipients: Vec<String>,
}

impl Session {
    async fn talk(&mut self) -> std::io::Result<()> {
        self.answer("220 mailbox.test ready").await?;
        while let Some(line) = self.line().await? {
            let line = String::from_utf8_lossy(&line).into_owned();
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => self.answer("250-mailbox.test\r\n250-8BITMIME\r\n250 SMTPUTF8").await?,
                "HELO" | "NOOP" => self.answer("250 fine").await?,
                "MAIL" => {
                    (self.sender, self.recipients) = (path(&line), Vec::new());
                    self.answer("250 fine").await?;
                }
                "RCPT" => self.recipient(path(&line)).await?,
                "DATA" if self.recipients.is_empty() => self.answer("503 to whom?").await?,
                "DATA" => {
                    self.answer("354 go on, end with a dot").await?;
                    let Some(raw) = self.data().await? else { return Ok(()) };
                    if self.behaviour() == Behaviour::DropAfterData {
                        return Ok(());
                    }
                    self.keep(&raw);
                    self.answer("250 kept").await?;
                }
                "RSET" => {
                    self.recipients.clear();
                    self.answer("250 fine").await?;
                }
                "QUIT" => return self.answer("221 bye").await,
                _ => self.answer("500 what?").await?,
            }
        }
        Ok(())
    }

    async fn recipient(&mut self, to: String) -> std::io::Result<()> {
        match self.behaviour() {
            Behaviour::Busy => return self.answer("451 try again later").await,
            Behaviour::RefuseAll => return self.answer("550 no such mailbox").await,
            Behaviour::Refuse(refused) if refused.eq_ignore_ascii_case(&to) => {
                return self.answer("550 no such mailbox").await;
            }
            _ => {}
        }
        self.recipients.push(to);
        self.answer("250 fine").await
    }

    /// Lines up to the dot that stands alone, without the dots that were doubled on the way.
    async fn data(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut raw = Vec::new();
        while let Some(line) = self.line().await? {
            if line == b"." {
                return Ok(Some(raw));
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            raw.extend_from_slice(b"\r\n");
        }
        Ok(None)
    }

    fn keep(&mut self, raw: &[u8]) {
        let mail = Mail::read(std::mem::take(&mut self.sender), std::mem::take(&mut self.recipients), raw);
        self.shared.letters.send_modify(|letters| letters.push(Letter { mail, read: false }));
    }

    async fn line(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        if self.reader.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        while line.last().is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            line.pop();
        }
        Ok(Some(line))
    }

    async fn answer(&mut self, text: &str) -> std::io::Result<()> {
        match self.behaviour() {
            Behaviour::Slow(pause) => sleep(pause).await,
            Behaviour::Silent => std::future::pending().await,
            _ => {}
        }
        self.writer.write_all(format!("{text}\r\n").as_bytes()).await
    }

    fn behaviour(&self) -> Behaviour {
        self.shared.behaviour.borrow().clone()
    }
}

/// The address between the angle brackets of `MAIL FROM:<a@b> SIZE=1`.
fn path(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };

    use crate::{Behaviour, Mailbox};

    /// Sends a whole conversation at once and returns the codes of the answers.
    async fn codes(mailbox: &Mailbox, conversation: &str) -> Vec<String> {
        let mut stream = TcpStream::connect(mailbox.url().trim_start_matches("smtp://")).await.expect("it listens");
        stream.write_all(conversation.replace('\n', "\r\n").as_bytes()).await.expect("it reads");
        let mut answers = String::new();
        stream.read_to_string(&mut answers).await.expect("it answers in text");
        answers.lines().map(|line| line[..3].to_owned()).collect()
    }

    const MAIL: &str =
        "HELO me\nMAIL FROM:<me@example.org>\nRCPT TO:<Ada@example.org>\nDATA\nSubject: Hi\n\n..dot\n.\nQUIT\n";

    #[tokio::test]
    async fn a_mail_is_kept_and_read_once() {
        let mailbox = Mailbox::open().await;
        assert_eq!(codes(&mailbox, MAIL).await, ["220", "250", "250", "250", "354", "250", "221"]);
        let mail = mailbox.wait_for("ada@example.org").await;
        assert_eq!((mail.sender.as_str(), mail.subject.as_str(), mail.text.trim()), ("me@example.org", "Hi", ".dot"));
        codes(&mailbox, &MAIL.replace("Hi", "Again")).await;
        assert_eq!(mailbox.wait_for("ada@example.org").await.subject, "Again");
        assert_eq!(mailbox.count("ada@example.org"), 2);
    }

    #[tokio::test]
    async fn a_mail_can_be_refused_put_off_or_lost() {
        let mailbox = Mailbox::open().await;
        for (behaviour, expected) in [
            (Behaviour::RefuseAll, "550"),
            (Behaviour::Refuse("ada@example.org".to_owned()), "550"),
            (Behaviour::Refuse("bob@example.org".to_owned()), "250"),
            (Behaviour::Busy, "451"),
        ] {
            mailbox.behave(behaviour.clone());
            assert_eq!(codes(&mailbox, MAIL).await[3], expected, "{behaviour:?}");
        }
        mailbox.behave(Behaviour::DropAfterData);
        assert_eq!(codes(&mailbox, MAIL).await.last().map(String::as_str), Some("354"));
        assert_eq!(mailbox.all().len(), 1);
    }
}
