//! The user button, from the context.

use leptos::prelude::*;

use super::use_login;
use crate::parts;

/// The user button: who is logged in with a way to the account and out, or a link to log in. Renders
/// `<div data-part="user">`, which takes attributes: `<UserButton attr:class="ms-auto"/>`.
///
/// Its children are the host's own lines of the menu, above the way out.
#[component]
pub fn UserButton(
    /// The host's own lines of the menu.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let login = use_login();
    move || {
        login.is_known().then(|| {
            let email = login.user().map(|user| user.email);
            let items = children.as_ref().map(|children| children());
            view! { <parts::UserButton frame=login.frame() email=email items=items/> }
        })
    }
}
