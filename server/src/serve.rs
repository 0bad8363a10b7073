//! `vestibule serve`: puts everything together, and takes it apart again in order.

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    time::timeout,
};
use vestibule::{
    Postman, Vestibule,
    http::{assets::Assets, chance::SystemChance, clock::Clock, clock::SystemClock},
    store::Store,
};

use crate::{commands, config::Config, listen};

/// How often what has ended is forgotten.
const REAP_EVERY: Duration = Duration::from_secs(600);

pub(crate) async fn serve(config: Config) -> anyhow::Result<()> {
    let assets = Assets::read(&config.assets)
        .with_context(|| format!("assets: the folder {} can't be read", config.assets.display()))?;
    let store = commands::open(&config).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("listen: {} can't be listened on", config.listen))?;
    let shared: Arc<dyn Store> = Arc::new(store.clone());
    let vestibule = build(&config, Arc::clone(&shared), assets)?;

    let (stop, _) = watch::channel(());
    let router = vestibule_app::app(&vestibule);
    let postman = tokio::spawn(Postman::new(vestibule, config.smtp).run(told(&stop)));
    let reaper = tokio::spawn(reap(shared, told(&stop)));
    let signals = tokio::spawn(wait_for_signal(stop.clone())?);
    let stopped = told(&stop);
    // Everybody who waits for this process reads this line.
    println!("vestibule: ready at {}", config.base_url.origin());
    listen::listen(listener, router, stopped).await;

    signals.await.context("the signals' task ended badly")?;
    postman.await.context("the postman ended badly")?;
    reaper.await.context("the reaper ended badly")?;
    store.close().await;
    Ok(())
}

pub(crate) fn build(config: &Config, store: Arc<dyn Store>, assets: Assets) -> anyhow::Result<Vestibule> {
    let (secret, base) = (config.secret.clone(), config.base_url.clone());
    let builder = Vestibule::builder(store, secret, base, assets, Arc::new(SystemClock), Arc::new(SystemChance))
        .product(&config.product)
        .trusted_proxies(config.trusted_proxies.clone())
        .policy(config.policy)
        .passwords(config.passwords)
        .properties(config.properties.clone())
        .contact(config.contact.clone())
        .session(config.session)
        .development(config.development);
    Ok(builder.build()?)
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

async fn reap(store: Arc<dyn Store>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        if let Err(error) = store.reap(SystemClock.now()).await {
            tracing::error!(target: "vestibule", error = &error as &dyn std::error::Error, "nothing was forgotten");
        }
        if timeout(REAP_EVERY, &mut stop).await.is_ok() {
            return;
        }
    }
}
