//! `cargo xtask test`: everything that a change has to pass, part by part.

mod hosts;
mod lint;

use std::process::Command;

use anyhow::{Result, ensure};

use crate::{
    budgets,
    engines::ENGINES,
    places,
    report::Report,
    run::{cargo, run},
    serve::{self, Build},
    setup, site,
};

/// The crates whose tests need no browser. None of them asks for `hydrate`, so that features unify harmlessly.
const NATIVE: &str = "test --no-fail-fast --package vestibule --package vestibule-app --package vestibule-core --package vestibule-flows \
     --package vestibule-http --package vestibule-registry --package vestibule-server --package vestibule-store \
     --package vestibule-store-sql --package vestibule-testing --package vestibule-theme --package vestibule-words \
     --features vestibule-app/ssr,vestibule/sqlite,vestibule-testing/browser";

/// Every story, as islands and whole. Browsers look at all but the islands, which are looked at in the pages that we ship.
pub(crate) const HYDRATION: [&str; 2] = [
    "test --no-fail-fast --package vestibule-ui --features ssr,islands,dev",
    "test --no-fail-fast --package vestibule-ui --features ssr,dev",
];

/// The checker itself, on views with a known fate.
const CHECKER: &str = "test --no-fail-fast --package vestibule-hydration --features ssr,browser";

/// What of it has to be seen by each browser anew.
const WATCHED: &str = "--test corpus --test hostile";

/// How much the tests try.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// What fits into every change: pairs instead of all combinations, small counts.
    Short,
    /// Everything.
    Full,
}

/// Runs every part and says what each took.
pub(crate) fn test() -> Result<()> {
    let mut report = Report::default();
    run_all(&mut report, Length::Short);
    report.finish()
}

/// Runs every part.
pub(crate) fn run_all(report: &mut Report, length: Length) {
    report.part("set-up", setup::for_testing);
    if length == Length::Full {
        report.part("two more browsers", setup::for_proof);
    }
    report.part("format", || run(&mut cargo("fmt --all --check")));
    report.part("rules of the house", || run(&mut cargo("test --package vestibule-xtask")));
    report.part("lint", lint::all);
    report.part("unit tests", || run(&mut tests(NATIVE, length)));
    report.part("hydration check", || hydration(length));
    let site = report.part("site", site::build);
    if site {
        report.part("hosts", hosts::all);
    } else {
        report.skip("hosts", "there is no site");
    }
    let server = report.part("server", || serve::server(Build::Debug));
    if site && server {
        report.part("browser tests", || {
            run(tests("test --no-fail-fast --package vestibule-end2end", length)
                .env("VESTIBULE_BIN", places::server("debug"))
                .env("VESTIBULE_ASSETS", places::site()))
        });
        report.part("budgets", budgets::check);
    } else {
        report.skip("browser tests", "there is no site or no server");
        report.skip("budgets", "there is no site or no server");
    }
}

/// The checker's own tests, and every story.
pub(crate) fn hydration(length: Length) -> Result<()> {
    // The corpus is judged anew in each engine: what one finds must not cover what another misses.
    let engines = if length == Length::Full { &ENGINES[..] } else { &ENGINES[..1] };
    let checker = engines.iter().enumerate().map(|(number, engine)| {
        let again = if number > 0 { WATCHED } else { "" };
        let mut check = tests(&format!("{CHECKER} {again}"), length);
        check.env("HYDRATION_ENGINES", engine);
        check
    });
    let checks = checker.chain(HYDRATION.map(|stories| tests(stories, length)));
    let failures = checks.filter_map(|mut check| run(&mut check).err().map(|error| error.to_string()));
    let failures: Vec<String> = failures.collect();
    ensure!(failures.is_empty(), "{}", failures.join("; "));
    Ok(())
}

fn tests(arguments: &str, length: Length) -> Command {
    let mut command = cargo(arguments);
    if length == Length::Full {
        command.env("VESTIBULE_PROOF", "1").env("HYDRATION_ENGINES", ENGINES.join(","));
    }
    command
}
