//! `vestibule serve`: puts everything together, and takes it apart again in order.

use anyhow::Context;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use vestibule::config::Config;

use crate::{commands, listen};

pub(crate) async fn serve(config: Config) -> anyhow::Result<()> {
    let store = commands::open(&config).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("listen: {} can't be listened on", config.listen))?;
    let vestibule = commands::vestibule(&config, &store)?;

    let router = vestibule_app::app(&vestibule);
    let told_to_stop = told_to_stop()?;
    let background = vestibule.start(config.smtp);
    // Everybody who waits for this process reads this line.
    println!("vestibule: ready at {}", config.base_url.origin());
    listen::listen(listener, router, told_to_stop).await;

    background.stop().await;
    store.close().await;
    Ok(())
}

/// Done when the process gets a signal that ends it. It is listened to from now on.
fn told_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM can't be heard")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT can't be heard")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!(target: "vestibule", "told to stop");
    })
}
