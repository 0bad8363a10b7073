//! The story mechanism: a screen with its named models, and the list of all of them.

use leptos::prelude::{AnyView, IntoAny, IntoView};
use serde::{Serialize, de::DeserializeOwned};
use vestibule_words::Text;

use crate::Frame;

/// One drawn moment of a login state: a pure function of its model.
pub trait Screen {
    /// What the screen shows.
    type Model: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// The word for this screen in `data-screen`, in the gallery's URL and in tests.
    const NAME: &'static str;

    /// The models that the gallery, the pictures and every check draw. A screen without a story doesn't compile.
    const STORIES: &'static [Story<Self::Model>];

    /// The document's title, without the product's name.
    fn title(frame: &Frame, model: &Self::Model) -> Text;

    /// Draws the screen.
    fn view(frame: Frame, model: Self::Model) -> impl IntoView + 'static;
}

/// A named model of a screen.
pub struct Story<M> {
    /// The word for it in the gallery's URL.
    pub name: &'static str,
    /// Makes the model, the same one each time.
    pub model: fn() -> M,
}

/// A story, with the type of its screen hidden: what the consumers of stories work with.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The screen's name.
    pub screen: &'static str,
    /// The story's name.
    pub story: &'static str,
    index: usize,
    title: fn(&Frame, usize) -> Text,
    view: fn(Frame, usize) -> AnyView,
    model: fn(usize) -> String,
}

impl Entry {
    /// The stories of one screen.
    #[must_use]
    pub fn of<S: Screen + 'static>() -> Vec<Self> {
        const { assert!(!S::STORIES.is_empty(), "a screen needs at least one story") };
        let entry = |(index, story): (usize, &Story<S::Model>)| Self {
            screen: S::NAME,
            story: story.name,
            index,
            title: |frame, index| S::title(frame, &(S::STORIES[index].model)()),
            view: |frame, index| S::view(frame, (S::STORIES[index].model)()).into_any(),
            model: |index| serde_json::to_string(&(S::STORIES[index].model)()).expect("a model is plain data"),
        };
        S::STORIES.iter().enumerate().map(entry).collect()
    }

    /// The story's address below the gallery: `log-in/wrong-password`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}", self.screen, self.story)
    }

    /// The document's title, without the product's name.
    #[must_use]
    pub fn title(&self, frame: &Frame) -> Text {
        (self.title)(frame, self.index)
    }

    /// Draws the story.
    #[must_use]
    pub fn view(&self, frame: Frame) -> AnyView {
        (self.view)(frame, self.index)
    }

    /// The story's model as JSON, for a page that hydrates whole.
    #[must_use]
    pub fn model_json(&self) -> String {
        (self.model)(self.index)
    }
}
