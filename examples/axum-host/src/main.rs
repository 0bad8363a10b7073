//! Northwind: an application on axum, with Vestibule in front of it.

mod leaving;

use std::{env, error::Error, net::SocketAddr, sync::Arc};

use axum::{
    Extension, Router,
    http::StatusCode,
    response::{Html, IntoResponse},
    routing::{get, post},
};
use tokio::{
    net::TcpListener,
    signal::{
        ctrl_c,
        unix::{SignalKind, signal},
    },
};
use vestibule::{
    Fresh, SqlStore, User, UserButton, Vestibule,
    config::Config,
    ui::{Slots, screens::LogOut},
    words::{Language, Message, Text, Wording},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Without it nobody hears what goes wrong.
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let config = Config::read(None, env::vars_os())?;
    let store = SqlStore::open(&config.database).await?;
    let auth = config
        .builder(Arc::new(store.clone()))?
        .product("Northwind")
        .mount("/auth".parse()?)
        .home("/invoices".parse()?)
        .slots(Slots { legal: Some("<a data-part=\"link\" href=\"/terms\">Terms</a>".to_owned()), ..Slots::default() })
        .wording(Wording::new(in_our_words))
        .screen::<LogOut, _>(leaving::view)
        .build()?;
    let background = auth.start(config.smtp);

    let app = Router::new()
        .route("/", get(front_page))
        .route("/invoices", get(invoices))
        .route("/api/me", get(me))
        .route("/danger", get(danger))
        .route("/webhook", post(webhook))
        .route("/terms", get(async || "Pay in thirty days."))
        .merge(auth.router())
        .layer(auth.layer())
        .fallback(nothing_here);

    let listener = TcpListener::bind(config.listen).await?;
    println!("axum-host: ready at {}", config.base_url.origin());
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await?;
    background.stop().await;
    store.close().await;
    Ok(())
}

/// Ctrl-C, and what service managers and containers send.
async fn told_to_stop() {
    let mut terminate = signal(SignalKind::terminate()).expect("SIGTERM can be heard");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = ctrl_c() => {}
    }
}

/// What Northwind says otherwise.
fn in_our_words(message: Message<'_>, _: Language) -> Option<Text> {
    match message {
        Message::LogInTitle => Some("Log in to your invoices".into()),
        _ => None,
    }
}

/// For everybody. Its bar says who is logged in.
async fn front_page(Extension(auth): Extension<Vestibule>, button: UserButton) -> impl IntoResponse {
    let style = auth.stylesheet();
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Northwind</title>\
         <link rel=\"stylesheet\" href=\"{style}\"></head><body style=\"font-family: sans-serif\">\
         <nav style=\"display: flex; justify-content: space-between\"><a href=\"/invoices\">Invoices</a>{button}</nav>\
         </body></html>"
    );
    (button.headers(), Html(page))
}

/// Only for those who are logged in. Others log in first, and come back.
async fn invoices(user: User) -> Html<String> {
    Html(format!("<h1>Invoices of {}</h1>", user.email))
}

/// For scripts, which are told 401 without a log-in.
async fn me(user: User) -> String {
    user.id
}

/// Only for those who have just shown who they are. Others show it again, and come back.
async fn danger(Fresh(user): Fresh) -> Html<String> {
    Html(format!("<h1>Delete everything of {}</h1>", user.email))
}

/// Called by another site's server: what protects the forms of the log-in pages doesn't stand in its way.
async fn webhook() -> &'static str {
    "thanks"
}

async fn nothing_here() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "Northwind has no such page")
}
