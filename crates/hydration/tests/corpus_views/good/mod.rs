//! Views that are right, however strange they look.

mod answers;
mod attributes;
mod bound;
mod classes;
mod components;
mod control_flow;
mod controls;
mod elements;
mod foreign;
mod forms;
mod ignored;
mod lists;
mod nesting;
mod pending;
mod screens;
mod signals;
mod slots;
mod spread;
mod tables;
mod text;
mod waiting;
mod writing;

pub(super) use waiting::late;

use super::{SERVER, Sample, good, good_natively, side, split};

pub(super) fn samples() -> Vec<Sample> {
    let themes = [
        text::samples(),
        writing::samples(),
        elements::samples(),
        forms::samples(),
        controls::samples(),
        tables::samples(),
        lists::samples(),
        nesting::samples(),
        foreign::samples(),
        attributes::samples(),
        bound::samples(),
        classes::samples(),
        spread::samples(),
        control_flow::samples(),
        components::samples(),
        slots::samples(),
        signals::samples(),
        pending::samples(),
        waiting::samples(),
        answers::samples(),
        screens::samples(),
        ignored::samples(),
    ];
    themes.into_iter().flatten().collect()
}
