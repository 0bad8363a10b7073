//! The binary that a user would run, as a child process.

mod builder;
mod process;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
};

use tempfile::TempDir;

pub use builder::ServerBuilder;
pub use process::{Ended, Signal};

#[cfg(feature = "browser")]
use crate::browser::{Browser, Script};
use crate::{Client, Control};
use process::Process;

/// A running server with a folder, a port and a database of its own. It is killed when it is dropped.
pub struct Server {
    builder: ServerBuilder,
    folder: Arc<TempDir>,
    address: SocketAddr,
    base_url: String,
    process: Process,
}

impl Server {
    /// What may be chosen before the start.
    #[must_use]
    pub fn builder() -> ServerBuilder {
        ServerBuilder::default()
    }

    /// Where people reach it, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The path of one of our pages on its site.
    #[must_use]
    pub fn at(&self, route: &str) -> String {
        self.builder.mount().at(route)
    }

    /// The address of a path, for a browser.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// The socket that it listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its folder, with everything that it wrote: rows about what is stored look here.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its process, for rows about memory and time.
    #[must_use]
    pub fn process_id(&self) -> Option<u32> {
        self.process.id()
    }

    /// Every byte of the database and the files beside it, as they are on the disk: what must not be stored isn't in here.
    ///
    /// # Panics
    /// When the folder can't be read.
    #[must_use]
    pub fn stored_bytes(&self) -> Vec<u8> {
        let entries = std::fs::read_dir(self.folder()).expect("the folder is ours").flatten().map(|entry| entry.path());
        let files = entries.filter(|path| path.to_string_lossy().contains("vestibule.db"));
        files.flat_map(|path| std::fs::read(path).unwrap_or_default()).collect()
    }

    /// What it logged so far.
    #[must_use]
    pub fn logs(&self) -> String {
        self.process.logs()
    }

    /// Waits until the log has a text.
    ///
    /// # Panics
    /// When it doesn't come.
    pub async fn wait_for_log(&self, text: &str) {
        self.process.wait_for_log(text).await;
    }

    /// A client of this server, at the loopback's usual address.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client_from(Ipv4Addr::LOCALHOST)
    }

    /// A client of this server at an address of its own: anything in 127.0.0.0/8. Limits by client address see it.
    #[must_use]
    pub fn client_from(&self, address: Ipv4Addr) -> Client {
        Client::new(&self.base_url, self.address, address).at(self.builder.mount())
    }

    /// A browser in front of it.
    ///
    /// # Panics
    /// When it doesn't start.
    #[cfg(feature = "browser")]
    pub async fn browser(&self, script: Script) -> Browser {
        Browser::open(script, &self.base_url).await.mounted(self.builder.mount())
    }

    /// The control API of a server that was started with [`ServerBuilder::testing`].
    #[must_use]
    pub fn control(&self) -> Control {
        Control::new(self.client())
    }

    /// Sends a signal and doesn't wait.
    pub fn signal(&self, signal: Signal) {
        self.process.signal(signal);
    }

    /// Sends a signal and waits for the end. The logs are complete then.
    ///
    /// # Panics
    /// When it doesn't end.
    pub async fn stop(&mut self, signal: Signal) -> Ended {
        self.process.signal(signal);
        self.process.wait().await
    }

    /// Starts it again on the same folder and port. A process that still runs is killed first, as in a power cut.
    ///
    /// # Panics
    /// When it doesn't become ready.
    pub async fn restart(&mut self) {
        if self.process.id().is_some() {
            self.stop(Signal::Kill).await;
        }
        let mut process =
            Process::spawn(&mut self.builder.command("serve", &self.folder, self.address, &self.base_url));
        process.wait_until_ready().await;
        self.process = process;
    }

    /// Runs another command of the binary on the same folder: `demand ada@example.org new-password`.
    ///
    /// # Panics
    /// When it doesn't end.
    pub async fn run(&self, arguments: &[&str]) -> Ended {
        let (command, rest) = arguments.split_first().expect("a command has a name");
        let mut command = self.builder.command(command, &self.folder, self.address, &self.base_url);
        Process::spawn(command.args(rest)).wait().await
    }
}

/// A port of the loopback that nobody listens on.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("the loopback has a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// The folder of the workspace, where `target` is.
///
/// # Panics
/// Never: this file is two folders deep.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("crates/testing is two deep").to_owned()
}
