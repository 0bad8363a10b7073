//! What each part of a long command took, and whether it passed.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

/// The parts that ran so far.
#[derive(Default)]
pub(crate) struct Report {
    parts: Vec<Part>,
}

struct Part {
    name: &'static str,
    took: Duration,
    failure: Option<String>,
}

impl Report {
    /// Runs a part. A failure is remembered and the next part runs, so that one run tells everything that is wrong.
    pub(crate) fn part(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let start = now();
        let failure = work().err().map(|error| format!("{error:#}"));
        if let Some(failure) = &failure {
            println!("== {name}: {failure}");
        }
        let passed = failure.is_none();
        self.parts.push(Part { name, took: now() - start, failure });
        passed
    }

    /// Remembers a part that can't run because another one failed.
    pub(crate) fn skip(&mut self, name: &'static str, because: &str) {
        self.parts.push(Part { name, took: Duration::ZERO, failure: Some(format!("not run: {because}")) });
    }

    /// The parts as a Markdown table.
    pub(crate) fn table(&self) -> String {
        let mut table = "| part | seconds | |\n| --- | ---: | --- |\n".to_owned();
        for Part { name, took, failure } in &self.parts {
            let outcome = failure.as_deref().unwrap_or("passed");
            // A text takes whatever is written into it.
            let _ = writeln!(table, "| {name} | {:.1} | {outcome} |", took.as_secs_f64());
        }
        let total: Duration = self.parts.iter().map(|part| part.took).sum();
        let _ = writeln!(table, "| all | {:.1} | |", total.as_secs_f64());
        table
    }

    /// Prints the table. Fails if a part did.
    pub(crate) fn finish(&self) -> Result<()> {
        println!("\n{}", self.table());
        let failed: Vec<_> = self.parts.iter().filter(|part| part.failure.is_some()).map(|part| part.name).collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "how long a build takes is what this file is about")]
fn now() -> Instant {
    Instant::now()
}
