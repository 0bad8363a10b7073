//! The test kit's control API: people in any login state, mail, clock, limits and failures, by HTTP, for testers of any
//! language whose application has us in front of it. docs/testing.md is their page.
//!
//! It opens every account, so it is offered only when asked for, and only on this machine (H-12): see [`guard`].
//!
//! Testers who share a server each have a [`Space`]: what one does to clock, limits, mail or database touches nobody
//! else. [`Spaces`] knows what each has asked for, and the clock and the store of a server under test look there.

mod clock;
mod fail;
mod guard;
mod json;
mod limits;
mod mail;
mod people;
mod spaces;
mod store;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use vestibule_core::routes;

use crate::{Vestibule, context::Context, space::Space};

pub(crate) use guard::{guard, is_local};
pub(crate) use spaces::{Failing, Spaces};

pub(crate) fn router() -> Router<Vestibule> {
    Router::new()
        .route(routes::TEST_PEOPLE, post(people::make))
        .route(routes::TEST_MAIL, get(mail::newest))
        .route(routes::TEST_CLOCK, post(clock::advance).delete(clock::reset))
        .route(routes::TEST_LIMITS_RESET, post(limits::reset))
        .route(routes::TEST_FAIL, post(fail::begin).delete(fail::end))
}

/// Puts what a test can move between the flows and the world.
pub(crate) fn prepare(context: &mut Context) {
    let spaces = Arc::new(Spaces::new(Arc::clone(&context.clock)));
    context.clock = Arc::new(clock::SpaceClock(Arc::clone(&spaces)));
    let (inner, secret) = (Arc::clone(&context.store), context.secret.clone());
    context.store = Arc::new(store::SpaceStore { inner, secret, spaces: Arc::clone(&spaces) });
    context.testing = Some(spaces);
}

impl Vestibule {
    /// What the spaces have asked for. The routes that ask are there only with it.
    fn spaces(&self) -> &Spaces {
        self.0.testing.as_deref().expect("the router has these routes only then")
    }

    /// Whether a letter's mail server is away, because a test wants it so.
    pub(crate) fn keeps_back(&self, space: &Space) -> bool {
        self.0.testing.as_ref().is_some_and(|spaces| spaces.fails(Failing::Mail, space))
    }
}
