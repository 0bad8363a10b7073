//! The page that walks through every story in every look, and what it sends home.

use std::time::Duration;

use anyhow::{Context, bail};
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, State},
    response::Html,
    routing::{get, post},
};
use serde::Serialize;
use tokio::{sync::mpsc, time::timeout};
use vestibule::theme::check::Noticed;

/// A browser that tells nothing for so long has given up.
const PATIENCE: Duration = Duration::from_secs(60);

const SCRIPT: [(&str, &str); 1] = [("content-type", "text/javascript")];

/// How a story is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Look {
    scheme: &'static str,
    width: u32,
    /// German has the longest words, Arabic the other direction.
    lang: &'static str,
}

/// All looks, or the two that show most.
fn looks(quick: bool) -> Vec<Look> {
    let narrow = ["de", "ar"].map(|lang| (320, lang));
    let wide = ["en", "ar"].map(|lang| (1280, lang));
    let views = narrow.into_iter().chain(wide);
    let schemes = ["light", "dark"];
    let all = views.flat_map(|(width, lang)| schemes.map(|scheme| Look { scheme, width, lang }));
    let shows_most =
        |look: &Look| matches!((look.scheme, look.width, look.lang), ("light", 320, "de") | ("dark", 1280, "ar"));
    all.filter(|look| !quick || shows_most(look)).collect()
}

/// What the page sends home.
pub(super) enum Told {
    Noticed(Vec<Noticed>),
    Broken(String),
    End(usize),
}

/// What the page that walks noticed, and how many pages it drew.
pub(super) async fn listen(mut told: mpsc::UnboundedReceiver<Told>) -> anyhow::Result<(Vec<Noticed>, usize)> {
    let mut noticed = Vec::new();
    loop {
        match timeout(PATIENCE, told.recv()).await.ok().flatten() {
            Some(Told::Noticed(more)) => noticed.extend(more),
            Some(Told::Broken(why)) => bail!("the theme couldn't be drawn: {why}"),
            Some(Told::End(0)) => bail!("there was no story to look at"),
            Some(Told::End(visits)) => return Ok((noticed, visits)),
            None => bail!("the theme couldn't be drawn: the browser fell silent"),
        }
    }
}

/// The page, its scripts, and where it sends what it sees.
pub(super) fn router(quick: bool, tells: mpsc::UnboundedSender<Told>) -> anyhow::Result<Router> {
    let plan = serde_json::to_string(&serde_json::json!({ "looks": looks(quick) })).context("looks are plain data")?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Check</title>\
         <script type=\"application/json\" id=\"plan\">{plan}</script>\
         <script type=\"module\" src=\"/theme-check/page.js\"></script></html>"
    );
    let router = Router::new()
        .route("/theme-check", get(move || async move { Html(page) }))
        .route("/theme-check/page.js", get(|| async { (SCRIPT, include_str!("page.js")) }))
        .route("/theme-check/measures.js", get(|| async { (SCRIPT, include_str!("measures.js")) }))
        .route("/theme-check/moved.js", get(|| async { (SCRIPT, include_str!("moved.js")) }))
        .route("/theme-check/focus.js", get(|| async { (SCRIPT, include_str!("focus.js")) }))
        .route("/theme-check/colours.js", get(|| async { (SCRIPT, include_str!("colours.js")) }))
        .route("/theme-check/noticed", post(noticed))
        .route("/theme-check/broken", post(broken))
        .route("/theme-check/end", post(end))
        .layer(DefaultBodyLimit::disable())
        .with_state(tells);
    Ok(router)
}

type Tells = State<mpsc::UnboundedSender<Told>>;

async fn noticed(State(tells): Tells, Json(noticed): Json<Vec<Noticed>>) {
    // Whoever stopped listening has its answer.
    let _ = tells.send(Told::Noticed(noticed));
}

async fn broken(State(tells): Tells, Json(why): Json<String>) {
    let _ = tells.send(Told::Broken(why));
}

async fn end(State(tells): Tells, Json(visits): Json<usize>) {
    let _ = tells.send(Told::End(visits));
}

#[cfg(test)]
mod tests {
    use super::looks;

    #[test]
    fn both_schemes_widths_and_directions_are_looked_at_however_quick() {
        assert_eq!((looks(false).len(), looks(true).len()), (8, 2));
        for quick in [false, true] {
            let looks = looks(quick);
            for scheme in ["light", "dark"] {
                assert!(looks.iter().any(|look| look.scheme == scheme), "{scheme}");
            }
            for width in [320, 1280] {
                assert!(looks.iter().any(|look| look.width == width), "{width}");
            }
            assert!(looks.iter().any(|look| look.lang == "ar") && looks.iter().any(|look| look.lang != "ar"));
        }
    }
}
