//! The screens, one file each. [`entries`] lists every story of every screen; a screen that isn't in it is never checked,
//! so the list stands beside the modules.

mod confirm_email;
mod log_in;
mod log_out;
mod logged_in;
mod not_ready;
mod sign_up;
mod sign_up_sent;
mod trouble;

pub use confirm_email::{ConfirmEmail, ConfirmEmailModel};
pub use log_in::{LogIn, LogInModel, LogInNotice, LogInRefusal};
pub use log_out::{LogOut, LogOutModel};
pub use logged_in::{LoggedIn, LoggedInModel};
pub use not_ready::{NotReady, NotReadyModel, NotReadyStep};
pub use sign_up::{SignUp, SignUpModel, SignUpRefusal};
pub use sign_up_sent::{SignUpSent, SignUpSentModel, SignUpSentNotice};
pub use trouble::{Trouble, TroubleKind, TroubleModel};

use leptos::prelude::AnyView;

use crate::{Entry, Frame, Screen};

/// Lists screens once, for everything that must know all of them.
macro_rules! screens {
    ($($screen:ident),+ $(,)?) => {
        /// Every story of every screen, in the order of a person's walk.
        #[must_use]
        pub fn entries() -> Vec<Entry> {
            [$(Entry::of::<$screen>()),+].concat()
        }

        /// Draws the screen called `name` from its model as JSON: how a page that hydrates whole begins in the
        /// browser. `None` when there is no such screen or the model isn't its own.
        #[must_use]
        pub fn draw(name: &str, frame: Frame, model: &str) -> Option<AnyView> {
            use leptos::prelude::IntoAny;
            match name {
                $($screen::NAME => Some($screen::view(frame, serde_json::from_str(model).ok()?).into_any()),)+
                _ => None,
            }
        }
    };
}

screens![LogIn, SignUp, SignUpSent, ConfirmEmail, LoggedIn, LogOut, NotReady, Trouble];
