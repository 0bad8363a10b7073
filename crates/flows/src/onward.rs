//! Where a log-in and a log-out lead: what a host may decide of it, in one place. A place is a [`LocalPath`], so it is
//! never another site (L-09).

use std::panic::{AssertUnwindSafe, catch_unwind};

use axum::response::Response;
use vestibule_core::{
    destination::{AfterLogIn, LocalPath},
    routes,
};

use crate::{
    Builder, User, Vestibule,
    answer::{go_to, see_other},
    visitor::Known,
};

type HomeOf = Box<dyn Fn(&User) -> LocalPath + Send + Sync>;

/// What a host decided.
#[derive(Default)]
pub(crate) struct Onward {
    home_of: Option<HomeOf>,
    after_log_out: Option<LocalPath>,
}

impl Builder {
    /// Where a log-in leads that asked for no page, in the place of [`home`](Self::home): it may depend on who logged
    /// in. Asked once nothing is missing any more, whatever the way in. Home stays what our pages link to, and whoever
    /// wanted home wanted no page.
    ///
    /// ```
    /// # use vestibule_core::destination::LocalPath;
    /// # use vestibule_flows::{Builder, User};
    /// fn with_a_landing(builder: Builder) -> Builder {
    ///     builder.after_log_in(|user: &User| match user.orgs() {
    ///         [] => LocalPath::from_static("/welcome"),
    ///         [only] => format!("/orgs/{}", only.org.0).parse().expect("an id is a piece of a path"),
    ///         _ => LocalPath::from_static("/orgs"),
    ///     })
    /// }
    /// ```
    #[must_use]
    pub fn after_log_in(mut self, home_of: impl Fn(&User) -> LocalPath + Send + Sync + 'static) -> Self {
        self.context.onward.home_of = Some(Box::new(home_of));
        self
    }

    /// The host's page that a log-out leads to. Without it that is our log-in page, which says that one is logged out.
    #[must_use]
    pub fn after_log_out(mut self, path: LocalPath) -> Self {
        self.context.onward.after_log_out = Some(path);
        self
    }
}

/// 303 to where somebody wanted to go who is logged in, or home.
pub(crate) async fn log_in(vestibule: &Vestibule, known: Option<&Known>, after: &AfterLogIn) -> Response {
    match (after, &vestibule.0.onward.home_of, known) {
        (AfterLogIn::ReturnTo(path), _, _) => go_to(path.as_str()),
        (AfterLogIn::Home, Some(home_of), Some(known)) => match User::read(vestibule, &known.account).await {
            // The log-in has happened and may have spent a code: what fails here mustn't undo it.
            Ok(user) => match catch_unwind(AssertUnwindSafe(|| home_of(&user))) {
                Ok(path) => go_to(path.as_str()),
                Err(_) => see_other(routes::HOME),
            },
            Err(_) => see_other(routes::HOME),
        },
        (AfterLogIn::Home, _, _) => see_other(routes::HOME),
    }
}

/// 303 to what a browser is shown whose session has just been ended.
pub(crate) fn log_out(vestibule: &Vestibule) -> Response {
    match &vestibule.0.onward.after_log_out {
        Some(path) => go_to(path.as_str()),
        None => see_other(&format!("{}?notice=logged-out", routes::LOG_IN)),
    }
}
