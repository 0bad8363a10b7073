//! An organisation to belong to: `/choose-org`. Invitations come first, even one for another address that was opened here, then the organisation of the address's domain,
//! then one of one's own: never a dead end, and nobody is let in without pressing a button.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{
    destination::AfterLogIn, field::FieldError, limits::Limit, login_state::LoginState, org::OrgName, routes,
};
use vestibule_http::{chance, form::Fields};
use vestibule_store::{Account, Asker, Invitation, InvitationKey, Joining, NewOrg, OrgId, StoreError, WaysIn};
use vestibule_ui::screens::{
    ChooseOrg, ChooseOrgModel, ChooseOrgNotice, OrgElsewhere, OrgInvitation, OrgMatch, OrgRequest,
};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other},
    gate, invitation,
    limits::{self, Key},
    mail,
    page::show,
    session,
};

impl Vestibule {
    /// Lets somebody in who asked to join an organisation, and tells them by mail.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be kept; nobody was let in or told then.
    pub async fn admit(&self, org: &OrgId, name: &OrgName, asker: &Asker) -> Result<Joining, StoreError> {
        let letter = mail::admitted(self, &asker.email, name);
        let joined = self.0.store.admit(org, &asker.account, letter, self.now()).await?;
        self.0.letters.notify_one();
        Ok(joined)
    }
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    draw(&vestibule, &visitor).await.unwrap_or_else(|response| response)
}

/// The page's other name, which users of the field know.
pub(crate) async fn other_name() -> Response {
    see_other(routes::CHOOSE_ORG)
}

async fn draw(vestibule: &Vestibule, visitor: &Visitor) -> Result<Response, Response> {
    let account = enter(visitor)?;
    let doors = doors(vestibule, visitor, account).await?;
    let model = model(visitor, account, &doors);
    Ok(show::<ChooseOrg>(vestibule, visitor, StatusCode::OK, model))
}

/// Whoever must belong to one, and whoever is logged in and may belong to another.
fn enter(visitor: &Visitor) -> Result<&Account, Response> {
    let known = match visitor.state {
        LoginState::LoggedIn => gate::logged_in(visitor, routes::CHOOSE_ORG),
        _ => gate::only_at(visitor, routes::CHOOSE_ORG),
    };
    known.map(|known| &known.account)
}

/// All that is shown to an account.
struct Doors {
    ways: WaysIn,
    elsewhere: Option<OrgElsewhere>,
}

async fn doors(vestibule: &Vestibule, visitor: &Visitor, account: &Account) -> Result<Doors, Response> {
    let ways = vestibule.0.store.ways_in(&account.id, vestibule.now()).await.map_err(|error| failed(&error))?;
    Ok(Doors { ways, elsewhere: elsewhere(vestibule, visitor, account).await? })
}

/// The invitation that was opened in this browser, if it waits for another address: without a word about it, whoever
/// signed up with the wrong one begins a second organisation. It lets nobody in (O-05), and tells what the link told.
async fn elsewhere(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
) -> Result<Option<OrgElsewhere>, Response> {
    let Some(token) = &visitor.invitation else { return Ok(None) };
    let found = invitation::find(vestibule, token).await?;
    let found = found.filter(|found| !found.accepted && found.email.key() != account.email.key());
    let elsewhere = |found: Invitation| OrgElsewhere {
        org: found.org.to_string(),
        invited: found.email.to_string(),
        token: token.clone(),
    };
    Ok(found.map(elsewhere))
}

fn model(visitor: &Visitor, account: &Account, doors: &Doors) -> ChooseOrgModel {
    let Doors { ways, elsewhere } = doors;
    let invitation = |invitation: &Invitation| OrgInvitation {
        id: invitation.id.clone(),
        org: invitation.org.to_string(),
        inviter: invitation.inviter.as_ref().map(ToString::to_string),
        full: invitation.full,
    };
    let domain_match = |found: &vestibule_store::DomainMatch| OrgMatch {
        id: found.org.0.clone(),
        org: found.name.to_string(),
        domain: found.domain.clone(),
        rule: found.rule,
        full: found.full,
    };
    let request = |request: &vestibule_store::JoinRequest| OrgRequest {
        id: request.org.0.clone(),
        org: request.name.to_string(),
    };
    ChooseOrgModel {
        email: account.email.to_string(),
        optional: visitor.state == LoginState::LoggedIn,
        elsewhere: elsewhere.clone(),
        invitations: ways.invitations.iter().map(invitation).collect(),
        matches: ways.matches.iter().map(domain_match).collect(),
        requests: ways.requests.iter().map(request).collect(),
        ..ChooseOrgModel::default()
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    choose(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

/// What can be chosen.
enum Choice {
    Accept(InvitationKey),
    Join(OrgId),
    Ask(OrgId),
    Cancel(OrgId),
    Create,
}

impl Choice {
    fn read(fields: &Fields) -> Option<Self> {
        let id = fields.text("id").to_owned();
        Some(match fields.get("what")? {
            "accept" => Self::Accept(InvitationKey::Id(id)),
            "join" => Self::Join(OrgId(id)),
            "ask" => Self::Ask(OrgId(id)),
            "cancel" => Self::Cancel(OrgId(id)),
            "create" => Self::Create,
            _ => return None,
        })
    }
}

async fn choose(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let account = enter(visitor)?;
    let doors = doors(vestibule, visitor, account).await?;
    // What was typed stays, whatever is wrong with the form.
    let name = fields.text("name").to_owned();
    let notice = |status, notice| {
        let model = ChooseOrgModel { notice: Some(notice), name: name.clone(), ..model(visitor, account, &doors) };
        show::<ChooseOrg>(vestibule, visitor, status, model)
    };
    let Some(choice) = Choice::read(fields).filter(|_| visitor.owns(vestibule, fields)) else {
        return Err(notice(StatusCode::FORBIDDEN, ChooseOrgNotice::StaleForm));
    };
    let tries = [(Limit::OrgByAccount, Key::Account(&account.id))];
    if let Some(wait) = limits::take(vestibule, &tries).await.map_err(|error| failed(&error))? {
        let page = notice(StatusCode::TOO_MANY_REQUESTS, ChooseOrgNotice::TooMany { wait });
        return Err(retry_after(wait, page));
    }
    let org = name_of(&doors.ways, fields.text("id"));
    let (store, now) = (&vestibule.0.store, vestibule.now());
    let joined: Result<Joining, StoreError> = match &choice {
        Choice::Accept(key) => store.accept_invitation(key, &account.id, now).await,
        Choice::Join(id) => store.join_by_domain(id, &account.id, now).await,
        Choice::Ask(id) => store.ask_to_join(id, &account.id, now).await,
        Choice::Cancel(id) => {
            let cancelled = store.cancel_request(id, &account.id).await;
            cancelled.map(|done| if done { Joining::Done } else { Joining::Gone })
        }
        Choice::Create => return create(vestibule, visitor, account, &doors, fields).await,
    };
    let joined = joined.map_err(|error| failed(&error))?;
    let again = async |notice| {
        let doors = self::doors(vestibule, visitor, account).await?;
        let model = ChooseOrgModel { notice: Some(notice), ..model(visitor, account, &doors) };
        Ok(show::<ChooseOrg>(vestibule, visitor, StatusCode::OK, model))
    };
    match (joined, choice) {
        (Joining::Done, Choice::Ask(_)) => again(ChooseOrgNotice::RequestSent { org }).await,
        (Joining::Done, Choice::Cancel(_)) => again(ChooseOrgNotice::RequestCancelled { org }).await,
        (Joining::Done, _) => Ok(entered(vestibule, visitor, account, &visitor.after).await),
        (Joining::Full, _) => {
            let full = ChooseOrgNotice::Full { org, contact: vestibule.0.contact.clone() };
            Err(notice(StatusCode::CONFLICT, full))
        }
        (Joining::Gone, _) => {
            let doors = self::doors(vestibule, visitor, account).await?;
            let model = ChooseOrgModel { notice: Some(ChooseOrgNotice::Gone), ..model(visitor, account, &doors) };
            Err(show::<ChooseOrg>(vestibule, visitor, StatusCode::GONE, model))
        }
    }
}

/// On with the walk, for whoever belongs to an organisation now.
pub(crate) async fn entered(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    after: &AfterLogIn,
) -> Response {
    tracing::info!(account = account.id.0, "entered an organisation");
    match visitor.session {
        Some(session) => session::go_on(vestibule, visitor, session, after).await,
        None => see_other(routes::LOG_IN),
    }
}

/// What an organisation of the list is called.
fn name_of(ways: &WaysIn, id: &str) -> String {
    let invitations = ways.invitations.iter().map(|found| (found.id.as_str(), &found.org));
    let matches = ways.matches.iter().map(|found| (found.org.0.as_str(), &found.name));
    let requests = ways.requests.iter().map(|found| (found.org.0.as_str(), &found.name));
    let mut all = invitations.chain(matches).chain(requests);
    all.find(|(own, _)| *own == id).map(|(_, name)| name.to_string()).unwrap_or_default()
}

/// The organisation that may be meant when another one is made: whatever way into it waits.
fn existing(doors: &Doors) -> Option<String> {
    let Doors { ways, elsewhere } = doors;
    let elsewhere = elsewhere.iter().map(|found| found.org.clone());
    let invitations = ways.invitations.iter().map(|found| found.org.to_string());
    let matches = ways.matches.iter().map(|found| found.name.to_string());
    let requests = ways.requests.iter().map(|found| found.name.to_string());
    elsewhere.chain(invitations).chain(matches).chain(requests).next()
}

/// One of one's own. Beside another way in it is asked once more: two organisations where one was meant do damage.
async fn create(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    doors: &Doors,
    fields: &Fields,
) -> Result<Response, Response> {
    let typed = fields.text("name");
    let model = ChooseOrgModel { name: typed.to_owned(), ..model(visitor, account, doors) };
    let refuse = |status, model| Err(show::<ChooseOrg>(vestibule, visitor, status, model));
    let name: OrgName = match typed.parse::<OrgName>() {
        Ok(name) => name,
        Err(error) => {
            let error: FieldError = error;
            let model = ChooseOrgModel { name_error: Some(error), ..model };
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, model);
        }
    };
    if let Some(existing) = existing(doors).filter(|_| fields.get("anyway").is_none()) {
        let model = ChooseOrgModel { existing: Some(existing), ..model };
        return refuse(StatusCode::OK, model);
    }
    let org = NewOrg {
        id: OrgId(chance::name(vestibule.0.chance.as_ref())),
        name,
        max_members: None,
        domains: Vec::new(),
        owner: Some(account.id.clone()),
        now: vestibule.now(),
    };
    vestibule.0.store.create_org(org).await.map_err(|error| failed(&error))?;
    Ok(entered(vestibule, visitor, account, &visitor.after).await)
}
