//! What the browser runs.

// Nothing here names an island, but a crate that nobody names is not linked.
#[cfg(feature = "islands")]
use vestibule::ui as _;

// Nothing here names an island: the page's script finds it by the name that its macro exports. It only has to be linked.
#[cfg(feature = "islands")]
use vestibule as _;

/// Gets the page ready. With islands each of them is then started by the page's own script; otherwise the whole screen is
/// adopted here.
pub fn hydrate() {
    #[cfg(feature = "islands")]
    leptos::mount::hydrate_islands();
    #[cfg(not(feature = "islands"))]
    whole::hydrate();
}

#[cfg(not(feature = "islands"))]
mod whole {
    use leptos::prelude::{document, hydrate_body};
    use serde::Deserialize;
    use serde_json::value::RawValue;
    use vestibule::ui::{Frame, screens};

    /// The block of data. It stands behind the screen: hydration walks the body from its first child.
    const BLOCK: &str = "vestibule-screen";

    #[derive(Deserialize)]
    struct Data<'a> {
        frame: Frame,
        #[serde(borrow)]
        model: &'a RawValue,
    }

    /// Adopts the page. A page without the block stays as the server sent it.
    pub(super) fn hydrate() {
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
}
