//! Every story of every screen as a case of the hydration check: one list, compiled for the server's side (the test) and
//! for the client's (the twin).

use vestibule_hydration::Case;
use vestibule_ui::{Entry, Frame, dev, screens};

/// What must be the same on both sides.
pub(crate) const FLAGS: &[&str] = if cfg!(feature = "islands") { &["islands"] } else { &["whole"] };

/// Every story, drawn as this side draws it.
pub(crate) fn cases() -> Vec<Case> {
    let entries = [screens::entries(), dev::entries()].concat();
    entries.into_iter().map(|entry| Case::new(entry.path(), move || draw(entry))).collect()
}

/// A page that hydrates whole begins in the browser from JSON: a model that JSON doesn't carry over differs there.
fn draw(entry: Entry) -> leptos::prelude::AnyView {
    let frame = Frame::story();
    let client = cfg!(all(feature = "hydrate", not(feature = "islands")));
    if client && screens::entries().iter().any(|screen| screen.screen == entry.screen) {
        let frame = serde_json::to_string(&frame).and_then(|frame| serde_json::from_str(&frame));
        let frame = frame.expect("a frame is plain data");
        return screens::draw(entry.screen, frame, &entry.model_json()).expect("a screen reads its own model");
    }
    entry.view(frame)
}
