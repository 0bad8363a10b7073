//! What one side knows and the other doesn't, and what only a browser can answer.

use std::time::Duration;

use leptos::{either::Either, prelude::*};
use vestibule_hydration::Code::{
    BranchDiffers as H105, ClassDiffers as H311, IslandDiffers as H109, NeedsBrowser as H516, TagDiffers as H101,
    TextDiffers as H201,
};

use super::{SERVER, Sample, bad, side};

pub(super) fn samples() -> Vec<Sample> {
    [builds(), browser(), panics()].into_iter().flatten().collect()
}

fn builds() -> Vec<Sample> {
    vec![
        bad("cfg", &[H201], || {
            let who = if cfg!(feature = "ssr") { "Good morning" } else { "Good evening" };
            view! { <h1>{who}</h1> }
        }),
        bad("cfg-around-an-element", &[H105], || {
            #[cfg(feature = "ssr")]
            let extra = Some(view! { <p>"Scripts are loading"</p> });
            #[cfg(not(feature = "ssr"))]
            let extra = None::<()>;
            view! { <main>{extra}<h1>"Home"</h1></main> }
        }),
        bad("cfg-in-a-class", &[H311], || {
            view! { <main class={if cfg!(feature = "twin") { "enhanced" } else { "plain" }}>"x"</main> }
        }),
        bad("island-with-other-props", &[H109], || {
            view! { <leptos-island data-component="Count_1" data-props=side("{}", r#"{"n":1}"#)></leptos-island> }
        }),
        bad("island-of-another-build", &[H109], || {
            let component = side("Menu_8823", "Menu_1177");
            view! { <leptos-island data-component=component><button>"Menu"</button></leptos-island> }
        }),
        bad("session-that-only-the-server-sees", &[H101], || {
            let user = side(Some("Ada"), None);
            let view = user.map_or_else(
                || Either::Left(view! { <a href="/login">"Log in"</a> }),
                |name| Either::Right(view! { <button popovertarget="menu">{name}</button> }),
            );
            view! { <header><b>"Notes"</b>{view}</header> }
        }),
        bad("request-header-read-on-one-side", &[H201], || {
            let agent = side(Some("Firefox"), None);
            view! { <p>"You use "{agent.unwrap_or("a browser")}"."</p> }
        }),
    ]
}

/// What a browser would say instead, without asking it.
fn browser() -> Vec<Sample> {
    vec![
        bad("language-of-the-browser", &[H201], || {
            let language = side("en", "de");
            view! { <p>{if language == "de" { "Willkommen" } else { "Welcome" }}</p> }
        }),
        bad("touch-or-mouse", &[H201], || view! { <p>{side("Click", "Tap")}" to begin"</p> }),
        bad("copyright-of-last-year", &[H201], || view! { <footer>"© "{side(2025, 2026)}" Vestibule"</footer> }),
        bad("online-or-not", &[H105], || {
            let online = side(true, false);
            view! { <main>{(!online).then(|| view! { <p role="alert">"You are offline"</p> })}<p>"page"</p></main> }
        }),
        bad("installed-as-an-application", &[H105], || {
            let installed = !SERVER;
            let install = (!installed).then(|| view! { <button>"Install"</button> });
            view! { <footer>{install}<a href="/about">"About"</a></footer> }
        }),
        bad("animations-the-person-does-not-want", &[H311], || {
            let still = !SERVER;
            view! { <div class="hero" class:animated={!still}><h1>"Hi"</h1></div> }
        }),
    ]
}

fn panics() -> Vec<Sample> {
    vec![
        bad("window-read-while-drawing", &[H516], || {
            let width = (!SERVER).then(|| web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()));
            view! { <p>{width.flatten()}</p> }
        }),
        bad("theme-read-from-storage", &[H516], || {
            let storage = (!SERVER).then(|| web_sys::window().and_then(|window| window.local_storage().ok()?));
            let theme = storage.flatten().and_then(|storage| storage.get_item("theme").ok()?);
            view! { <p class=theme.unwrap_or_default()>"x"</p> }
        }),
        bad("document-asked-while-drawing", &[H516], || {
            let title = if SERVER { "Home".to_owned() } else { document().title() };
            view! { <h1>{title}</h1> }
        }),
        // A closure for a timer ends the whole program where there is no browser.
        bad("timer-started-while-drawing", &[H516], || {
            if !SERVER {
                set_timeout(|| {}, Duration::from_secs(30));
            }
            view! { <p>"Your code is on its way"</p> }
        }),
        bad("frame-asked-for-while-drawing", &[H516], || {
            if !SERVER {
                request_animation_frame(|| {});
            }
            view! { <canvas></canvas> }
        }),
        bad("server-that-panics", &[H516], || {
            let user = side(None, Some("Ada"));
            view! { <p>{user.expect("a test without a user")}</p> }
        }),
        bad("client-that-panics", &[H516], || {
            let rows = side(vec!["a"], vec![]);
            view! { <p>{rows[0]}</p> }
        }),
        bad("context-that-only-the-server-gives", &[H516], || {
            #[derive(Clone)]
            struct Session(&'static str);
            if SERVER {
                provide_context(Session("Ada"));
            }
            view! { <p>{expect_context::<Session>().0}</p> }
        }),
    ]
}
