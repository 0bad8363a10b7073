//! One mistake at many places of a case is told once.

use crate::Finding;

/// The findings with those of one cause in one, which counts the other places. Only what is allowed alike is joined: an
/// allowance of one place says nothing about another.
pub(crate) fn join(findings: Vec<Finding>) -> Vec<Finding> {
    let mut causes: Vec<Finding> = Vec::new();
    for finding in findings {
        match causes.iter_mut().find(|first| is_same(first, &finding)) {
            Some(first) => first.more += 1 + finding.more,
            None => causes.push(finding),
        }
    }
    causes
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    (one.code, one.layer, &one.case, &one.detail, &one.allowed_by)
        == (other.code, other.layer, &other.case, &other.detail, &other.allowed_by)
}
