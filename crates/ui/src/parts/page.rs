//! The page around every screen.

use leptos::prelude::*;
use vestibule_words::Message;

use crate::{Frame, LanguageLink, Slots};

/// The page: brand, card, footer, and the page's other languages if it has any. Renders `<div data-part="page">`, which is a screen's root.
#[component]
pub fn Page(
    /// The frame, for the brand and the footer.
    frame: Frame,
    /// The screen's name.
    screen: &'static str,
    /// Whether it shows rows of what and what of it, which need more room than a form.
    #[prop(optional)]
    wide: bool,
    /// The card's content.
    children: Children,
) -> impl IntoView {
    let Slots { logo, legal, footer, aside, illustration } = frame.slots.clone();
    let layout = frame.layout.as_str();
    let brand = match logo {
        Some(html) => view! { <header data-part="brand" inner_html=html></header> }.into_any(),
        None => view! { <header data-part="brand">{frame.product.clone()}</header> }.into_any(),
    };
    let illustration =
        illustration.map(|html| view! { <div data-part="illustration" aria-hidden="true" inner_html=html></div> });
    let legal = legal.map(|html| view! { <div data-part="hint" data-name="legal" inner_html=html></div> });
    let footer = match footer {
        Some(html) => view! { <footer data-part="footer" inner_html=html></footer> }.into_any(),
        None => view! { <footer data-part="footer">{frame.say(Message::Footer)}</footer> }.into_any(),
    };
    let aside = aside.map(|html| view! { <aside data-part="aside" inner_html=html></aside> });
    let languages = (!frame.languages.is_empty()).then(|| view! { <Languages frame=frame.clone()/> });
    view! {
        <div data-part="page" data-screen=screen data-layout=layout data-width=wide.then_some("wide")>
            <main data-part="card">
                {brand}
                {children()}
                {illustration}
                {legal}
            </main>
            {footer}
            {languages}
            {aside}
        </div>
    }
}

/// The page in every language that it is offered in: plain links, each in its own. Renders `<nav data-part="nav">`.
#[component]
fn Languages(
    /// The frame, for its languages.
    frame: Frame,
) -> impl IntoView {
    let label = frame.say(Message::Languages);
    let links = frame.languages.into_iter().map(|LanguageLink { language, href }| {
        let (tag, direction) = (language.tag(), language.direction().as_str());
        let current = (language == frame.language).then_some("true");
        view! {
            <a data-part="link" data-name=format!("language-{tag}") href=href hreflang=tag lang=tag dir=direction aria-current=current>
                {language.name()}
            </a>
        }
    });
    view! { <nav data-part="nav" data-name="languages" aria-label=label>{links.collect_view()}</nav> }
}
