//! `vestibule serve`: puts everything together, and takes it apart again in order.

use anyhow::Context;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
};
use vestibule::config::Config;

use crate::{commands, listen};

pub(crate) async fn serve(config: Config) -> anyhow::Result<()> {
    let store = commands::open(&config).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("listen: {} can't be listened on", config.listen))?;
    let vestibule = commands::vestibule(&config, &store)?;

    let (stop, _) = watch::channel(());
    let router = vestibule_app::app(&vestibule);
    let background = vestibule.start(config.smtp);
    let signals = tokio::spawn(wait_for_signal(stop.clone())?);
    let stopped = told(&stop);
    // Everybody who waits for this process reads this line.
    println!("vestibule: ready at {}", config.base_url.origin());
    listen::listen(listener, router, stopped).await;

    signals.await.context("the signals' task ended badly")?;
    background.stop().await;
    store.close().await;
    Ok(())
}

/// Done when the process was told to stop.
fn told(stop: &watch::Sender<()>) -> impl Future<Output = ()> + use<> {
    let mut told = stop.subscribe();
    async move {
        // A sender that is gone means the same.
        let _ = told.changed().await;
    }
}

/// Waits for the signals that end a process, and tells everybody.
fn wait_for_signal(stop: watch::Sender<()>) -> anyhow::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM can't be heard")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT can't be heard")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!(target: "vestibule", "told to stop");
        stop.send_replace(());
    })
}
