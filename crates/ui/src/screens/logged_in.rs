//! Logged in: what the reference application shows where a host shows itself.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Form, Go, Kind, Lead, Page, Press, Title},
};

/// The page behind the log-in.
pub struct LoggedIn;

/// What the page behind the log-in shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedInModel {
    /// Who is logged in.
    pub email: String,
}

impl Screen for LoggedIn {
    type Model = LoggedInModel;

    const NAME: &'static str = "logged-in";

    const STORIES: &'static [Story<LoggedInModel>] =
        &[Story { name: "home", model: || LoggedInModel { email: "ada@example.org".to_owned() } }];

    fn title(frame: &Frame, _: &LoggedInModel) -> Text {
        frame.say(Message::LoggedInTitle)
    }

    fn view(frame: Frame, model: LoggedInModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let lead = frame.say(Message::LoggedInLead { email: &model.email });
        let [title, account, log_out] =
            [Message::LoggedInTitle, Message::AccountTitle, Message::LogOut].map(|message| frame.say(message));
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Go name="account" href=mount.at(routes::ACCOUNT) text=account/>
                <Form frame=frame name="log-out" action=routes::LOG_OUT>
                    <Press name="log-out" kind=Kind::Secondary text=log_out/>
                </Form>
            </Page>
        }
    }
}
