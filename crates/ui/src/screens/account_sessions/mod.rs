//! Sessions and remembered devices: where an account is logged in, and how to end it.

mod model;
mod stories;

use leptos::prelude::*;
use vestibule_core::routes;
use vestibule_words::{Message, Text};

use crate::{
    Frame, Screen, Story,
    parts::{
        Alert, Badge, BadgeKind, Form, Item, ItemState, Kind, Lead, Link, List, Nav, Page, Press, PressItem, Section,
        Title,
    },
};

pub use model::{DeviceItem, SessionItem, SessionsModel, SessionsNotice};

/// The screen of sessions.
pub struct Sessions;

impl Screen for Sessions {
    type Model = SessionsModel;

    const NAME: &'static str = "account-sessions";

    const STORIES: &'static [Story<SessionsModel>] = stories::STORIES;

    fn title(frame: &Frame, _: &SessionsModel) -> Text {
        frame.say(Message::SessionsTitle)
    }

    fn view(frame: Frame, model: SessionsModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let SessionsModel { sessions, devices, notice } = model;
        let alert = notice.map(|notice| {
            let (kind, message) = notice.message();
            view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> }
        });
        let [title, lead, others, all, back] = [
            Message::SessionsTitle,
            Message::SessionsLead,
            Message::SessionsEndOthers,
            Message::SessionsEndAll,
            Message::BackToAccount,
        ]
        .map(|message| frame.say(message));
        let others = (sessions.len() > 1).then(|| end(&frame, "end-others", "others", Kind::Primary, others));
        let all = end(&frame, "end-all", "all", Kind::Secondary, all);
        let sessions = sessions.into_iter().map(|session| session_item(&frame, session)).collect_view();
        let devices = (!devices.is_empty()).then(|| devices_section(&frame, devices));
        view! {
            <Page frame=frame screen=Self::NAME wide=true>
                <Title text=title/>
                <Lead text=lead/>
                {alert}
                <List name="sessions">{sessions}</List>
                {others}
                {all}
                {devices}
                <Nav><Link name="account" href=mount.at(routes::ACCOUNT) text=back/></Nav>
            </Page>
        }
    }
}

fn session_item(frame: &Frame, session: SessionItem) -> impl IntoView + use<> {
    let SessionItem { id, device, address, began, seen, current } = session;
    let times = frame.say(Message::SessionTimes { began: &began, seen: &seen });
    let badge = current.then(|| view! { " "<Badge kind=BadgeKind::Status text=frame.say(Message::SessionCurrent)/> });
    let [text, label] =
        [Message::SessionEnd, Message::SessionEndOf { device: &device }].map(|message| frame.say(message));
    // This one is left by logging out, which the page offers as "everywhere" and the account by itself.
    let end = (!current).then(|| {
        view! {
            <Form frame=frame.clone() name="end" action=routes::ACCOUNT_SESSIONS>
                <input type="hidden" name="what" value="end"/>
                <input type="hidden" name="id" value=id/>
                <PressItem name="end" text=text label=label/>
            </Form>
        }
    });
    let state = if current { ItemState::Current } else { ItemState::Idle };
    view! {
        <Item name="session" state=state>
            <div>
                <p><strong>{device}</strong>{badge}</p>
                <p data-part="hint"><bdi dir="ltr">{address}</bdi></p>
                <p data-part="hint">{times}</p>
            </div>
            {end}
        </Item>
    }
}

fn devices_section(frame: &Frame, devices: Vec<DeviceItem>) -> impl IntoView + use<> {
    let [title, lead] = [Message::DevicesTitle, Message::DevicesLead].map(|message| frame.say(message));
    let items = devices.into_iter().map(|DeviceItem { id, device, until }| {
        let until = frame.say(Message::DeviceUntil { until: &until });
        let [text, label] =
            [Message::DeviceForget, Message::DeviceForgetOf { device: &device }].map(|message| frame.say(message));
        let frame = frame.clone();
        view! {
            <Item name="device">
                <div>
                    <p><strong>{device}</strong></p>
                    <p data-part="hint">{until}</p>
                </div>
                <Form frame=frame name="forget" action=routes::ACCOUNT_SESSIONS>
                    <input type="hidden" name="what" value="forget"/>
                    <input type="hidden" name="id" value=id/>
                    <PressItem name="forget" text=text label=label/>
                </Form>
            </Item>
        }
    });
    let items = items.collect_view();
    view! {
        <Section screen=Sessions::NAME name="devices" title=title>
            <p data-part="hint">{lead}</p>
            <List name="devices">{items}</List>
        </Section>
    }
}

/// A button that ends more than one.
fn end(frame: &Frame, name: &'static str, what: &'static str, kind: Kind, text: Text) -> impl IntoView + use<> {
    view! {
        <Form frame=frame.clone() name=name action=routes::ACCOUNT_SESSIONS>
            <input type="hidden" name="what" value=what/>
            <Press name=name kind=kind text=text/>
        </Form>
    }
}
