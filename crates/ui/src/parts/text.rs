//! Texts and links.

use leptos::prelude::*;
use vestibule_words::Text;

/// The screen's heading. Renders `<h1 data-part="title">`.
#[component]
pub fn Title(
    /// The text.
    text: Text,
) -> impl IntoView {
    view! { <h1 data-part="title">{text}</h1> }
}

/// What the screen is about, in a sentence or two. Renders `<p data-part="lead">`.
#[component]
pub fn Lead(
    /// The text.
    text: Text,
) -> impl IntoView {
    view! { <p data-part="lead">{text}</p> }
}

/// Whose account this is about. Renders `<p data-part="account">`.
#[component]
pub fn Account(
    /// The address.
    email: String,
    /// A [`Link`] for those who meant another one.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let change = children.map(|children| children());
    view! { <p data-part="account" data-state="known"><span>{email}</span>" "{change}</p> }
}

/// A line of ways to go elsewhere. Renders `<p data-part="nav">`.
#[component]
pub fn Nav(
    /// A question before the links.
    #[prop(default = Text::Borrowed(""))]
    text: Text,
    /// The links.
    children: Children,
) -> impl IntoView {
    let text = (!text.is_empty()).then(|| view! { <span>{text}</span>" " });
    view! { <p data-part="nav">{text}{children()}</p> }
}

/// A link. Renders `<a data-part="link">`.
#[component]
pub fn Link(
    /// Where it leads, as a word for designers and tests.
    name: &'static str,
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The text.
    text: Text,
) -> impl IntoView {
    view! { <a data-part="link" data-name=name href=href>{text}</a> }
}
