//! The parts that a theme leaves as Foyer has them: every part stands on the wall, in its look and in Foyer's.

use std::collections::BTreeMap;

use anyhow::Context;
use vestibule::theme::{Theme, check::Noticed};

use super::wire::Tab;

/// Every part with what is seen of each of its places on the wall.
type Seen = BTreeMap<String, Vec<String>>;

/// The parts that look alike, but for those that the theme says it inherits.
pub(super) async fn alike(tab: &mut Tab, gallery: &str, foyers: &str, theme: &Theme) -> anyhow::Result<Vec<Noticed>> {
    let (own, foyers) = (seen(tab, gallery).await?, seen(tab, foyers).await?);
    let same = own.iter().filter(|(part, places)| foyers.get(*part) == Some(*places)).map(|(part, _)| part);
    let parts = same.filter(|part| !theme.inherits.contains(*part));
    Ok(parts.map(|part| noticed(part, gallery)).collect())
}

async fn seen(tab: &mut Tab, gallery: &str) -> anyhow::Result<Seen> {
    tab.go(&wall(gallery)).await?;
    let script = include_str!("alike.js").trim().trim_end_matches(';');
    tab.run(&format!("({script})()")).await.context("the wall")
}

fn wall(gallery: &str) -> String {
    format!("{gallery}/gallery/wall?scheme=light&lang=en&script=off")
}

fn noticed(part: &str, gallery: &str) -> Noticed {
    Noticed {
        code: "T215".to_owned(),
        part: part.to_owned(),
        selector: format!("[data-part=\"{part}\"]"),
        what: format!("`{part}` is as Foyer has it: its colours, edge, corners, type, padding and shadow"),
        cause: String::new(),
        story: "wall".to_owned(),
        look: "light, 1280 px, ltr".to_owned(),
        address: wall(gallery),
    }
}
