//! What a Vestibule is once it is put together.

use std::sync::Arc;

use vestibule_core::{
    destination::LocalPath, login_state::Policy, mount::Mount, password::PasswordPolicy, property::Property,
};
use vestibule_http::{
    assets::Assets, base_url::BaseUrl, chance::Chance, client::TrustedProxies, clock::Clock, secret::Secret,
};
use vestibule_store::Store;
use vestibule_theme::Stylesheet;
use vestibule_ui::{Frame, Slots};
use vestibule_words::{Language, Wording};

#[cfg(feature = "dev")]
use crate::mail::DevMailbox;
use crate::{
    brand::Brands, language, look::Look, mail::Bell, onward::Onward, passwords::Hasher, replaced::Replaced,
    session::SessionLife, shell::Shell,
};

/// Everything that the pages in front of an application need. Cheap to clone; two of them in one process share nothing.
#[derive(Clone)]
pub struct Vestibule(pub(crate) Arc<Context>);

/// What every flow works with.
pub(crate) struct Context {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) secret: Secret,
    pub(crate) base: BaseUrl,
    pub(crate) assets: Assets,
    pub(crate) product: String,
    /// The host's own; what it leaves empty is the theme's.
    pub(crate) slots: Slots,
    pub(crate) look: Look,
    pub(crate) brands: Brands,
    /// The form of its stylesheet, and of every brand's.
    pub(crate) stylesheet: Stylesheet,
    /// What the gallery can show beside it, by name.
    #[cfg(feature = "dev")]
    pub(crate) looks: std::collections::BTreeMap<String, Look>,
    /// The theme that is being written, read anew as it changes.
    #[cfg(feature = "dev")]
    pub(crate) live: Option<Arc<crate::dev::Live>>,
    pub(crate) wording: Wording,
    /// The languages to choose from, the first for whoever asks for none of them.
    pub(crate) languages: Vec<Language>,
    pub(crate) replaced: Replaced,
    pub(crate) shell: Option<Shell>,
    pub(crate) mount: Mount,
    pub(crate) home: LocalPath,
    pub(crate) onward: Onward,
    pub(crate) proxies: TrustedProxies,
    pub(crate) policy: Policy,
    pub(crate) passwords: PasswordPolicy,
    pub(crate) properties: Vec<Property>,
    pub(crate) contact: Option<String>,
    pub(crate) hasher: Hasher,
    pub(crate) session: SessionLife,
    /// Whether our sources are offered to be copied.
    pub(crate) registry: bool,
    /// Whether the gallery and the mailbox are offered.
    pub(crate) development: bool,
    #[cfg(feature = "dev")]
    pub(crate) dev_mailbox: Option<DevMailbox>,
    /// What tests have asked for; none where there is nothing to ask.
    #[cfg(feature = "dev")]
    pub(crate) testing: Option<Arc<crate::testing::Spaces>>,
    pub(crate) letters: Bell,
}

impl Vestibule {
    /// The frame of a screen that nobody in particular is shown.
    pub(crate) fn frame(&self) -> Frame {
        let Context { product, wording, mount, home, .. } = &*self.0;
        let look = self.look();
        let product = language::brand().and_then(|brand| brand.product.clone()).unwrap_or_else(|| product.clone());
        let frame = Frame { product, wording: *wording, mount: *mount, home: home.to_string(), ..Frame::default() };
        self.in_look(frame.in_language(self.language()), &look)
    }

    /// Whether both are one.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn now(&self) -> time::OffsetDateTime {
        self.0.clock.now()
    }
}
