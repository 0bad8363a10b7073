//! `cargo xtask …`: everything around the code, with nothing to install first.

mod budgets;
mod engines;
mod evidence;
mod example;
mod hydration;
mod mutation;
mod package;
mod places;
mod proof;
mod report;
mod run;
mod serve;
mod setup;
mod site;
mod suite;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask serve [--release]   set up, build, migrate and run on http://localhost:3000
cargo xtask test                everything that a change has to pass
cargo xtask hydration list      every case of the hydration check
cargo xtask hydration run CASE  that case alone, or all that begin so: log-in/
cargo xtask hydration explain [CODE]
                                a code at length, or all of them in a line each
cargo xtask proof               what is too long for every change; writes tables into docs/proof
cargo xtask proof hydration     of that, the hydration check in three browsers
cargo xtask site                build what browsers load into target/site
cargo xtask package             the crates as a host gets them, into target/package
cargo xtask example NAME        what browsers load of an example, once the packages are there, into target/examples
cargo xtask budgets             weigh it against its budgets
cargo xtask evidence            run the security rows and write docs/security-evidence.md";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => serve::serve(serve::Build::Debug),
        ["serve", "--release"] => serve::serve(serve::Build::Release),
        ["test"] => suite::test(),
        ["hydration", "list"] => hydration::list(),
        ["hydration", "run", case] => hydration::one(case),
        ["hydration", "explain"] => hydration::explain(None),
        ["hydration", "explain", code] => hydration::explain(Some(code)),
        ["proof"] => proof::proof(),
        ["proof", "hydration"] => proof::hydration(),
        ["site"] => site::build(),
        ["package"] => package::package(),
        ["example", example] => example::build(example),
        ["evidence"] => evidence::write(),
        ["budgets"] => site::build().and_then(|()| budgets::check()),
        // Started by `serve`, never by hand.
        ["announce"] => serve::announce(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no `{}`. There are:\n{HELP}", words.join(" ")),
    }
}
