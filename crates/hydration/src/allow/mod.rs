//! Allowances: differences that somebody looked at and lets be, each with a reason, all counted, none silent.
//!
//! There are three scopes. In the view, the attribute `data-hydration-allow` names parts of its element; on a case,
//! [`Case::allow`](crate::Case::allow) names a code; for a suite, [`Allowance`] names a code, cases, a path and an end.
//! What can bind a wrong control is found whatever anybody allows.

mod date;
mod in_view;
mod rule;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
};

use serde::Serialize;

use crate::{Case, Code, Finding, Layer, Painting, Report, Severity, finding::Problem, parse};
use rule::Rule;

/// Something that a suite lets be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// What may be found.
    pub code: Code,
    /// In which case; with `*` at its end: in every case whose name begins so.
    pub case: &'static str,
    /// Where in the case, as the finding tells it; with `*` at its end: wherever the path begins so.
    pub path: &'static str,
    /// Why it does no harm. An allowance without a reason allows nothing.
    pub reason: &'static str,
    /// The last day on which it holds, such as `2027-01-31`. See [`Suite::today`](crate::Suite::today).
    pub until: Option<&'static str>,
}

/// Who allowed a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AllowedBy {
    /// Where that is written.
    pub scope: Scope,
    /// Why; in a view, the attribute itself.
    pub reason: String,
    /// Until when.
    pub until: Option<String>,
}

/// Where an allowance is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// On the element itself.
    View,
    /// On the case.
    Case,
    /// In the suite's list.
    Suite,
}

impl Display for AllowedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.scope, &self.until) {
            (Scope::View, _) => write!(f, "the view: {}", self.reason),
            (Scope::Case, _) => write!(f, "the case: {}", self.reason),
            (Scope::Suite, None) => write!(f, "the suite: {}", self.reason),
            (Scope::Suite, Some(until)) => write!(f, "the suite until {until}: {}", self.reason),
        }
    }
}

/// What a suite allows.
#[derive(Debug, Default)]
pub(crate) struct Allowances {
    pub(crate) entries: Vec<Allowance>,
    pub(crate) today: Option<String>,
}

impl Allowances {
    /// What there is to apply, once what the two sides wrote has been compared.
    pub(crate) fn begin(&self, cases: &[Case], servers: &BTreeMap<String, Painting>, report: &Report) -> Allowing {
        let mut problems = Vec::new();
        let mut rules: Vec<Rule> = in_view::rules(servers, report);
        rules.extend(cases.iter().flat_map(Rule::of_case));
        rules.extend(self.entries.iter().map(Rule::of_suite));
        rules.retain(|rule| match rule.flaw(self.today.as_deref()) {
            None => true,
            Some(problem) => {
                problems.push((rule.case.clone(), problem));
                false
            }
        });
        Allowing { rules, problems }
    }
}

/// The allowances of a run, and what was needed of them so far.
pub(crate) struct Allowing {
    rules: Vec<Rule>,
    problems: Vec<(String, Problem)>,
}

impl Allowing {
    /// Puts those of the findings that are allowed into `allowed`, and gives the others.
    pub(crate) fn sift(
        &mut self,
        servers: &BTreeMap<String, Painting>,
        findings: Vec<Finding>,
        allowed: &mut Vec<Finding>,
    ) -> Vec<Finding> {
        let mut others = Vec::new();
        for mut finding in findings {
            let Some(rule) = self.rules.iter_mut().find(|rule| rule.covers(&finding)) else {
                others.push(finding);
                continue;
            };
            rule.used = true;
            if let Some(why) = refusal(&finding, servers) {
                self.problems.push((finding.case.clone(), rule.refused(&finding, why)));
                others.push(finding);
            } else {
                finding.allowed_by = Some(rule.allowed_by());
                allowed.push(finding);
            }
        }
        others
    }

    /// What is wrong with the allowances themselves: each problem with its case. In a run of a part of the cases (`part`),
    /// nobody can tell that an allowance for many is unused.
    pub(crate) fn end(mut self, part: bool, report: &Report) -> Vec<(String, Problem)> {
        self.problems.extend(unused(&self.rules, part, report));
        self.problems
    }
}

/// Why a finding is found whatever anybody allows.
fn refusal(finding: &Finding, servers: &BTreeMap<String, Painting>) -> Option<&'static str> {
    if finding.severity == Severity::Critical || !finding.code.may_be_allowed() {
        return Some("a person may press one thing and get another");
    }
    let moves = || matches!(servers.get(&finding.case), Some(Painting::Html(html)) if parse::moves_a_control(html));
    (finding.layer == Layer::Parse && moves()).then_some("what the parser rebuilds moves a control")
}

/// The rules that nothing needed, as far as this run can tell.
fn unused(rules: &[Rule], part: bool, report: &Report) -> Vec<(String, Problem)> {
    let unknown: BTreeSet<&str> = report
        .findings
        .iter()
        .filter(|finding| matches!(finding.code, Code::NeedsBrowser | Code::BuildsDiffer | Code::OldClient))
        .map(|finding| finding.case.as_str())
        .collect();
    let mut used: BTreeSet<String> = rules.iter().filter(|rule| rule.used).map(Rule::what).collect();
    let can_tell = |rule: &&Rule| {
        let whole = !part || (rule.scope != Scope::View && rule.is_about_one_of(&report.run.cases));
        whole && rule.could_be_found(&report.layers) && !unknown.iter().any(|case| rule.is_about(case))
    };
    let unused = rules.iter().filter(|rule| !rule.used).filter(can_tell);
    // What stands in a view is in many cases: it is needed when one of them needs it, and told once when none does.
    unused.filter(|rule| used.insert(rule.what())).map(|rule| (rule.case.clone(), rule.unused())).collect()
}
