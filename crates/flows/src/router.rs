//! Every URL of the house, and the layers around all of them.

use axum::{
    Router, middleware,
    routing::{get, post},
};
use tower_http::catch_panic::CatchPanicLayer;
use vestibule_core::routes;
use vestibule_http::{assets, headers, origin, problem::Problem};

use crate::{Vestibule, confirm_email, dress, health, log_in, log_out, not_ready, sign_up, sign_up_sent};

impl Vestibule {
    /// The host's application with our pages in front of it: our URLs, and around everything the layers that protect it.
    ///
    /// Each layer wraps those above it in this list, so the headers are on every answer, the page of a failure replaces
    /// even the answer to a panic, and no handler sees an unsafe request from another site.
    pub fn in_front_of(&self, host: Router<Self>) -> Router {
        let base = self.0.base.clone();
        host.merge(self.pages())
            .fallback(async || Problem::NotFound)
            .method_not_allowed_fallback(async || Problem::Method)
            .with_state(self.clone())
            .layer(middleware::from_fn_with_state(base.clone(), origin::check))
            .layer(CatchPanicLayer::custom(dress::panicked))
            .layer(middleware::from_fn_with_state(self.clone(), dress::dress))
            .layer(middleware::from_fn_with_state(base, headers::add))
    }

    fn pages(&self) -> Router<Self> {
        let router = Router::new()
            .route(routes::LOG_IN, get(log_in::page).post(log_in::submit))
            .route(routes::LOG_OUT, get(log_out::page).post(log_out::submit))
            .route(routes::SIGN_UP, get(sign_up::page).post(sign_up::submit))
            .route(routes::SIGN_UP_SENT, get(sign_up_sent::page).post(sign_up_sent::submit))
            .route(routes::SIGN_UP_RESEND, post(sign_up_sent::resend))
            .route(routes::CONFIRM_EMAIL, get(confirm_email::page).post(confirm_email::submit))
            .route(routes::HEALTHZ, get(health::lives))
            .route(routes::READYZ, get(health::ready));
        let assets = Router::new()
            .route(&format!("{}/{{build}}/{{*name}}", routes::ASSETS), get(assets::serve))
            .with_state(self.0.assets.clone());
        let router = not_ready::PATHS.into_iter().fold(router, |router, path| router.route(path, get(not_ready::page)));
        #[cfg(feature = "dev")]
        let router = if self.0.dev_mailbox.is_some() { router.merge(crate::dev::router()) } else { router };
        router.merge(assets)
    }
}
