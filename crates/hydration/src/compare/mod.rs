//! Layer T: are the client's bytes the server's?
//!
//! Both sides were written by the same writer, markers included, so equal bytes are the verdict and nothing has to be
//! normalised. Only when they differ are they read as trees, to name each root cause.

mod adoption;
mod align;
mod attributes;
mod children;
mod kinds;
mod names;
mod words;

#[cfg(feature = "browser")]
pub(crate) use names::name;

use crate::{
    finding::Problem,
    markup::{Node, Path, intended},
};

/// Whether a walk that wants the client's nodes puts a control's handlers onto another of the server's elements.
pub(crate) fn moves_a_control(server: &[Node], client: &[Node]) -> bool {
    adoption::Adoption::of(server, client).moves_a_control()
}

/// Compares what the server wrote with what the client would have written. Every place is told; see
/// [`causes`](crate::causes) for what becomes of them.
pub(crate) fn check(server: &str, client: &str) -> Vec<Problem> {
    if server == client {
        return Vec::new();
    }
    let byte = server.bytes().zip(client.bytes()).take_while(|(server, client)| server == client).count();
    let mut problems = check_nodes(&intended(server).nodes, &intended(client).nodes);
    if let Some(first) = problems.first_mut() {
        first.byte = Some(byte);
    }
    problems
}

/// Compares two trees, each place.
pub(crate) fn check_nodes(server: &[Node], client: &[Node]) -> Vec<Problem> {
    let mut problems = Vec::new();
    children::check(server, client, &Path::default(), &mut problems);
    problems
}
