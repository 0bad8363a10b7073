//! An allowance of any scope.

use super::{Allowance, AllowedBy, Scope, date, in_view::ATTRIBUTE};
use crate::{Case, Code, Finding, Layer, about::About, finding::Problem};

/// What is allowed where, by whom.
pub(super) struct Rule {
    pub(super) scope: Scope,
    /// A case, or the beginning of names with `*` at the end.
    pub(super) case: String,
    pub(super) used: bool,
    covers: Covers,
    reason: String,
    until: Option<String>,
}

enum Covers {
    /// A code at paths.
    Code(Code, String),
    /// A part of the element at this path.
    Part { owner: String, tag: String, word: String },
}

impl Rule {
    pub(super) fn of_view(case: &str, owner: &str, tag: &str, word: &str) -> Self {
        let covers = Covers::Part { owner: owner.to_owned(), tag: tag.to_owned(), word: word.to_owned() };
        let reason = format!("{ATTRIBUTE}={word:?}");
        Self { scope: Scope::View, case: case.to_owned(), used: false, covers, reason, until: None }
    }

    pub(super) fn of_case(case: &Case) -> impl Iterator<Item = Self> {
        case.allowances().iter().map(|(code, reason)| Self {
            scope: Scope::Case,
            case: case.name().to_owned(),
            used: false,
            covers: Covers::Code(*code, "*".to_owned()),
            reason: reason.clone(),
            until: None,
        })
    }

    pub(super) fn of_suite(allowance: &Allowance) -> Self {
        let Allowance { code, case, path, reason, until } = *allowance;
        Self {
            scope: Scope::Suite,
            case: case.to_owned(),
            used: false,
            covers: Covers::Code(code, path.to_owned()),
            reason: reason.to_owned(),
            until: until.map(str::to_owned),
        }
    }

    /// Why this rule allows nothing.
    pub(super) fn flaw(&self, today: Option<&str>) -> Option<Problem> {
        if self.reason.trim().is_empty() {
            return Some(self.problem(Code::ReasonMissing, ""));
        }
        if let Covers::Code(code, _) = self.covers
            && !code.may_be_allowed()
        {
            return Some(self.problem(Code::NotAllowable, "no view may have it"));
        }
        let flaw = date::flaw(self.until.as_deref()?, today)?;
        Some(self.problem(Code::ExpiredAllowance, &flaw))
    }

    pub(super) fn covers(&self, finding: &Finding) -> bool {
        self.is_about(&finding.case)
            && match &self.covers {
                Covers::Code(code, path) => *code == finding.code && matches(path, &finding.path),
                Covers::Part { word, .. } => {
                    finding.about.as_ref().is_some_and(|about| self.owns(about) && about.word == *word)
                }
            }
    }

    /// Whether a part belongs to the element that this rule stands on.
    pub(super) fn owns(&self, about: &About) -> bool {
        matches!(&self.covers, Covers::Part { owner, .. } if *owner == about.owner)
    }

    pub(super) fn is_about(&self, case: &str) -> bool {
        matches(&self.case, case)
    }

    /// Whether it is about a single case, and that is one of these.
    pub(super) fn is_about_one_of(&self, cases: &[String]) -> bool {
        cases.contains(&self.case)
    }

    /// Whether these layers look for what it allows.
    pub(super) fn could_be_found(&self, layers: &[Layer]) -> bool {
        match &self.covers {
            Covers::Code(code, _) if code.as_str().starts_with("H4") => layers.contains(&Layer::Parse),
            Covers::Code(code, _) if code.as_str().starts_with("H5") => layers.contains(&Layer::Repeat),
            _ => layers.contains(&Layer::Twin),
        }
    }

    /// The rule in a few words; in a view, the same for the same attribute on the same kind of element in any case.
    pub(super) fn what(&self) -> String {
        match &self.covers {
            Covers::Code(code, path) => format!("{code} in {} at {path}", self.case),
            Covers::Part { tag, word, .. } => format!("{ATTRIBUTE}={word:?} on <{tag}>"),
        }
    }

    pub(super) fn allowed_by(&self) -> AllowedBy {
        AllowedBy { scope: self.scope, reason: self.reason.clone(), until: self.until.clone() }
    }

    pub(super) fn unused(&self) -> Problem {
        let unknown = matches!(&self.covers, Covers::Part { word, .. } if !About::knows(word));
        let words = "there are the words text, children, class, style and attribute:NAME";
        self.problem(Code::UnusedAllowance, if unknown { words } else { "" })
    }

    pub(super) fn refused(&self, finding: &Finding, why: &str) -> Problem {
        let detail = format!("{}: {why}", self.what());
        Problem::new(Code::NotAllowable, &finding.path, detail).about(self.about())
    }

    fn problem(&self, code: Code, why: &str) -> Problem {
        let path = match &self.covers {
            Covers::Code(_, path) => path,
            Covers::Part { owner, .. } => owner,
        };
        let what = self.what();
        Problem::new(code, path, if why.is_empty() { what } else { format!("{what}: {why}") }).about(self.about())
    }

    /// Two allowances of one place are two things.
    fn about(&self) -> About {
        About { owner: String::new(), word: self.what(), index: 0 }
    }
}

/// Whether a name is the one that is meant, or begins as what stands before `*`.
fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |beginning| name.starts_with(beginning))
}
