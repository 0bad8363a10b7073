//! Logs: to standard error, without secrets, in a form for people or for machines.

use std::{io::IsTerminal, panic::PanicHookInfo};

use tracing::Level;
use tracing_subscriber::{filter::Targets, fmt, prelude::*};

use vestibule::config::{Config, LogFormat};

/// Starts logging, panics included.
pub(crate) fn start(config: &Config) {
    // Libraries speak up only when something is wrong: at finer levels they write what they carry.
    let ours = Targets::new().with_default(Level::WARN).with_target("vestibule", config.log_level);
    let layer = match config.log {
        LogFormat::Text => fmt::layer().with_ansi(std::io::stderr().is_terminal()).with_writer(std::io::stderr).boxed(),
        LogFormat::Json => fmt::layer().json().with_writer(std::io::stderr).boxed(),
    };
    tracing_subscriber::registry().with(layer).with(ours).init();
    std::panic::set_hook(Box::new(log_panic));
}

/// A panic's place, and its message if that was written in the code: one that was put together may hold anything.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let message = panic.payload().downcast_ref::<&'static str>().copied();
    tracing::error!(target: "vestibule", place, message, "panicked");
}
