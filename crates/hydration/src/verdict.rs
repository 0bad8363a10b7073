//! What came of a case.

use serde::Serialize;

use crate::{Code, Finding, Layer, Report, suite::EVERY_CASE};

/// What a layer, or all of them, said about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was not looked at.
    NotRun,
    /// Nothing was found.
    Clean,
    /// Only what is allowed was found.
    Allowed,
    /// Something was found.
    Found,
}

impl Verdict {
    /// The words for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotRun => "not run",
            Self::Clean => "clean",
            Self::Allowed => "allowed",
            Self::Found => "found",
        }
    }
}

impl Report {
    /// What a layer said about a case.
    #[must_use]
    pub fn verdict(&self, case: &str, layer: Layer) -> Verdict {
        let here = |finding: &&Finding| finding.case == case && finding.layer == layer;
        if self.findings.iter().any(|finding| here(&finding)) {
            Verdict::Found
        } else if !self.was_run(case, layer) {
            Verdict::NotRun
        } else if self.allowed.iter().any(|finding| here(&finding)) {
            Verdict::Allowed
        } else {
            Verdict::Clean
        }
    }

    /// What all layers together said about a case, and its allowances.
    #[must_use]
    pub fn verdict_of(&self, case: &str) -> Verdict {
        if self.findings.iter().any(|finding| finding.case == case) {
            return Verdict::Found;
        }
        let verdicts: Vec<Verdict> = self.layers.iter().map(|layer| self.verdict(case, *layer)).collect();
        // A case that one layer skipped is not clean.
        // Browsers don't look at what is only painted natively, and at what the server couldn't paint.
        let skipped = self
            .layers
            .iter()
            .zip(&verdicts)
            .find(|(layer, verdict)| **verdict == Verdict::NotRun && !matches!(layer, Layer::Client | Layer::Walk));
        let skipped = skipped.map(|(_, verdict)| *verdict);
        skipped.or(verdicts.into_iter().max()).unwrap_or(Verdict::NotRun)
    }

    fn was_run(&self, case: &str, layer: Layer) -> bool {
        let stopped = |finding: &Finding| {
            let no_server = finding.code == Code::NeedsBrowser && finding.layer == Layer::Parse;
            finding.case == EVERY_CASE || (finding.case == case && no_server)
        };
        let by_browser = matches!(layer, Layer::Client | Layer::Walk);
        self.layers.contains(&layer)
            && (!by_browser || self.run.shown.iter().any(|shown| shown == case))
            && self.run.cases.iter().any(|run| run == case)
            && !self.findings.iter().any(stopped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Problem;

    fn check(found: &[(&str, Layer, Code)], allowed: &[(&str, Layer, Code)], expected: [Verdict; 3]) {
        let finding = |(case, layer, code): &(&str, Layer, Code)| {
            Problem::new(*code, ":root", "detail").into_finding(*layer, case, None, "")
        };
        let mut report = Report::new(1);
        report.layers = vec![Layer::Parse, Layer::Twin];
        report.run.cases = vec!["a".to_owned()];
        report.findings = found.iter().map(finding).collect();
        report.allowed = allowed.iter().map(finding).collect();
        let verdicts = [report.verdict("a", Layer::Parse), report.verdict("a", Layer::Twin), report.verdict_of("a")];
        assert_eq!(verdicts, expected, "{found:?}, {allowed:?}");
    }

    #[test]
    fn a_case_is_clean_only_when_every_layer_looked_and_found_nothing() {
        use Layer::{Parse, Twin};
        use Verdict::{Allowed, Clean, Found, NotRun};
        let text = |case| (case, Twin, Code::TextDiffers);
        check(&[], &[], [Clean, Clean, Clean]);
        check(&[text("b")], &[text("b")], [Clean, Clean, Clean]);
        check(&[text("a")], &[], [Clean, Found, Found]);
        check(&[], &[text("a")], [Clean, Allowed, Allowed]);
        check(&[text("a")], &[text("a")], [Clean, Found, Found]);
        check(&[("a", Parse, Code::NeedsBrowser)], &[], [Found, NotRun, Found]);
        check(&[(EVERY_CASE, Twin, Code::BuildsDiffer)], &[], [NotRun, NotRun, NotRun]);
        check(&[("a", Layer::Allowance, Code::UnusedAllowance)], &[], [Clean, Clean, Found]);
    }

    #[test]
    fn a_case_that_was_left_out_is_not_run() {
        let mut report = Report::new(0);
        report.run.left_out = vec!["a".to_owned()];
        assert_eq!(report.verdict_of("a"), Verdict::NotRun);
    }
}
