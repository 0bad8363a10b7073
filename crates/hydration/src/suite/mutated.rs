//! The check, tested by mistakes that nobody chose.

use super::Suite;
use crate::{
    CheckError, Painting, Score,
    mutate::{self, Original},
    sides::Clients,
    twin, waits,
};

impl Suite {
    /// Tests the check itself: changes what the server wrote in every clean case, in every way that the operators know,
    /// and counts the changes that are found. Takes every `every`th change; the same ones each time. Without a twin the
    /// server's own bytes stand for the client's.
    ///
    /// # Errors
    ///
    /// [`CheckError`] when there is no twin to compare with.
    pub fn mutate(&self, every: usize) -> Result<Score, CheckError> {
        let (servers, sent) = waits::split(twin::paint_all(&self.cases, 1, waits::as_server).0);
        let clients = self.twin.as_ref().map(|twin| twin.paint(1, &sent)).transpose()?;
        let clients = clients.map(|(paintings, _)| Clients::new(paintings));
        let (mut originals, mut left_out) = (Vec::new(), Vec::new());
        for (case, server) in &servers {
            let original = match (server, clients.as_ref().map_or(Some(server), |clients| clients.get(case))) {
                (Painting::Html(server), Some(Painting::Html(client))) => Some(Original { case, server, client }),
                _ => None,
            };
            match original.filter(Original::is_clean) {
                Some(original) => originals.push(original),
                None => left_out.push(case.clone()),
            }
        }
        Ok(Score { left_out, ..mutate::mutate(&originals, every.max(1)) })
    }
}
