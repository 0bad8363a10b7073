//! Our screens inside the host's application.

use std::marker::PhantomData;

use leptos::prelude::*;
use vestibule_core::destination::LocalPath;

use super::{Login, Screens, ShownScreen, browser, use_login};
use crate::Screen;

/// The screen of ours that belongs to the address: what stands at the host's route for our pages.
///
/// A page that the server sent begins with the screen that came along. Where the browser goes by itself, the screen is
/// asked for; whatever isn't a screen is left to the browser, which then loads that page.
///
/// ```text
/// let Location { pathname, search, .. } = use_location();
/// view! { <LoginStateManager path=pathname query=search/> }
/// ```
#[component]
pub fn LoginStateManager(
    /// The path that the host's router shows.
    #[prop(into)]
    path: Signal<String>,
    /// Its query, without the question mark.
    #[prop(into)]
    query: Signal<String>,
    /// The screens, if the host draws some of them.
    #[prop(optional)]
    screens: Screens,
) -> impl IntoView {
    let login = use_login();
    let came_with = login.take_screen();
    let address = move || match query.get() {
        query if query.is_empty() => path.get(),
        query => format!("{}?{query}", path.get()),
    };
    let is_there = came_with.is_some();
    let shown = RwSignal::new(came_with);
    let question = StoredValue::new(0_u32);
    Effect::new(move |before: Option<String>| {
        let now = address();
        let is_new = before.map_or(!is_there, |before| before != now);
        // An address of the host's is told to us on the way out, and some look like paths that lead to other sites.
        let is_ours = login.frame().mount.route(&now).is_some() && now.parse::<LocalPath>().is_ok();
        if is_new && is_ours {
            question.update_value(|question| *question += 1);
            follow(login, shown, question, now.clone());
        }
        now
    });
    move || shown.get().and_then(|shown| screens.draw(login.frame(), &shown))
}

/// Asks for the screen at an address, and shows it.
fn follow(login: Login, shown: RwSignal<Option<ShownScreen>>, question: StoredValue<u32>, address: String) {
    let asked = question.get_value();
    leptos::task::spawn_local(async move {
        let context = browser::ask(&address).await;
        // Whoever has gone on meanwhile, within our pages or to one of the host's, waits for another answer or for none.
        if question.try_get_value() != Some(asked) {
            return;
        }
        match context {
            Some(context) if context.screen.is_some() => {
                let screen = context.screen.clone();
                login.learn(context);
                shown.set(screen);
            }
            _ => browser::load(&address),
        }
    });
}

/// One screen wherever the host wants it, such as a log-in in the middle of a front page:
/// `<SingleScreen<LogIn> model=LogInModel::default()/>`. Its form posts to our route, where what is refused is shown.
#[component]
pub fn SingleScreen<S>(
    /// What the screen shows.
    model: S::Model,
    /// Says which screen; nobody writes it.
    #[prop(optional)]
    screen: PhantomData<S>,
) -> impl IntoView
where
    S: Screen + 'static,
{
    let PhantomData = screen;
    S::view(use_login().frame(), model)
}
