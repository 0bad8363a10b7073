//! A child process whose output is collected while it runs.

use std::process::{ExitStatus, Stdio};

use rustix::process::{Pid, kill_process};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, BufReader},
    process::{Child, Command},
    sync::watch,
    task::JoinHandle,
    time::timeout,
};

use crate::PATIENCE;

/// What a server says once it accepts connections. A host says so, too.
const READY: &str = "ready at ";

/// A signal to a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Please end: what a service manager sends.
    Terminate,
    /// Please end: what Ctrl-C sends.
    Interrupt,
    /// End now: a power cut.
    Kill,
}

/// How a process ended and what it said.
#[derive(Debug)]
pub struct Ended {
    /// Its status.
    pub status: ExitStatus,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

pub(super) struct Process {
    child: Child,
    stdout: Output,
    stderr: Output,
}

impl Process {
    pub(super) fn spawn(command: &mut Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let program = command.as_std().get_program().to_owned();
        let mut child = command.spawn().unwrap_or_else(|error| panic!("can't start {}: {error}", program.display()));
        let stdout = Output::collect(child.stdout.take().expect("it is piped"));
        let stderr = Output::collect(child.stderr.take().expect("it is piped"));
        Self { child, stdout, stderr }
    }

    /// Waits until it says that it accepts connections.
    pub(super) async fn wait_until_ready(&mut self) {
        let ready = self.stdout.wait_for(READY).await;
        assert!(ready, "the server isn't ready; it said: {}{}", self.stdout.text(), self.logs());
    }

    /// As [`wait_until_ready`](Self::wait_until_ready); `false` when it ended instead.
    pub(super) async fn became_ready(&mut self) -> bool {
        self.stdout.wait_for(READY).await
    }

    pub(super) fn id(&self) -> Option<u32> {
        self.child.id()
    }

    pub(super) fn signal(&self, signal: Signal) {
        let number = match signal {
            Signal::Terminate => rustix::process::Signal::TERM,
            Signal::Interrupt => rustix::process::Signal::INT,
            Signal::Kill => rustix::process::Signal::KILL,
        };
        let id = self.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        if let Some(id) = id {
            // Refused only by a process that is gone.
            let _ = kill_process(id, number);
        }
    }

    pub(super) async fn wait(&mut self) -> Ended {
        let ended = timeout(PATIENCE, async {
            let status = self.child.wait().await.expect("a child can be waited for");
            (&mut self.stdout.reader).await.expect("reading doesn't panic");
            (&mut self.stderr.reader).await.expect("reading doesn't panic");
            status
        });
        let status = ended.await.unwrap_or_else(|_| panic!("the process doesn't end; it said: {}", self.logs()));
        Ended { status, stdout: self.stdout.text(), stderr: self.logs() }
    }

    pub(super) fn logs(&self) -> String {
        self.stderr.text()
    }

    pub(super) async fn wait_for_log(&self, text: &str) {
        assert!(self.stderr.wait_for(text).await, "no {text:?} in the log: {}", self.logs());
    }
}

/// A stream of text, read to its end in the background.
struct Output {
    text: watch::Receiver<String>,
    reader: JoinHandle<()>,
}

impl Output {
    fn collect(stream: impl AsyncRead + Unpin + Send + 'static) -> Self {
        let (sender, text) = watch::channel(String::new());
        let reader = tokio::spawn(async move {
            let mut lines = BufReader::new(stream).split(b'\n');
            while let Ok(Some(line)) = lines.next_segment().await {
                sender.send_modify(|text| {
                    text.push_str(&String::from_utf8_lossy(&line));
                    text.push('\n');
                });
            }
        });
        Self { text, reader }
    }

    fn text(&self) -> String {
        self.text.borrow().clone()
    }

    /// Whether the text comes before the stream or the patience ends.
    async fn wait_for(&self, needle: &str) -> bool {
        let mut text = self.text.clone();
        let found = timeout(PATIENCE, text.wait_for(|text| text.contains(needle))).await;
        matches!(found, Ok(Ok(_)))
    }
}
