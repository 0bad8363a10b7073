//! What a view spawns while it is painted, and how much of it gets a turn. There is no clock and no thread here: tasks run
//! one after another until nothing moves any more.

use std::{
    cell::RefCell,
    future::Future,
    mem,
    pin::{Pin, pin},
    sync::{
        Arc, Once,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::reactive::graph::Observer;

/// Who gets a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turns {
    /// Nobody: what belongs to after the first frame.
    None,
    /// Everybody, as on a server.
    All,
    /// The writer alone. When the client hydrates, no task has run yet; but where it would walk into a `Suspense` at
    /// once, the writer asks an effect of its own whether anything is open there. That effect is spawned while writing,
    /// outside of all that is observed, and needs one turn.
    Writer,
}

/// Rounds after which a view that keeps itself awake is given up.
const PATIENCE: usize = 10_000;

/// The tasks of one painting.
struct Tasks {
    turns: Turns,
    queue: Vec<Task>,
    /// Never run and yet kept: who waits for a task would go on if it were dropped.
    kept: Vec<PinnedLocalFuture<()>>,
    spawned: usize,
}

struct Task {
    future: PinnedLocalFuture<()>,
    woken: Arc<Woken>,
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Woken {
    fn new() -> Arc<Self> {
        Arc::new(Self(AtomicBool::new(true)))
    }

    fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

thread_local! {
    static TASKS: RefCell<Option<Tasks>> = const { RefCell::new(None) };
}

/// Puts tasks into the painting of their thread. Outside of one, nothing is ever run.
struct Painter;

impl CustomExecutor for Painter {
    fn spawn(&self, future: PinnedFuture<()>) {
        with(|tasks| tasks.take(future));
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        with(|tasks| match tasks.turns {
            // There is but one thread in a browser, and Leptos spawns everything there.
            _ if cfg!(target_family = "wasm") => tasks.take(future),
            Turns::All => tasks.queue(future),
            Turns::Writer | Turns::None => tasks.kept.push(future),
        });
    }

    fn poll_local(&self) {}
}

impl Tasks {
    /// Takes what a server would run, too. Effects, which are the browser's alone, are spawned for one thread.
    fn take(&mut self, future: PinnedLocalFuture<()>) {
        self.spawned += 1;
        match self.turns {
            Turns::All => self.queue(future),
            Turns::Writer if Observer::get().is_none() => self.queue(future),
            Turns::Writer | Turns::None => self.kept.push(future),
        }
    }

    fn queue(&mut self, future: PinnedLocalFuture<()>) {
        self.queue.push(Task { future, woken: Woken::new() });
    }
}

fn with(act: impl FnOnce(&mut Tasks)) {
    TASKS.with_borrow_mut(|tasks| tasks.as_mut().map(act));
}

/// The tasks of this thread, for as long as a painting takes.
pub(super) struct Painting;

impl Painting {
    /// Begins a painting.
    pub(super) fn begin(turns: Turns) -> Self {
        static ONCE: Once = Once::new();
        // A program that has an executor keeps it; a view that waits is told as one that never ends then.
        ONCE.call_once(|| drop(Executor::init_custom_executor(Painter)));
        TASKS.set(Some(Tasks { turns, queue: Vec::new(), kept: Vec::new(), spawned: 0 }));
        Self
    }
}

impl Drop for Painting {
    fn drop(&mut self) {
        // What is dropped may spawn, so nothing is borrowed meanwhile.
        let tasks = TASKS.take();
        drop(tasks);
    }
}

/// From here on others get their turns.
pub(super) fn give(turns: Turns) {
    with(|tasks| tasks.turns = turns);
}

/// Whether anything was spawned that a server would run, too.
pub(super) fn has_spawned() -> bool {
    TASKS.with_borrow(|tasks| tasks.as_ref().is_some_and(|tasks| tasks.spawned > 0))
}

/// Runs `future` and the tasks until it is done; `None` when nothing moves any more before that.
pub(super) fn run<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let woken = Woken::new();
    for _ in 0..PATIENCE {
        let is_woken = woken.take();
        if is_woken && let Poll::Ready(done) = poll(future.as_mut(), &woken) {
            return Some(done);
        }
        if !round() && !is_woken {
            return None;
        }
    }
    None
}

/// Gives a turn to every task that is awake, and says whether there was one.
fn round() -> bool {
    let mut queue = Vec::new();
    let mut once = false;
    with(|tasks| {
        queue = mem::take(&mut tasks.queue);
        once = tasks.turns == Turns::Writer;
    });
    let mut moved = false;
    let mut open = Vec::new();
    for mut task in queue {
        if task.woken.take() {
            moved = true;
            if poll(task.future.as_mut(), &task.woken).is_ready() {
                continue;
            }
        }
        open.push(task);
    }
    with(|tasks| {
        if once {
            tasks.kept.extend(open.into_iter().map(|task| task.future));
        } else {
            open.append(&mut tasks.queue);
            tasks.queue = open;
        }
    });
    moved
}

fn poll<F: Future + ?Sized>(future: Pin<&mut F>, woken: &Arc<Woken>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(&Waker::from(Arc::clone(woken))))
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use leptos::task::{spawn, spawn_local, tick};

    use super::*;

    #[test]
    fn a_server_runs_what_is_spawned_until_nothing_moves() {
        let _painting = Painting::begin(Turns::All);
        let steps = async {
            tick().await;
            tick().await;
            2
        };
        assert_eq!(run(steps), Some(2));
        assert!(has_spawned());
        assert_eq!(run(pending::<()>()), None);
    }

    #[test]
    fn in_a_first_frame_nothing_gets_a_turn() {
        let _painting = Painting::begin(Turns::None);
        assert_eq!(run(tick()), None, "nobody ran the other half of it");
        spawn_local(async { panic!("it had a turn") });
        assert_eq!(run(async { 1 }), Some(1));
    }

    #[test]
    fn outside_of_a_painting_nothing_is_run() {
        drop(Painting::begin(Turns::All));
        spawn(async { panic!("it had a turn") });
    }

    #[test]
    fn who_keeps_itself_awake_is_given_up() {
        let _painting = Painting::begin(Turns::All);
        let restless = std::future::poll_fn(|context| {
            context.waker().wake_by_ref();
            Poll::<()>::Pending
        });
        assert_eq!(run(restless), None);
    }
}
