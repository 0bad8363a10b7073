//! The check, tested by mistakes that nobody chose.

use super::Suite;
use crate::{
    CheckError, Layer, Painting, Score,
    finding::Problem,
    mutate::{self, Original},
    sides::{self, Clients},
    twin,
    waits::{self, Recordings},
};

/// What layer T finds in a case with what was sent.
fn differences(original: &Original<'_>, clients: &Clients, sent: &Recordings) -> Vec<Problem> {
    let server = Painting::Html(original.server.to_owned());
    let found = sides::check(original.case, &server, Some(clients), sent);
    found.into_iter().filter(|(layer, _)| *layer == Layer::Twin).map(|(_, problem)| problem).collect()
}

impl Suite {
    /// Tests the check itself: changes what the server wrote, what the client draws and what is sent to it in every clean
    /// case, in every way that the operators know, and counts the changes that are found. Takes every `every`th change of
    /// the markup; the same ones each time. Without a twin the server's own bytes stand for the client's.
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
        let mut score = mutate::mutate(&originals, every.max(1));
        if let (Some(twin), Some(clients)) = (&self.twin, &clients) {
            // What is wrong as it was sent would be found whatever is sent.
            originals.retain(|original| differences(original, clients, &sent).is_empty());
            for round in mutate::rounds(&sent) {
                let sent = round.sent(&sent);
                let now = Clients::new(twin.paint(1, &sent)?.0);
                score.add(round.judge(&originals, |original| {
                    let is_changed = now.get(original.case) != clients.get(original.case);
                    is_changed.then(|| differences(original, &now, &sent))
                }));
            }
        }
        Ok(Score { left_out, ..score })
    }
}
