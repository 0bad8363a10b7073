//! What the native walk foretells of handlers is what a browser shows.

use vestibule_hydration::Layer;

use crate::REPORT;

#[test]
fn the_handler_that_is_foretold_on_another_button_is_seen_there() {
    let case = "bad/upgrade-beside-delete-my-account";
    let finding = REPORT.findings.iter().find(|finding| finding.case == case).expect("it is found natively");
    assert!(finding.consequence.contains("land on the server's"), "{finding}");
    let look = REPORT.looks.iter().find(|look| look.case == case).expect("a browser looked at it");
    assert!(look.layers.contains(&Layer::Behaviour), "{look:?}");
}
