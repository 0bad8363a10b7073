//! What a run found, and what it cost.

use std::{
    fmt::{self, Display},
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{Finding, Layer, twin::Paintings};

/// The outcome of a run.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// How many cases were checked.
    pub cases: usize,
    /// The layers they went through.
    pub layers: Vec<Layer>,
    /// What was found, one a root cause.
    pub findings: Vec<Finding>,
    /// How long one case took.
    pub speed: Speed,
}

/// How long one case took on average, in each step.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Speed {
    /// Building the twin, once for all cases.
    pub building: Duration,
    /// Painting as the server.
    pub server: Duration,
    /// Painting as the client.
    pub client: Duration,
    /// Parsing and comparing.
    pub comparing: Duration,
}

impl Speed {
    /// How many cases are painted by both sides and compared in a second, on one core.
    #[must_use]
    pub fn cases_a_second(&self) -> f64 {
        1.0 / (self.server + self.client + self.comparing).as_secs_f64().max(f64::EPSILON)
    }
}

impl Report {
    pub(crate) fn new(cases: usize) -> Self {
        Self { cases, layers: vec![Layer::Parse], findings: Vec::new(), speed: Speed::default() }
    }

    pub(crate) fn took_twin(&mut self, building: Duration, paintings: &Paintings) {
        self.layers.push(Layer::Twin);
        self.speed.building = building;
        self.speed.client = each(Duration::from_nanos(paintings.pass), paintings.cases.len());
    }

    pub(crate) fn took(&mut self, painting: Duration, comparing: Duration) {
        self.speed.server = each(painting, self.cases);
        self.speed.comparing = each(comparing, self.cases);
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Fails with every finding, told as a compiler would.
    ///
    /// # Panics
    ///
    /// When something was found, or when there was no case to find anything in.
    #[track_caller]
    pub fn assert_clean(&self) {
        assert!(self.cases > 0, "no case was checked: is the name in HYDRATION_CASE right?");
        assert!(self.is_clean(), "\n\n{self}\n");
    }
}

#[expect(clippy::disallowed_methods, reason = "how fast the check is belongs to its report; nothing waits for it")]
pub(crate) fn stopwatch() -> Instant {
    Instant::now()
}

fn each(all: Duration, cases: usize) -> Duration {
    all / u32::try_from(cases.max(1)).unwrap_or(u32::MAX)
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}\n")?;
        }
        let layers: Vec<_> = self.layers.iter().map(|layer| layer.as_str()).collect();
        write!(f, "hydration: {} cases, layers {}: ", self.cases, layers.join(" + "))?;
        match self.findings.len() {
            0 => write!(f, "clean")?,
            1 => write!(f, "1 finding")?,
            many => write!(f, "{many} findings")?,
        }
        let Speed { building, server, client, comparing } = self.speed;
        let build = if cfg!(debug_assertions) { "development" } else { "release" };
        write!(
            f,
            "\nhydration: {:.0} views a second on one core ({build} build: server {server:.0?}, client {client:.0?}, \
             comparing {comparing:.0?} a view; building the twin took {building:.1?})",
            self.speed.cases_a_second(),
        )
    }
}
