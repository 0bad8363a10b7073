//! What came of a case.

use std::{
    collections::BTreeSet,
    fmt::{self, Display},
};

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

/// A layer, or a layer in one browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column<'a> {
    /// The layer.
    pub layer: Layer,
    /// The engine, where the layer needs one.
    pub engine: Option<&'a str>,
}

impl Display for Column<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.layer.as_str())?;
        self.engine.map_or(Ok(()), |engine| write!(f, " in {engine}"))
    }
}

impl Report {
    /// The layers that ran, those that need a browser once for each engine.
    #[must_use]
    pub fn columns(&self) -> Vec<Column<'_>> {
        let engines: BTreeSet<&str> = self.looks.iter().map(|look| look.engine.as_str()).collect();
        let each = |layer| engines.iter().map(|engine| Column { layer, engine: Some(*engine) }).collect::<Vec<_>>();
        let of = |layer: &Layer| match *layer {
            layer @ (Layer::Client | Layer::Walk | Layer::Behaviour) => each(layer),
            // Once natively, and once in each browser.
            layer @ Layer::Twin => [vec![Column { layer, engine: None }], each(layer)].concat(),
            layer => vec![Column { layer, engine: None }],
        };
        self.layers.iter().flat_map(of).collect()
    }

    /// What a layer said about a case.
    #[must_use]
    pub fn verdict(&self, case: &str, column: Column<'_>) -> Verdict {
        let Column { layer, engine } = column;
        if let Some(engine) = engine {
            let look = self.looks.iter().find(|look| look.case == case && look.engine == engine);
            return look.map_or(Verdict::NotRun, |look| match look.layers.contains(&layer) {
                false => Verdict::Clean,
                // What a browser finds may be told, and allowed, as what was found natively.
                true if self.findings.iter().any(|finding| finding.case == case) => Verdict::Found,
                true => Verdict::Allowed,
            });
        }
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
        let verdict = |column: Column<'_>| (column.engine.is_none(), self.verdict(case, column));
        let all: Vec<_> = self.columns().into_iter().map(verdict).collect();
        // A case that one layer skipped is not clean. Browsers may skip one: what is painted natively alone, and what the
        // server couldn't paint.
        let skipped = all.contains(&(true, Verdict::NotRun)).then_some(Verdict::NotRun);
        skipped.or(all.into_iter().map(|(_, verdict)| verdict).max()).unwrap_or(Verdict::NotRun)
    }

    fn was_run(&self, case: &str, layer: Layer) -> bool {
        let stopped = |finding: &Finding| {
            let no_server = finding.code == Code::NeedsBrowser && finding.layer == Layer::Parse;
            finding.case == EVERY_CASE || (finding.case == case && no_server)
        };
        self.layers.contains(&layer)
            && self.run.cases.iter().any(|run| run == case)
            && !self.findings.iter().any(stopped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Look, finding::Problem};

    fn check(found: &[(&str, Layer, Code)], allowed: &[(&str, Layer, Code)], expected: [Verdict; 3]) {
        let finding = |(case, layer, code): &(&str, Layer, Code)| {
            Problem::new(*code, ":root", "detail").into_finding(*layer, case, None, "")
        };
        let mut report = Report::new(1);
        report.layers = vec![Layer::Parse, Layer::Twin];
        report.run.cases = vec!["a".to_owned()];
        report.findings = found.iter().map(finding).collect();
        report.allowed = allowed.iter().map(finding).collect();
        let verdict = |layer| report.verdict("a", Column { layer, engine: None });
        let verdicts = [verdict(Layer::Parse), verdict(Layer::Twin), report.verdict_of("a")];
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

    #[test]
    fn a_browser_has_a_column_of_its_own() {
        let look = |engine: &str, layers: &[Layer]| Look {
            case: "a".to_owned(),
            engine: engine.to_owned(),
            layers: layers.to_vec(),
            leptos: false,
            console: false,
            observer: false,
            before_and_after: false,
            client_render: false,
        };
        let mut report = Report::new(2);
        report.layers.push(Layer::Walk);
        report.run.cases = ["a", "b"].map(str::to_owned).to_vec();
        report.looks = vec![look("chromium", &[]), look("firefox", &[Layer::Walk])];
        report.findings = vec![Problem::new(Code::WalkStops, ":root", "").into_finding(Layer::Walk, "a", None, "")];
        let verdicts = |case| {
            report
                .columns()
                .iter()
                .map(|column| (column.to_string(), report.verdict(case, *column)))
                .collect::<Vec<_>>()
        };
        let named = |verdicts: [Verdict; 3]| {
            ["parse", "walk in chromium", "walk in firefox"]
                .map(str::to_owned)
                .into_iter()
                .zip(verdicts)
                .collect::<Vec<_>>()
        };
        assert_eq!(verdicts("a"), named([Verdict::Clean, Verdict::Clean, Verdict::Found]));
        assert_eq!(verdicts("b"), named([Verdict::Clean, Verdict::NotRun, Verdict::NotRun]));
        assert_eq!(report.verdict_of("b"), Verdict::Clean, "browsers may leave a case out");
    }
}
