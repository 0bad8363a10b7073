//! Both sides of a case as they are to be drawn in a report.

use std::collections::BTreeMap;

use crate::{Finding, Painting, Report, causes, sides::Clients};

/// What was painted of a case in which something was found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Picture {
    pub(crate) server: String,
    /// The client's side, if it was painted.
    pub(crate) client: Option<String>,
}

impl Report {
    /// Tells each cause once, and keeps what was painted of the cases that have one.
    pub(crate) fn finish(&mut self, servers: &BTreeMap<String, Painting>, clients: Option<&Clients>) {
        for findings in [&mut self.findings, &mut self.allowed] {
            *findings = causes::join(std::mem::take(findings));
        }
        for Finding { case, .. } in self.findings.iter().chain(&self.allowed) {
            let Some(server) = servers.get(case).and_then(Painting::html) else { continue };
            self.pictures.entry(case.clone()).or_insert_with(|| Picture {
                server: server.to_owned(),
                client: clients.and_then(|clients| clients.get(case)?.html()).map(str::to_owned),
            });
        }
    }
}
