//! Putting a Vestibule together.

use std::{num::NonZeroUsize, path::PathBuf, sync::Arc};

use vestibule_core::{
    destination::LocalPath, login_state::Policy, mount::Mount, password::PasswordPolicy, property::Property, routes,
};
use vestibule_http::{
    assets::Assets,
    base_url::BaseUrl,
    chance::SystemChance,
    client::TrustedProxies,
    clock::{Clock, SystemClock},
    secret::Secret,
};
use vestibule_store::Store;
use vestibule_theme::{Stylesheet, Theme};
use vestibule_ui::Slots;
use vestibule_words::{Language, Wording};

#[cfg(feature = "dev")]
use crate::mail::DevMailbox;
use crate::{
    BuildError, Vestibule,
    brand::Brands,
    context::Context,
    look::{Look, STYLESHEET},
    mail::Bell,
    onward::Onward,
    page,
    passwords::Hasher,
    remarks::Remarks,
    replaced::Replaced,
    session::SessionLife,
    shipped::shipped_assets,
};

/// What may be chosen; everything has a default but what [`Vestibule::builder`] asks for.
pub struct Builder {
    pub(crate) context: Context,
    theme: Option<Theme>,
    folder: Option<PathBuf>,
    remarks: Remarks,
    testing: bool,
}

impl Vestibule {
    /// Starts with what has no default: where to remember, what only we know, and where people reach us.
    #[must_use]
    pub fn builder(store: Arc<dyn Store>, secret: Secret, base: BaseUrl) -> Builder {
        // One hash keeps one core busy; more at once would only wait for each other with their memory held.
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let context = Context {
            hasher: Hasher::new(cores, &SystemChance),
            store,
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
            secret,
            base,
            assets: shipped_assets(),
            product: "Vestibule".to_owned(),
            slots: Slots::default(),
            look: Look::default(),
            brands: Brands::default(),
            stylesheet: Stylesheet::default(),
            #[cfg(feature = "dev")]
            looks: std::collections::BTreeMap::new(),
            #[cfg(feature = "dev")]
            live: None,
            wording: Wording::default(),
            languages: vec![Language::default()],
            replaced: Replaced::default(),
            shell: None,
            mount: Mount::default(),
            home: LocalPath::from_static(routes::HOME),
            onward: Onward::default(),
            proxies: TrustedProxies::default(),
            policy: Policy::default(),
            passwords: PasswordPolicy::default(),
            properties: Vec::new(),
            contact: None,
            session: SessionLife::default(),
            registry: false,
            development: false,
            #[cfg(feature = "dev")]
            dev_mailbox: None,
            #[cfg(feature = "dev")]
            testing: None,
            letters: Bell::default(),
        };
        Builder { context, theme: None, folder: None, remarks: Remarks::default(), testing: false }
    }
}

impl Builder {
    /// The host's own pieces of markup on every screen. They must be whole: what is opened in one is closed in it.
    #[must_use]
    pub fn slots(mut self, slots: Slots) -> Self {
        self.context.slots = slots;
        self
    }

    /// Another look than Foyer's.
    #[must_use]
    pub fn theme(mut self, theme: Theme) -> Self {
        self.theme = Some(theme);
        self
    }

    /// A theme that is being written: its folder is read anew whenever something in it has changed, and as long as it is
    /// broken its last good look stays. Development alone, which this turns on.
    #[must_use]
    pub fn theme_folder(mut self, folder: PathBuf) -> Self {
        self.folder = Some(folder);
        self.development(true)
    }

    /// What is to be mended in [that folder](Self::theme_folder), which the gallery shows beside it.
    #[must_use]
    pub fn remarks(mut self, remarks: Remarks) -> Self {
        self.remarks = remarks;
        self
    }

    /// Our rules in another form than in a cascade layer, for the page of a host whose own resets stand in none.
    #[must_use]
    pub const fn stylesheet(mut self, form: Stylesheet) -> Self {
        self.context.stylesheet = form;
        self
    }

    /// Says some messages in the host's own words, on screens and in mails.
    #[must_use]
    pub fn wording(mut self, wording: Wording) -> Self {
        self.context.wording = wording;
        self
    }

    /// Other built files than those that this package carries.
    #[must_use]
    pub fn assets(mut self, assets: Assets) -> Self {
        self.context.assets = assets;
        self
    }

    /// Another clock than the system's, for tests.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.context.clock = clock;
        self
    }

    /// The product's name on screens and in mails.
    #[must_use]
    pub fn product(mut self, name: &str) -> Self {
        name.clone_into(&mut self.context.product);
        self
    }

    /// The path that our pages stand below: `/auth` makes the log-in `/auth/login`. Without it they stand at the top.
    #[must_use]
    pub fn mount(mut self, mount: Mount) -> Self {
        self.context.mount = mount;
        self
    }

    /// The host's page that people come to after logging in, unless they wanted another one or
    /// [`after_log_in`](Self::after_log_in) says otherwise.
    #[must_use]
    pub fn home(mut self, home: LocalPath) -> Self {
        self.context.home = home;
        self
    }

    /// The proxies whose `X-Forwarded-For` is believed.
    #[must_use]
    pub fn trusted_proxies(mut self, proxies: TrustedProxies) -> Self {
        self.context.proxies = proxies;
        self
    }

    /// What is asked of everybody.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.context.policy = policy;
        self
    }

    /// What a new password must meet.
    #[must_use]
    pub fn passwords(mut self, policy: PasswordPolicy) -> Self {
        self.context.passwords = policy;
        self
    }

    /// What is asked of people about themselves, in the order of the form.
    #[must_use]
    pub fn properties(mut self, properties: Vec<Property>) -> Self {
        self.context.properties = properties;
        self
    }

    /// Where people write to who can't go on by themselves: an address or a page.
    #[must_use]
    pub fn contact(mut self, contact: Option<String>) -> Self {
        self.context.contact = contact;
        self
    }

    /// How long sessions live.
    #[must_use]
    pub fn session(mut self, life: SessionLife) -> Self {
        self.context.session = life;
        self
    }

    /// Offers our sources below `/r`, as items to copy. They are the same everywhere, and say nothing of this site. Only a
    /// build with the feature `registry` carries them.
    #[must_use]
    pub fn registry(mut self, on: bool) -> Self {
        self.context.registry = on;
        self
    }

    /// Offers the gallery and keeps a copy of every mail for the development mailbox.
    #[must_use]
    pub fn development(mut self, on: bool) -> Self {
        self.context.development = on;
        self
    }

    /// Offers the test kit's control API, by which a program on this machine makes people in any login state, reads their
    /// mail and moves the clock. It opens every account: never in front of people.
    #[must_use]
    pub fn testing(mut self, on: bool) -> Self {
        self.testing = on;
        self
    }

    /// Builds it.
    ///
    /// # Errors
    /// [`BuildError`] for what would be unsafe or broken in front of people.
    pub fn build(mut self) -> Result<Vestibule, BuildError> {
        if self.context.development && !self.context.base.is_loopback() {
            return Err(BuildError::DevelopmentInPublic);
        }
        if self.context.development && !cfg!(feature = "dev") {
            return Err(BuildError::NoDevelopmentPages);
        }
        if self.context.registry && !cfg!(feature = "registry") {
            return Err(BuildError::NoRegistry);
        }
        if self.context.shell.is_some() && !self.context.replaced.is_empty() {
            return Err(BuildError::ScreenBesideShell);
        }
        if self.context.languages.is_empty() {
            return Err(BuildError::NoLanguage);
        }
        if self.testing && !self.context.base.is_for_tests() {
            return Err(BuildError::TestingInPublic);
        }
        if self.testing && !cfg!(feature = "dev") {
            return Err(BuildError::NoTesting);
        }
        let files = [STYLESHEET, page::Bundle::PRODUCT_SCRIPT, page::Bundle::PRODUCT_WASM];
        if let Some(missing) = files.into_iter().find(|file| !self.context.assets.has(file)) {
            return Err(BuildError::MissingAsset(missing));
        }
        self.context.look = match &self.theme {
            Some(theme) => Look::of(theme, self.context.stylesheet, &mut self.context.assets),
            None => Look::ours(self.context.stylesheet, &mut self.context.assets),
        };
        #[cfg(feature = "dev")]
        if self.context.development {
            let (assets, form) = (&mut self.context.assets, self.context.stylesheet);
            let themes = vestibule_theme::BUILT_IN.into_iter().filter_map(Theme::built_in).chain(self.theme);
            self.context.looks = themes.map(|theme| (theme.name.to_string(), Look::of(&theme, form, assets))).collect();
            let look = &self.context.look;
            let live = |folder| Arc::new(crate::dev::Live::of(folder, look.clone(), form, assets, self.remarks));
            self.context.live = self.folder.map(live);
        }
        let Context { base, mount, .. } = &mut self.context;
        *base = base.clone().below(*mount);
        #[cfg(feature = "dev")]
        {
            self.context.dev_mailbox = (self.context.development || self.testing).then(DevMailbox::default);
            if self.testing {
                crate::testing::prepare(&mut self.context);
            }
        }
        // Without a client router nobody else does it, and the first effect would panic.
        let _ = any_spawner::Executor::init_tokio();
        Ok(Vestibule(Arc::new(self.context)))
    }
}
