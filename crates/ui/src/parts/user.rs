//! The user button: who is logged in, and the way out, in the bar of a host's own page.

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::Message;

use super::{Form, Kind, Link, PressItem};
use crate::Frame;

/// The user button. Somebody who is logged in gets a button with a menu behind it: account, and log out. Anybody else
/// gets a link to log in. Renders `<div data-part="user">`.
///
/// It needs no script, and its box has one size whoever is logged in, so that nothing around it moves. It stands on
/// pages of the host's, which have our stylesheet and maybe none of our scripts; so it is no behaviour.
#[component]
pub fn UserButton(
    /// The frame, for the addresses and the form token.
    frame: Frame,
    /// The address of whoever is logged in.
    email: Option<String>,
    /// The host's own lines of the menu.
    #[prop(optional_no_strip)]
    items: Option<AnyView>,
) -> impl IntoView {
    match email {
        None => {
            let (href, text) = (frame.at(routes::LOG_IN), frame.say(Message::LogIn));
            view! { <div data-part="user" data-state="anonymous"><Link name="log-in" href=href text=text/></div> }
                .into_any()
        }
        Some(email) => known(frame, email, items).into_any(),
    }
}

fn known(frame: Frame, email: String, items: Option<AnyView>) -> impl IntoView {
    let initial: String = email.chars().take(1).flat_map(char::to_uppercase).collect();
    let href = frame.at(routes::ACCOUNT);
    let [account, log_out] = [Message::AccountTitle, Message::LogOut].map(|message| frame.say(message));
    let label = log_out.clone();
    view! {
        <div data-part="user" data-state="known">
            <details data-part="menu">
                <summary data-part="user-button" aria-label=email.clone()>{initial}</summary>
                <div data-part="menu-box">
                    <p data-part="hint" data-name="email">{email}</p>
                    <p data-part="nav"><Link name="account" href=href text=account/></p>
                    {items}
                    <Form frame=frame name="log-out" action=routes::LOG_OUT>
                        <PressItem name="log-out" kind=Kind::Secondary text=log_out label=label/>
                    </Form>
                </div>
            </details>
        </div>
    }
}
