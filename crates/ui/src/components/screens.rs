//! The screens that a host draws otherwise, in its own application.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::{AnyView, IntoAny, IntoView};

use super::ShownScreen;
use crate::{Frame, Screen, screens};

type Draw = Arc<dyn Fn(Frame, &str) -> Option<AnyView> + Send + Sync>;

/// Our screens, some of them drawn by the host:
///
/// ```
/// use leptos::prelude::*;
/// use vestibule_ui::{Frame, components::Screens, screens::{LogOut, LogOutModel}};
///
/// fn leaving(frame: Frame, model: LogOutModel) -> impl IntoView {
///     view! { <p>{model.email} " leaves " {frame.product}</p> }
/// }
///
/// let screens = Screens::default().with::<LogOut, _>(leaving);
/// ```
///
/// The view is the host's code on both sides, so it hydrates like anything of the host's.
#[derive(Clone, Default)]
pub struct Screens(BTreeMap<&'static str, Draw>);

impl Screens {
    /// Draws one otherwise.
    #[must_use]
    pub fn with<S, V>(mut self, view: fn(Frame, S::Model) -> V) -> Self
    where
        S: Screen,
        V: IntoView + 'static,
    {
        let draw = move |frame, model: &str| Some(view(frame, serde_json::from_str(model).ok()?).into_any());
        self.0.insert(S::NAME, Arc::new(draw));
        self
    }

    /// Draws one; nothing if this build doesn't know it.
    pub(super) fn draw(&self, frame: Frame, shown: &ShownScreen) -> Option<AnyView> {
        match self.0.get(&*shown.name) {
            Some(draw) => draw(frame, &shown.model),
            None => screens::draw(&shown.name, frame, &shown.model),
        }
    }
}
