//! The gallery's knobs: how wide, which theme and scheme, which language and direction, how large, in which state, with
//! script or without.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_words::Language;

use super::preview::{self, BESIDE, Preview};

/// Where the browser remembers the knobs.
const KEY: &str = "vestibule.gallery";

/// A knob: its name, and its options as value and word. The first option is where it stands at the beginning.
type Knob = (&'static str, &'static [(&'static str, &'static str)]);

/// Every language by its tag.
const LANGUAGES: [(&str, &str); Language::ALL.len()] = {
    let mut options = [("", ""); Language::ALL.len()];
    let mut index = 0;
    while index < options.len() {
        options[index] = (Language::ALL[index].tag(), Language::ALL[index].name());
        index += 1;
    }
    options
};

const KNOBS: [Knob; 12] = [
    ("width", &[("", "full"), ("768px", "768"), ("390px", "390"), ("320px", "320"), (BESIDE, "two")]),
    (
        "theme",
        &[
            ("", "its own"),
            ("foyer", "Foyer"),
            ("ledger", "Ledger"),
            ("folio", "Folio"),
            ("console", "Console"),
            ("vibe", "Vibe"),
        ],
    ),
    ("scheme", &[("auto", "auto"), ("light", "light"), ("dark", "dark")]),
    ("language", &LANGUAGES),
    ("direction", &[("", "its own"), ("ltr", "ltr"), ("rtl", "rtl")]),
    ("text", &[("100%", "100 %"), ("200%", "200 %")]),
    ("zoom", &[("1", "100 %"), ("2", "200 %")]),
    (
        "state",
        &[("", "rest"), ("hover", "hover"), ("focus", "focus"), ("pressed", "pressed"), ("autofilled", "autofilled")],
    ),
    ("motion", &[("full", "full"), ("reduced", "reduced")]),
    ("product", &[("short", "short"), ("long", "long")]),
    ("inspect", &[("off", "off"), ("on", "on")]),
    ("script", &[("on", "on"), ("off", "off")]),
];

/// How the story in view is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Setting {
    /// The chosen value of each of [`KNOBS`].
    knobs: [String; KNOBS.len()],
    /// The address of the story, without what the knobs add to it.
    story: Option<String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { knobs: KNOBS.map(|(_, options)| options[0].0.to_owned()), story: None }
    }
}

impl Setting {
    fn preview(&self) -> Preview<'_> {
        let knobs = self.knobs.each_ref().map(String::as_str);
        let [width, theme, scheme, language, direction, text, zoom, state, motion, product, inspect, script] = knobs;
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
            product,
            inspect,
            script,
        }
    }
}

/// The knobs above the story in view. Renders `<form data-dev="knobs">`, hidden until it works.
///
/// What was chosen last is remembered in the browser and read only after hydration: a server can't know it, so a first
/// frame drawn from it would not be the frame that the server sent.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Knobs() -> impl IntoView {
    let (setting, set_setting) = signal(Setting::default());
    let (ready, set_ready) = signal(false);
    Effect::new(move |_| {
        if let Ok(remembered) = LocalStorage::get(KEY) {
            set_setting.set(remembered);
        }
        set_ready.set(true);
        preview::follow_links(move |story| set_setting.update(|setting| setting.story = Some(story)));
        preview::on_load(move || setting.with_untracked(|setting| setting.preview().dress()));
    });
    Effect::new(move |_| {
        if ready.get() {
            // A browser that remembers nothing still has knobs.
            let _ = setting.with(|setting| LocalStorage::set(KEY, setting));
            setting.with(|setting| setting.preview().show());
        }
    });
    let knobs = KNOBS
        .into_iter()
        .enumerate()
        .map(|(index, (name, options))| {
            let options = options.iter().map(|&(value, word)| {
                view! {
                    <label>
                        <input
                            type="radio"
                            name=name
                            value=value
                            checked=value == options[0].0
                            prop:checked=move || setting.with(|setting| setting.knobs[index] == value)
                            on:change=move |_| set_setting.update(|setting| value.clone_into(&mut setting.knobs[index]))
                        />
                        <span>{word}</span>
                    </label>
                }
            });
            view! {
                <fieldset data-dev="knob">
                    <legend>{name}</legend>
                    {options.collect_view()}
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <form data-dev="knobs" hidden=move || !ready.get()>
            {knobs}
            <a data-dev="alone" href=move || setting.with(|setting| setting.preview().address()) target="_blank">"Open alone"</a>
        </form>
    }
}
