//! What isn't even HTTP: bytes into a socket, bytes out of it.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::PATIENCE;

/// A connection that is ours to misuse.
///
/// # Panics
/// When nobody listens.
pub async fn connect(server: SocketAddr) -> TcpStream {
    TcpStream::connect(server).await.expect("the server listens")
}

/// Sends bytes and reads until the server hangs up or `PATIENCE` ends. A request that should be answered and closed
/// carries `Connection: close`.
///
/// # Panics
/// When nobody listens.
pub async fn exchange(server: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(server).await;
    // A server that has seen enough may hang up in the middle of what we send, and its answer still counts.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// The status of an answer as text; `None` when there was none.
#[must_use]
pub fn status(answer: &str) -> Option<u16> {
    answer.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
}
