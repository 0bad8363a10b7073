//! How script fares in a browser.

/// How script fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// It runs.
    On,
    /// It runs on a machine a quarter as fast.
    OnSlowly,
    /// The browser is told not to run any.
    Off,
    /// It runs, but its wasm is answered with 404.
    WasmMissing,
}

impl Script {
    /// Whether pages hydrate.
    #[must_use]
    pub const fn hydrates(self) -> bool {
        matches!(self, Self::On | Self::OnSlowly)
    }

    /// How much slower than this machine.
    pub(super) const fn slowdown(self) -> f64 {
        if matches!(self, Self::OnSlowly) { 4.0 } else { 1.0 }
    }
}
