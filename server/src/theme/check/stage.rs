//! A gallery in the theme's look, a browser in front of it, and who looks at what.

use axum::Router;
use tokio::sync::mpsc;
use vestibule::theme::{Theme, check::Noticed};

use super::{
    alike,
    browser::Browser,
    tour::{self, Pictures},
    walk::{self, Told},
    wire::{Tab, Wire},
};
use crate::theme::gallery::{Gallery, Shown};

/// What a browser saw.
pub(super) struct Drawn {
    pub(super) noticed: Vec<Noticed>,
    /// How many pages it drew.
    pub(super) visits: usize,
    /// A picture of each story, if they are wanted.
    pub(super) pictures: Pictures,
}

/// What is wanted beside the findings.
#[derive(Default)]
pub(super) struct Wanted {
    /// Whether pictures are.
    pub(super) pictures: bool,
    /// The pictures to compare them with.
    pub(super) accepted: Pictures,
}

/// Draws every story in a theme's look.
pub(super) async fn draw(theme: &Theme, quick: bool, wanted: Wanted) -> anyhow::Result<Drawn> {
    let (tells, told) = mpsc::unbounded_channel();
    let gallery = Gallery::open(Shown::Theme(Box::new(theme.clone())), None, walk::router(quick, tells)?).await?;
    let (browser, wire) = Browser::open(&format!("{}/theme-check", gallery.address))?;
    let drawn = watch(wire, told, &gallery.address, theme, wanted).await;
    browser.close().await;
    gallery.close().await;
    drawn
}

/// Walks through all stories in all looks, and through each story once more beside that.
async fn watch(
    wire: Wire,
    told: mpsc::UnboundedReceiver<Told>,
    gallery: &str,
    theme: &Theme,
    wanted: Wanted,
) -> anyhow::Result<Drawn> {
    // The browser ends when nobody holds its line any more.
    let mut tab = Tab::open(wire, tour::WINDOW, tour::HOLD).await?;
    let beside = async {
        let (mut noticed, pictures) = tour::tour(&mut tab, gallery, wanted.pictures).await?;
        noticed.extend(tour::changed(&mut tab, gallery, &pictures, &wanted.accepted).await?);
        noticed.extend(as_foyers(&mut tab, gallery, theme).await?);
        anyhow::Ok((noticed, pictures))
    };
    let ((mut noticed, visits), (more, pictures)) = tokio::try_join!(walk::listen(told), beside)?;
    noticed.extend(more);
    Ok(Drawn { noticed, visits, pictures })
}

/// The parts that are as Foyer has them, unless it is Foyer that is looked at.
async fn as_foyers(tab: &mut Tab, gallery: &str, theme: &Theme) -> anyhow::Result<Vec<Noticed>> {
    let Some(foyer) = Theme::built_in("foyer").filter(|foyer| foyer != theme) else { return Ok(Vec::new()) };
    let foyers = Gallery::open(Shown::Theme(Box::new(foyer)), None, Router::new()).await?;
    let alike = alike::alike(tab, gallery, &foyers.address, theme).await;
    foyers.close().await;
    alike
}
