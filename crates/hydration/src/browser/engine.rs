//! The browsers, each started with an address and nothing remembered.

use std::{
    env,
    fmt::{self, Display},
    io,
    path::Path,
};

use serde::Serialize;
use tokio::process::{Child, Command};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// Chromium. `HYDRATION_CHROMIUM` names another program.
    Chromium,
    /// Firefox. `HYDRATION_FIREFOX` names another program.
    Firefox,
    /// `WebKit`, in its smallest browser on a screen that nobody sees. `HYDRATION_WEBKIT` names another program.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The environment variable that names those to ask.
    pub(crate) const ASKED: &'static str = "HYDRATION_ENGINES";

    /// Those that the environment variable `HYDRATION_ENGINES` names, such as `chromium,firefox`; without it Chromium.
    ///
    /// # Panics
    ///
    /// When it names another one: an engine that was silently left out would look clean.
    #[must_use]
    pub fn asked() -> Vec<Self> {
        let asked = env::var(Self::ASKED).unwrap_or_else(|_| Self::Chromium.as_str().to_owned());
        let named = |name: &str| Self::ALL.into_iter().find(|engine| engine.as_str() == name.trim());
        asked
            .split(',')
            .map(|name| named(name).unwrap_or_else(|| panic!("{name} is no engine that is known")))
            .collect()
    }

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The Debian packages that bring it.
    pub(super) const fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
            Self::WebKit => "webkit2gtk-driver xvfb",
        }
    }

    /// Opens `url`, with everything that it remembers in `profile`.
    pub(super) fn open(self, url: &str, profile: &Path) -> io::Result<Child> {
        let named = |variable: &str, otherwise: &str| env::var_os(variable).unwrap_or_else(|| otherwise.into());
        let mut browser = match self {
            Self::Chromium => {
                let mut chromium = Command::new(named("HYDRATION_CHROMIUM", "chromium"));
                chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
                chromium.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
                chromium.arg("--disable-dev-shm-usage").arg("--remote-debugging-port=0");
                chromium.arg(format!("--user-data-dir={}", profile.display())).arg(url);
                chromium
            }
            Self::Firefox => {
                let mut firefox = Command::new(named("HYDRATION_FIREFOX", "firefox-esr"));
                firefox.args(["--headless", "--no-remote", "--profile"]).arg(profile).arg(url);
                firefox
            }
            Self::WebKit => {
                let mut screen = Command::new("xvfb-run");
                let browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
                screen.arg("-a").arg(named("HYDRATION_WEBKIT", browser)).arg("--private").arg(url);
                screen.env("XDG_CACHE_HOME", profile).env("XDG_DATA_HOME", profile);
                screen
            }
        };
        let quiet = || std::process::Stdio::null();
        browser.stdin(quiet()).stdout(quiet()).stderr(quiet()).process_group(0).kill_on_drop(true).spawn()
    }
}

impl Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
