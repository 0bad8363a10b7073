//! `cargo xtask test`: everything that a change has to pass, part by part.

mod lint;

use anyhow::Result;

use crate::{
    budgets, places,
    report::Report,
    run::{cargo, run},
    serve::{self, Build},
    setup, site,
};

/// The crates whose tests need no browser. None of them asks for `hydrate`, so that features unify harmlessly.
const NATIVE: &str = "test --no-fail-fast --package vestibule --package vestibule-app --package vestibule-core --package vestibule-flows \
     --package vestibule-http --package vestibule-hydration --package vestibule-server --package vestibule-store \
     --package vestibule-store-sql --package vestibule-testing --package vestibule-words \
     --features vestibule-app/ssr,vestibule-hydration/ssr";

/// Every story, parsed as a browser would and compared with what a client would draw: as islands, and whole.
pub(crate) const HYDRATION: [&str; 2] =
    ["test --package vestibule-ui --features ssr,islands,dev", "test --package vestibule-ui --features ssr,dev"];

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
    let tests = |arguments: &str| {
        let mut command = cargo(arguments);
        if length == Length::Full {
            command.env("VESTIBULE_PROOF", "1");
        }
        command
    };
    report.part("set-up", setup::for_testing);
    report.part("format", || run(&mut cargo("fmt --all --check")));
    report.part("rules of the house", || run(&mut cargo("test --package vestibule-xtask")));
    report.part("lint", lint::all);
    report.part("unit tests", || run(&mut tests(NATIVE)));
    report.part("hydration check", || {
        HYDRATION.iter().try_for_each(|check| run(tests(check).env("VESTIBULE_TWIN_TARGET", places::at("target/twin"))))
    });
    let site = report.part("site", site::build);
    let server = report.part("server", || serve::server(Build::Debug));
    if site && server {
        report.part("browser tests", || {
            run(tests("test --no-fail-fast --package vestibule-end2end")
                .env("VESTIBULE_BIN", places::server("debug"))
                .env("VESTIBULE_ASSETS", places::site()))
        });
        report.part("budgets", budgets::check);
    } else {
        report.skip("browser tests", "there is no site or no server");
        report.skip("budgets", "there is no site or no server");
    }
}
