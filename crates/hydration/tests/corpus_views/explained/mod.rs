//! The examples of the explanations, letter by letter: what is called bad there is found here, and what is called good is
//! not.

mod rebuilt;
mod structure;
mod values;
mod waiting;

use leptos::prelude::{AnyView, IntoAny, IntoView};

use super::Sample;

pub(super) fn samples() -> Vec<Sample> {
    [structure::samples(), values::samples(), rebuilt::samples(), waiting::samples()].into_iter().flatten().collect()
}

fn any(view: impl IntoView + 'static) -> AnyView {
    view.into_any()
}
