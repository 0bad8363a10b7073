//! The development mailbox: what the server mailed, for those who run it on their own machine.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::Text;

use crate::{Frame, Screen, Story};

/// The list of mails.
pub struct DevMail;

/// What the list of mails shows, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DevMailModel {
    /// The mails.
    pub items: Vec<DevMailItem>,
}

/// A mail in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DevMailItem {
    /// Its number.
    pub id: u64,
    /// The receiver.
    pub to: String,
    /// The subject.
    pub subject: String,
}

fn item() -> DevMailItem {
    DevMailItem { id: 1, to: "ada@example.org".to_owned(), subject: "482 913 is your Northwind code".to_owned() }
}

impl Screen for DevMail {
    type Model = DevMailModel;

    const NAME: &'static str = "dev-mail";

    const STORIES: &'static [Story<DevMailModel>] = &[
        Story { name: "empty", model: || DevMailModel { items: Vec::new() } },
        Story { name: "one", model: || DevMailModel { items: vec![item()] } },
    ];

    fn title(_: &Frame, _: &DevMailModel) -> Text {
        "Mailbox".into()
    }

    fn view(frame: Frame, model: DevMailModel) -> impl IntoView + 'static {
        let lead = if model.items.is_empty() {
            "No mail yet. Sign up, and the code arrives here. Reload to look again."
        } else {
            "Newest first. Reload to look again."
        };
        let state = if model.items.is_empty() { "empty" } else { "ready" };
        let mails = frame.at(routes::DEV_MAIL);
        let items = model.items.into_iter().map(|DevMailItem { id, to, subject }| {
            view! {
                <li data-part="item" data-name="mail" data-state="idle">
                    <a data-part="link" data-name="mail" href=format!("{mails}/{id}")>{subject}</a>
                    <p data-part="hint">{to}</p>
                </li>
            }
        });
        let items = items.collect_view();
        let [log_in, sign_up] = [routes::LOG_IN, routes::SIGN_UP].map(|route| frame.at(route));
        view! {
            <div data-part="page" data-screen=Self::NAME data-layout="centered">
                <main data-part="card">
                    <header data-part="brand">{frame.product}</header>
                    <h1 data-part="title">"Development mailbox"</h1>
                    <p data-part="lead">{lead}</p>
                    <ul data-part="list" data-name="mails" data-state=state>{items}</ul>
                    <p data-part="nav"><a data-part="link" data-name="log-in" href=log_in>"Log in"</a>" "<a data-part="link" data-name="sign-up" href=sign_up>"Create account"</a></p>
                </main>
            </div>
        }
    }
}

/// One mail.
pub struct DevMailMessage;

/// What one mail shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DevMailMessageModel {
    /// The receiver.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The link it carries.
    pub link: Option<String>,
    /// The code it carries, in two groups.
    pub code: Option<String>,
}

impl Screen for DevMailMessage {
    type Model = DevMailMessageModel;

    const NAME: &'static str = "dev-mail-message";

    const STORIES: &'static [Story<DevMailMessageModel>] = &[Story {
        name: "code",
        model: || DevMailMessageModel {
            to: "ada@example.org".to_owned(),
            subject: "482 913 is your Northwind code".to_owned(),
            text: "You're one step from your Northwind account.\n\n482 913".to_owned(),
            link: Some("http://localhost:3000/confirm-email?token=story".to_owned()),
            code: Some("482 913".to_owned()),
        },
    }];

    fn title(_: &Frame, model: &DevMailMessageModel) -> Text {
        model.subject.clone().into()
    }

    fn view(frame: Frame, model: DevMailMessageModel) -> impl IntoView + 'static {
        let DevMailMessageModel { to, subject, text, link, code } = model;
        let mails = frame.at(routes::DEV_MAIL);
        let code = code.map(|code| view! { <p data-part="secret" data-kind="codes" data-name="code">{code}</p> });
        let link = link.map(|link| view! { <div data-part="actions"><a data-part="button" data-kind="primary" data-name="open-link" data-state="idle" href=link>"Open its link"</a></div> });
        view! {
            <div data-part="page" data-screen=Self::NAME data-layout="centered">
                <main data-part="card">
                    <header data-part="brand">{frame.product}</header>
                    <h1 data-part="title">{subject}</h1>
                    <p data-part="lead">{format!("To {to}")}</p>
                    {code}
                    {link}
                    <pre data-dev="letter">{text}</pre>
                    <p data-part="nav"><a data-part="link" data-name="mailbox" href=mails>"All mail"</a></p>
                </main>
            </div>
        }
    }
}
