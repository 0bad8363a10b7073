//! The page around every screen.

use leptos::prelude::*;
use vestibule_words::Message;

use crate::Frame;

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
    let footer = frame.say(Message::Footer);
    view! {
        <div data-part="page" data-screen=screen data-layout=layout>
            <main data-part="card">
                <header data-part="brand">{frame.product}</header>
                {children()}
            </main>
            <footer data-part="footer">{footer}</footer>
        </div>
    }
}
