//! The frame with the story in view, and the links that lead into it.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::setting::Setting;

/// The width that is two: the story as wide as a phone, and as wide as there is room.
pub(super) const BESIDE: &str = "two";

/// How the story in view is shown.
#[derive(Clone, Copy)]
pub(super) struct Preview<'a> {
    /// The address of the story; what is in view already, if there is none.
    pub(super) story: Option<&'a str>,
    /// The frame's width, or nothing for all there is.
    pub(super) width: &'a str,
    /// The name of a theme, or nothing for the pages' own.
    pub(super) theme: &'a str,
    /// `auto`, `light` or `dark`.
    pub(super) scheme: &'a str,
    /// The tag of a language.
    pub(super) language: &'a str,
    /// `ltr`, `rtl`, or nothing for the language's own.
    pub(super) direction: &'a str,
    /// The size of text in per cent.
    pub(super) text: &'a str,
    /// How much larger everything is.
    pub(super) zoom: &'a str,
    /// A state that everything is in which can be, or nothing.
    pub(super) state: &'a str,
    /// `full` or `reduced`.
    pub(super) motion: &'a str,
    /// `own`, or `forced` as in a high-contrast mode.
    pub(super) colours: &'a str,
    /// `short` or `long`.
    pub(super) product: &'a str,
    /// `on` names what is pointed at.
    pub(super) inspect: &'a str,
    /// `on` or `off`.
    pub(super) script: &'a str,
}

impl Preview<'_> {
    /// Where the story is with these settings, or nowhere as long as none was chosen.
    pub(super) fn address(&self) -> Option<String> {
        let Self { scheme, language, script, .. } = self;
        let mut address = format!("{}?scheme={scheme}&language={language}&script={script}", self.story?);
        // What is as it is anyway isn't said: an address is read by people, too.
        let beside = if self.width == BESIDE { "on" } else { "off" };
        for (name, value, usual) in [
            ("theme", self.theme, ""),
            ("direction", self.direction, ""),
            ("state", self.state, ""),
            ("motion", self.motion, "full"),
            ("colours", self.colours, "own"),
            ("product", self.product, "short"),
            ("inspect", self.inspect, "off"),
            ("beside", beside, "off"),
        ] {
            if value != usual {
                address.extend(["&", name, "=", value]);
            }
        }
        Some(address)
    }

    /// Brings the story into view, marks its link, and says which story it is.
    pub(super) fn show(&self) -> Option<String> {
        let frame = frame()?;
        let first = frame.get_attribute("src").unwrap_or_default();
        let story = self.story.unwrap_or_else(|| first.split('?').next().unwrap_or_default());
        let address = Preview { story: Some(story), ..*self }.address().unwrap_or_default();
        if address != first {
            frame.set_src(&address);
        }
        let width = if self.width == BESIDE { "" } else { self.width };
        set_style(&frame, "max-inline-size", width);
        set_style(&frame, "zoom", self.zoom);
        self.dress();
        mark(story);
        Some(story.to_owned())
    }

    /// What only the document inside of the frame can show.
    pub(super) fn dress(&self) {
        let root = frame().and_then(|frame| frame.content_document()).and_then(|document| document.document_element());
        if let Some(root) = root {
            // To this window, an element of another one is no instance of anything; the root of ours is HTML all the same.
            set_style(root.unchecked_ref(), "font-size", self.text);
        }
    }
}

/// What the gallery's own address asks for, if it does.
pub(super) fn asked() -> Option<Setting> {
    let location = window().location();
    Setting::read(&location.search().ok()?, &location.pathname().ok()?)
}

/// Says in the gallery's own address what is in view, so that it can be loaded anew or sent.
pub(super) fn say(setting: &Setting) {
    let Ok(gallery) = window().location().pathname() else { return };
    let address = format!("{gallery}?{}", setting.query(&gallery));
    // Where a browser takes no address there is one that says less.
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// Calls `chosen` with the address of each story whose link is followed. Without script the link opens the story in
/// the frame by itself.
pub(super) fn follow_links(chosen: impl Fn(String) + 'static) {
    let on_click = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = link.filter(|link| link.get_attribute("target").as_deref() == Some("story"));
        if let Some(path) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            chosen(path);
        }
    });
    // Listening can only fail for want of memory; the links work without it.
    let _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    on_click.forget();
}

/// Calls `loaded` whenever a story has come into view.
pub(super) fn on_load(loaded: impl Fn() + 'static) {
    let Some(frame) = frame() else { return };
    let on_load = Closure::<dyn FnMut()>::new(loaded);
    // Listening can only fail for want of memory; only the size of text is lost.
    let _ = frame.add_event_listener_with_callback("load", on_load.as_ref().unchecked_ref());
    on_load.forget();
}

/// The address of the story that came into view, if it is one that a link here leads to.
pub(super) fn arrived() -> Option<String> {
    let story = frame()?.content_window()?.location().pathname().ok()?;
    link_to(&story).map(|_| story)
}

fn frame() -> Option<web_sys::HtmlIFrameElement> {
    document().query_selector("iframe[name=story]").ok()??.dyn_into().ok()
}

fn set_style(element: &web_sys::HtmlElement, property: &str, value: &str) {
    // Each of our values is one that CSS knows.
    let _ = element.style().set_property(property, value);
}

/// Marks the link to the story in view as the current one.
fn mark(story: &str) {
    let current = document().query_selector("a[target=story][aria-current]").ok().flatten();
    if let Some(link) = current {
        // Our own attribute has a name that every browser takes.
        let _ = link.remove_attribute("aria-current");
    }
    if let Some(link) = link_to(story) {
        let _ = link.set_attribute("aria-current", "true");
    }
}

fn link_to(story: &str) -> Option<web_sys::Element> {
    document().query_selector(&format!("a[target=story][href=\"{story}\"]")).ok().flatten()
}
