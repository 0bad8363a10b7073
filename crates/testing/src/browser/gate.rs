//! A gate between browser and server: it passes everything on, and can keep wasm and forms waiting.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    sync::Arc,
};

use crate::PATIENCE;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
    time::timeout,
};

/// What becomes of a request for wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// It passes.
    Passes,
    /// It is answered with 404, as by a server whose files are incomplete.
    Missing,
    /// It waits until this changes, as on a slow line.
    Held,
}

/// A gate between browser and server. It closes when it is dropped.
///
/// A gate on the wire works for every browser, and the browser can't tell its 404 from any other: blocked requests of
/// the developer tools fail in a way of their own.
pub struct Gate {
    port: u16,
    shared: Arc<Shared>,
    listener: JoinHandle<()>,
}

struct Shared {
    server: watch::Sender<Option<SocketAddr>>,
    wasm: watch::Sender<Wasm>,
    forms_wait: watch::Sender<bool>,
    requests: watch::Sender<Vec<String>>,
}

impl Gate {
    /// Builds a gate on a free port. Who comes before [`lead_to`](Self::lead_to) waits.
    ///
    /// # Panics
    /// When the loopback has no free port.
    pub async fn build(wasm: Wasm) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("the loopback has a free port");
        let port = listener.local_addr().expect("a bound socket has an address").port();
        let shared = Arc::new(Shared {
            server: watch::Sender::new(None),
            wasm: watch::Sender::new(wasm),
            forms_wait: watch::Sender::new(false),
            requests: watch::Sender::new(Vec::new()),
        });
        let accepting = Arc::clone(&shared);
        let listener = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                let shared = Arc::clone(&accepting);
                tokio::spawn(async move {
                    // A browser that goes elsewhere hangs up; that is its right.
                    let _ = pass(browser, &shared).await;
                });
            }
        });
        Self { port, shared, listener }
    }

    /// The gate's port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Passes what comes on to this server.
    pub fn lead_to(&self, server: SocketAddr) {
        self.shared.server.send_replace(Some(server));
    }

    /// Treats wasm like this from now on. What was held goes on.
    pub fn set_wasm(&self, wasm: Wasm) {
        self.shared.wasm.send_replace(wasm);
    }

    /// Lets posted forms wait, as before a busy server, until this is called with `false`.
    pub fn let_forms_wait(&self, wait: bool) {
        self.shared.forms_wait.send_replace(wait);
    }

    /// Waits until this was asked for.
    ///
    /// # Panics
    /// When it isn't.
    pub async fn asked_for(&self, request: &str) {
        let mut requests = self.shared.requests.subscribe();
        let asked = requests.wait_for(|requests| requests.iter().any(|asked| asked == request));
        let in_time = timeout(PATIENCE, asked).await.is_ok();
        assert!(in_time, "nobody asked for {request}, but for {:?}", self.requests());
    }

    /// What was asked for so far: `POST /login`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.borrow().clone()
    }

    /// How often this was asked for.
    #[must_use]
    pub fn count(&self, request: &str) -> usize {
        self.shared.requests.borrow().iter().filter(|asked| *asked == request).count()
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

/// Passes one request and its answer. Each connection carries one, so that every request can be seen.
async fn pass(mut browser: TcpStream, shared: &Shared) -> io::Result<()> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        if browser.read_buf(&mut bytes).await? == 0 {
            return Ok(());
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut words = head.split([' ', '?']);
    let request = format!("{} {}", words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_form = request.starts_with("POST ");
    let is_wasm = Path::new(&request).extension().is_some_and(|kind| kind == "wasm");
    shared.requests.send_modify(|requests| requests.push(request));
    if is_form {
        shared.forms_wait.subscribe().wait_for(|wait| !wait).await.map_err(io::Error::other)?;
    }
    if is_wasm {
        let wasm = *shared.wasm.subscribe().wait_for(|wasm| *wasm != Wasm::Held).await.map_err(io::Error::other)?;
        if wasm == Wasm::Missing {
            let answer =
                b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
            return browser.write_all(answer).await;
        }
    }
    let address =
        shared.server.subscribe().wait_for(Option::is_some).await.map_err(io::Error::other)?.expect("it is some");
    let mut server = TcpStream::connect(address).await?;
    server.write_all(one_request(&head).as_bytes()).await?;
    let body = content_length(&head).saturating_sub(bytes.len() - end);
    server.write_all(&bytes[end..]).await?;
    let (mut from_browser, mut to_browser) = browser.split();
    copy(&mut (&mut from_browser).take(body as u64), &mut server).await?;
    copy(&mut server, &mut to_browser).await?;
    to_browser.shutdown().await
}

/// The head, with the wish to close after the answer.
fn one_request(head: &str) -> String {
    let kept = head.trim_end().split("\r\n").filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let lines: Vec<&str> = kept.chain(["Connection: close", "", ""]).collect();
    lines.join("\r\n")
}

fn content_length(head: &str) -> usize {
    let lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
    let length = lines.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    length.and_then(|(_, value)| value.trim().parse().ok()).unwrap_or_default()
}
