//! Every URL of the house, and the layers around all of them.

use axum::{
    Router, middleware,
    routing::{get, post},
};
use tower_http::catch_panic::CatchPanicLayer;
use vestibule_core::routes;
use vestibule_http::{headers, origin, problem::Problem};

use crate::{
    Vestibule, account, backup_codes, backup_codes_left, brand, choose_org, client_script, confirm_email, dress,
    email_log_in, email_not_confirmed, enrol_second_factor, forgot_password, health, invitation, language, log_in,
    log_out, mounted, properties, reset_password, second_factor, session_state, shell, sign_up, sign_up_sent, step_up,
    update_password, waiting,
};

impl Vestibule {
    /// Our pages, for a host to merge into its own router: below their [`mount`](crate::Builder::mount), with the layers
    /// that protect them around them and around nothing of the host's. Its fallback stays the host's, too, but for paths
    /// below the mount. Whether browsers may reach the site by https alone is the host's to say.
    pub fn router(&self) -> Router {
        match self.0.mount.as_str() {
            // A layer is around the fallback as well, and merging would put that in the place of the host's.
            "" => self.dressed(self.pages()).reset_fallback(),
            path => Router::new().nest(path, self.dressed(self.pages().fallback(async || Problem::NotFound))),
        }
    }

    /// A whole site: the host's pages, ours, and around everything the layers that protect ours, https alone included.
    /// For a host that has no headers, no page for failures and no protection of its forms of its own.
    pub fn in_front_of(&self, host: Router<Self>) -> Router {
        let pages = match self.0.mount.as_str() {
            "" => self.pages(),
            path => Router::new().nest(path, self.pages()),
        };
        self.dressed(host.merge(pages).fallback(async || Problem::NotFound))
            .layer(middleware::from_fn_with_state(self.0.base.clone(), headers::only_https))
    }

    /// Each layer wraps those above it in this list, so the headers are on every answer, the page of a failure replaces
    /// even the answer to a panic, and no handler sees an unsafe request from another site.
    fn dressed(&self, router: Router<Self>) -> Router {
        let base = self.0.base.clone();
        let router = router
            .method_not_allowed_fallback(async || Problem::Method)
            .with_state(self.clone())
            .layer(middleware::from_fn_with_state(self.clone(), mounted::complete))
            .layer(middleware::from_fn_with_state(self.clone(), shell::complete))
            .layer(self.layer())
            .layer(middleware::from_fn_with_state(base.clone(), origin::check));
        #[cfg(feature = "dev")]
        let router = if self.0.testing.is_some() {
            router.layer(middleware::from_fn_with_state(self.clone(), crate::testing::guard))
        } else {
            router
        };
        router
            .layer(CatchPanicLayer::custom(dress::panicked))
            .layer(middleware::from_fn_with_state(self.clone(), dress::dress))
            .layer(middleware::from_fn_with_state(self.clone(), language::complete))
            .layer(middleware::from_fn(headers::add))
    }

    fn pages(&self) -> Router<Self> {
        let router = Router::new()
            .merge(log_in_pages())
            .merge(walk_pages())
            .merge(account_pages())
            .route(routes::HEALTHZ, get(health::lives))
            .route(routes::READYZ, get(health::ready))
            .route(&format!("{}/{{build}}/{{*name}}", routes::ASSETS), get(brand::serve));
        let router = if self.0.registry { router.merge(sources()) } else { router };
        // They show everything to everybody, and only on this machine.
        #[cfg(feature = "dev")]
        let router = if self.0.development { router.merge(crate::dev::router()) } else { router };
        #[cfg(feature = "dev")]
        let router = if self.0.testing.is_some() { router.merge(crate::testing::router()) } else { router };
        router
    }
}

/// Our sources, to copy.
#[cfg(feature = "registry")]
fn sources() -> Router<Vestibule> {
    crate::registry::router()
}

/// None: with this asked for, such a build refuses to be put together.
#[cfg(not(feature = "registry"))]
fn sources() -> Router<Vestibule> {
    Router::new()
}

/// The street's side: what is open to somebody of whom nothing is known.
fn log_in_pages() -> Router<Vestibule> {
    Router::new()
        .route(routes::LOG_IN, get(log_in::page).post(log_in::submit))
        .route(routes::EMAIL_LOG_IN, get(email_log_in::page).post(email_log_in::submit))
        .route(routes::EMAIL_LOG_IN_SENT, get(email_log_in::sent_page).post(email_log_in::sent_submit))
        .route(routes::EMAIL_LOG_IN_WAITING, get(waiting::email_log_in))
        .route(routes::EMAIL_LOG_IN_LINK, get(email_log_in::link_page).post(email_log_in::link_submit))
        .route(routes::SESSION, get(session_state::tell))
        .route(routes::CLIENT_SCRIPT, get(client_script::serve))
        .route(routes::LOG_OUT, get(log_out::page).post(log_out::submit))
        .route(routes::SIGN_UP, get(sign_up::page).post(sign_up::submit))
        .route(routes::SIGN_UP_SENT, get(sign_up_sent::page).post(sign_up_sent::submit))
        .route(routes::SIGN_UP_WAITING, get(waiting::sign_up))
        .route(routes::SIGN_UP_RESEND, post(sign_up_sent::resend))
        .route(routes::FORGOT_PASSWORD, get(forgot_password::page).post(forgot_password::submit))
        .route(routes::FORGOT_PASSWORD_SENT, get(forgot_password::sent_page).post(forgot_password::sent_submit))
        .route(routes::FORGOT_PASSWORD_WAITING, get(waiting::forgot_password))
        .route(routes::RESET_PASSWORD, get(reset_password::page).post(reset_password::submit))
        .route(routes::INVITATION, get(invitation::page).post(invitation::submit))
}

/// The room between: one page for each state, and what belongs to it.
fn walk_pages() -> Router<Vestibule> {
    Router::new()
        .route(routes::CONFIRM_EMAIL, get(confirm_email::page).post(confirm_email::submit))
        .route(routes::CONFIRM_EMAIL_WAITING, get(waiting::confirm_email))
        .route(routes::CONFIRM_EMAIL_RESEND, post(email_not_confirmed::resend))
        .route(
            routes::CONFIRM_EMAIL_CHANGE,
            get(email_not_confirmed::change_page).post(email_not_confirmed::change_submit),
        )
        .route(routes::SECOND_FACTOR, get(second_factor::page).post(second_factor::submit))
        .route(routes::BACKUP_CODE, get(second_factor::backup_page).post(second_factor::backup_submit))
        .route(routes::SECOND_FACTOR_LOST, get(second_factor::lost_page))
        .route(routes::UPDATE_PASSWORD, get(update_password::page).post(update_password::submit))
        .route(routes::PROPERTIES, get(properties::page).post(properties::submit))
        .route(routes::CHOOSE_ORG, get(choose_org::page).post(choose_org::submit))
        .route(routes::CREATE_ORG, get(choose_org::other_name))
        .route(routes::ENROL_SECOND_FACTOR, get(enrol_second_factor::page).post(enrol_second_factor::submit))
        .route(routes::BACKUP_CODES, get(backup_codes::page).post(backup_codes::submit))
        .route(routes::BACKUP_CODES_FILE, get(backup_codes::file))
        .route(routes::BACKUP_CODES_LEFT, get(backup_codes_left::page).post(backup_codes_left::submit))
}

/// Behind the log-in: what people change about themselves.
fn account_pages() -> Router<Vestibule> {
    Router::new()
        .route(routes::STEP_UP, get(step_up::page).post(step_up::submit))
        .route(routes::ACCOUNT, get(account::page))
        .route(routes::ACCOUNT_PROFILE, get(properties::profile_page).post(properties::profile_submit))
        .route(routes::ACCOUNT_EMAIL, get(account::change_email::page).post(account::change_email::submit))
        .route(
            routes::ACCOUNT_EMAIL_LINK,
            get(account::change_email::link_page).post(account::change_email::link_submit),
        )
        .route(
            routes::ACCOUNT_EMAIL_UNDO,
            get(account::change_email::undo_page).post(account::change_email::undo_submit),
        )
        .route(routes::ACCOUNT_PASSWORD, get(account::change_password::page).post(account::change_password::submit))
        .route(routes::ACCOUNT_SECOND_FACTOR, get(account::second_factor::page).post(account::second_factor::submit))
        .route(routes::ACCOUNT_SESSIONS, get(account::sessions::page).post(account::sessions::submit))
}
