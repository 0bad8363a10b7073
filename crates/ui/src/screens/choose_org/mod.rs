//! An organisation to belong to: invitations, the organisation of one's domain, or one of one's own. Never a dead end.

mod model;
mod stories;

use leptos::prelude::*;
use vestibule_core::{field::FieldError, org::DomainRule, routes};
use vestibule_words::{Message, Text};

use super::leave::leave;
use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Form, Item, ItemState, Kind, Lead, LineField, LineKind, Link, List, Nav, Page,
        Press, PressItem, Section, Summary, Title,
    },
};

pub use model::{ChooseOrgModel, ChooseOrgNotice, OrgElsewhere, OrgInvitation, OrgMatch, OrgRequest};

const NAME_FIELD: FieldId = FieldId::new("choose-org", "name");

/// The screen of the organisations that somebody may belong to.
pub struct ChooseOrg;

impl Screen for ChooseOrg {
    type Model = ChooseOrgModel;

    const NAME: &'static str = "choose-org";

    const STORIES: &'static [Story<ChooseOrgModel>] = stories::STORIES;

    fn title(frame: &Frame, model: &ChooseOrgModel) -> Text {
        frame.say(if model.is_alone() { Message::ChooseOrgAloneTitle } else { Message::ChooseOrgTitle })
    }

    fn view(frame: Frame, model: ChooseOrgModel) -> impl IntoView + 'static {
        let mount = frame.mount;
        let title = Self::title(&frame, &model);
        let (kind, lead) = if model.is_alone() {
            (Kind::Primary, Message::ChooseOrgAloneLead)
        } else {
            (Kind::Secondary, Message::ChooseOrgLead)
        };
        let ChooseOrgModel {
            email,
            elsewhere,
            invitations,
            matches,
            requests,
            name,
            name_error,
            existing,
            notice,
            optional,
        } = model;
        let say = |message| frame.say(message);
        let back = optional.then(|| {
            let text = say(Message::BackToAccount);
            view! { <Nav><Link name="account" href=mount.at(routes::ACCOUNT) text=text/></Nav> }
        });
        // One alert a page: what was just refused comes before what is asked once more.
        let is_asked = existing.is_some() && notice.is_none();
        let alert = notice.map(|notice| {
            let (kind, text) = notice.say(&frame);
            view! { <Alert screen=Self::NAME kind=kind text=text/> }
        });
        let items = name_error.map(|error| ((NAME_FIELD, error), say(Message::OrgName))).into_iter().collect();
        // One primary action a screen: the only open door is it, and of several none.
        let doors = invitations.iter().map(|door| door.full).chain(matches.iter().map(|door| door.full));
        let join = if doors.filter(|is_full| !is_full).count() == 1 { Kind::Primary } else { Kind::Secondary };
        let elsewhere = elsewhere.map(|found| self::elsewhere(&frame, &email, found));
        let invitations = section(&frame, "invitations", Message::OrgInvitations, join, invitations, invitation);
        let matches = section(&frame, "matches", Message::OrgMatches, join, matches, domain_match);
        let requests = section(&frame, "requests", Message::OrgRequests, Kind::Secondary, requests, request);
        let question = existing.as_deref().filter(|_| is_asked).map(|org| {
            let text = say(Message::OrgExists { org });
            view! { <Alert screen=Self::NAME kind=AlertKind::Warn text=text/> }.into_any()
        });
        let create = create(&frame, kind, name, name_error, existing.is_some(), question);
        let [lead, wrong_email, another] = [lead, Message::OrgWrongEmail, Message::OrgUseAnother].map(say);
        let leave = leave(&frame);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                {alert}
                <Summary frame=frame screen=Self::NAME items=items/>
                {elsewhere}
                {invitations}
                {matches}
                {requests}
                {create}
                {back}
                <Nav text=wrong_email><Link name="use-another" href=mount.at(routes::LOG_OUT) text=another/></Nav>
                {leave}
            </Page>
        }
    }
}

/// A section with a list, or nothing when there is nothing to list.
fn section<T: 'static>(
    frame: &Frame,
    name: &'static str,
    title: Message<'_>,
    kind: Kind,
    things: Vec<T>,
    item: fn(&Frame, Kind, T) -> AnyView,
) -> Option<impl IntoView + use<T>> {
    (!things.is_empty()).then(|| {
        let title = frame.say(title);
        let items = things.into_iter().map(|thing| item(frame, kind, thing)).collect_view();
        view! { <Section screen=ChooseOrg::NAME name=name title=title><List name=name>{items}</List></Section> }
    })
}

/// An invitation that was opened here and waits for another address: to that account, or another invitation.
fn elsewhere(frame: &Frame, current: &str, found: OrgElsewhere) -> impl IntoView + use<> {
    let OrgElsewhere { org, invited, token } = found;
    let [title, text, how, switch] = [
        Message::OrgElsewhereTitle,
        Message::OrgElsewhere { org: &org, invited: &invited },
        Message::OrgElsewhereHow { current },
        Message::InvitationSwitch,
    ]
    .map(|message| frame.say(message));
    let frame = frame.clone();
    view! {
        <Section screen=ChooseOrg::NAME name="elsewhere" title=title>
            <p>{text}</p>
            <p data-part="hint">{how}</p>
            <Form frame=frame name="switch" action=routes::INVITATION>
                <input type="hidden" name="what" value="switch"/>
                <input type="hidden" name="token" value=token/>
                <Press name="switch" kind=Kind::Secondary text=switch/>
            </Form>
        </Section>
    }
}

/// The form of an item: what it does, and to which one.
fn act(frame: &Frame, kind: Kind, what: &'static str, id: String, text: Text) -> impl IntoView + use<> {
    view! {
        <Form frame=frame.clone() name=what action=routes::CHOOSE_ORG>
            <input type="hidden" name="what" value=what/>
            <input type="hidden" name="id" value=id/>
            <PressItem name=what kind=kind text=text.clone() label=text/>
        </Form>
    }
}

fn full(frame: &Frame) -> impl IntoView + use<> {
    let text = frame.say(Message::OrgFullHint);
    view! { <p data-part="hint">{text}</p> }
}

fn invitation(frame: &Frame, kind: Kind, invitation: OrgInvitation) -> AnyView {
    let OrgInvitation { id, org, inviter, full: is_full } = invitation;
    let text = frame.say(Message::OrgInvitation { org: &org, inviter: inviter.as_deref() });
    let join = frame.say(Message::OrgJoin { org: &org });
    let (state, what) = if is_full {
        (ItemState::Disabled, full(frame).into_any())
    } else {
        (ItemState::Idle, act(frame, kind, "accept", id, join).into_any())
    };
    view! { <Item name="invitation" state=state><p>{text}</p>{what}</Item> }.into_any()
}

fn domain_match(frame: &Frame, kind: Kind, found: OrgMatch) -> AnyView {
    let OrgMatch { id, org, domain, rule, full: is_full } = found;
    let text = frame.say(Message::OrgMatch { org: &org, domain: &domain });
    let (message, what) = match rule {
        DomainRule::Join => (Message::OrgJoin { org: &org }, "join"),
        DomainRule::Ask => (Message::OrgAsk { org: &org }, "ask"),
    };
    let button = frame.say(message);
    let (state, what) = if is_full {
        (ItemState::Disabled, full(frame).into_any())
    } else {
        (ItemState::Idle, act(frame, kind, what, id, button).into_any())
    };
    view! { <Item name="match" state=state><p>{text}</p>{what}</Item> }.into_any()
}

fn request(frame: &Frame, kind: Kind, request: OrgRequest) -> AnyView {
    let text = frame.say(Message::OrgRequest { org: &request.org });
    let cancel = frame.say(Message::OrgCancel { org: &request.org });
    let form = act(frame, kind, "cancel", request.id, cancel);
    view! { <Item name="request" state=ItemState::Pending><p>{text}</p>{form}</Item> }.into_any()
}

/// One of one's own: the quiet third way, unless there is no other, and beside a match a question first.
fn create(
    frame: &Frame,
    kind: Kind,
    name: String,
    error: Option<FieldError>,
    anyway: bool,
    question: Option<AnyView>,
) -> impl IntoView + use<> {
    let button = if anyway { Message::OrgCreateAnyway } else { Message::OrgCreate };
    let [title, lead, label, button] =
        [Message::OrgCreateTitle, Message::OrgCreateLead, Message::OrgName, button].map(|message| frame.say(message));
    let frame = frame.clone();
    let anyway = anyway.then(|| view! { <input type="hidden" name="anyway" value="yes"/> });
    view! {
        <Section screen=ChooseOrg::NAME name="create" title=title>
            <p data-part="hint">{lead}</p>
            {question}
            <Form frame=frame.clone() name="create" action=routes::CHOOSE_ORG>
                <input type="hidden" name="what" value="create"/>
                {anyway}
                <LineField frame=frame id=NAME_FIELD kind=LineKind::Text label=label autocomplete=Some("organization") value=name error=error/>
                <Press name="create" kind=kind text=button/>
            </Form>
        </Section>
    }
}
