//! Many requests in one moment.
//!
//! Each is sent up to its body and waits until the server asks for that: then its handler runs and stands where it needs
//! the body. The bodies follow in one sweep, so that all handlers go on together. Requests that are merely sent one after
//! the other are answered one after the other, and find no race.

use std::net::{Ipv4Addr, SocketAddr};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
};
use vestibule_testing::{
    Answer, Client, Form, Server,
    http::{HeaderMap, HeaderName, HeaderValue},
};

use crate::house::COOKIES;

/// What the server says when a handler waits for the body.
const GO_ON: &str = "HTTP/1.1 100 Continue\r\n\r\n";

/// A form that is about to be sent, with a browser's cookies, from an address.
pub(crate) struct Shot {
    server: SocketAddr,
    from: Ipv4Addr,
    path: String,
    head: String,
    body: String,
}

impl Shot {
    pub(crate) fn new(server: &Server, from: Ipv4Addr, browser: &Client, form: &Form) -> Self {
        let cookies: Vec<String> =
            COOKIES.iter().filter_map(|name| Some(format!("{name}={}", browser.cookie(name)?))).collect();
        let (host, body) = (server.base_url().trim_start_matches("http://"), form.encode());
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nConnection: close\r\nExpect: 100-continue\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            form.action,
            cookies.join("; "),
            body.len()
        );
        Self { server: server.address(), from, path: form.action.clone(), head, body }
    }

    /// Sends everything but the body, and comes back when the server waits for that.
    pub(crate) async fn aim(&self) -> TcpStream {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind((self.from, 0).into()).expect("the loopback is ours");
        let mut stream = socket.connect(self.server).await.expect("the server listens");
        stream.write_all(self.head.as_bytes()).await.expect("the server reads");
        let mut go_on = [0; GO_ON.len()];
        stream.read_exact(&mut go_on).await.expect("the server answers");
        assert_eq!(String::from_utf8_lossy(&go_on), GO_ON);
        stream
    }

    /// Sends the body.
    pub(crate) async fn fire(&self, stream: &mut TcpStream) {
        stream.write_all(self.body.as_bytes()).await.expect("the server reads");
    }

    /// Reads the answer to its end.
    pub(crate) async fn answer(&self, mut stream: TcpStream) -> Answer {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.expect("the connection is not reset");
        let text = String::from_utf8(bytes).expect("pages are text");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text}"));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let status = status.unwrap_or_else(|| panic!("no status: {head}"));
        let mut headers = HeaderMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let name = HeaderName::try_from(name).expect("a header's name");
            headers.append(name, HeaderValue::try_from(value).expect("a header's value"));
        }
        Answer { status, headers, body: body.to_owned().into(), path: self.path.clone() }
    }
}

/// Fires all of them in one moment.
pub(crate) async fn at_once(shots: Vec<Shot>) -> Vec<Answer> {
    let mut streams = Vec::new();
    for shot in &shots {
        streams.push(shot.aim().await);
    }
    for (shot, stream) in shots.iter().zip(&mut streams) {
        shot.fire(stream).await;
    }
    let mut answers = Vec::new();
    for (shot, stream) in shots.iter().zip(streams) {
        answers.push(shot.answer(stream).await);
    }
    answers
}
