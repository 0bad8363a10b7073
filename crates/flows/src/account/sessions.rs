//! The sessions of an account and the devices that it remembers: `/account/sessions` (ASVS 7.5.2, S-09).

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::routes;
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::SessionId;
use vestibule_ui::screens::{DeviceItem, SessionItem, Sessions, SessionsModel, SessionsNotice};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    clock, gate, onward,
    page::show,
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    notice: Option<String>,
    count: Option<u32>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    let notice = match arrival.notice.as_deref() {
        Some("ended") => Some(SessionsNotice::Ended),
        Some("others") => Some(SessionsNotice::OthersEnded { count: arrival.count.unwrap_or(0) }),
        Some("forgotten") => Some(SessionsNotice::DeviceForgotten),
        _ => None,
    };
    draw(&vestibule, &visitor, StatusCode::OK, notice).await.unwrap_or_else(|response| response)
}

async fn draw(
    vestibule: &Vestibule,
    visitor: &Visitor,
    status: StatusCode,
    notice: Option<SessionsNotice>,
) -> Result<Response, Response> {
    let known = gate::logged_in(visitor, routes::ACCOUNT_SESSIONS)?;
    let (store, id, now) = (&vestibule.0.store, &known.account.id, vestibule.now());
    let sessions = store.sessions_of(id, now, vestibule.0.session.idle).await.map_err(|error| failed(&error))?;
    let devices = store.devices(id, now).await.map_err(|error| failed(&error))?;
    let session = |session: vestibule_store::Session| SessionItem {
        current: session.id == known.session.id,
        id: session.id.0,
        device: session.place.device,
        address: session.place.address.to_string(),
        began: clock::to_the_minute(session.created_at),
        seen: clock::to_the_minute(session.last_seen_at),
    };
    let device = |device: vestibule_store::Device| DeviceItem {
        id: device.id,
        device: device.device,
        until: clock::to_the_day(device.expires_at),
    };
    let model = SessionsModel {
        sessions: sessions.into_iter().map(session).collect(),
        devices: devices.into_iter().map(device).collect(),
        notice,
    };
    Ok(show::<Sessions>(vestibule, visitor, status, model))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    end(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn end(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let known = gate::logged_in(visitor, routes::ACCOUNT_SESSIONS)?;
    if !visitor.owns(vestibule, fields) {
        return draw(vestibule, visitor, StatusCode::FORBIDDEN, Some(SessionsNotice::StaleForm)).await;
    }
    let (store, id) = (&vestibule.0.store, &known.account.id);
    let session = SessionId(fields.text("id").to_owned());
    let found = match fields.get("what") {
        // Ending one's own session is logging out.
        Some("end") if session == known.session.id => return Ok(see_other(routes::LOG_OUT)),
        Some("end") => store.end_session_of(id, &session).await.map_err(|error| failed(&error))?.then_some("ended"),
        Some("others") => {
            let count = store.end_sessions(id, visitor.session).await.map_err(|error| failed(&error))?;
            return Ok(see_other(&format!("{}?notice=others&count={count}", routes::ACCOUNT_SESSIONS)));
        }
        Some("all") => {
            store.end_sessions(id, None).await.map_err(|error| failed(&error))?;
            return Ok(with_cookie(onward::log_out(vestibule), Cookie::Session.clear(&vestibule.0.base)));
        }
        Some("forget") => {
            let forgotten = store.forget_device(id, fields.text("id")).await.map_err(|error| failed(&error))?;
            forgotten.then_some("forgotten")
        }
        _ => None,
    };
    match found {
        Some(word) => Ok(see_other(&format!("{}?notice={word}", routes::ACCOUNT_SESSIONS))),
        // Somebody else's session is not there, and neither is one that ended meanwhile (S-09).
        None => draw(vestibule, visitor, StatusCode::NOT_FOUND, Some(SessionsNotice::Gone)).await,
    }
}
