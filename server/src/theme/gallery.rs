//! A gallery for one command: on this machine alone, and nothing of it outlives the process.

use std::{ffi::OsString, path::PathBuf};

use anyhow::Context;
use axum::Router;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use vestibule::{
    Remarks,
    config::Config,
    http::chance::{self, SystemChance},
    theme::Theme,
};

use crate::{commands, listen};

/// The look that a gallery is in.
pub(crate) enum Shown {
    /// A theme's, as it is now.
    Theme(Box<Theme>),
    /// That of a folder, as it is written, and what is to be mended in it.
    Folder(PathBuf, Remarks),
}

/// A running gallery.
pub(crate) struct Gallery {
    /// Where it is: `http://localhost:4000`.
    pub(crate) address: String,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Gallery {
    /// Opens one of what is to be shown, at a port or at a free one, with pages of the command's own beside it.
    pub(crate) async fn open(shown: Shown, port: Option<u16>, beside: Router) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(0))).await;
        let listener = listener.context("there is no port to listen on")?;
        let address = format!("http://localhost:{}", listener.local_addr()?.port());
        let router = router(shown, &address).await?.merge(beside);
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(listen::listen(listener, router, async move {
            // A gallery that nobody holds any more stops as well.
            let _ = stopped.await;
        }));
        Ok(Self { address, stop, served })
    }

    /// Stops it, and waits until it has.
    pub(crate) async fn close(self) {
        // It may have stopped by itself.
        let _ = self.stop.send(());
        let _ = self.served.await;
    }
}

/// The pages of a gallery.
pub(crate) async fn router(shown: Shown, address: &str) -> anyhow::Result<Router> {
    let config = config(address)?;
    let store = commands::open(&config).await?;
    let builder = config.builder(std::sync::Arc::new(store))?;
    let builder = match shown {
        Shown::Theme(theme) => builder.theme(*theme),
        Shown::Folder(folder, remarks) => builder.theme_folder(folder).remarks(remarks),
    };
    Ok(builder.build()?.router())
}

/// A configuration for nobody but the one who runs the command. Of the environment only the built files count.
fn config(address: &str) -> anyhow::Result<Config> {
    let secret = format!("{}{}", chance::name(&SystemChance), chance::name(&SystemChance));
    let own = [
        ("BASE_URL", address),
        ("DATABASE", "sqlite::memory:"),
        ("DEVELOPMENT", "true"),
        ("PRODUCT", "Northwind"),
        ("SECRET", &secret),
    ];
    let own = own.map(|(key, value)| (OsString::from(format!("VESTIBULE_{key}")), OsString::from(value)));
    let assets = std::env::var_os("VESTIBULE_ASSETS").map(|folder| (OsString::from("VESTIBULE_ASSETS"), folder));
    Ok(Config::read(None, own.into_iter().chain(assets))?)
}
