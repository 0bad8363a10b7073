//! An organisation to belong to: invitations, the organisation of one's domain, or one of one's own. Never a dead end.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, org::DomainRule, routes};
use vestibule_words::{Message, Text};

use crate::{
    FieldId, Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Form, Item, ItemState, Kind, Lead, LineField, LineKind, Link, List, Nav, Page,
        Press, PressItem, Section, Summary, Title,
    },
};

const NAME_FIELD: FieldId = FieldId::new("choose-org", "name");

/// The screen of the organisations that somebody may belong to.
pub struct ChooseOrg;

/// What that screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChooseOrgModel {
    /// Who chooses.
    pub email: String,
    /// Invitations that wait.
    pub invitations: Vec<OrgInvitation>,
    /// Organisations of the address's domain.
    pub matches: Vec<OrgMatch>,
    /// Wishes that wait.
    pub requests: Vec<OrgRequest>,
    /// The name of a new one, as typed.
    pub name: String,
    /// What is wrong with the name.
    pub name_error: Option<FieldError>,
    /// The organisation beside which another one would be made: that is asked once more.
    pub existing: Option<String>,
    /// What just happened.
    pub notice: Option<ChooseOrgNotice>,
}

/// An invitation that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgInvitation {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
    /// Who invited.
    pub inviter: Option<String>,
    /// Whether no more people may belong to it.
    pub full: bool,
}

/// An organisation of the address's domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgMatch {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
    /// The domain.
    pub domain: String,
    /// What people of the domain may do.
    pub rule: DomainRule,
    /// Whether no more people may belong to it.
    pub full: bool,
}

/// A wish to be let in that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgRequest {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
}

/// What just happened on the way into an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChooseOrgNotice {
    /// No more people may belong to it.
    Full {
        /// The organisation.
        org: String,
        /// Where to write to.
        contact: Option<String>,
    },
    /// Too many tries.
    TooMany {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
    /// The wish is on its way.
    RequestSent {
        /// The organisation.
        org: String,
    },
    /// The wish was taken back.
    RequestCancelled {
        /// The organisation.
        org: String,
    },
    /// The invitation or the match is no longer there.
    Gone,
}

impl ChooseOrgNotice {
    fn say(&self, frame: &Frame) -> (AlertKind, Text) {
        let (kind, message) = match self {
            Self::Full { org, contact } => (AlertKind::Warn, Message::OrgNoSeat { org, contact: contact.as_deref() }),
            Self::TooMany { wait } => (AlertKind::Warn, Message::OrgTooMany { wait: *wait }),
            Self::StaleForm => (AlertKind::Info, Message::StaleForm),
            Self::RequestSent { org } => (AlertKind::Good, Message::OrgRequestSent { org }),
            Self::RequestCancelled { org } => (AlertKind::Good, Message::OrgRequestCancelled { org }),
            Self::Gone => (AlertKind::Warn, Message::OrgGone),
        };
        (kind, frame.say(message))
    }
}

fn ada() -> ChooseOrgModel {
    ChooseOrgModel { email: "ada@acme.example".to_owned(), ..ChooseOrgModel::default() }
}

fn invited(inviter: Option<&str>, full: bool) -> ChooseOrgModel {
    let invitation =
        OrgInvitation { id: "i1".to_owned(), org: "Acme".to_owned(), inviter: inviter.map(str::to_owned), full };
    ChooseOrgModel { invitations: vec![invitation], ..ada() }
}

fn matched(rule: DomainRule, full: bool) -> ChooseOrgModel {
    let (org, domain) = ("Acme".to_owned(), "acme.example".to_owned());
    ChooseOrgModel { matches: vec![OrgMatch { id: "o1".to_owned(), org, domain, rule, full }], ..ada() }
}

fn pending() -> ChooseOrgModel {
    ChooseOrgModel { requests: vec![OrgRequest { id: "o1".to_owned(), org: "Acme".to_owned() }], ..ada() }
}

fn noticed(notice: ChooseOrgNotice) -> ChooseOrgModel {
    ChooseOrgModel { notice: Some(notice), ..matched(DomainRule::Ask, false) }
}

/// Everything at once, with the longest names that are allowed.
fn crowded() -> ChooseOrgModel {
    let long = "The Featherstonehaugh-Cholmondeley Foundation for the Advancement of Typesetting".to_owned();
    let invitation = |id: &str, org: &str| OrgInvitation {
        id: id.to_owned(),
        org: org.to_owned(),
        inviter: Some("wilhelmina.featherstonehaugh-cholmondeley@department.example.org".to_owned()),
        full: false,
    };
    ChooseOrgModel {
        invitations: vec![invitation("i1", &long), invitation("i2", "Beta")],
        requests: vec![OrgRequest { id: "o2".to_owned(), org: long }],
        ..matched(DomainRule::Join, false)
    }
}

impl Screen for ChooseOrg {
    type Model = ChooseOrgModel;

    const NAME: &'static str = "choose-org";

    const STORIES: &'static [Story<ChooseOrgModel>] = &[
        Story { name: "nothing", model: ada },
        Story { name: "invited", model: || invited(Some("grace@acme.example"), false) },
        Story { name: "invited-by-nobody", model: || invited(None, false) },
        Story { name: "invited-but-full", model: || invited(Some("grace@acme.example"), true) },
        Story { name: "match-join", model: || matched(DomainRule::Join, false) },
        Story { name: "match-ask", model: || matched(DomainRule::Ask, false) },
        Story { name: "match-full", model: || matched(DomainRule::Join, true) },
        Story { name: "pending", model: pending },
        Story {
            name: "create-beside-a-match",
            model: || ChooseOrgModel {
                name: "Acme Labs".to_owned(),
                existing: Some("Acme".to_owned()),
                ..matched(DomainRule::Join, false)
            },
        },
        Story { name: "no-name", model: || ChooseOrgModel { name_error: Some(FieldError::Required), ..ada() } },
        Story {
            name: "long-name",
            model: || ChooseOrgModel {
                name: "x".repeat(81),
                name_error: Some(FieldError::TooLong { max: 80 }),
                ..ada()
            },
        },
        Story { name: "full", model: || noticed(ChooseOrgNotice::Full { org: "Acme".to_owned(), contact: None }) },
        Story { name: "rate-limited", model: || noticed(ChooseOrgNotice::TooMany { wait: 600 }) },
        Story { name: "stale-form", model: || noticed(ChooseOrgNotice::StaleForm) },
        Story {
            name: "request-sent",
            model: || ChooseOrgModel {
                notice: Some(ChooseOrgNotice::RequestSent { org: "Acme".to_owned() }),
                ..pending()
            },
        },
        Story {
            name: "request-cancelled",
            model: || noticed(ChooseOrgNotice::RequestCancelled { org: "Acme".to_owned() }),
        },
        Story { name: "gone", model: || noticed(ChooseOrgNotice::Gone) },
        Story { name: "everything", model: crowded },
    ];

    fn title(frame: &Frame, _: &ChooseOrgModel) -> Text {
        frame.say(Message::ChooseOrgTitle)
    }

    fn view(frame: Frame, model: ChooseOrgModel) -> impl IntoView + 'static {
        let ChooseOrgModel { email, invitations, matches, requests, name, name_error, existing, notice } = model;
        let say = |message| frame.say(message);
        let alert = notice.map(|notice| {
            let (kind, text) = notice.say(&frame);
            view! { <Alert screen=Self::NAME kind=kind text=text/> }
        });
        let items = name_error.map(|error| ((NAME_FIELD, error), say(Message::OrgName))).into_iter().collect();
        let invitations = section(&frame, "invitations", Message::OrgInvitations, invitations, invitation);
        let matches = section(&frame, "matches", Message::OrgMatches, matches, domain_match);
        let requests = section(&frame, "requests", Message::OrgRequests, requests, request);
        let create = create(&frame, name, name_error, existing);
        let [title, lead, not_you, wrong_email, another, log_out] = [
            Message::ChooseOrgTitle,
            Message::ChooseOrgLead,
            Message::OrgNotYou,
            Message::OrgWrongEmail,
            Message::OrgUseAnother,
            Message::LogOut,
        ]
        .map(say);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                {alert}
                <Summary frame=frame screen=Self::NAME items=items/>
                {invitations}
                {matches}
                {requests}
                {create}
                <Nav text=not_you><Link name="log-out" href=routes::LOG_OUT text=log_out/></Nav>
                <Nav text=wrong_email><Link name="use-another" href=routes::LOG_OUT text=another/></Nav>
            </Page>
        }
    }
}

/// A section with a list, or nothing when there is nothing to list.
fn section<T: 'static>(
    frame: &Frame,
    name: &'static str,
    title: Message<'_>,
    things: Vec<T>,
    item: fn(&Frame, T) -> AnyView,
) -> Option<impl IntoView + use<T>> {
    (!things.is_empty()).then(|| {
        let title = frame.say(title);
        let items = things.into_iter().map(|thing| item(frame, thing)).collect_view();
        view! { <Section screen=ChooseOrg::NAME name=name title=title><List name=name>{items}</List></Section> }
    })
}

/// The form of an item: what it does, and to which one.
fn act(frame: &Frame, what: &'static str, id: String, text: Text, label: Text) -> impl IntoView + use<> {
    view! {
        <Form frame=frame.clone() name=what action=routes::CHOOSE_ORG>
            <input type="hidden" name="what" value=what/>
            <input type="hidden" name="id" value=id/>
            <PressItem name=what text=text label=label/>
        </Form>
    }
}

fn full(frame: &Frame) -> impl IntoView + use<> {
    let text = frame.say(Message::OrgFullHint);
    view! { <p data-part="hint">{text}</p> }
}

fn invitation(frame: &Frame, invitation: OrgInvitation) -> AnyView {
    let OrgInvitation { id, org, inviter, full: is_full } = invitation;
    let text = frame.say(Message::OrgInvitation { org: &org, inviter: inviter.as_deref() });
    let join = frame.say(Message::OrgJoin { org: &org });
    let (state, what) = if is_full {
        (ItemState::Disabled, full(frame).into_any())
    } else {
        (ItemState::Idle, act(frame, "accept", id, join.clone(), join).into_any())
    };
    view! { <Item name="invitation" state=state><p>{text}</p>{what}</Item> }.into_any()
}

fn domain_match(frame: &Frame, found: OrgMatch) -> AnyView {
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
        (ItemState::Idle, act(frame, what, id, button.clone(), button).into_any())
    };
    view! { <Item name="match" state=state><p>{text}</p>{what}</Item> }.into_any()
}

fn request(frame: &Frame, request: OrgRequest) -> AnyView {
    let text = frame.say(Message::OrgRequest { org: &request.org });
    let cancel = frame.say(Message::OrgCancel { org: &request.org });
    let form = act(frame, "cancel", request.id, cancel.clone(), cancel);
    view! { <Item name="request" state=ItemState::Pending><p>{text}</p>{form}</Item> }.into_any()
}

/// One of one's own: the quiet third way, and beside a match a question first.
fn create(frame: &Frame, name: String, error: Option<FieldError>, existing: Option<String>) -> impl IntoView + use<> {
    let say = |message| frame.say(message);
    let question = existing.as_deref().map(|org| {
        let text = say(Message::OrgExists { org });
        view! { <Alert screen=ChooseOrg::NAME kind=AlertKind::Warn text=text/> }
    });
    let frame = frame.clone();
    let anyway = existing.is_some().then(|| view! { <input type="hidden" name="anyway" value="yes"/> });
    let button = if existing.is_some() { Message::OrgCreateAnyway } else { Message::OrgCreate };
    let [title, lead, label, button] =
        [Message::OrgCreateTitle, Message::OrgCreateLead, Message::OrgName, button].map(|message| frame.say(message));
    view! {
        <Section screen=ChooseOrg::NAME name="create" title=title>
            <p data-part="hint">{lead}</p>
            {question}
            <Form frame=frame.clone() name="create" action=routes::CHOOSE_ORG>
                <input type="hidden" name="what" value="create"/>
                {anyway}
                <LineField frame=frame id=NAME_FIELD kind=LineKind::Text label=label autocomplete=Some("organization") value=name error=error/>
                <Press name="create" kind=Kind::Secondary text=button/>
            </Form>
        </Section>
    }
}
