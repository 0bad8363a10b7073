//! A case: one view in one state, with a name.

use std::panic::Location;

use leptos::prelude::{AnyView, IntoAny, IntoView};
use serde::{Deserialize, Serialize};

use crate::{Code, waits};

/// One view in one state. The same list of cases is compiled for the server and for the twin.
pub struct Case {
    name: String,
    view: Box<dyn Fn() -> AnyView + Send + Sync>,
    allowances: Vec<(Code, String)>,
    natively: bool,
    #[cfg_attr(not(any(feature = "browser", target_arch = "wasm32")), expect(dead_code, reason = "browsers ask"))]
    listed: &'static Location<'static>,
}

impl Case {
    /// A case called `name`, such as `log-in/wrong-password`, which `view` draws anew each time.
    #[must_use]
    #[track_caller]
    pub fn new<V: IntoView + 'static>(name: impl Into<String>, view: impl Fn() -> V + Send + Sync + 'static) -> Self {
        Self {
            name: name.into(),
            view: Box::new(move || view().into_any()),
            allowances: Vec::new(),
            natively: false,
            listed: Location::caller(),
        }
    }

    /// The case's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The view, drawn anew.
    pub(crate) fn view(&self) -> AnyView {
        (self.view)()
    }

    /// Where it is listed. Two builds of the same sources say the same; a file may have another path in each.
    #[cfg(any(feature = "browser", target_arch = "wasm32"))]
    pub(crate) fn listed(&self) -> String {
        let file = self.listed.file().rsplit(['/', '\\']).next().unwrap_or_default();
        format!("{file}:{}:{}", self.listed.line(), self.listed.column())
    }

    /// Only what is painted natively is checked: for a view that a browser has changed before hydration comes by, as a
    /// handler in an attribute does.
    #[must_use]
    pub fn natively(mut self) -> Self {
        self.natively = true;
        self
    }

    /// Whether browsers don't look at it.
    #[cfg(feature = "browser")]
    pub(crate) fn is_native(&self) -> bool {
        self.natively
    }

    /// Lets be what has this code in this case. It is counted and shown with its reason; one that nothing needs is found.
    #[must_use]
    pub fn allow(mut self, code: Code, reason: impl Into<String>) -> Self {
        self.allowances.push((code, reason.into()));
        self
    }

    pub(crate) fn allowances(&self) -> &[(Code, String)] {
        &self.allowances
    }

    /// Writes the view as the server does in a build with `leptos/ssr`: its first frame, or, if it waits for a resource
    /// or within a `Suspense`, what is there when nothing is open any more.
    #[must_use]
    pub fn paint(&self) -> Painting {
        waits::as_server(self).painting
    }
}

/// What came out of painting a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Painting {
    /// The bytes.
    Html(String),
    /// The message of the panic.
    Panicked(String),
}

impl Painting {
    /// The bytes, if there are any.
    pub(crate) fn html(&self) -> Option<&str> {
        match self {
            Self::Html(html) => Some(html),
            Self::Panicked(_) => None,
        }
    }
}
