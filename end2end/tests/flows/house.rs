//! A house whose clock can be moved.

use vestibule_testing::{
    Clock, ServerBuilder,
    browser::{House, Script},
};

/// Opens a house whose clock can be moved, walks through it and closes it.
pub(crate) async fn with_clock(script: Script, walk: impl AsyncFnOnce(&House, &Clock)) {
    with_clock_and(script, |server| server, walk).await;
}

/// As [`with_clock`], with a word to the server before it starts.
pub(crate) async fn with_clock_and(
    script: Script,
    choose: impl FnOnce(ServerBuilder) -> ServerBuilder,
    walk: impl AsyncFnOnce(&House, &Clock),
) {
    let clock = Clock::new();
    let choose = |server: ServerBuilder| choose(server.clock(&clock));
    House::run_with(script, choose, async |house: &House| walk(house, &clock).await).await;
}
