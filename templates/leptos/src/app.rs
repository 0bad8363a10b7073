//! The document, the router, and the pages.

use leptos::prelude::*;
use leptos_meta::{MetaTags, Stylesheet, Title, provide_meta_context};
use leptos_router::{
    components::{A, Route, Router, Routes},
    hooks::use_location,
    location::Location,
    path,
};
use vestibule::{
    components::{
        LoginStateManager, Protect, Screens, SignedIn, SignedOut, SingleScreen, UserButton, provide_login, use_login,
    },
    ui::screens::{LogIn, LogInModel, LogOut},
    words::{Language, Message, Text, Wording},
};

use crate::{invoices::Invoices, leaving};

/// The document, which the server writes around the application.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en" dir="ltr" data-scheme="auto">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="icon" href="data:,"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options=options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The application, as both sides draw it.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(Wording::new(in_our_words));
    let login = provide_login();
    view! {
        <Stylesheet id="vestibule" href=login.stylesheet()/>
        <Stylesheet id="leptos" href="/pkg/{{project-name}}.css"/>
        <Router>
            <nav class="bar">
                <A href="/">"Northwind"</A>
                <SignedIn>
                    <A href="/invoices">"Invoices"</A>
                </SignedIn>
                <UserButton attr:class="end">
                    <p data-part="nav"><a data-part="link" href="/invoices">"My invoices"</a></p>
                </UserButton>
            </nav>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=FrontPage/>
                <Route path=path!("/invoices") view=InvoicesPage/>
                <Route path=path!("/auth/*any") view=LoginPages/>
            </Routes>
        </Router>
    }
}

/// What Northwind says otherwise, on both sides.
pub fn in_our_words(message: Message<'_>, _: Language) -> Option<Text> {
    match message {
        Message::LogInTitle => Some("Log in to your invoices".into()),
        _ => None,
    }
}

/// The pages of logging in.
#[component]
fn LoginPages() -> impl IntoView {
    let login = use_login();
    let Location { pathname, search, .. } = use_location();
    let screens = Screens::default().with::<LogOut, _>(leaving::view);
    view! {
        <Title text=move || login.title()/>
        <LoginStateManager path=pathname query=search screens=screens/>
    }
}

/// For everybody. Who isn't logged in can do it here.
#[component]
fn FrontPage() -> impl IntoView {
    let login = use_login();
    view! {
        <Title text="Northwind"/>
        <SignedIn>
            <main><h1>"Hello, " {move || login.user().map(|user| user.email)}</h1></main>
        </SignedIn>
        <SignedOut>
            <SingleScreen<LogIn> model=LogInModel::default()/>
        </SignedOut>
    }
}

/// Only for those who are logged in. Others log in first, and come back.
#[component]
fn InvoicesPage() -> impl IntoView {
    view! {
        <Title text="Invoices"/>
        <Protect>
            <Invoices/>
        </Protect>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    expect_context::<leptos_axum::ResponseOptions>().set_status(axum::http::StatusCode::NOT_FOUND);
    view! {
        <Title text="Not found"/>
        <main>
            <h1>"Northwind has no such page"</h1>
        </main>
    }
}
