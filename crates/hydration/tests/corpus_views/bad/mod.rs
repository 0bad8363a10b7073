//! Views that must be found, each with one code a root cause.

mod article;
mod attributes;
mod branches;
mod characters;
mod children;
mod controls;
mod environment;
mod lists;
mod looks;
mod nesting;
mod paragraphs;
mod selects;
mod structure;
mod tables;
mod texts;
mod waiting;

use super::{SERVER, Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    let themes = [
        article::samples(),
        structure::samples(),
        branches::samples(),
        lists::samples(),
        texts::samples(),
        attributes::samples(),
        looks::samples(),
        controls::samples(),
        environment::samples(),
        paragraphs::samples(),
        tables::samples(),
        nesting::samples(),
        selects::samples(),
        characters::samples(),
        children::samples(),
        waiting::samples(),
    ];
    themes.into_iter().flatten().collect()
}
