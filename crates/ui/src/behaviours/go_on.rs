//! Going on by itself once a mail was answered in another tab.

use std::{rc::Rc, time::Duration};

use leptos::prelude::*;
use web_sys::{
    RequestInit, RequestRedirect,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};

use super::browser;

/// Seconds until the server is asked for the first time. Each pause is a second longer than the one before.
const FIRST_PAUSE: u32 = 3;

/// The longest pause.
const LONGEST_PAUSE: u32 = 10;

/// How often it is asked: for an hour in view, after which no link that was sent works any more.
const QUESTIONS: u32 = 360;

/// A redirect that wasn't followed has no status of its own.
const GOES_ON: u16 = 0;

/// There is nothing to wait for.
const OVER: u16 = 200;

/// The link for those who have used the mailed link. Renders one `<a data-part="link">`.
///
/// Without script it draws the page again, which leads on. With script the tab does so by itself: while it is in view
/// it asks the server whether this browser is past the page, and goes where the answer leads.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn GoOn(
    /// The page that waits.
    href: String,
    /// Where to ask.
    asks: String,
    /// The link's text.
    text: String,
) -> impl IntoView {
    // Gone with its owner: a host's page that takes the place of this one stays where it is.
    let (waits, set_waits) = signal(true);
    let (asking, set_asking) = signal(false);
    browser::when_adopted(move || {
        let place = asks.clone();
        let answered = Closure::<dyn FnMut(JsValue)>::new(move |answer: JsValue| {
            if waits.try_get_untracked() != Some(true) {
                return;
            }
            set_asking.set(false);
            // Without an answer, as on a train, the next question may have more luck.
            match answer.dyn_ref::<web_sys::Response>().map(web_sys::Response::status) {
                // This page is answered: it has no place in the history.
                Some(GOES_ON) => drop(window().location().replace(&place)),
                Some(OVER) => set_waits.set(false),
                _ => {}
            }
        });
        let ask = Rc::new(move || {
            let waits = waits.try_get_untracked() == Some(true);
            if waits && !asking.get_untracked() && !document().hidden() {
                set_asking.set(true);
                let how = RequestInit::new();
                how.set_redirect(RequestRedirect::Manual);
                let _ = window().fetch_with_str_and_init(&asks, &how).then2(&answered, &answered);
            }
            waits
        });
        // Whoever comes back from the mail shouldn't have to wait for the next question.
        let at_once = ask.clone();
        browser::listen(&document(), &["visibilitychange"], move |_| {
            at_once();
        });
        ask_again(ask, FIRST_PAUSE, QUESTIONS);
    });
    view! { <a data-part="link" data-name="continue" href=href>{text}</a> }
}

fn ask_again(ask: Rc<dyn Fn() -> bool>, pause: u32, left: u32) {
    let next = move || {
        // What isn't in view asks nothing, and its time stands still.
        let left = if document().hidden() { left } else { left - 1 };
        if ask() && left > 0 {
            ask_again(ask, LONGEST_PAUSE.min(pause + 1), left);
        }
    };
    set_timeout(next, Duration::from_secs(pause.into()));
}
