//! `cargo xtask hydration`: the hydration check, asked for one thing. The checker is a shipped crate, on which this one
//! may not depend; so it is started as anybody would start it.

use anyhow::Result;

use crate::{
    run::{cargo, run},
    suite::HYDRATION,
};

/// Lists every case. Both ways of hydrating have the same.
pub(crate) fn list() -> Result<()> {
    check(HYDRATION[0], "HYDRATION_LIST", "1")
}

/// Checks one case, or all whose names begin with a text that ends with a stroke: as islands, and whole.
pub(crate) fn one(case: &str) -> Result<()> {
    HYDRATION.iter().try_for_each(|way| check(way, "HYDRATION_CASE", case))
}

/// Explains a code, or lists all of them.
pub(crate) fn explain(code: Option<&str>) -> Result<()> {
    let example = "run --quiet --package vestibule-hydration --features ssr --example hydration -- explain";
    run(cargo(example).args(code))
}

fn check(way: &str, variable: &str, value: &str) -> Result<()> {
    let test = format!("{way} --test hydration -- --nocapture every_story_hydrates");
    run(cargo(&test).env(variable, value))
}
