//! The small server that hands out the cases and takes what a browser saw.

use std::{collections::BTreeMap, net::Ipv4Addr, sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path, State},
    http::StatusCode,
    response::{Html, IntoResponse},
    routing::{get, post},
};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::{net::TcpListener, process::Child, runtime, sync::mpsc, time::timeout};

use super::{
    BrowserError, Engine,
    build::{Bound, Programs},
    seen::{Seen, Written},
};
use crate::waits::{Recordings, Sent};

/// A browser that tells nothing for so long has given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Each frame asks for the same script.
const SCRIPT: [(&str, &str); 2] = [("content-type", "text/javascript"), ("cache-control", "max-age=3600")];

const WASM: [(&str, &str); 1] = [("content-type", "application/wasm")];

struct Stage {
    frames: Frames,
    cases: Vec<(String, String)>,
    sent: Recordings,
    client: Bound,
    twin: Option<Bound>,
    told: mpsc::UnboundedSender<Told>,
}

/// What the page sends home.
enum Told {
    Seen(Box<Seen>),
    Written(Written),
    End,
}

/// All that an engine showed, in the order of the cases.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) seen: Vec<Seen>,
    /// What the twin wrote there, by case; nothing without a twin.
    pub(super) written: BTreeMap<String, Written>,
}

/// What is done to each case in a frame of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frames {
    /// It is hydrated and drawn anew.
    Plain,
    /// It is hydrated in pages that somebody else has touched.
    Hostile,
}

impl Frames {
    const fn script(self) -> &'static str {
        match self {
            Self::Plain => "frame.js",
            Self::Hostile => "hostile.js",
        }
    }
}

/// The cases with what the server wrote, and what it sent along.
type Cases<'a> = (&'a [(String, String)], &'a Recordings);

/// Shows every case to an engine and collects what it saw.
pub(super) fn look(
    engine: Engine,
    programs: &Programs,
    cases: Cases<'_>,
    frames: Frames,
) -> Result<Shown, BrowserError> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let mut shown = runtime.block_on(show(engine, programs, cases, frames))?;
    shown.seen.sort_by(|one, other| one.case.cmp(&other.case));
    Ok(shown)
}

async fn show(
    engine: Engine,
    programs: &Programs,
    (cases, sent): Cases<'_>,
    frames: Frames,
) -> Result<Shown, BrowserError> {
    let (told, mut hears) = mpsc::unbounded_channel();
    let twin = programs.twin.clone().filter(|_| frames == Frames::Plain);
    let at_once = cases.iter().filter(|(name, _)| !sent.contains_key(name)).count();
    let writes = if twin.is_some() { at_once } else { 0 };
    let stage =
        Stage { frames, cases: cases.to_vec(), sent: sent.clone(), client: programs.client.clone(), twin, told };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}/", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, router(stage)).into_future());
    let profile = tempfile::tempdir()?;
    let start = |error| BrowserError::Start { engine, package: engine.package(), error };
    let mut browser = engine.open(&url, profile.path()).map_err(start)?;
    let mut shown = Shown::default();
    let silent = |shown: &Shown| BrowserError::Silent { engine, seen: shown.seen.len(), cases: cases.len() };
    loop {
        match timeout(PATIENCE, hears.recv()).await.ok().flatten() {
            Some(Told::Seen(seen)) => shown.seen.push(*seen),
            Some(Told::Written(written)) => drop(shown.written.insert(written.case.clone(), written)),
            Some(Told::End) => break,
            None => return Err(silent(&shown)),
        }
    }
    end(&mut browser).await;
    server.abort();
    if (shown.seen.len(), shown.written.len()) == (cases.len(), writes) { Ok(shown) } else { Err(silent(&shown)) }
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
        .route("/hostile.js", get(|| async { (SCRIPT, include_str!("hostile.js")) }))
        .route("/touches.js", get(|| async { (SCRIPT, include_str!("touches.js")) }))
        .route("/still.js", get(|| async { (SCRIPT, include_str!("still.js")) }))
        .route("/worlds.js", get(|| async { (SCRIPT, include_str!("worlds.js")) }))
        .route("/client.js", get(|State(stage): Here| async move { (SCRIPT, stage.client.script.clone()) }))
        .route("/client.wasm", get(|State(stage): Here| async move { (WASM, stage.client.wasm.clone()) }))
        .route(
            "/twin.js",
            get(|State(stage): Here| async move {
                stage.twin.clone().map(|twin| (SCRIPT, twin.script)).ok_or(StatusCode::NOT_FOUND)
            }),
        )
        .route(
            "/twin.wasm",
            get(|State(stage): Here| async move {
                stage.twin.clone().map(|twin| (WASM, twin.wasm)).ok_or(StatusCode::NOT_FOUND)
            }),
        )
        .route("/name/{number}", get(name))
        .route("/waits/{number}", get(waits))
        .route("/case/{number}", get(case))
        .route("/seen", post(take))
        .route("/written", post(take_written))
        .route("/end", post(all_seen))
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::new(stage))
}

type Here = State<Arc<Stage>>;

async fn page(State(stage): Here) -> impl IntoResponse {
    let (cases, twin) = (stage.cases.len(), if stage.twin.is_some() { " data-twin=\"there\"" } else { "" });
    Html(format!(
        "<!doctype html><html data-cases=\"{cases}\"{twin}><meta charset=\"utf-8\"><title>Cases</title>\
         <script type=\"module\" src=\"/page.js\"></script></html>"
    ))
}

async fn name(State(stage): Here, Path(number): Path<usize>) -> Json<Option<String>> {
    Json(stage.cases.get(number).map(|(name, _)| name.clone()))
}

/// Whether the server had to wait for something.
async fn waits(State(stage): Here, Path(number): Path<usize>) -> Json<bool> {
    Json(stage.cases.get(number).is_some_and(|(name, _)| stage.sent.contains_key(name)))
}

/// The case as a page of its own. What stands before the root is ours; the root holds the server's bytes and nothing else.
async fn case(State(stage): Here, Path(number): Path<usize>) -> impl IntoResponse {
    let Some((name, html)) = stage.cases.get(number) else { return Html(String::new()) };
    let shown = serde_json::to_string(name).unwrap_or_default().replace('<', "\\u003c");
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Case</title>\
         <script>{}{}</script>\
         <script>{}</script>\
         <script type=\"application/json\" id=\"case\">{shown}</script>\
         <script type=\"module\" src=\"/{}\"></script></head><body><div id=\"root\">{html}</div></body></html>",
        include_str!("preload.js"),
        include_str!("listen.js"),
        stage.sent.get(name).map_or_else(|| Sent::default().script(), |sent| sent.script() + "waits=true;"),
        stage.frames.script()
    ))
}

async fn take(State(stage): Here, Json(seen): Json<Box<Seen>>) {
    // Whoever stopped listening has its answer.
    let _ = stage.told.send(Told::Seen(seen));
}

async fn take_written(State(stage): Here, Json(written): Json<Written>) {
    let _ = stage.told.send(Told::Written(written));
}

async fn all_seen(State(stage): Here) {
    let _ = stage.told.send(Told::End);
}
