//! A mailed invitation: `/invitation`. It opens nothing for anybody but the invited address (O-05), whoever is logged in
//! here, and it is still there after logging in, signing up or changing the account.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    destination::AfterLogIn,
    email::EmailAddress,
    login_state::LoginState,
    org::{INVITATION_LIFE, OrgName, Role},
    routes,
};
use vestibule_http::{
    chance,
    cookies::{Cookie, is_token},
    form::Fields,
    secret::digest_of_token,
};
use vestibule_store::{Invitation, InvitationKey, Joining, NewInvitation, OrgId, StoreError};
use vestibule_ui::screens::{Invitation as InvitationScreen, InvitationModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    choose_org, mail,
    page::show,
    session,
};

impl Vestibule {
    /// Mails an invitation into an organisation, in the name of whoever runs this.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be kept; nothing was mailed then.
    pub async fn invite(
        &self,
        org: &OrgId,
        name: &OrgName,
        email: &EmailAddress,
        role: Role,
    ) -> Result<(), StoreError> {
        let chance = self.0.chance.as_ref();
        let (token, now) = (chance::token(chance), self.now());
        let invitation = NewInvitation {
            id: chance::name(chance),
            link: digest_of_token(&token),
            org: org.clone(),
            email: email.clone(),
            role,
            inviter: None,
            now,
            expires_at: now + INVITATION_LIFE,
            letter: mail::invitation(self, email, name, None, &token),
        };
        self.0.store.invite(invitation).await?;
        self.0.letters.notify_one();
        Ok(())
    }
}

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    token: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if let Some(token) = arrival.token {
        let base = &vestibule.0.base;
        return if is_token(&token) {
            // It stays in no history and no screenshot (L-12), and waits while somebody logs in.
            with_cookie(see_other(routes::INVITATION), Cookie::Invitation.set(&token, base))
        } else {
            draw(&vestibule, &visitor, StatusCode::GONE, InvitationModel::Ended)
        };
    }
    let Some(token) = visitor.invitation.clone() else { return see_other(visitor.state.path()) };
    match find(&vestibule, &token).await {
        Ok(invitation) => {
            let (status, model) = model(&vestibule, &visitor, invitation.as_ref(), token, false);
            let (waits, is_over) = (
                matches!(model, InvitationModel::LoggedOut { .. }),
                matches!(model, InvitationModel::Ended | InvitationModel::Accepted { .. }),
            );
            let page = draw(&vestibule, &visitor, status, model);
            let base = &vestibule.0.base;
            if waits {
                // Whoever logs in or signs up from here comes back.
                let back = back_here(&vestibule);
                with_cookie(page, session::remember_after(&vestibule, &back))
            } else if is_over {
                // It is told once.
                let page = with_cookie(page, Cookie::Invitation.clear(base));
                if visitor.after == back_here(&vestibule) {
                    with_cookie(page, Cookie::ReturnTo.clear(base))
                } else {
                    page
                }
            } else {
                page
            }
        }
        Err(response) => response,
    }
}

/// The invitation of a link, until it ends.
pub(crate) async fn find(vestibule: &Vestibule, token: &str) -> Result<Option<Invitation>, Response> {
    let found = vestibule.0.store.invitation(digest_of_token(token), vestibule.now()).await;
    found.map_err(|error| failed(&error))
}

/// The invitation whose link was opened last at this browser.
pub(crate) async fn opened(vestibule: &Vestibule, visitor: &Visitor) -> Result<Option<Invitation>, Response> {
    match &visitor.invitation {
        Some(token) => find(vestibule, token).await,
        None => Ok(None),
    }
}

/// Back to this page after a log-in.
fn back_here(vestibule: &Vestibule) -> AfterLogIn {
    vestibule.after(Some(&vestibule.at(routes::INVITATION)))
}

fn draw(vestibule: &Vestibule, visitor: &Visitor, status: StatusCode, model: InvitationModel) -> Response {
    show::<InvitationScreen>(vestibule, visitor, status, model)
}

fn model(
    vestibule: &Vestibule,
    visitor: &Visitor,
    invitation: Option<&Invitation>,
    token: String,
    stale_form: bool,
) -> (StatusCode, InvitationModel) {
    let Some(invitation) = invitation else { return (StatusCode::GONE, InvitationModel::Ended) };
    let org = invitation.org.to_string();
    let inviter = invitation.inviter.as_ref().map(ToString::to_string);
    let status = if stale_form { StatusCode::FORBIDDEN } else { StatusCode::OK };
    let model = match visitor.account() {
        _ if invitation.accepted => InvitationModel::Accepted { org },
        None => InvitationModel::LoggedOut { org, inviter, email: invitation.email.to_string() },
        Some(account) if account.email.key() == invitation.email.key() => InvitationModel::Ready {
            org,
            inviter,
            email: account.email.to_string(),
            token,
            full: invitation.full,
            contact: vestibule.0.contact.clone(),
            stale_form,
        },
        Some(account) => InvitationModel::WrongAccount {
            org,
            invited: invitation.email.to_string(),
            current: account.email.to_string(),
            token,
        },
    };
    (status, model)
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    answer(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn answer(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let token = fields.text("token").to_owned();
    let invitation = find(vestibule, &token).await?;
    if !visitor.owns(vestibule, fields) {
        let (status, model) = model(vestibule, visitor, invitation.as_ref(), token, true);
        return Err(draw(vestibule, visitor, status, model));
    }
    if fields.get("what") == Some("switch") {
        return switch(vestibule, visitor).await;
    }
    // A half-finished log-in has its own next step: the invitation is on the list there.
    let (LoginState::LoggedIn | LoginState::UserMustBeInAtLeastOneOrg, Some(account)) =
        (&visitor.state, visitor.account())
    else {
        return Err(see_other(visitor.state.path()));
    };
    let key = InvitationKey::Link(digest_of_token(&token));
    let joined = vestibule.0.store.accept_invitation(&key, &account.id, vestibule.now()).await;
    match joined.map_err(|error| failed(&error))? {
        Joining::Done => {
            // Whoever logged in to accept it wanted nothing else.
            let wanted = Some(&visitor.after).filter(|after| **after != back_here(vestibule));
            let after = wanted.cloned().unwrap_or_default();
            let response = choose_org::entered(vestibule, visitor, account, &after).await;
            Ok(with_cookie(response, Cookie::Invitation.clear(&vestibule.0.base)))
        }
        Joining::Full | Joining::Gone => {
            let (_, model) = model(vestibule, visitor, find(vestibule, &token).await?.as_ref(), token, false);
            Err(draw(vestibule, visitor, StatusCode::CONFLICT, model))
        }
    }
}

/// Ends the session of whoever is logged in, and comes back to the invitation with another account.
async fn switch(vestibule: &Vestibule, visitor: &Visitor) -> Result<Response, Response> {
    if let Some(session) = visitor.session {
        vestibule.0.store.end_session(session).await.map_err(|error| failed(&error))?;
    }
    let back = back_here(vestibule);
    let response = see_other(&format!("{}?notice=invitation", routes::LOG_IN));
    let response = with_cookie(response, Cookie::Session.clear(&vestibule.0.base));
    Ok(with_cookie(response, session::remember_after(vestibule, &back)))
}
