//! What a host puts around its own pages.

use std::task::{Context, Poll};

use axum::http::{Extensions, HeaderMap, Request};
use tokio::task::futures::TaskLocalFuture;
use tower::{Layer, Service};

use crate::{Vestibule, language::Speaking, space::Space};

/// The layer of [`Vestibule::layer`].
#[derive(Clone)]
pub struct AuthLayer(Vestibule);

/// A service whose requests know the [`Vestibule`] in front of it.
#[derive(Clone)]
pub struct AuthService<S> {
    vestibule: Vestibule,
    inner: S,
}

impl Vestibule {
    /// What lets a host's own handlers ask for a [`User`](crate::User) or a [`Visitor`](crate::Visitor). It changes no
    /// answer.
    pub fn layer(&self) -> AuthLayer {
        AuthLayer(self.clone())
    }

    /// Whose test a request belongs to. Only a server that was made for tests asks, and only this machine may say.
    #[cfg_attr(not(feature = "dev"), expect(clippy::unused_self, unused_variables, reason = "only tests have spaces"))]
    fn space_of(&self, headers: &HeaderMap, extensions: &Extensions) -> Space {
        #[cfg(feature = "dev")]
        if self.0.testing.is_some() && crate::testing::is_local(headers, extensions) {
            return Space::named_in(headers).unwrap_or_default();
        }
        Space::default()
    }
}

impl<S> Layer<S> for AuthLayer {
    type Service = AuthService<S>;

    fn layer(&self, inner: S) -> AuthService<S> {
        AuthService { vestibule: self.0.clone(), inner }
    }
}

impl<S: Service<Request<B>>, B> Service<Request<B>> for AuthService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = TaskLocalFuture<Space, Speaking<S::Future>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let space = self.vestibule.space_of(request.headers(), request.extensions());
        let choice = self.vestibule.choice(request.method(), request.uri(), request.headers());
        request.extensions_mut().insert(self.vestibule.clone());
        space.scope(choice.scope(self.inner.call(request)))
    }
}
