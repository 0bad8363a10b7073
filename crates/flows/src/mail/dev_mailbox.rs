//! The development mailbox: the newest letters, in memory, for those who run the server on their own machine.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use super::Letter;

/// How many letters are kept.
const KEPT: usize = 100;

/// The letters by number, oldest first. Clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct DevMailbox(Arc<Mutex<Letters>>);

#[derive(Debug, Default)]
struct Letters {
    last: u64,
    kept: VecDeque<(u64, Letter)>,
}

impl DevMailbox {
    pub(crate) fn put(&self, letter: Letter) {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.last += 1;
        let number = letters.last;
        letters.kept.push_back((number, letter));
        if letters.kept.len() > KEPT {
            letters.kept.pop_front();
        }
    }

    /// All letters, newest first.
    #[cfg(feature = "dev")]
    pub(crate) fn newest_first(&self) -> Vec<(u64, Letter)> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.kept.iter().rev().cloned().collect()
    }

    #[cfg(feature = "dev")]
    pub(crate) fn get(&self, number: u64) -> Option<Letter> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.kept.iter().find(|(kept, _)| *kept == number).map(|(_, letter)| letter.clone())
    }
}
