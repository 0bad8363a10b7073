//! A screen that hydrates whole, from the frame and the model that the server left in the page.

use leptos::prelude::{document, hydrate_body};
use serde::Deserialize;
use serde_json::value::RawValue;
use vestibule_ui::{Frame, screens};

/// The block of data. It stands behind the screen: hydration walks the body from its first child.
const BLOCK: &str = "vestibule-screen";

#[derive(Deserialize)]
struct Data<'a> {
    frame: Frame,
    #[serde(borrow)]
    model: &'a RawValue,
}

/// Adopts the page. A page without the block stays as the server sent it.
pub(crate) fn hydrate() {
    let Some((name, json)) = block() else { return };
    hydrate_body(move || {
        let data: Data<'_> = serde_json::from_str(&json).expect("the page and its script are of one build");
        screens::draw(&name, data.frame, data.model.get()).expect("the page and its script are of one build")
    });
}

fn block() -> Option<(String, String)> {
    let block = document().get_element_by_id(BLOCK)?;
    Some((block.get_attribute("data-screen")?, block.text_content()?))
}
