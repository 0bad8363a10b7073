//! What a server is started with.

use std::{
    collections::BTreeMap,
    env,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use tempfile::TempDir;
use tokio::process::Command;
use vestibule_core::mount::Mount;

use super::{Ended, Server, free_port, process::Process, workspace};
use crate::{Clock, Mailbox};

/// What may be chosen about a server; everything has a default that works.
#[derive(Clone)]
pub struct ServerBuilder {
    keys: BTreeMap<String, String>,
    environment: Vec<(String, String)>,
    files: BTreeMap<String, String>,
    base_url: Option<String>,
    front: Option<u16>,
    program: Option<PathBuf>,
}

/// Ports can be taken between the moment they are found free and the moment the server binds them.
const TRIES: usize = 3;

impl Default for ServerBuilder {
    fn default() -> Self {
        let builder = Self {
            keys: BTreeMap::new(),
            environment: Vec::new(),
            files: BTreeMap::new(),
            base_url: None,
            front: None,
            program: None,
        };
        builder
            .set("secret", &secret())
            .set("mail_from", "Vestibule <login@example.org>")
            // Nobody listens there: a test that reads mail gives a mailbox.
            .set("smtp", "smtp://127.0.0.1:9")
    }
}

impl ServerBuilder {
    /// A host's own program in place of the `vestibule` binary. It reads the same configuration from its environment,
    /// and says `ready at` and its address once it accepts connections.
    #[must_use]
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = Some(program.into());
        self
    }

    /// Sets a configuration key, over the kit's own choice.
    #[must_use]
    pub fn set(mut self, key: &str, value: &str) -> Self {
        self.keys.insert(key.to_owned(), value.to_owned());
        self
    }

    /// Sets a configuration key to a file with this content.
    #[must_use]
    pub fn file(mut self, key: &str, content: &str) -> Self {
        self.files.insert(key.to_owned(), content.to_owned());
        self
    }

    /// Leaves a configuration key out.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.keys.remove(key);
        self
    }

    /// Sends the mail there.
    #[must_use]
    pub fn mailbox(self, mailbox: &Mailbox) -> Self {
        self.set("smtp", &mailbox.url())
    }

    /// With the gallery and the development mailbox.
    #[must_use]
    pub fn development(self) -> Self {
        self.set("development", "true")
    }

    /// With the control API: see [`Server::control`].
    #[must_use]
    pub fn testing(self) -> Self {
        self.set("testing", "true")
    }

    /// Runs by this clock.
    #[must_use]
    pub fn clock(mut self, clock: &Clock) -> Self {
        self.environment.extend(clock.environment());
        self
    }

    /// Sets a variable of the process's environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Is reached under this base URL, as behind a proxy that ends TLS. [`Client`](crate::Client) still talks to the
    /// socket, with the host and the cookies of the base URL.
    #[must_use]
    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.to_owned());
        self
    }

    /// Is reached at this port of the loopback, where something else listens and passes on what it gets.
    #[must_use]
    pub const fn behind(mut self, port: u16) -> Self {
        self.front = Some(port);
        self
    }

    /// Starts it and waits until it is ready.
    ///
    /// # Panics
    /// When it doesn't become ready, with what it said.
    pub async fn start(self) -> Server {
        let folder = Arc::new(tempfile::tempdir().expect("a temporary folder can be made"));
        for _ in 1..TRIES {
            let (address, mut process) = self.spawn(&folder);
            if process.became_ready().await {
                return self.server(folder, address, process);
            }
            let said = process.logs();
            assert!(said.contains("in use"), "the server isn't ready; it said: {said}");
        }
        let (address, mut process) = self.spawn(&folder);
        process.wait_until_ready().await;
        self.server(folder, address, process)
    }

    /// Starts it and waits until it ends by itself, as it does when the configuration is refused.
    ///
    /// # Panics
    /// When it doesn't end.
    pub async fn ends(self) -> Ended {
        let folder = Arc::new(tempfile::tempdir().expect("a temporary folder can be made"));
        self.spawn(&folder).1.wait().await
    }

    fn spawn(&self, folder: &TempDir) -> (SocketAddr, Process) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        (address, Process::spawn(&mut self.command("serve", folder, address, &self.url(address))))
    }

    /// Where on its site our pages stand.
    pub(super) fn mount(&self) -> Mount {
        self.keys.get("mount").map_or_else(Mount::default, |mount| mount.parse().expect("a mount"))
    }

    fn url(&self, address: SocketAddr) -> String {
        let port = self.front.unwrap_or(address.port());
        self.base_url.clone().unwrap_or_else(|| format!("http://localhost:{port}"))
    }

    fn server(self, folder: Arc<TempDir>, address: SocketAddr, process: Process) -> Server {
        let base_url = self.url(address);
        Server { builder: self, folder, address, base_url, process }
    }

    pub(super) fn command(&self, name: &str, folder: &TempDir, address: SocketAddr, base_url: &str) -> Command {
        let defaults = [
            ("base_url", base_url.to_owned()),
            ("listen", address.to_string()),
            ("database", format!("sqlite:{}", folder.path().join("vestibule.db").display())),
        ];
        let mut command = match &self.program {
            // It carries its own.
            Some(program) => Command::new(program),
            None => Command::new(binary()),
        };
        command.env_clear().current_dir(folder.path());
        if self.program.is_none() {
            command.arg(name).env(variable("assets"), site());
        }
        for (key, value) in defaults {
            command.env(variable(key), value);
        }
        for (key, value) in &self.keys {
            command.env(variable(key), value);
        }
        for (key, content) in &self.files {
            let path = folder.path().join(format!("{key}.toml"));
            std::fs::write(&path, content).expect("the folder is ours");
            command.env(variable(key), path);
        }
        command.envs(self.environment.iter().cloned());
        command
    }
}

/// A secret like the one that an operator would choose.
#[expect(clippy::disallowed_methods, reason = "this is the caller that chance is taken from")]
fn secret() -> String {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    BASE64_STANDARD.encode(bytes)
}

fn variable(key: &str) -> String {
    format!("VESTIBULE_{}", key.to_uppercase())
}

/// The binary under test: `VESTIBULE_BIN`, else the debug build of this workspace.
fn binary() -> PathBuf {
    env::var_os("VESTIBULE_BIN").map_or_else(|| workspace().join("target/debug/vestibule"), PathBuf::from)
}

/// The built browser files: `VESTIBULE_ASSETS`, else those of this workspace.
fn site() -> PathBuf {
    env::var_os("VESTIBULE_ASSETS").map_or_else(|| workspace().join("target/site"), PathBuf::from)
}
