//! Trouble: a page for every answer that isn't one of the others. It names no cause that an attacker could use (H-01).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::routes;
use vestibule_words::{Message, Text, TroubleMessage};

use crate::{
    Frame, Screen, Story,
    parts::{Go, Lead, Page, Title},
};

/// The screen of trouble.
pub struct Trouble;

/// Which trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TroubleKind {
    /// 400: what was sent can't be read.
    BadRequest,
    /// 403: sent from another site.
    Forbidden,
    /// 404: no such page.
    NotFound,
    /// 405: not this way.
    Method,
    /// 413: too much.
    TooLarge,
    /// 429: too often.
    TooMany {
        /// Seconds until the next try.
        wait: u64,
    },
    /// 500 and 503: our fault.
    Server,
}

/// What the screen of trouble shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TroubleModel {
    /// Which trouble.
    pub kind: TroubleKind,
    /// What to quote to the people who run this.
    pub reference: String,
}

const fn messages(kind: TroubleKind) -> (TroubleMessage<'static>, TroubleMessage<'static>) {
    match kind {
        TroubleKind::BadRequest => (TroubleMessage::BadRequestTitle, TroubleMessage::BadRequestLead),
        TroubleKind::Forbidden => (TroubleMessage::ForbiddenTitle, TroubleMessage::ForbiddenLead),
        TroubleKind::NotFound => (TroubleMessage::NotFoundTitle, TroubleMessage::NotFoundLead),
        TroubleKind::Method => (TroubleMessage::MethodTitle, TroubleMessage::MethodLead),
        TroubleKind::TooLarge => (TroubleMessage::TooLargeTitle, TroubleMessage::TooLargeLead),
        TroubleKind::TooMany { wait } => (TroubleMessage::TooManyTitle, TroubleMessage::TooManyLead { wait }),
        TroubleKind::Server => (TroubleMessage::TroubleTitle, TroubleMessage::TroubleLead),
    }
}

fn story(kind: TroubleKind) -> TroubleModel {
    TroubleModel { kind, reference: "7F3K".to_owned() }
}

impl Screen for Trouble {
    type Model = TroubleModel;

    const NAME: &'static str = "trouble";

    const STORIES: &'static [Story<TroubleModel>] = &[
        Story { name: "bad-request", model: || story(TroubleKind::BadRequest) },
        Story { name: "forbidden", model: || story(TroubleKind::Forbidden) },
        Story { name: "not-found", model: || story(TroubleKind::NotFound) },
        Story { name: "method", model: || story(TroubleKind::Method) },
        Story { name: "too-large", model: || story(TroubleKind::TooLarge) },
        Story { name: "rate-limited", model: || story(TroubleKind::TooMany { wait: 45 }) },
        Story { name: "server", model: || story(TroubleKind::Server) },
    ];

    fn title(frame: &Frame, model: &TroubleModel) -> Text {
        frame.say(Message::Trouble(messages(model.kind).0))
    }

    fn view(frame: Frame, model: TroubleModel) -> impl IntoView + 'static {
        let (title, lead) = messages(model.kind);
        let reference = frame.say(Message::Trouble(TroubleMessage::Reference { id: &model.reference }));
        // What may pass is tried again at the same address; everything else starts anew.
        let (name, href, go) = match model.kind {
            TroubleKind::TooMany { .. } | TroubleKind::Server => ("again", String::new(), TroubleMessage::TryAgain),
            _ => ("log-in", frame.at(routes::LOG_IN), TroubleMessage::BackToLogIn),
        };
        let [title, lead, go] = [title, lead, go].map(|message| frame.say(Message::Trouble(message)));
        view! {
            <Page frame=frame screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Go name=name href=href text=go/>
                <p data-part="hint">{reference}</p>
            </Page>
        }
    }
}
