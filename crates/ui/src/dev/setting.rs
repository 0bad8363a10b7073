//! How the story in view is shown, as the gallery's own address says it: a page that is loaded anew and a link that was
//! sent show the same.

use serde::{Deserialize, Serialize};

use super::{
    knobs::{KNOBS, Knob},
    preview::Preview,
};

/// Words that addresses had for knobs before.
const OLD: [(&str, &str); 2] = [("lang", "language"), ("dir", "direction")];

/// The word for what is in view.
const STORY: &str = "story";

/// How the story in view is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Setting {
    /// The chosen value of each of [`KNOBS`].
    pub(super) knobs: [String; KNOBS.len()],
    /// The address of the story, without what the knobs add to it.
    pub(super) story: Option<String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { knobs: KNOBS.map(|(_, options)| options[0].0.to_owned()), story: None }
    }
}

impl Setting {
    /// What the query of the gallery's address says, if it says anything. `gallery` is the path of that address. What no
    /// knob has is left as it is.
    pub(super) fn read(query: &str, gallery: &str) -> Option<Self> {
        let mut setting = Self::default();
        let mut is_said = false;
        for (name, value) in query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')) {
            let value = value.replace("%2F", "/").replace("%2f", "/").replace("%25", "%");
            if name == STORY && is_path(&value) {
                setting.story = Some(format!("{gallery}/{value}"));
                is_said = true;
                continue;
            }
            let name = OLD.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new);
            let index = KNOBS.iter().position(|knob| knob.0 == name && has(knob, &value));
            if let Some(index) = index {
                setting.knobs[index] = value;
                is_said = true;
            }
        }
        is_said.then_some(setting)
    }

    /// What the gallery's address says of it, the story first, and no knob that stands as it does anyway.
    pub(super) fn query(&self, gallery: &str) -> String {
        let below = self.story.as_ref().and_then(|story| story.strip_prefix(gallery)?.strip_prefix('/'));
        let story = below.map(|path| format!("{STORY}={path}"));
        let turned = KNOBS.iter().zip(&self.knobs).filter(|((_, options), value)| *value != options[0].0);
        let turned = turned.map(|((name, _), value)| format!("{name}={}", value.replace('%', "%25")));
        story.into_iter().chain(turned).collect::<Vec<_>>().join("&")
    }

    /// The same as names.
    pub(super) fn preview(&self) -> Preview<'_> {
        let knobs = self.knobs.each_ref().map(String::as_str);
        let [width, theme, scheme, language, direction, text, zoom, state, motion, colours, product, inspect, script] =
            knobs;
        let story = self.story.as_deref();
        Preview {
            story,
            width,
            theme,
            scheme,
            language,
            direction,
            text,
            zoom,
            state,
            motion,
            colours,
            product,
            inspect,
            script,
        }
    }
}

fn has((_, options): &Knob, value: &str) -> bool {
    options.iter().any(|(known, _)| *known == value)
}

/// Whether something is what stands in the addresses of stories, and leads nowhere else.
fn is_path(path: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    path.split('/').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::Setting;

    const GALLERY: &str = "/auth/gallery";

    /// What an address says stays said.
    #[track_caller]
    fn check(query: &str, story: Option<&str>, expected: &str) {
        let setting = Setting::read(query, GALLERY).unwrap_or_default();
        assert_eq!((setting.story.as_deref(), setting.query(GALLERY).as_str()), (story, expected), "{query}");
        assert_eq!(Setting::read(expected, GALLERY).unwrap_or_default(), setting, "{expected}");
    }

    #[test]
    fn an_address_carries_the_story_and_every_knob_that_was_turned() {
        check("", None, "");
        check("?scheme=auto", None, "");
        let all = "story=log-in/empty&width=390px&theme=folio&scheme=dark&language=ar&direction=ltr&text=200%25";
        check(all, Some("/auth/gallery/log-in/empty"), all);
        check(
            "?story=log-in%2Fempty&text=200%25",
            Some("/auth/gallery/log-in/empty"),
            "story=log-in/empty&text=200%25",
        );
        check("story=wall&lang=de&dir=rtl", Some("/auth/gallery/wall"), "story=wall&language=de&direction=rtl");
    }

    #[test]
    fn what_leads_elsewhere_or_is_no_option_is_not_said() {
        for query in ["story=../login", "story=//example.org", "story=", "story=a?b", "theme=acme", "color=red", "lang"]
        {
            assert_eq!(Setting::read(query, GALLERY), None, "{query}");
        }
    }
}
