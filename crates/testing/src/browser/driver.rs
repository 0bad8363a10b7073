//! The driver: a child process that starts the browser and passes commands to it.

use std::{
    env,
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpStream},
    process::Stdio,
};

use crate::PATIENCE;
use thirtyfour::SessionId;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

/// What the driver says once it listens; the port follows.
const STARTED: &str = "started successfully on port ";

/// The driver wants its port on both kinds of loopback, and ends when the one that it was given is taken on the other.
const TRIES: usize = 4;

/// A running driver. It is killed when it is dropped.
pub(super) struct Driver {
    port: u16,
    _process: Child,
}

impl Driver {
    /// Starts `CHROMEDRIVER`, else the one on the path, on a port that it chooses itself.
    pub(super) async fn start() -> Self {
        for _ in 1..TRIES {
            if let Some(driver) = Self::try_start().await {
                return driver;
            }
        }
        Self::try_start().await.expect("the driver says on which port it listens")
    }

    /// A driver, unless it ends before it listens.
    async fn try_start() -> Option<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut command = Command::new(&program);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!("can't start {} ({error}); install it with: apt-get install chromium-driver", program.display())
        });
        let mut output = BufReader::new(process.stdout.take().expect("it is piped"));
        let port = timeout(PATIENCE, async {
            let mut line = String::new();
            while output.read_line(&mut line).await.is_ok_and(|length| length > 0) {
                let port =
                    line.split_once(STARTED).and_then(|(_, rest)| rest.trim_end_matches(['.', '\n']).parse().ok());
                if port.is_some() {
                    return port;
                }
                line.clear();
            }
            None
        });
        let port = port.await.ok().flatten()?;
        // A full pipe would stop the driver in the middle of a test.
        tokio::spawn(async move { output.read_to_end(&mut Vec::new()).await });
        Some(Self { port, _process: process })
    }

    /// Ends a session without a runtime's help.
    pub(super) fn end_session(&self, session: &SessionId) {
        let end = || -> io::Result<()> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(PATIENCE))?;
            write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            stream.read(&mut [0; 64]).map(|_| ())
        };
        // A driver that is gone has taken the browser along.
        let _ = end();
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
