//! An application on axum whose one page asks for a log-in.

use std::{env, error::Error, net::SocketAddr, sync::Arc};

use axum::{Router, routing::get};
use tokio::{net::TcpListener, signal::ctrl_c};
use vestibule::{SqlStore, User, config::Config};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Without it nobody hears what goes wrong.
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();

    let config = Config::read(None, env::vars_os())?;
    let store = SqlStore::open(&config.database).await?;
    let auth = config.builder(Arc::new(store))?.mount("/auth".parse()?).home("/invoices".parse()?).build()?;
    // Mails are sent, and what has ended is forgotten.
    let background = auth.start(config.smtp);

    let app = Router::new().route("/invoices", get(invoices)).merge(auth.router()).layer(auth.layer());

    let listener = TcpListener::bind(config.listen).await?;
    println!("{{project-name}}: ready at {}", config.base_url.origin());
    // Limits are counted by client address, so the pages have to know it.
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async { ctrl_c().await.unwrap_or_default() })
        .await?;
    background.stop().await;
    Ok(())
}

/// Only for those who are logged in. Others log in first, and come back.
async fn invoices(user: User) -> String {
    format!("Invoices of {}", user.email)
}
