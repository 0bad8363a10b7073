//! The gallery's knobs: how wide, which scheme, which direction, hydrated how.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// Where the browser remembers the knobs.
const KEY: &str = "vestibule.gallery.knobs";

/// How the story in view is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Setting {
    width: String,
    scheme: String,
    dir: String,
    mode: String,
}

impl Default for Setting {
    fn default() -> Self {
        let [width, scheme, dir, mode] = ["100%", "auto", "ltr", "islands"].map(str::to_owned);
        Self { width, scheme, dir, mode }
    }
}

/// The knobs above the story in view. Renders `<form data-part="toolbar">`, hidden until it works.
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
        follow_links(setting);
    });
    Effect::new(move |_| {
        if ready.get() {
            let setting = setting.get();
            // A browser that remembers nothing still has knobs.
            let _ = LocalStorage::set(KEY, &setting);
            apply(&setting, None);
        }
    });
    let knob = move |name: &'static str,
                     options: &'static [&'static str],
                     read: fn(&Setting) -> &String,
                     write: fn(&mut Setting) -> &mut String| {
        let choices = options
            .iter()
            .map(|&option| view! { <option value=option prop:selected=move || read(&setting.get()) == option>{option}</option> })
            .collect_view();
        let on_change =
            move |event: web_sys::Event| set_setting.update(|setting| *write(setting) = event_target_value(&event));
        view! {
            <label data-part="label">
                {name}
                <select data-part="control" name=name on:change=on_change>{choices}</select>
            </label>
        }
    };
    view! {
        <form data-part="toolbar" data-name="knobs" hidden=move || !ready.get()>
            {knob("width", &["100%", "390px", "320px", "768px"], |s| &s.width, |s| &mut s.width)}
            {knob("scheme", &["auto", "light", "dark"], |s| &s.scheme, |s| &mut s.scheme)}
            {knob("direction", &["ltr", "rtl"], |s| &s.dir, |s| &mut s.dir)}
            {knob("hydration", &["islands", "whole", "none"], |s| &s.mode, |s| &mut s.mode)}
        </form>
    }
}

fn preview() -> Option<web_sys::HtmlIFrameElement> {
    document().query_selector("iframe[name=story]").ok()??.dyn_into().ok()
}

/// Shows `path`, or what is in view already, with this setting.
fn apply(setting: &Setting, path: Option<&str>) {
    let Some(frame) = preview() else { return };
    let current = frame.src();
    let base = path.unwrap_or(&current).split('?').next().unwrap_or_default().to_owned();
    frame.set_width(&setting.width);
    frame.set_src(&format!("{base}?scheme={}&dir={}&mode={}", setting.scheme, setting.dir, setting.mode));
}

/// Lets the links to stories keep the setting. Without script they open the story in the frame by themselves.
fn follow_links(setting: ReadSignal<Setting>) {
    let on_click = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .filter(|link| link.get_attribute("target").as_deref() == Some("story"));
        if let Some(path) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            apply(&setting.get_untracked(), Some(&path));
        }
    });
    // Listening can only fail for want of memory; the links work without it.
    let _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    on_click.forget();
}
