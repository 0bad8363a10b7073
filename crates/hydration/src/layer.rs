//! The layers of the check. Hydration is right when all of them agree; each is exact, so there is nothing to tune.

use serde::Serialize;

/// What was compared with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// P: the server's bytes, parsed as a browser parses them, give the tree that the writer meant.
    Parse,
    /// T: the bytes that the client's own code path would write are the server's bytes.
    Twin,
    /// R: the server writes the same bytes again: twice in one process, in another one, later, elsewhere.
    Repeat,
    /// C: what the client draws in a real browser is what the browser built from the server's bytes.
    Client,
    /// W: the real walk adopts exactly the server's nodes, changes nothing and says nothing.
    Walk,
    /// B: once hydrated, each control has its own handlers and what was typed, the focus is where it was, nothing moves.
    Behaviour,
    /// No layer: the allowances themselves.
    Allowance,
}

impl Layer {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parse => "parse",
            Self::Twin => "twin",
            Self::Repeat => "repeat",
            Self::Client => "client",
            Self::Walk => "walk",
            Self::Behaviour => "behaviour",
            Self::Allowance => "allowances",
        }
    }

    /// Who stands behind `-` and who behind `+` in a difference.
    pub(crate) const fn sides(self) -> (&'static str, &'static str) {
        match self {
            Self::Parse => ("what was written", "what the browser builds"),
            Self::Twin | Self::Client | Self::Allowance => ("the server", "the client"),
            Self::Repeat => ("the first time", "another time"),
            Self::Walk | Self::Behaviour => ("the server's page", "after hydration"),
        }
    }
}
