//! Whose pages they are, request by request: the name and the look of a tenant, in the first HTML.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use vestibule_http::assets::{self, Assets};
use vestibule_theme::{Change, Colour, DeriveError, Derived, Theme};

use crate::{
    Builder, Vestibule,
    look::{Look, STYLESHEET},
};

/// How many brands are kept ready. One that isn't is made ready again by the next request for it.
const KEPT: usize = 256;

/// A tenant's name and look. Cheap to clone: make it once, and hand out clones.
#[derive(Debug, Clone)]
pub struct Brand(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    product: Option<String>,
    theme: Theme,
}

impl Brand {
    /// The brand with this look.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        Self(Arc::new(Inner { product: None, theme }))
    }

    /// A theme in one colour of a tenant's, whatever colour it is: what couldn't be read any more is mended, and what was
    /// mended is said, so that whoever chose the colour can be told.
    ///
    /// # Errors
    /// [`DeriveError`] if the theme can't be read in any colour.
    pub fn in_colour(theme: &Theme, colour: Colour) -> Result<(Self, Vec<Change>), DeriveError> {
        let Derived { tokens, changes } = theme.derive(colour)?;
        Ok((Self::new(Theme { tokens, ..theme.clone() }), changes))
    }

    /// And with this name in place of the product's, on screens and in mails.
    #[must_use]
    pub fn named(self, product: &str) -> Self {
        let theme = self.0.theme.clone();
        Self(Arc::new(Inner { product: Some(product.to_owned()), theme }))
    }
}

/// A brand that is ready to be shown.
#[derive(Debug)]
pub(crate) struct Branded {
    brand: Brand,
    pub(crate) look: Look,
    assets: Assets,
}

impl Branded {
    pub(crate) fn product(&self) -> Option<&str> {
        self.brand.0.product.as_deref()
    }
}

type BrandOf = dyn Fn(&HeaderMap, &Uri) -> Option<Brand> + Send + Sync;

/// The host's answer to whose pages a request is shown, and what was made of it.
#[derive(Default)]
pub(crate) struct Brands {
    of: Option<Box<BrandOf>>,
    ready: Mutex<Vec<Arc<Branded>>>,
}

impl Builder {
    /// Whose pages a request is shown, in place of the product's own: by the host that it was sent to, by its path, or by
    /// whatever else its head says. It is asked for every request, so it should know the answer and not look for it. A
    /// request's head is written by whoever sends it: let it choose among brands that anybody may see.
    #[must_use]
    pub fn brands(mut self, of: impl Fn(&HeaderMap, &Uri) -> Option<Brand> + Send + Sync + 'static) -> Self {
        self.context.brands.of = Some(Box::new(of));
        self
    }
}

impl Vestibule {
    /// The brand of a request, ready to be shown.
    pub(crate) fn brand_of(&self, headers: &HeaderMap, uri: &Uri) -> Option<Arc<Branded>> {
        let brand = self.0.brands.of.as_ref()?(headers, uri)?;
        let mut ready = self.0.brands.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = ready.iter().find(|known| Arc::ptr_eq(&known.brand.0, &brand.0)) {
            return Some(Arc::clone(known));
        }
        let ours = self.0.assets.get(STYLESHEET).unwrap_or_default();
        let mut assets = Assets::of([(STYLESHEET.to_owned(), ours)].into());
        let mut look = Look::of(&brand.0.theme, self.0.stylesheet, &mut assets);
        look.own = Some(assets.clone());
        let branded = Arc::new(Branded { brand, look, assets });
        if ready.len() >= KEPT {
            ready.remove(0);
        }
        ready.push(Arc::clone(&branded));
        Some(branded)
    }

    /// The files of a build: ours, or a brand's.
    fn build(&self, build: &str) -> Assets {
        let ready = self.0.brands.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let branded = ready.iter().find(|branded| branded.assets.build() == build);
        branded.map_or_else(|| self.0.assets.clone(), |branded| branded.assets.clone())
    }
}

/// Serves a built file. A browser that comes to another server than the page came from brings its brand along: it was made
/// ready on the way here.
pub(crate) async fn serve(
    State(vestibule): State<Vestibule>,
    Path((build, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    assets::serve(State(vestibule.build(&build)), Path((build, name)), headers).await
}
