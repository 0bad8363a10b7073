//! The document and the pages.

use leptos::prelude::*;
use leptos_meta::{MetaTags, Stylesheet, Title, provide_meta_context};
use leptos_router::{
    components::{Route, Router, Routes},
    hooks::use_location,
    location::Location,
    path,
};
use vestibule::components::{LoginStateManager, Protect, SignedIn, SignedOut, UserButton, provide_login, use_login};

/// The document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en" dir="ltr" data-scheme="auto">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="icon" href="data:,"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options=options islands=true/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The application, which the server alone draws. Tailwind's stylesheet comes first: it says in which order the layers
/// of all stylesheets count.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let login = provide_login();
    view! {
        <Stylesheet id="leptos" href="/pkg/islands-host.css"/>
        <Stylesheet id="vestibule" href=login.stylesheet()/>
        <Router>
            <nav class="flex items-center gap-4 p-3 font-sans">
                <a class="font-semibold" href="/">"Northwind"</a>
                <SignedIn>
                    <a href="/invoices">"Invoices"</a>
                </SignedIn>
                <UserButton attr:class="ms-auto"/>
            </nav>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=FrontPage/>
                <Route path=path!("/invoices") view=InvoicesPage/>
                <Route path=path!("/auth/*any") view=LoginPages/>
            </Routes>
        </Router>
    }
}

/// The pages of logging in.
#[component]
fn LoginPages() -> impl IntoView {
    let login = use_login();
    let Location { pathname, search, .. } = use_location();
    view! {
        <Title text=move || login.title()/>
        <LoginStateManager path=pathname query=search/>
    }
}

/// For everybody.
#[component]
fn FrontPage() -> impl IntoView {
    view! {
        <Title text="Northwind"/>
        <main class="mx-auto max-w-xl p-4 font-sans">
            <Greeting/>
            <Counter/>
        </main>
    }
}

/// Says hello, by name to those who are logged in.
#[component]
pub fn Greeting() -> impl IntoView {
    let login = use_login();
    view! {
        <SignedIn>
            <h1 class="text-2xl font-bold">"Hello, " {move || login.user().map(|user| user.email)}</h1>
        </SignedIn>
        <SignedOut>
            <h1 class="text-2xl font-bold">"Hello"</h1>
        </SignedOut>
    }
}

/// An island of Northwind's own.
#[island]
pub fn Counter() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! { <button class="rounded bg-sky-700 px-3 py-2 text-white" on:click=move |_| *set_count.write() += 1>"Counted " {count}</button> }
}

/// Only for those who are logged in.
#[component]
fn InvoicesPage() -> impl IntoView {
    view! {
        <Title text="Invoices"/>
        <Protect>
            <main class="mx-auto max-w-xl p-4 font-sans"><h1 class="text-2xl font-bold">"Invoices"</h1></main>
        </Protect>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    expect_context::<leptos_axum::ResponseOptions>().set_status(axum::http::StatusCode::NOT_FOUND);
    view! { <main class="p-4 font-sans"><h1>"Northwind has no such page"</h1></main> }
}
