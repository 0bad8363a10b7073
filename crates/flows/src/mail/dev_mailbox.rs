//! The development mailbox: the newest letters, in memory, for those who run the server on their own machine.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use tokio::sync::watch;
use vestibule_store::LetterId;

use super::Letter;

/// How many letters are kept: a suite of tests that runs side by side asks for each within moments.
const KEPT: usize = 500;

/// The letters by number, oldest first. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct DevMailbox(Arc<watch::Sender<Letters>>);

#[derive(Default)]
struct Letters {
    last: u64,
    kept: VecDeque<Kept>,
}

struct Kept {
    number: u64,
    id: LetterId,
    letter: Letter,
    /// Whether a test has asked for it.
    asked: bool,
}

impl DevMailbox {
    /// Keeps a letter. One that comes again is the same: an attempt to deliver it has failed.
    pub(crate) fn put(&self, id: LetterId, letter: Letter) {
        self.0.send_if_modified(|letters| {
            if letters.kept.iter().any(|kept| kept.id == id) {
                return false;
            }
            letters.last += 1;
            letters.kept.push_back(Kept { number: letters.last, id, letter, asked: false });
            if letters.kept.len() > KEPT {
                letters.kept.pop_front();
            }
            true
        });
    }

    /// All letters, newest first.
    pub(crate) fn newest_first(&self) -> Vec<(u64, Letter)> {
        self.0.borrow().kept.iter().rev().map(|kept| (kept.number, kept.letter.clone())).collect()
    }

    pub(crate) fn get(&self, number: u64) -> Option<Letter> {
        self.0.borrow().kept.iter().find(|kept| kept.number == number).map(|kept| kept.letter.clone())
    }

    /// The newest of these letters, whether it was asked for before or not.
    pub(crate) fn newest(&self, is_it: impl Fn(&Letter) -> bool) -> Option<Letter> {
        let mut found = None;
        self.0.send_if_modified(|letters| {
            let mut asked = letters.kept.iter_mut().rev().filter(|kept| is_it(&kept.letter));
            found = asked.next().map(|kept| {
                kept.asked = true;
                kept.letter.clone()
            });
            // Whoever has the newest doesn't wait for an older one.
            asked.for_each(|kept| kept.asked = true);
            false
        });
        found
    }

    /// The newest of these letters once there is one that was not asked for before.
    pub(crate) async fn wait_for(&self, is_it: impl Fn(&Letter) -> bool, patience: Duration) -> Option<Letter> {
        let mut letters = self.0.subscribe();
        let is_new = |letters: &Letters| letters.kept.iter().any(|kept| !kept.asked && is_it(&kept.letter));
        let came = tokio::time::timeout(patience, letters.wait_for(is_new)).await;
        // The sender lives as long as we do.
        came.ok()?.ok()?;
        self.newest(is_it)
    }
}
