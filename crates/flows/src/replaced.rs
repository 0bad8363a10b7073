//! Screens that a host draws itself, from the same model as ours.

use std::{any::Any, collections::BTreeMap};

use leptos::prelude::{AnyView, IntoAny, IntoView};
use vestibule_ui::{Frame, Screen};

use crate::Builder;

type Draw<M> = Box<dyn Fn(Frame, M) -> AnyView + Send + Sync>;

/// The host's views, by the names of the screens whose place they take.
#[derive(Default)]
pub(crate) struct Replaced(BTreeMap<&'static str, Box<dyn Any + Send + Sync>>);

impl Replaced {
    /// Whether the host draws none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The host's view of a screen, if it has one.
    pub(crate) fn view<S: Screen>(&self) -> Option<&Draw<S::Model>> {
        self.0.get(S::NAME)?.downcast_ref()
    }
}

impl Builder {
    /// Draws a screen otherwise. The view gets what ours would: the frame, and the model that says everything there is
    /// to say. It may use our [parts](vestibule_ui::parts), whose behaviours work in it as they do in ours. What it
    /// draws beside them is the server's alone: no script of ours adopts it.
    ///
    /// Its forms must post what ours do, to the same routes: the handlers are still ours, and refuse what they refused.
    #[must_use]
    pub fn screen<S, V>(mut self, view: impl Fn(Frame, S::Model) -> V + Send + Sync + 'static) -> Self
    where
        S: Screen,
        V: IntoView + 'static,
    {
        let draw: Draw<S::Model> = Box::new(move |frame, model| view(frame, model).into_any());
        self.context.replaced.0.insert(S::NAME, Box::new(draw));
        self
    }
}
