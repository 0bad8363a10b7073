//! The source of screens, parts and themes: as it is served, and as it is copied, by our command and by shadcn's.

mod copied;
mod docs;
mod served;
mod shadcn;

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::Command;
use vestibule_testing::{Server, workspace};

/// A server with everything in it that an item must not tell.
async fn server() -> Server {
    Server::builder().set("registry", "true").set("product", "Northwind Secret").start().await
}

/// How a command ended.
struct Ended {
    success: bool,
    stdout: String,
    stderr: String,
}

async fn run(mut command: Command, folder: &Path) -> Ended {
    let command = command.current_dir(folder).stdin(Stdio::null()).kill_on_drop(true);
    let output = command.output().await.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    Ended { success: output.status.success(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// `vestibule` in a folder, as somebody would type it who has configured nothing.
async fn vestibule(folder: &Path, arguments: &[&str]) -> Ended {
    let built = || workspace().join("target/debug/vestibule");
    let binary = std::env::var_os("VESTIBULE_BIN").map_or_else(built, PathBuf::from);
    let mut command = Command::new(binary);
    command.args(arguments).env_clear();
    run(command, folder).await
}

/// shadcn's own tool, in the version that package.json says.
async fn shadcn(folder: &Path, arguments: &[&str]) -> Ended {
    let mut command = Command::new("node");
    command.arg(workspace().join("node_modules/shadcn/dist/index.js")).args(arguments).env("HOME", folder);
    run(command, folder).await
}
