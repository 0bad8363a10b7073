//! The small server that hands out the cases and takes what a browser saw.

use std::{net::Ipv4Addr, sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path, State},
    http::header::CONTENT_TYPE,
    response::{Html, IntoResponse},
    routing::{get, post},
};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::{net::TcpListener, process::Child, runtime, sync::mpsc, time::timeout};

use super::{BrowserError, Engine, build::Bound, seen::Seen};
use crate::waits::{Recordings, Sent};

/// A browser that tells nothing for so long has given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Each frame asks for the same script.
const SCRIPT: [(&str, &str); 2] = [("content-type", "text/javascript"), ("cache-control", "max-age=3600")];

struct Stage {
    cases: Vec<(String, String)>,
    sent: Recordings,
    script: String,
    wasm: Vec<u8>,
    told: mpsc::UnboundedSender<Option<Seen>>,
}

/// Shows every case to an engine and collects what it saw, in the order of the cases.
pub(super) fn look(
    engine: Engine,
    client: &Bound,
    cases: &[(String, String)],
    sent: &Recordings,
) -> Result<Vec<Seen>, BrowserError> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let mut seen = runtime.block_on(show(engine, client, cases, sent))?;
    seen.sort_by(|one, other| one.case.cmp(&other.case));
    Ok(seen)
}

async fn show(
    engine: Engine,
    client: &Bound,
    cases: &[(String, String)],
    sent: &Recordings,
) -> Result<Vec<Seen>, BrowserError> {
    let (told, mut hears) = mpsc::unbounded_channel();
    let (script, wasm) = (client.script.clone(), client.wasm.clone());
    let stage = Stage { cases: cases.to_vec(), sent: sent.clone(), script, wasm, told };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}/", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, router(stage)).into_future());
    let profile = tempfile::tempdir()?;
    let start = |error| BrowserError::Start { engine, package: engine.package(), error };
    let mut browser = engine.open(&url, profile.path()).map_err(start)?;
    let mut seen = Vec::new();
    let silent = |seen: &Vec<Seen>| BrowserError::Silent { engine, seen: seen.len(), cases: cases.len() };
    while let Some(one) = timeout(PATIENCE, hears.recv()).await.map_err(|_| silent(&seen))?.flatten() {
        seen.push(one);
    }
    end(&mut browser).await;
    server.abort();
    if seen.len() == cases.len() { Ok(seen) } else { Err(silent(&seen)) }
}

/// Ends a browser, which is many processes, and its window system, which is one more.
async fn end(browser: &mut Child) {
    let group = browser.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
    // What ended by itself needs no help.
    let _ = group.map(|group| kill_process_group(group, Signal::KILL));
    let _ = browser.kill().await;
}

fn router(stage: Stage) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/page.js", get(|| async { (SCRIPT, include_str!("page.js")) }))
        .route("/frame.js", get(|| async { (SCRIPT, include_str!("frame.js")) }))
        .route("/worlds.js", get(|| async { (SCRIPT, include_str!("worlds.js")) }))
        .route("/client.js", get(script))
        .route("/client.wasm", get(wasm))
        .route("/name/{number}", get(name))
        .route("/case/{number}", get(case))
        .route("/seen", post(take))
        .route("/end", post(all_seen))
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::new(stage))
}

type Here = State<Arc<Stage>>;

async fn page(State(stage): Here) -> impl IntoResponse {
    let cases = stage.cases.len();
    Html(format!(
        "<!doctype html><html data-cases=\"{cases}\"><meta charset=\"utf-8\"><title>Cases</title>\
         <script type=\"module\" src=\"/page.js\"></script></html>"
    ))
}

async fn script(State(stage): Here) -> impl IntoResponse {
    (SCRIPT, stage.script.clone())
}

async fn wasm(State(stage): Here) -> impl IntoResponse {
    ([(CONTENT_TYPE.as_str(), "application/wasm")], stage.wasm.clone())
}

async fn name(State(stage): Here, Path(number): Path<usize>) -> Json<Option<String>> {
    Json(stage.cases.get(number).map(|(name, _)| name.clone()))
}

/// The case as a page of its own. What stands before the root is ours; the root holds the server's bytes and nothing else.
async fn case(State(stage): Here, Path(number): Path<usize>) -> impl IntoResponse {
    let Some((name, html)) = stage.cases.get(number) else { return Html(String::new()) };
    let shown = serde_json::to_string(name).unwrap_or_default().replace('<', "\\u003c");
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Case</title>\
         <script>{}</script>\
         <script>{}</script>\
         <script type=\"application/json\" id=\"case\">{shown}</script>\
         <script type=\"module\" src=\"/frame.js\"></script></head><body><div id=\"root\">{html}</div></body></html>",
        include_str!("preload.js"),
        stage.sent.get(name).map_or_else(|| Sent::default().script(), |sent| sent.script() + "waits=true;"),
    ))
}

async fn take(State(stage): Here, Json(seen): Json<Seen>) {
    // Whoever stopped listening has its answer.
    let _ = stage.told.send(Some(seen));
}

async fn all_seen(State(stage): Here) {
    let _ = stage.told.send(None);
}
