//! `vestibule theme dev`: the gallery on a folder that is being written.

use std::path::PathBuf;

use axum::Router;
use vestibule::theme::Theme;

use super::gallery::{Gallery, Shown};

/// Shows a theme's folder as it is written, until it is stopped.
pub(super) async fn dev(folder: PathBuf, port: Option<u16>) -> anyhow::Result<()> {
    // What is wrong with it is said in the gallery as well, where it is mended.
    if let Err(error) = Theme::read(&folder) {
        eprintln!("vestibule: {:#}", anyhow::Error::from(error));
    }
    let gallery = Gallery::open(Shown::Folder(folder), port, Router::new()).await?;
    println!("{0}/gallery\n{0}/gallery/wall", gallery.address);
    println!("Saved files are shown at once; i names what is pointed at. Ctrl+C ends.");
    tokio::signal::ctrl_c().await?;
    gallery.close().await;
    Ok(())
}
