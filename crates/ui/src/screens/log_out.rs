//! Log out: a link leads here and asks, a button does it, since a GET changes nothing (B-03).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{Form, Go, Kind, Lead, Page, Press, Title},
};

/// The log-out screen.
pub struct LogOut;

/// What the log-out screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogOutModel {
    /// Whose session it is.
    pub email: String,
    /// Whether the log-in isn't finished.
    pub halfway: bool,
}

fn asked(halfway: bool) -> LogOutModel {
    LogOutModel { email: "ada@example.org".to_owned(), halfway }
}

impl Screen for LogOut {
    type Model = LogOutModel;

    const NAME: &'static str = "log-out";

    const STORIES: &'static [Story<LogOutModel>] =
        &[Story { name: "asked", model: || asked(false) }, Story { name: "asked-halfway", model: || asked(true) }];

    fn title(frame: &Frame, _: &LogOutModel) -> Text {
        frame.say(Message::LogOut)
    }

    fn view(frame: Frame, model: LogOutModel) -> impl IntoView + 'static {
        let email = &model.email;
        let (lead, stay) = if model.halfway {
            (Message::LogOutHalfwayLead { email }, Message::Continue)
        } else {
            (Message::LogOutLead { email }, Message::StayLoggedIn)
        };
        let [lead, title, log_out, stay] =
            [lead, Message::LogOutTitle, Message::LogOut, stay].map(|message| frame.say(message));
        let home = frame.home.clone();
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Form frame=frame name="log-out" action=routes::LOG_OUT>
                    <Press name="log-out" text=log_out/>
                </Form>
                <Go name="home" kind=Kind::Quiet href=home text=stay/>
            </Page>
        }
    }
}
