//! Whose pages they are, request by request: the name and the look of a tenant, in the first HTML.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri, request::Parts},
    response::Response,
};
use vestibule_http::assets::{self, Assets};
use vestibule_store::{Account, OrgId};
use vestibule_theme::{Change, Colour, DeriveError, Derived, Theme};

use crate::{
    Builder, Vestibule, Visitor, language,
    look::{Look, STYLESHEET},
    visitor::Touch,
};

/// A tenant's name and look. Make it once, keep it, and hand out clones, which are cheap: what browsers load of it is made
/// ready when it is first seen, and kept for as long as somebody keeps the brand.
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
    /// In place of the product's name.
    pub(crate) product: Option<String>,
    pub(crate) look: Look,
    assets: Assets,
}

type BrandOf = dyn Fn(&HeaderMap, &Uri) -> Option<Brand> + Send + Sync;
type BrandOfOrg = dyn Fn(&OrgId) -> Option<Brand> + Send + Sync;

/// The host's answer to whose pages a request is shown, and what was made of it.
#[derive(Default)]
pub(crate) struct Brands {
    of: Option<Box<BrandOf>>,
    of_organisation: Option<Box<BrandOfOrg>>,
    ready: Mutex<Vec<(Weak<Inner>, Arc<Branded>)>>,
}

impl Builder {
    /// Whose pages a request is shown, in place of the product's own: by a cookie, or whatever else its headers say. It is
    /// asked for every request, files included, so it should know the answer and not look for it. A request's head is
    /// written by whoever sends it: let it choose among brands that anybody may see.
    ///
    /// Everybody logs in at the one address of this Vestibule, which is in every link that is mailed. Tenants with hosts of
    /// their own need one each, with its own base URL; two in a process share nothing.
    #[must_use]
    pub fn brands(mut self, of: impl Fn(&HeaderMap, &Uri) -> Option<Brand> + Send + Sync + 'static) -> Self {
        self.context.brands.of = Some(Box::new(of));
        self
    }

    /// Whose pages people of an organisation are shown once it is known who they are, where [`brands`](Self::brands) has no
    /// answer. Who belongs to several sees the first of them, by name, that has a brand. It is asked for every request of
    /// theirs, so it should know the answer and not look for it. Mails that they cause carry the brand, one to a new address
    /// of theirs too, which may be anybody's: let no organisation take a name that isn't its own.
    ///
    /// Before they have shown all of their factors nothing says whose people they are, so that the log-in page is the
    /// product's own: a cookie of the host's, read in `brands`, may say it.
    #[must_use]
    pub fn organisation_brands(mut self, of: impl Fn(&OrgId) -> Option<Brand> + Send + Sync + 'static) -> Self {
        self.context.brands.of_organisation = Some(Box::new(of));
        self
    }
}

impl Vestibule {
    /// The brand of a request, ready to be shown.
    pub(crate) fn brand_of(&self, headers: &HeaderMap, uri: &Uri) -> Option<Arc<Branded>> {
        let of = self.0.brands.of.as_ref()?;
        asked(|| of(headers, uri)).map(|brand| self.branded(&brand))
    }

    /// Shows what this request is answered with in the brand of an organisation of the person's. Without an answer from the
    /// store it is the host's own: nothing fails for want of a look.
    pub(crate) async fn show_organisation(&self, account: &Account) {
        let Some(of) = &self.0.brands.of_organisation else { return };
        if account.organisations == 0 || language::is_brand_known() {
            return;
        }
        match self.0.store.orgs_of(&account.id).await {
            Ok(memberships) => {
                let brand = asked(|| memberships.iter().find_map(|membership| of(&membership.org)));
                language::show(brand.map(|brand| self.branded(&brand)));
            }
            Err(error) => {
                tracing::warn!(%error, "whose people they are can't be told: they see the product's own look");
            }
        }
    }

    fn branded(&self, brand: &Brand) -> Arc<Branded> {
        self.ready(brand).unwrap_or_else(|| {
            let ours = self.0.assets.get(STYLESHEET).unwrap_or_default();
            let mut assets = Assets::of([(STYLESHEET.to_owned(), ours)].into());
            let mut look = Look::of(&brand.0.theme, self.0.stylesheet, &mut assets);
            look.own = Some(assets.clone());
            let branded = Arc::new(Branded { product: brand.0.product.clone(), look, assets });
            let mut ready = self.0.brands.ready.lock().unwrap_or_else(PoisonError::into_inner);
            ready.retain(|(brand, _)| brand.strong_count() > 0);
            ready.push((Arc::downgrade(&brand.0), Arc::clone(&branded)));
            branded
        })
    }

    fn ready(&self, brand: &Brand) -> Option<Arc<Branded>> {
        let ready = self.0.brands.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, known) = ready.iter().find(|(known, _)| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&brand.0)))?;
        Some(Arc::clone(known))
    }

    /// The files of a brand, by their build.
    fn build(&self, build: &str) -> Option<Assets> {
        let ready = self.0.brands.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, branded) = ready.iter().find(|(_, branded)| branded.assets.build() == build)?;
        Some(branded.assets.clone())
    }
}

/// The host's answer. It is asked outside of all that makes a page of a failure.
fn asked(of: impl FnOnce() -> Option<Brand>) -> Option<Brand> {
    catch_unwind(AssertUnwindSafe(of)).unwrap_or_else(|_| {
        tracing::error!("whose pages a request is shown can't be told: the host's own answer panicked");
        None
    })
}

/// Serves a built file. A browser that comes to another server than the page came from brings its brand along: that of its
/// headers was made ready on the way here, and its session tells that of its organisation.
pub(crate) async fn serve(
    State(vestibule): State<Vestibule>,
    Path((build, name)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Response> {
    let mut files = vestibule.build(&build);
    let is_unknown = files.is_none() && vestibule.0.assets.build() != build;
    if is_unknown && vestibule.0.brands.of_organisation.is_some() {
        Visitor::read(&request, Touch::Peek).await?;
        files = vestibule.build(&build);
    }
    let files = files.unwrap_or_else(|| vestibule.0.assets.clone());
    Ok(assets::serve(State(files), Path((build, name)), request.headers).await)
}
