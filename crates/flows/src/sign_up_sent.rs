//! A sign-up waits for its mailed code: `/signup/sent`, and `/signup/resend` for another mail.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    field::FieldError,
    limits::Limit,
    login_state::LoginState,
    mail_code::MailCode,
    routes,
    sends::{Sends, TooSoon},
    sign_up::SignUpPending,
};
use vestibule_http::{chance, cookies::Cookie, form::Fields};
use vestibule_store::{AccountId, Confirmation, Digest, SignUp};
use vestibule_ui::screens::{LastMethod, SentNotice, SignUpSent, SignUpSentModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    limits::{self, Key},
    log_in, mail,
    page::show,
    session::{self, Begun},
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    notice: Option<String>,
}

/// The sign-up that this browser waits for.
struct Waiting {
    digest: Digest,
    sign_up: SignUp,
    pending: SignUpPending,
}

impl Waiting {
    fn model(&self, vestibule: &Vestibule) -> SignUpSentModel {
        let resend_wait = seconds(self.pending.resend_wait(vestibule.now()));
        SignUpSentModel { email: self.sign_up.email.to_string(), resend_wait, ..SignUpSentModel::default() }
    }
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    match find(&vestibule, &visitor).await {
        Ok(waiting) => {
            let notice = (arrival.notice.as_deref() == Some("sent")).then_some(SentNotice::SentAgain);
            let model = SignUpSentModel { notice, ..waiting.model(&vestibule) };
            show::<SignUpSent>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}

/// The waiting sign-up, or where to go without one.
async fn find(vestibule: &Vestibule, visitor: &Visitor) -> Result<Waiting, Response> {
    if visitor.state != LoginState::LoginRequired {
        return Err(see_other(visitor.state.path()));
    }
    let Some(digest) = visitor.sign_up else { return Err(see_other(routes::SIGN_UP)) };
    let found = vestibule.0.store.sign_up(digest, vestibule.now()).await.map_err(|error| failed(&error))?;
    let Some(sign_up) = found else { return Err(see_other(routes::SIGN_UP)) };
    if sign_up.confirmed {
        return Err(log_in::after_confirmation());
    }
    let pending = SignUpPending::restore(
        sign_up.email.clone(),
        sign_up.started_at,
        Sends { last_at: sign_up.sent_at, count: sign_up.sends },
    );
    Ok(Waiting { digest, sign_up, pending })
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let waiting = match find(&vestibule, &visitor).await {
        Ok(waiting) => waiting,
        Err(response) => return response,
    };
    let model = waiting.model(&vestibule);
    let typed = fields.text("code");
    let refuse = |status, code_error| {
        let model = SignUpSentModel { code: typed.to_owned(), code_error: Some(code_error), ..model.clone() };
        show::<SignUpSent>(&vestibule, &visitor, status, model)
    };
    if !visitor.owns(&vestibule, &fields) {
        let model = SignUpSentModel { notice: Some(SentNotice::StaleForm), ..model };
        return show::<SignUpSent>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    let code = match MailCode::from_typed(typed) {
        Ok(code) => code,
        Err(error) => return refuse(StatusCode::UNPROCESSABLE_ENTITY, error),
    };
    let tries =
        [(Limit::CodeByClient, Key::Client(visitor.client)), (Limit::CodeBySignUp, Key::SignUp(waiting.digest))];
    match limits::take(&vestibule, &tries).await {
        Ok(None) => {}
        Ok(Some(wait)) => {
            let model = SignUpSentModel { notice: Some(SentNotice::TooManyCodes { wait }), ..model };
            return retry_after(wait, show::<SignUpSent>(&vestibule, &visitor, StatusCode::TOO_MANY_REQUESTS, model));
        }
        Err(error) => return failed(&error),
    }
    let digest = mail::digest_of_code(&vestibule, waiting.digest, &code);
    let (new, cookie) = session::fresh(&vestibule, &visitor, session::first_factor(&vestibule));
    let session_digest = new.digest;
    let account = AccountId(chance::name(vestibule.0.chance.as_ref()));
    match vestibule.0.store.confirm_by_code(waiting.digest, digest, account, new).await {
        Ok(Confirmation::NoMatch) => refuse(StatusCode::UNPROCESSABLE_ENTITY, FieldError::WrongCode),
        Ok(confirmation) => confirmed(&vestibule, &visitor, &confirmation, session_digest, cookie).await,
        Err(error) => failed(&error),
    }
}

/// The answer to a proven mailbox: on with the walk, or to the log-in if the account had begun before.
pub(crate) async fn confirmed(
    vestibule: &Vestibule,
    visitor: &Visitor,
    confirmation: &Confirmation,
    digest: Digest,
    cookie: axum::http::HeaderValue,
) -> Response {
    let forget = Cookie::SignUp.clear(&vestibule.0.base);
    match confirmation {
        Confirmation::Confirmed(account) => {
            tracing::info!(account = account.id.0, "signed up");
            let begun = Begun { account, digest, cookie, method: LastMethod::Password, after: &visitor.after };
            with_cookie(session::begun_quietly(vestibule, visitor, begun).await, forget)
        }
        Confirmation::NoMatch | Confirmation::AlreadyConfirmed | Confirmation::AddressTaken => {
            with_cookie(log_in::after_confirmation(), forget)
        }
    }
}

pub(crate) async fn resend(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let waiting = match find(&vestibule, &visitor).await {
        Ok(waiting) => waiting,
        Err(response) => return response,
    };
    let notice = |status, notice| {
        let model = SignUpSentModel { notice: Some(notice), ..waiting.model(&vestibule) };
        show::<SignUpSent>(&vestibule, &visitor, status, model)
    };
    if !visitor.owns(&vestibule, &fields) {
        return notice(StatusCode::FORBIDDEN, SentNotice::StaleForm);
    }
    match send_again(&vestibule, &visitor, &waiting).await {
        Ok(None) => see_other(&format!("{}?notice=sent", routes::SIGN_UP_SENT)),
        Ok(Some(wait)) => retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SentNotice::TooSoon { wait })),
        Err(response) => response,
    }
}

/// Sends another mail; `Some(seconds)` to wait when that is not possible yet.
async fn send_again(vestibule: &Vestibule, visitor: &Visitor, waiting: &Waiting) -> Result<Option<u64>, Response> {
    let pending = match waiting.pending.clone().send_again(vestibule.now()) {
        Ok(pending) => pending,
        Err(TooSoon { wait }) => return Ok(Some(seconds(wait))),
    };
    let tries = [
        (Limit::MailByClient, Key::Client(visitor.client)),
        (Limit::MailByAddress, Key::Address(&waiting.sign_up.email)),
    ];
    if let Some(wait) = limits::take(vestibule, &tries).await.map_err(|error| failed(&error))? {
        return Ok(Some(wait));
    }
    let send = mail::sign_up(vestibule, waiting.digest, &pending, &waiting.sign_up.password);
    let sent = vestibule.0.store.send_again(waiting.digest, waiting.sign_up.sends, vestibule.now(), send);
    // Of two clicks one sends; both get the page that says so.
    sent.await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    Ok(None)
}

/// Whole seconds, rounded up: a wait of half a second is not over yet.
fn seconds(wait: time::Duration) -> u64 {
    u64::try_from(wait.whole_milliseconds()).unwrap_or(0).div_ceil(1_000)
}
