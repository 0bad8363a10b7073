//! What a host puts into its own Leptos application: its router, its document, its wasm.
//!
//! The server hands each page a [`LoginContext`], the browser begins with the same one, and both draw the same from it:
//! nothing waits, nothing flashes. [`provide_login`] at the top of the application makes it known to everything below;
//! [`use_login`] asks for it, as [`SignedIn`], [`SignedOut`], [`Protect`], [`UserButton`] and [`LoginStateManager`] do.
//!
//! They show and hide. What somebody may do is decided where it is done: in a server function that asks for a user.

#![expect(unreachable_pub, reason = "the component macro writes a second, hidden function with the same visibility")]

mod browser;
mod context;
mod gates;
mod login;
mod login_state_manager;
mod screens;
mod tabs;
mod user_button;

pub use browser::mark_hydrated;
pub use context::{Denied, LOGIN_DATA, LoginContext, OrgInfo, ShownScreen, UserInfo};
pub use gates::{Protect, SignedIn, SignedOut};
pub use login::{Login, provide_login, use_login};
pub use login_state_manager::{LoginStateManager, SingleScreen};
pub use screens::Screens;
pub use user_button::UserButton;
