//! The layers that need browsers.

use std::collections::BTreeMap;

use super::Suite;
use crate::{
    Case, CheckError, Client, Engine, Finding, Layer, Painting, Report,
    allow::Allowing,
    browser::{self, Found, Programs},
    sides::{self, Clients},
    waits::Recordings,
};

impl Suite {
    /// Lets browsers look at every case (layers C, W and B) and, where there is a twin, lets it write there once more: a
    /// browser's machine is not this one.
    #[must_use]
    pub fn browser(self, client: Client, engines: &[Engine]) -> Self {
        Self { browser: Some((client, engines.to_vec())), ..self }
    }

    /// What browsers see, where they were asked for. What they find in a case of which something was found natively has
    /// its cause already.
    pub(super) fn look(
        &self,
        (servers, sent): (&BTreeMap<String, Painting>, &Recordings),
        clients: Option<&Clients>,
        allowing: &mut Allowing,
        report: &mut Report,
    ) -> Result<(), CheckError> {
        let Some((client, engines)) = &self.browser else { return Ok(()) };
        let shown = self.cases.iter().filter(|case| !case.is_native()).map(Case::name);
        let shown: BTreeMap<_, _> = shown.map(|case| (case.to_owned(), servers[case].clone())).collect();
        let twin = self.twin.as_ref().map(|twin| client.with_features_of(twin).build()).transpose()?;
        let programs = Programs { client: client.build()?, twin };
        report.layers.extend([Layer::Client, Layer::Walk, Layer::Behaviour]);
        for &engine in engines {
            for Found { problems, look } in browser::check(engine, &programs, &self.flags, &self.cases, &shown, sent)? {
                if report.findings.iter().all(|finding| finding.case != look.case) {
                    let findings = self.findings(&look.case, clients, problems);
                    // What is allowed explains nothing away.
                    let findings = allowing.sift(servers, findings, &mut report.allowed);
                    report
                        .findings
                        .extend(sides::first_cause(findings).into_iter().map(|finding| seen_in(engine, finding)));
                }
                report.looks.push(look);
            }
        }
        Ok(())
    }
}

/// Which browser showed it, and the command that asks it again.
fn seen_in(engine: Engine, finding: Finding) -> Finding {
    let rerun = match engine {
        Engine::Chromium => finding.rerun,
        Engine::Firefox | Engine::WebKit => format!("{}={engine} {}", Engine::ASKED, finding.rerun),
    };
    Finding { engine: Some(engine.to_string()), rerun, ..finding }
}
