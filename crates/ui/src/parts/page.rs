//! The page around every screen.

use leptos::prelude::*;
use vestibule_words::Message;

use crate::{Frame, Slots};

/// The page: brand, card and footer. Renders `<div data-part="page">`, which is a screen's root.
#[component]
pub fn Page(
    /// The frame, for the brand and the footer.
    frame: Frame,
    /// The screen's name.
    screen: &'static str,
    /// How the page is laid out.
    #[prop(default = "centered")]
    layout: &'static str,
    /// The card's content.
    children: Children,
) -> impl IntoView {
    let Slots { logo, legal, footer } = frame.slots.clone();
    let brand = match logo {
        Some(html) => view! { <header data-part="brand" inner_html=html></header> }.into_any(),
        None => view! { <header data-part="brand">{frame.product.clone()}</header> }.into_any(),
    };
    let legal = legal.map(|html| view! { <div data-part="hint" data-name="legal" inner_html=html></div> });
    let footer = match footer {
        Some(html) => view! { <footer data-part="footer" inner_html=html></footer> }.into_any(),
        None => view! { <footer data-part="footer">{frame.say(Message::Footer)}</footer> }.into_any(),
    };
    view! {
        <div data-part="page" data-screen=screen data-layout=layout>
            <main data-part="card">
                {brand}
                {children()}
                {legal}
            </main>
            {footer}
        </div>
    }
}
