//! A second walk, through each story once as people meet it: does it stand still while it is hydrated, and how does it look?

use std::collections::BTreeMap;

use anyhow::Context;
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use vestibule::theme::check::Noticed;

use super::wire::Tab;

/// As wide and high as the window is.
pub(super) const WINDOW: [u32; 2] = [1280, 800];

/// What runs in a page before its own script.
pub(super) const HOLD: &str = include_str!("hold.js");

/// How a story is looked at.
const LOOK: &str = "light, 1280 px, ltr, with script";

/// A picture of each story as PNG, by the story's name: `log-in/empty`.
pub(super) type Pictures = BTreeMap<String, Vec<u8>>;

#[derive(Deserialize)]
struct Entry {
    screen: String,
    story: String,
    path: String,
}

/// What a page says of one of its parts.
#[derive(Deserialize)]
struct Note {
    code: String,
    part: String,
    selector: String,
    what: String,
}

impl Note {
    fn noticed(self, story: &str, address: &str) -> Noticed {
        let Self { code, part, selector, what } = self;
        let [story, look, address] = [story, LOOK, address].map(str::to_owned);
        Noticed { code, part, selector, what, cause: String::new(), story, look, address }
    }
}

/// Visits every story of a gallery, and takes its picture if somebody wants it.
pub(super) async fn tour(tab: &mut Tab, gallery: &str, pictured: bool) -> anyhow::Result<(Vec<Noticed>, Pictures)> {
    let (mut noticed, mut pictures) = (Vec::new(), Pictures::new());
    tab.go(&format!("{gallery}/gallery/stories.json")).await?;
    let stories: Vec<Entry> = tab.run("JSON.parse(document.body.innerText)").await?;
    for Entry { screen, story, path } in stories {
        // What only developers see is no theme's business.
        if screen.starts_with("dev") || screen.starts_with("gallery") {
            continue;
        }
        let name = format!("{screen}/{story}");
        let address = format!("{gallery}{path}?scheme=light&lang=en");
        tab.go(&address).await?;
        let moved = tab.run::<Vec<Note>>("import('/theme-check/moved.js').then(it => it.moved())").await;
        let moved = moved.with_context(|| name.clone())?;
        noticed.extend(moved.into_iter().map(|note| note.noticed(&name, &address)));
        if pictured {
            let picture = tab.picture().await.with_context(|| name.clone())?;
            pictures.insert(name, BASE64_STANDARD.decode(picture)?);
        }
    }
    Ok((noticed, pictures))
}

/// The stories whose picture isn't the one that was accepted, each with the share of its pixels that changed. A story that
/// has no such picture is new, and says nothing.
pub(super) async fn changed(
    tab: &mut Tab,
    gallery: &str,
    now: &Pictures,
    accepted: &Pictures,
) -> anyhow::Result<Vec<Noticed>> {
    let mut noticed = Vec::new();
    // Pixels are counted on a page that has nothing else to do.
    tab.go("about:blank").await?;
    for (story, picture) in now {
        let Some(before) = accepted.get(story).filter(|before| *before != picture) else { continue };
        let [before, picture] = [before, picture].map(|bytes| BASE64_STANDARD.encode(bytes));
        let script = format!("({})('{before}', '{picture}')", include_str!("compare.js").trim().trim_end_matches(';'));
        let share: f64 = tab.run(&script).await.with_context(|| format!("the accepted picture of {story}"))?;
        if share > 0.0 {
            let what = format!("{:.2} % of its pixels aren't those of the accepted picture", (share * 100.0).max(0.01));
            let [code, part, selector] = ["T216", "page", ":root"].map(str::to_owned);
            let address = format!("{gallery}/gallery/{story}?scheme=light&lang=en");
            let (cause, look) = (story.clone(), LOOK.to_owned());
            noticed.push(Noticed { code, part, selector, what, cause, story: story.clone(), look, address });
        }
    }
    Ok(noticed)
}
