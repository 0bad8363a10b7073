//! The way out of a half-finished log-in, for whoever isn't the one it is for.

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::Message;

use crate::{
    Frame,
    parts::{Form, Kind, Press},
};

/// "Not you? Log out", as a form, since a link changes nothing (B-03).
pub(super) fn leave(frame: &Frame) -> impl IntoView + use<> {
    let text = frame.say(Message::NotYou);
    view! {
        <Form frame=frame.clone() name="log-out" action=routes::LOG_OUT>
            <Press name="log-out" kind=Kind::Quiet text=text/>
        </Form>
    }
}
