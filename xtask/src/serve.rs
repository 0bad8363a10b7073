//! `cargo xtask serve`: from a fresh clone to a page in the browser.

use std::{
    fs,
    io::{BufRead, Write, stdin, stdout},
    net::TcpListener,
    os::unix::{fs::OpenOptionsExt, process::CommandExt},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    places,
    run::{cargo, run},
    site,
};

/// How the server is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Quickly.
    Debug,
    /// For speed.
    Release,
}

impl Build {
    const fn profile(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

const LISTEN: &str = "127.0.0.1:3000";
const BASE_URL: &str = "http://localhost:3000";
/// How the server says that it accepts connections.
pub(crate) const READY: &str = "vestibule: ready at ";

/// Builds everything and becomes the server.
pub(crate) fn serve(build: Build) -> Result<()> {
    site::build()?;
    server(build)?;
    let settings = settings()?;
    is_free(settings.iter().find(|(key, _)| *key == "VESTIBULE_LISTEN").map_or(LISTEN, |(_, value)| value))?;
    let vestibule = || {
        let mut command = Command::new(places::server(build.profile()));
        command.current_dir(places::root()).envs(settings.iter().map(|(key, value)| (key, value)));
        command
    };
    // The server takes the place of this process, so that a signal meant for it reaches it. Who tells where the pages
    // are listens to what it prints.
    let announcer = Command::new(std::env::current_exe()?)
        .arg("announce")
        .stdin(Stdio::piped())
        .spawn()
        .context("this program can't be started again")?;
    let ears = announcer.stdin.context("the announcer has no ears")?;
    let error = vestibule().arg("serve").stdout(ears).exec();
    Err(error).context("the server can't be started")
}

/// Compiles the server.
pub(crate) fn server(build: Build) -> Result<()> {
    if !places::server(build.profile()).is_file() {
        println!(
            "Compiling the server; the first time takes some minutes, since SQLite and the TLS library come as C."
        );
    }
    match build {
        Build::Debug => run(&mut cargo("build --package vestibule-server")),
        Build::Release => run(&mut cargo("build --package vestibule-server --release")),
    }
}

/// Repeats what the server says, and adds where to look once it is ready.
pub(crate) fn announce() -> Result<()> {
    for line in stdin().lock().lines() {
        let line = line?;
        println!("{line}");
        if let Some(base) = line.strip_prefix(READY) {
            println!("  log in        {base}/login");
            println!("  dev mailbox   {base}/dev/mail");
            println!("  gallery       {base}/gallery");
            println!("Ctrl-C stops it.");
        }
        stdout().flush()?;
    }
    Ok(())
}

/// What the server is told. A variable that is set already wins, so that one can be tried without a file.
fn settings() -> Result<Vec<(&'static str, String)>> {
    let own = places::at(".vestibule");
    fs::create_dir_all(&own).context(".vestibule can't be made")?;
    let secret = own.join("secret");
    if !secret.is_file() {
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&secret);
        file.and_then(|mut file| file.write_all(new_secret()?.as_bytes()))
            .context(".vestibule/secret can't be written")?;
    }
    let settings = [
        ("VESTIBULE_ASSETS", places::site().display().to_string()),
        ("VESTIBULE_BASE_URL", BASE_URL.to_owned()),
        ("VESTIBULE_DATABASE", format!("sqlite:{}", own.join("vestibule.sqlite").display())),
        ("VESTIBULE_DEVELOPMENT", "true".to_owned()),
        ("VESTIBULE_LISTEN", LISTEN.to_owned()),
        ("VESTIBULE_SECRET_FILE", secret.display().to_string()),
    ];
    Ok(settings.into_iter().map(|(key, value)| (key, std::env::var(key).unwrap_or(value))).collect())
}

#[expect(clippy::disallowed_methods, reason = "a secret is made here, and nowhere else in this program")]
fn new_secret() -> std::io::Result<String> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(std::io::Error::other)?;
    Ok(STANDARD.encode(secret))
}

fn is_free(address: &str) -> Result<()> {
    TcpListener::bind(address).map(drop).with_context(|| {
        format!(
            "{address} is taken: stop what listens there, or choose another with \
             `VESTIBULE_LISTEN=127.0.0.1:3001 VESTIBULE_BASE_URL=http://localhost:3001 cargo xtask serve`"
        )
    })
}
