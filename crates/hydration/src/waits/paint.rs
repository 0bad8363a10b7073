//! Painting a view on either side, waiting where that side would.

use std::{
    collections::VecDeque,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use futures_core::Stream as _;
use hydration_context::SharedContext;
use leptos::{
    prelude::{AnyView, Owner, RenderHtml},
    reactive::diagnostics::SpecialNonReactiveZone,
    server::SuppressResourceLoad,
    tachys::ssr::StreamChunk,
};

use super::{
    OPEN, Painted, Sent,
    context::{Shared, Side},
    tasks::{self, Turns},
};
use crate::{Case, Painting};

/// What is said of a view that the server never finishes.
const NEVER: &str = "it waits for something that never comes; here no clock, no socket and no other thread answers";

/// What is said of a value that can't be sent: its encoding refuses it, and Leptos panics.
pub(crate) const UNSENT: &str = "what a resource came to can't be written for the wire";

/// Whether resources load is one for the whole program, so who minds that paints alone.
static ALONE: Mutex<()> = Mutex::new(());

/// Paints a case as the server does: at once, or if it waits, until nothing is open any more.
pub(crate) fn as_server(case: &Case) -> Painted {
    at_once(case, Side::Server, None).unwrap_or_else(|| {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        settled(case)
    })
}

/// Paints a case as the client would adopt it in the moment of hydration, beginning with what was sent.
pub(crate) fn as_client(case: &Case, sent: Option<&Sent>) -> Painted {
    let at_once = if sent.is_none() { at_once(case, Side::Client, None) } else { None };
    at_once.unwrap_or_else(|| {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let _nothing_loads = SuppressResourceLoad::new();
        replayed(case, sent.cloned().unwrap_or_default())
    })
}

/// The first frame; `None` if the view waits for anything.
fn at_once(case: &Case, side: Side, given: Option<Sent>) -> Option<Painted> {
    let _tasks = tasks::Painting::begin(Turns::None);
    let shared = Arc::new(Shared::new(side, given));
    let painting = paint(case, &shared, |view| Ok(view.to_html()));
    let waits = tasks::has_spawned() || shared.was_asked();
    (!waits).then(|| Painted::at_once(painting))
}

fn settled(case: &Case) -> Painted {
    let _tasks = tasks::Painting::begin(Turns::All);
    let shared = Arc::new(Shared::new(Side::Server, None));
    let mut sent = None;
    let painting = paint(case, &shared, |view| {
        let (html, open) = write(view.to_html_stream_in_order().take_chunks());
        if open > 0 {
            return Err(NEVER);
        }
        let mut all = shared.sent();
        for (id, payload) in shared.take_resources() {
            let payload = catch_unwind(AssertUnwindSafe(|| tasks::run(payload))).map_err(|_| UNSENT)?;
            all.resources.insert(id, payload.ok_or(NEVER)?);
        }
        sent = Some(all);
        Ok(html)
    });
    Painted { painting, sent, replayed: None }
}

/// Paints as the server what begins with what it has sent, and gives the numbers of those resources that begin with
/// nothing all the same.
pub(super) fn from_what_was_sent(case: &Case, sent: &Sent) -> (Painting, Vec<usize>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let _nothing_loads = SuppressResourceLoad::new();
    let _tasks = tasks::Painting::begin(Turns::All);
    let shared = Arc::new(Shared::new(Side::Server, Some(sent.clone())));
    let mut lost = Vec::new();
    let painting = paint(case, &shared, |view| {
        let html = write(view.to_html_stream_in_order().take_chunks()).0;
        for (id, payload) in shared.take_resources() {
            if tasks::run(payload).is_none() && sent.resources.contains_key(&id) {
                lost.push(id);
            }
        }
        Ok(html)
    });
    (painting, lost)
}

/// A page that is sent out of order.
pub(super) struct Stream {
    /// What is sent at once: everything, with fallbacks where something is open.
    pub(super) first: String,
    /// That, and all that comes after it.
    pub(super) all: String,
}

/// What the server sends out of order; `None` if it is never done.
pub(super) fn out_of_order(case: &Case) -> Option<Stream> {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let _tasks = tasks::Painting::begin(Turns::All);
    let shared = Arc::new(Shared::new(Side::Server, None));
    let mut first = None;
    let painting = paint(case, &shared, |view| {
        let mut stream = view.to_html_stream_out_of_order();
        let mut all = String::new();
        loop {
            let next = poll_fn(|context| Pin::new(&mut stream).poll_next(context));
            let Some(text) = tasks::run(next).ok_or(NEVER)? else { return Ok(all) };
            all.push_str(&text);
            first.get_or_insert(text);
        }
    });
    match (painting, first) {
        (Painting::Html(all), Some(first)) => Some(Stream { first, all }),
        _ => None,
    }
}

fn replayed(case: &Case, sent: Sent) -> Painted {
    let _tasks = tasks::Painting::begin(Turns::None);
    let shared = Arc::new(Shared::new(Side::Client, Some(sent)));
    let mut open = 0;
    let painting = paint(case, &shared, |view| {
        tasks::give(Turns::Writer);
        let (html, still_open) = write(view.to_html_stream_in_order().take_chunks());
        open = still_open;
        Ok(html)
    });
    Painted { painting, sent: None, replayed: Some(shared.replayed(open)) }
}

fn paint(case: &Case, shared: &Arc<Shared>, write: impl FnOnce(AnyView) -> Result<String, &'static str>) -> Painting {
    let owner = Owner::new_root(Some(Arc::clone(shared) as Arc<dyn SharedContext + Send + Sync>));
    let draw = || {
        // Nothing is tracked in a first frame, and Leptos needn't warn about that for each signal.
        let _zone = SpecialNonReactiveZone::enter();
        owner.with(|| write(case.view()))
    };
    match catch_unwind(AssertUnwindSafe(draw)) {
        Ok(Ok(html)) => Painting::Html(html),
        Ok(Err(why)) => Painting::Panicked(why.to_owned()),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Painting::Panicked(text.unwrap_or("a panic without a message").to_owned())
        }
    }
}

/// Writes chunk after chunk, and counts those that never come.
fn write(mut chunks: VecDeque<StreamChunk>) -> (String, usize) {
    let (mut html, mut open) = (String::new(), 0);
    while let Some(chunk) = chunks.pop_front() {
        let inner = match chunk {
            StreamChunk::Sync(text) => {
                html.push_str(&text);
                continue;
            }
            StreamChunk::Async { chunks } => tasks::run(chunks),
            StreamChunk::OutOfOrder { chunks } => tasks::run(async { chunks.await.take_chunks() }),
        };
        if let Some(inner) = inner {
            inner.into_iter().rev().for_each(|chunk| chunks.push_front(chunk));
        } else {
            html.push_str(OPEN);
            open += 1;
        }
    }
    (html, open)
}
