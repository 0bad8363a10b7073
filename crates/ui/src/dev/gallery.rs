//! The gallery: every story of every screen at its own address, and one of them in view.

use std::iter;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{mount::Mount, routes};
use vestibule_words::Text;

use super::{Knobs, setting::Setting};
use crate::{Entry, Frame, Screen, Story};

/// Every part in every state, on one page.
const WALL: &str = "wall";

/// What the names of stories have in them whose texts are as long, or whose lists are as many, as they get.
const HARD: [&str; 3] = ["long-", "account-long", "every"];

/// The gallery's screen.
pub struct Gallery;

/// What the gallery shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GalleryModel {
    /// Where to look first, by their addresses below the gallery: the wall, and the stories with the hardest content.
    #[serde(default)]
    pub first: Vec<String>,
    /// What its address says of the story in view and of the knobs.
    #[serde(default)]
    pub asked: String,
    /// The screens with the names of their stories.
    pub groups: Vec<GalleryGroup>,
}

/// One screen of the gallery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GalleryGroup {
    /// The screen's name.
    pub screen: String,
    /// The names of its stories.
    pub stories: Vec<String>,
}

impl GalleryModel {
    /// The gallery of these stories.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let groups = entries.chunk_by(|a, b| a.screen == b.screen).map(|group| GalleryGroup {
            screen: group[0].screen.to_owned(),
            stories: group.iter().map(|entry| entry.story.to_owned()).collect(),
        });
        let hard = entries.iter().filter(|entry| HARD.iter().any(|word| entry.story.contains(word)));
        let first = iter::once(WALL.to_owned()).chain(hard.map(Entry::path));
        Self { first: first.collect(), asked: String::new(), groups: groups.collect() }
    }
}

fn two_screens() -> GalleryModel {
    let group = |screen: &str, stories: &[&str]| GalleryGroup {
        screen: screen.to_owned(),
        stories: stories.iter().map(|&story| story.to_owned()).collect(),
    };
    let groups = vec![group("log-in", &["empty", "wrong-password"]), group("sign-up", &["empty"])];
    GalleryModel { first: vec![WALL.to_owned(), "log-in/long-address".to_owned()], asked: String::new(), groups }
}

impl Screen for Gallery {
    type Model = GalleryModel;

    const NAME: &'static str = "gallery";

    const STORIES: &'static [Story<GalleryModel>] = &[Story { name: "two-screens", model: two_screens }];

    fn title(_: &Frame, _: &GalleryModel) -> Text {
        "Gallery".into()
    }

    fn view(frame: Frame, model: GalleryModel) -> impl IntoView + 'static {
        let count: usize = model.groups.iter().map(|group| group.stories.len()).sum();
        let lead = format!("{count} stories of {} screens", model.groups.len());
        let mount = frame.mount;
        let first_looks = model.first.iter().map(|path| link(mount, path, path)).collect_view();
        let first = in_view(mount, &model);
        let groups = model.groups.into_iter().map(|own| group(mount, own)).collect_view();
        view! {
            <div data-part="page" data-screen=Self::NAME data-layout="full">
                <header data-dev="bar">
                    <h1 data-dev="name">{frame.product}" gallery"</h1>
                    <Knobs/>
                </header>
                <nav data-dev="stories" aria-label="Stories">
                    <p data-dev="count">{lead}</p>
                    <h2>"Look here first"</h2>
                    <ul>{first_looks}</ul>
                    {groups}
                </nav>
                <main data-dev="stage">
                    <iframe name="story" title="The story in view" src=first></iframe>
                </main>
            </div>
        }
    }
}

/// The address of what is in view at first: the story that is asked for, if there is one of that name, and else the first.
fn in_view(mount: Mount, model: &GalleryModel) -> Option<String> {
    let gallery = mount.at(routes::GALLERY);
    let first = |group: &GalleryGroup| Some(story_path(mount, &group.screen, group.stories.first()?));
    let first = model.groups.first().and_then(first);
    let Some(asked) = Setting::read(&model.asked, &gallery) else { return first };
    let known = |group: &GalleryGroup, path: &str| {
        group.stories.iter().any(|story| story_path(mount, &group.screen, story) == path)
    };
    let is_known =
        |path: &String| *path == format!("{gallery}/{WALL}") || model.groups.iter().any(|group| known(group, path));
    let story = asked.story.clone().filter(is_known).or(first);
    Setting { story, ..asked }.preview().address()
}

fn story_path(mount: Mount, screen: &str, story: &str) -> String {
    format!("{}/{screen}/{story}", mount.at(routes::GALLERY))
}

/// A link that shows what is at a path below the gallery.
fn link(mount: Mount, path: &str, word: &str) -> impl IntoView + use<> {
    let href = format!("{}/{path}", mount.at(routes::GALLERY));
    view! { <li><a data-name="story" href=href target="story">{word.to_owned()}</a></li> }
}

fn group(mount: Mount, group: GalleryGroup) -> impl IntoView {
    let GalleryGroup { screen, stories } = group;
    let items = stories.iter().map(|story| link(mount, &format!("{screen}/{story}"), story)).collect_view();
    view! {
        <h2>{screen.clone()}</h2>
        <ul>{items}</ul>
    }
}
