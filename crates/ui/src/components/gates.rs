//! What is shown to whom.

use leptos::prelude::*;
use vestibule_core::routes;

use super::{browser, use_login};

/// Shows its children to somebody of whom nothing more is asked. It hides, and protects nothing: what it shows has come
/// from the server, which must not have sent what isn't for everybody.
#[component]
pub fn SignedIn(
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let login = use_login();
    move || login.is_logged_in().then(|| children())
}

/// Shows its children to anybody else.
#[component]
pub fn SignedOut(
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let login = use_login();
    move || login.is_logged_out().then(|| children())
}

/// A page for those who are logged in. Anybody else is led to what is missing and back here afterwards: by the server's
/// answer if the page was asked for, by way of the log-in if the browser came here by itself.
///
/// What stands in it must still ask the server for what isn't for everybody, in a server function that wants a user.
#[component]
pub fn Protect(
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let login = use_login();
    if cfg!(feature = "ssr") && untrack(|| login.is_logged_out()) {
        login.deny();
    }
    // Whoever logs out in another tab has left this page, too.
    Effect::new(move || {
        if login.is_logged_out() {
            browser::go_and_come_back(&login.frame().at(routes::LOG_IN));
        }
    });
    move || login.is_logged_in().then(|| children())
}
