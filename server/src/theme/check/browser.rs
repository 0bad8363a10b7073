//! A browser without a driver: started with an address, told more over a line of its own, and nothing of it remembered.

use std::{
    env,
    ffi::{OsStr, OsString},
    io,
    path::Path,
    process::Stdio,
};

use anyhow::{Context, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use super::wire::Wire;

/// Where Chromium is looked for, unless `CHROMIUM` names a program.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Chromium listens at its third file and answers into its fourth, and no other program gives a child such.
const AT_ITS_FILES: &str = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null";

/// A running browser.
pub(super) struct Browser {
    process: Child,
    /// All that it remembers, removed with it.
    _profile: TempDir,
}

impl Browser {
    /// Opens an address in the first Chromium there is.
    pub(super) fn open(address: &str) -> anyhow::Result<(Self, Wire)> {
        let profile = tempfile::tempdir()?;
        let named = env::var_os("CHROMIUM").map(|name| vec![name]);
        for program in named.unwrap_or_else(|| NAMES.map(OsString::from).to_vec()) {
            if !is_there(&program) {
                continue;
            }
            let started = start(&program, address, profile.path());
            let mut process = started.with_context(|| format!("{} doesn't start", program.display()))?;
            let (asks, answers) = (process.stdin.take(), process.stdout.take());
            let (asks, answers) = asks.zip(answers).context("the browser has no line")?;
            return Ok((Self { process, _profile: profile }, Wire::new(asks, answers)));
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

/// Whether a program is there: by its path, or by its name in one of the folders of programs.
fn is_there(program: &OsStr) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    Path::new(program).components().count() > 1 && Path::new(program).is_file()
        || env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn start(program: &OsStr, address: &str, profile: &Path) -> io::Result<Child> {
    let mut browser = Command::new("sh");
    browser.arg("-c").arg(AT_ITS_FILES).arg(program);
    browser.args(["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]);
    browser.args(["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"]);
    // Of two pages one lies behind the other, and is in no less of a hurry.
    browser.args(["--disable-renderer-backgrounding", "--disable-background-timer-throttling"]);
    browser.arg("--disable-backgrounding-occluded-windows");
    // Root has no sandbox to be in. The pages are ours.
    if rustix::process::geteuid().is_root() {
        browser.arg("--no-sandbox");
    }
    // Without a line it would print the page and end.
    browser.arg("--remote-debugging-pipe").arg("--window-size=1400,1000");
    browser.arg(format!("--user-data-dir={}", profile.display())).arg(address);
    browser.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    browser.process_group(0).kill_on_drop(true).spawn()
}
