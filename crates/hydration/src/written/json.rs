//! `report.json`. Its shape has a version of its own, which a change that takes something away raises.

use std::{collections::BTreeMap, io};

use serde::Serialize;

use super::leptos;
use crate::{Finding, Layer, Look, Report, Speed, Verdict};

const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tool: Tool,
    leptos: Option<String>,
    flags: &'a [String],
    command: &'a str,
    layers: &'a [Layer],
    missing: &'a [String],
    counts: Counts,
    cases: Vec<Case<'a>>,
    findings: Vec<Entry<'a>>,
    looks: &'a [Look],
    speed: Nanoseconds,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Counts {
    cases: usize,
    left_out: usize,
    findings: usize,
    causes: usize,
    allowed: usize,
}

#[derive(Serialize)]
struct Case<'a> {
    name: &'a str,
    verdict: Verdict,
    layers: BTreeMap<String, Verdict>,
}

/// A finding with what its code alone says. `allowed_by` is null for all that fail the check.
#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    title: &'static str,
    fix: &'static str,
}

/// A view in each step, and building the twin.
#[derive(Serialize)]
struct Nanoseconds {
    building: u128,
    server: u128,
    client: u128,
    comparing: u128,
    views_a_second: f64,
}

pub(super) fn write(report: &Report) -> io::Result<Vec<u8>> {
    let run = &report.run;
    let columns = report.columns();
    let verdicts = |name| columns.iter().map(|column| (column.to_string(), report.verdict(name, *column))).collect();
    let case = |name| Case { name, verdict: report.verdict_of(name), layers: verdicts(name) };
    let Speed { building, server, client, comparing } = report.speed;
    let document = Document {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        leptos: leptos(),
        flags: &run.flags,
        command: &run.command,
        layers: &report.layers,
        missing: &report.missing,
        counts: Counts {
            cases: report.cases,
            left_out: run.left_out.len(),
            findings: report.findings.len(),
            causes: report.causes().len(),
            allowed: report.allowed.len(),
        },
        cases: run.cases.iter().chain(&run.left_out).map(|name| case(name)).collect(),
        findings: report.findings.iter().chain(&report.allowed).map(entry).collect(),
        looks: &report.looks,
        speed: Nanoseconds {
            building: building.as_nanos(),
            server: server.as_nanos(),
            client: client.as_nanos(),
            comparing: comparing.as_nanos(),
            views_a_second: report.speed.cases_a_second(),
        },
    };
    Ok(serde_json::to_vec_pretty(&document)?)
}

fn entry(finding: &Finding) -> Entry<'_> {
    Entry { finding, title: finding.code.title(), fix: finding.fix() }
}
