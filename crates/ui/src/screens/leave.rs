//! The way out of a half-finished log-in, for whoever isn't the one it is for.

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::Message;

use crate::{
    Frame,
    behaviours::Submit,
    parts::{Form, Kind, Nav},
};

/// "Not you? Log out", a line like those of links, but a form, since a link changes nothing (B-03).
pub fn leave(frame: &Frame) -> impl IntoView + use<> {
    let [not_you, log_out] = [Message::NotYou, Message::LogOut].map(|message| frame.say(message));
    let kind = Kind::Quiet.as_str().to_owned();
    view! {
        <Form frame=frame.clone() name="log-out" action=routes::LOG_OUT>
            <Nav text=not_you><Submit name="log-out".to_owned() kind=kind text=log_out.into_owned()/></Nav>
        </Form>
    }
}
