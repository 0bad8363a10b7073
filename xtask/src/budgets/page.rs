//! The log-in page, from a server that runs for a moment.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::{
    places,
    serve::{self, Build, READY},
};

/// The bytes of the page's HTML.
pub(super) fn log_in() -> Result<Vec<u8>> {
    serve::server(Build::Debug)?;
    let folder = places::at("target/budgets");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).context("target/budgets can't be made")?;
    // Free now; whoever takes it in between makes the server say so.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let server = Command::new(places::server("debug"))
        .arg("serve")
        .env("VESTIBULE_ASSETS", places::site())
        .env("VESTIBULE_BASE_URL", format!("http://localhost:{}", address.port()))
        .env("VESTIBULE_DATABASE", format!("sqlite:{}", folder.join("vestibule.sqlite").display()))
        .env("VESTIBULE_DEVELOPMENT", "true")
        .env("VESTIBULE_LISTEN", address.to_string())
        .env("VESTIBULE_SECRET", "bm90IGEgc2VjcmV0LCBqdXN0IGEgd2VpZ2hpbmcgZm9yIHRlc3Rz")
        .stdout(Stdio::piped())
        .spawn()
        .context("the server can't be started")?;
    let mut server = Server(server);
    let said = BufReader::new(server.0.stdout.take().context("the server has no voice")?);
    let is_ready = said.lines().map_while(Result::ok).any(|line| line.starts_with(READY));
    ensure!(is_ready, "the server ended before it was ready");
    get(&address.to_string(), address.port(), "/login")
}

/// Ends with its owner, however that ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(address: &str, port: u16, path: &str) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address).context("the server doesn't accept connections")?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost:{port}\r\naccept: text/html\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    ensure!(answer.starts_with(b"HTTP/1.1 200"), "{path} doesn't answer 200");
    let body = answer.windows(4).position(|window| window == b"\r\n\r\n").context("an answer without a body")?;
    Ok(answer.split_off(body + 4))
}
