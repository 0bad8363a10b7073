//! Lists of things, the sections that hold them, and what is said about one of them.

use leptos::prelude::*;
use vestibule_words::Text;

/// A part of a screen with a heading of its own. Renders `<section data-part="section">`.
#[component]
pub fn Section(
    /// The screen's name, for the heading's id.
    screen: &'static str,
    /// What the section is about, as a word for designers and tests.
    name: &'static str,
    /// The heading.
    title: Text,
    /// What stands below it.
    children: Children,
) -> impl IntoView {
    let heading = format!("{screen}-{name}-heading");
    let labelled_by = heading.clone();
    view! {
        <section data-part="section" data-name=name aria-labelledby=labelled_by>
            <h2 data-part="heading" id=heading>{title}</h2>
            {children()}
        </section>
    }
}

/// What a section says. Renders `<div data-part="facts">`.
#[component]
pub fn Facts(
    /// Sentences, a `<dl>` of what is known, or a [`List`].
    children: Children,
) -> impl IntoView {
    view! { <div data-part="facts">{children()}</div> }
}

/// A list. Renders `<ul data-part="list">`.
#[component]
pub fn List(
    /// What is listed, as a word for designers and tests.
    name: &'static str,
    /// The [`Item`]s.
    children: Children,
) -> impl IntoView {
    // The role is the one it has: Safari takes it away from lists without marks.
    view! { <ul data-part="list" data-name=name data-state="ready" role="list">{children()}</ul> }
}

/// What is particular about an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ItemState {
    /// Nothing.
    #[default]
    Idle,
    /// It is the one in use here.
    Current,
    /// It waits for somebody else.
    Pending,
    /// Nothing can be done with it now.
    Disabled,
}

impl ItemState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Current => "current",
            Self::Pending => "pending",
            Self::Disabled => "disabled",
        }
    }
}

/// One of a list. Renders `<li data-part="item">`.
#[component]
pub fn Item(
    /// What it is, as a word for designers and tests.
    name: &'static str,
    /// What is particular about it.
    #[prop(optional)]
    state: ItemState,
    /// Its text, and the forms that do something with it.
    children: Children,
) -> impl IntoView {
    view! { <li data-part="item" data-name=name data-state=state.as_str()>{children()}</li> }
}

/// What a badge says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeKind {
    /// What somebody is.
    Role,
    /// How something is.
    Status,
}

impl BadgeKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Status => "status",
        }
    }
}

/// A word about what it stands beside. Renders `<span data-part="badge">`.
#[component]
pub fn Badge(
    /// What it says something about.
    kind: BadgeKind,
    /// The word.
    text: Text,
) -> impl IntoView {
    view! { <span data-part="badge" data-kind=kind.as_str()>{text}</span> }
}
