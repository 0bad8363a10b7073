//! What both sides share while a view is painted: the server's side records it, the client's is given the recording.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use hydration_context::{PinnedFuture, PinnedStream, SerializedDataId, SharedContext};
use leptos::error::{Error, ErrorId};

use super::{Replayed, Sent, Thrown};

/// Which side paints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Server,
    Client,
}

/// Stands in for Leptos's own contexts, counts as they do, and writes down what was asked of it.
pub(super) struct Shared {
    side: Side,
    /// What the server sent, for whoever begins with that.
    given: Option<Sent>,
    next: AtomicUsize,
    /// Islands aside, numbers that no side shares count downwards, as Leptos does it.
    next_unshared: AtomicUsize,
    is_hydrating: AtomicBool,
    log: Mutex<Log>,
}

#[derive(Default)]
struct Log {
    resources: Vec<(usize, PinnedFuture<String>)>,
    asked: Vec<usize>,
    errors: Vec<(Thrown, Error)>,
    sealed: BTreeSet<usize>,
    incomplete: BTreeSet<usize>,
}

impl Shared {
    /// For a side that begins with nothing, or with what was `given`.
    pub(super) fn new(side: Side, given: Option<Sent>) -> Self {
        Self {
            side,
            given,
            next: AtomicUsize::new(0),
            next_unshared: AtomicUsize::new(usize::MAX),
            is_hydrating: AtomicBool::new(true),
            log: Mutex::default(),
        }
    }

    /// Whether anything was to be shared.
    pub(super) fn was_asked(&self) -> bool {
        self.next.load(Ordering::Relaxed) > 0
    }

    /// The resources that were registered since the last time, each about to become what goes over the wire.
    pub(super) fn take_resources(&self) -> Vec<(usize, PinnedFuture<String>)> {
        mem::take(&mut self.log().resources)
    }

    /// What the server sends along, but for the resources.
    pub(super) fn sent(&self) -> Sent {
        let log = self.log();
        let errors = log.errors.iter().map(|(thrown, _)| thrown.clone());
        let errors = errors.filter(|thrown| !log.sealed.contains(&thrown.boundary)).collect();
        Sent { errors, incomplete: log.incomplete.iter().copied().collect(), ..Sent::default() }
    }

    /// What the client did.
    pub(super) fn replayed(&self, open: usize) -> Replayed {
        let log = self.log();
        Replayed {
            asked: log.asked.clone(),
            errors: log.errors.iter().map(|(thrown, _)| thrown.clone()).collect(),
            incomplete: log.incomplete.iter().copied().collect(),
            open,
            read_outside: Vec::new(),
        }
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        // A view that panicked leaves a log that nobody reads.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn given(&self) -> &Sent {
        static NOTHING: Sent = Sent { resources: BTreeMap::new(), errors: Vec::new(), incomplete: Vec::new() };
        self.given.as_ref().unwrap_or(&NOTHING)
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("side", &self.side).finish_non_exhaustive()
    }
}

fn number(id: &SerializedDataId) -> usize {
    id.clone().into_inner()
}

impl SharedContext for Shared {
    fn is_browser(&self) -> bool {
        self.side == Side::Client
    }

    fn next_id(&self) -> SerializedDataId {
        SerializedDataId::new(if self.get_is_hydrating() {
            self.next.fetch_add(1, Ordering::Relaxed)
        } else {
            self.next_unshared.fetch_sub(1, Ordering::Relaxed)
        })
    }

    fn write_async(&self, id: SerializedDataId, future: PinnedFuture<String>) {
        self.log().resources.push((id.into_inner(), future));
    }

    fn read_data(&self, id: &SerializedDataId) -> Option<String> {
        let id = number(id);
        self.log().asked.push(id);
        self.given().resources.get(&id).cloned()
    }

    fn await_data(&self, _: &SerializedDataId) -> Option<String> {
        None
    }

    fn pending_data(&self) -> Option<PinnedStream<String>> {
        None
    }

    fn during_hydration(&self) -> bool {
        self.given.is_some()
    }

    fn hydration_complete(&self) {}

    fn get_is_hydrating(&self) -> bool {
        self.is_hydrating.load(Ordering::Relaxed)
    }

    fn set_is_hydrating(&self, is_hydrating: bool) {
        self.is_hydrating.store(is_hydrating, Ordering::Relaxed);
    }

    fn take_errors(&self) -> Vec<(SerializedDataId, ErrorId, Error)> {
        Vec::new()
    }

    fn errors(&self, boundary: &SerializedDataId) -> Vec<(ErrorId, Error)> {
        let boundary = number(boundary);
        if self.side == Side::Client {
            let given = self.given().errors.iter().filter(|thrown| thrown.boundary == boundary);
            return given.map(|thrown| (thrown.id.into(), Error::from(thrown.message.clone()))).collect();
        }
        let log = self.log();
        let own = log.errors.iter().filter(|(thrown, _)| thrown.boundary == boundary);
        own.map(|(thrown, error)| (thrown.id.into(), error.clone())).collect()
    }

    fn seal_errors(&self, boundary: &SerializedDataId) {
        self.log().sealed.insert(number(boundary));
    }

    fn register_error(&self, boundary: SerializedDataId, id: ErrorId, error: Error) {
        // An id that tells its number only in words.
        let id = id.to_string().parse().unwrap_or_default();
        let thrown = Thrown { boundary: boundary.into_inner(), id, message: error.to_string() };
        self.log().errors.push((thrown, error));
    }

    fn defer_stream(&self, _: PinnedFuture<()>) {}

    fn await_deferred(&self) -> Option<PinnedFuture<()>> {
        None
    }

    fn set_incomplete_chunk(&self, id: SerializedDataId) {
        self.log().incomplete.insert(id.into_inner());
    }

    fn get_incomplete_chunk(&self, id: &SerializedDataId) -> bool {
        let id = number(id);
        match self.side {
            Side::Client => self.given().incomplete.contains(&id),
            Side::Server => self.log().incomplete.contains(&id),
        }
    }
}
