//! The gallery's knobs: how wide, which theme and scheme, which language and direction, how large, in which state, with
//! script or without.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use vestibule_words::Language;

use super::{
    preview::{self, BESIDE},
    setting::Setting,
};

/// Where the browser remembers the knobs.
const KEY: &str = "vestibule.gallery";

/// A knob: its name, and its options as value and word. The first option is where it stands at the beginning.
pub(super) type Knob = (&'static str, &'static [(&'static str, &'static str)]);

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

pub(super) const KNOBS: [Knob; 13] = [
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
    ("colours", &[("own", "own"), ("forced", "forced")]),
    ("product", &[("short", "short"), ("long", "long")]),
    ("inspect", &[("off", "off"), ("on", "on")]),
    ("script", &[("on", "on"), ("off", "off")]),
];

/// The knobs above the story in view. Renders `<form data-dev="knobs">`, hidden until it works.
///
/// The gallery's address says how the story is shown. Without that it is what was chosen last, which is remembered in the
/// browser and read only after hydration: a server can't know it, so a first frame drawn from it would not be the frame
/// that the server sent.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Knobs() -> impl IntoView {
    let (setting, set_setting) = signal(Setting::default());
    let (ready, set_ready) = signal(false);
    Effect::new(move |_| {
        if let Some(setting) = preview::asked().or_else(|| LocalStorage::get(KEY).ok()) {
            set_setting.set(setting);
        }
        set_ready.set(true);
        preview::follow_links(move |story| set_setting.update(|setting| setting.story = Some(story)));
        preview::on_load(move || {
            // Whoever goes back goes back in the frame.
            let arrived = preview::arrived();
            if arrived.is_some()
                && setting.with_untracked(|setting| setting.story.is_some() && setting.story != arrived)
            {
                set_setting.update(|setting| setting.story = arrived);
            }
            setting.with_untracked(|setting| setting.preview().dress());
        });
    });
    Effect::new(move |_| {
        if ready.get() {
            // A browser that remembers nothing still has knobs.
            let _ = setting.with(|setting| LocalStorage::set(KEY, setting));
            setting.with(|setting| {
                let story = setting.preview().show();
                preview::say(&Setting { story, ..setting.clone() });
            });
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
