//! A browser without a driver: started with an address, and nothing of it remembered.

use std::{
    env,
    ffi::{OsStr, OsString},
    io,
    path::Path,
    process::Stdio,
};

use anyhow::bail;
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// Where Chromium is looked for, unless `CHROMIUM` names a program.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A running browser.
pub(super) struct Browser {
    process: Child,
    /// All that it remembers, removed with it.
    _profile: TempDir,
}

impl Browser {
    /// Opens an address in the first Chromium there is.
    pub(super) fn open(address: &str) -> anyhow::Result<Self> {
        let profile = tempfile::tempdir()?;
        let named = env::var_os("CHROMIUM").map(|name| vec![name]);
        for program in named.unwrap_or_else(|| NAMES.map(OsString::from).to_vec()) {
            match start(&program, address, profile.path()) {
                Ok(process) => return Ok(Self { process, _profile: profile }),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => bail!("{} doesn't start: {error}", program.display()),
            }
        }
        bail!(
            "there is no Chromium to draw the theme with. On Debian: apt-get install chromium; elsewhere Chrome does, and \
             CHROMIUM names its program. `--files` checks what needs no browser"
        )
    }

    /// Ends it, which is many processes.
    pub(super) async fn close(mut self) {
        let group = self.process.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        // What ended by itself needs no help.
        let _ = group.map(|group| kill_process_group(group, Signal::KILL));
        let _ = self.process.kill().await;
    }
}

fn start(program: &OsStr, address: &str, profile: &Path) -> io::Result<Child> {
    let mut browser = Command::new(program);
    browser.args(["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]);
    browser.args(["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"]);
    // Root has no sandbox to be in. The pages are ours.
    if rustix::process::geteuid().is_root() {
        browser.arg("--no-sandbox");
    }
    // Without a port for a driver it would print the page and end.
    browser.arg("--remote-debugging-port=0").arg("--window-size=1400,1000");
    browser.arg(format!("--user-data-dir={}", profile.display())).arg(address);
    browser.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    browser.process_group(0).kill_on_drop(true).spawn()
}
