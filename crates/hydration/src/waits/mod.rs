//! Views that wait: for a resource, or for anything else within a `Suspense`.
//!
//! The server paints them as it would answer a request, in order, until nothing is open any more, and what it sends along
//! for the browser is recorded. The twin is given that recording, and paints what the client would adopt at the moment of
//! hydration, before any of its own tasks has had a turn.

#![cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "a browser is the client itself, and replays nothing"))]

mod again;
mod context;
mod judge;
mod paint;
mod streams;
mod tasks;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub(crate) mod warned;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use again::check as check_again;
pub(crate) use judge::explain;
pub(crate) use paint::{UNSENT, as_client, as_server};

use crate::Painting;

/// Stands where the client is still waiting for what the server has sent.
const OPEN: &str = "<!--waiting-->";

/// What the server sends along with a view that waits, for the client to begin with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// What each resource came to, by its number, as it goes over the wire.
    pub(crate) resources: BTreeMap<usize, String>,
    pub(crate) errors: Vec<Thrown>,
    /// The numbers of those `Suspense`s that were sent before they were done.
    pub(crate) incomplete: Vec<usize>,
}

#[cfg(feature = "browser")]
impl Sent {
    /// The script that Leptos would send with the page.
    pub(crate) fn script(&self) -> String {
        let text = |text: &str| format!("{text:?}").replace('<', "\\u003c");
        // As Leptos does it: the one letter that could end the script goes as an escape of JSON's.
        let payload = |(id, payload): (&usize, &String)| {
            format!("__RESOLVED_RESOURCES[{id}]={:?};", payload.replace('<', "\\u003c"))
        };
        let resources: String = self.resources.iter().map(payload).collect();
        let errors: Vec<_> = self
            .errors
            .iter()
            .map(|Thrown { boundary, id, message }| format!("[{boundary},{id},{}]", text(message)))
            .collect();
        let incomplete: Vec<_> = self.incomplete.iter().map(ToString::to_string).collect();
        format!(
            "__RESOLVED_RESOURCES=[];{resources}__PENDING_RESOURCES=[];__RESOURCE_RESOLVERS=[];\
             __SERIALIZED_ERRORS=[{}];__INCOMPLETE_CHUNKS=[{}];",
            errors.join(","),
            incomplete.join(",")
        )
    }
}

/// An error that a view threw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Thrown {
    /// The number of the `ErrorBoundary` that it fell to.
    pub(crate) boundary: usize,
    pub(crate) id: usize,
    pub(crate) message: String,
}

/// What the client did with what was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Replayed {
    /// The numbers of the resources that it asked for.
    pub(crate) asked: Vec<usize>,
    pub(crate) errors: Vec<Thrown>,
    /// The numbers of those `Suspense`s that wait for something of the browser alone.
    pub(crate) incomplete: Vec<usize>,
    /// How many places were still waiting.
    pub(crate) open: usize,
    /// The lines that read a resource where nobody waits for it.
    pub(crate) read_outside: Vec<String>,
}

/// A view as one side painted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Painted {
    pub(crate) painting: Painting,
    /// What the server sent with it, if it waits.
    pub(crate) sent: Option<Sent>,
    /// What the client did with that.
    pub(crate) replayed: Option<Replayed>,
}

impl Painted {
    /// A view that waits for nothing.
    fn at_once(painting: Painting) -> Self {
        Self { painting, sent: None, replayed: None }
    }
}

/// What was sent with each case that waits.
pub(crate) type Recordings = BTreeMap<String, Sent>;

/// The paintings of the server's side, and what was sent with them.
pub(crate) fn split(painted: Vec<(String, Painted)>) -> (Vec<(String, Painting)>, Recordings) {
    let mut recordings = Recordings::new();
    let paintings = painted.into_iter().map(|(case, Painted { painting, sent, .. })| {
        recordings.extend(sent.map(|sent| (case.clone(), sent)));
        (case, painting)
    });
    (paintings.collect(), recordings)
}
