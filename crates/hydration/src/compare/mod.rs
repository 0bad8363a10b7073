//! Layer T: are the client's bytes the server's?
//!
//! Both sides were written by the same writer, markers included, so equal bytes are the verdict and nothing has to be
//! normalised. Only when they differ are they read as trees, to name each root cause.

mod adoption;
mod align;
mod attributes;
mod children;
mod kinds;

use crate::{
    finding::Problem,
    markup::{Path, intended},
};

/// Compares what the server wrote with what the client would have written.
pub(crate) fn check(server: &str, client: &str) -> Vec<Problem> {
    if server == client {
        return Vec::new();
    }
    let byte = server.bytes().zip(client.bytes()).take_while(|(server, client)| server == client).count();
    let mut problems = Vec::new();
    children::check(&intended(server).nodes, &intended(client).nodes, &Path::default(), &mut problems);
    let mut causes: Vec<Problem> = Vec::new();
    for problem in problems {
        let same = |other: &&mut Problem| other.code == problem.code && other.detail == problem.detail;
        match causes.iter_mut().find(same) {
            Some(other) => other.more += 1,
            None => causes.push(problem),
        }
    }
    if let Some(first) = causes.first_mut() {
        first.byte = Some(byte);
    }
    causes
}
