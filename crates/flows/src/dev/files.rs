//! What development pages load beside the pages' own files.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use vestibule_core::routes;
use vestibule_http::{
    assets::{self, Assets},
    problem::Problem,
};

use super::{
    copies,
    knobs::{Knobs, Script, Switch},
};
use crate::{
    Vestibule,
    page::{More, escape},
};

const FILES: [(&str, &str, &str); 4] = [
    ("live.js", "text/javascript; charset=utf-8", include_str!("live.js")),
    ("inspect.js", "text/javascript; charset=utf-8", include_str!("inspect.js")),
    ("wall.css", "text/css; charset=utf-8", include_str!("wall.css")),
    ("beside.css", "text/css; charset=utf-8", include_str!("beside.css")),
];

/// The address of one of them.
pub(super) fn own(vestibule: &Vestibule, file: &str) -> String {
    vestibule.at(&format!("{}/files/{file}", routes::GALLERY))
}

/// One of them.
pub(super) async fn serve_own(Path(file): Path<String>) -> Response {
    match FILES.into_iter().find(|(name, ..)| *name == file) {
        Some((_, kind, text)) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        None => Problem::NotFound.into(),
    }
}

/// The address of a built file below the gallery, where copies of stylesheets stand beside it.
pub(crate) fn address(assets: &Assets, file: &str) -> String {
    format!("{}/look{}", routes::GALLERY, assets.url(file))
}

/// A built file, or a copy of a stylesheet in which states can be forced.
pub(super) async fn serve_built(
    State(vestibule): State<Vestibule>,
    Path((build, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let live = vestibule.0.live.as_ref().and_then(|live| live.now().look.live);
    let is_of = |assets: &Assets| assets.url("") == format!("{}/{build}/", routes::ASSETS);
    let built = live.filter(is_of).unwrap_or_else(|| vestibule.0.assets.clone());
    let original = |name: &str| Some(String::from_utf8_lossy(&built.get(name).filter(|_| is_of(&built))?).into_owned());
    if let Some(css) = copies::made(&name, original) {
        return ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], css).into_response();
    }
    assets::serve(State(built), Path((build, name)), headers).await
}

/// What a page loads so that it follows a theme that is being written, and names what is pointed at.
pub(super) fn of(vestibule: &Vestibule, knobs: &Knobs) -> Vec<More> {
    if knobs.script == Script::Off {
        return Vec::new();
    }
    let mut more = Vec::new();
    let mut inspects = knobs.inspect == Switch::On;
    if let Some(live) = &vestibule.0.live {
        let now = live.now();
        let asked = escape(&vestibule.at(&format!("{}/live", routes::GALLERY)));
        // Another theme beside it stays as it is.
        let other = if knobs.other(vestibule).is_some() { " data-other" } else { "" };
        let data = format!(" data-live=\"{asked}\" data-markup=\"{}\"{other}", now.markup);
        more.push(More::Script(own(vestibule, "live.js"), data));
        inspects = true;
    }
    if inspects {
        let on = if knobs.inspect == Switch::On { " data-on" } else { "" };
        more.push(More::Script(own(vestibule, "inspect.js"), on.to_owned()));
    }
    more
}

/// What a page knows of a theme that is being written.
#[derive(Deserialize)]
pub(super) struct Known {
    #[serde(default)]
    after: u64,
}

/// How the theme is, as soon as it is another than the one that is known.
pub(super) async fn live(State(vestibule): State<Vestibule>, Query(known): Query<Known>) -> Response {
    let Some(live) = &vestibule.0.live else { return Problem::NotFound.into() };
    let now = live.after(known.after).await;
    let built = now.look.live.as_ref().unwrap_or(&vestibule.0.assets);
    let (folder, _) = now.look.parted();
    let folder = vestibule.at(&address(built, folder));
    let folder = format!("{}/", folder.trim_end_matches('/'));
    let state = serde_json::json!({
        "revision": now.revision,
        "markup": now.markup,
        "folder": folder,
        "problem": now.problem,
        "remarks": now.remarks,
    });
    (StatusCode::OK, Json(state)).into_response()
}
