//! The flows: what each URL shows, what each form does, what is mailed. [`Vestibule::router`] is what a host merges.
//!
//! A flow is a module named after its word: `log_in` is `/login`, the screen `log-in` and the test `log_in`. Each reads
//! from top to bottom: the page, the submit, the answers. None of them knows which store it talks to.

#![expect(clippy::result_large_err, reason = "what ends a handler early is an answer, which is moved once")]

mod account;
mod answer;
mod app_page;
mod authenticator;
mod background;
mod backup_codes;
mod backup_codes_left;
mod brand;
mod build_error;
mod builder;
mod challenge;
mod choose_org;
mod client_script;
mod clock;
mod confirm_again;
mod confirm_email;
mod context;
#[cfg(feature = "dev")]
mod dev;
mod device;
mod dress;
mod email_log_in;
mod email_not_confirmed;
mod ended_link;
mod enrol_second_factor;
mod fake;
mod forbidden;
mod forgot_password;
mod fresh;
mod gate;
mod health;
mod invitation;
mod language;
mod last;
mod later;
mod layer;
mod limits;
mod log_in;
mod log_out;
mod look;
mod mail;
mod mounted;
mod new_password;
mod onward;
mod page;
mod passwords;
mod properties;
#[cfg(feature = "registry")]
mod registry;
mod remarks;
mod replaced;
mod reset_password;
mod router;
mod second_factor;
mod session;
mod session_state;
mod shell;
mod shipped;
mod sign_up;
mod sign_up_sent;
mod space;
mod step_up;
#[cfg(feature = "dev")]
mod testing;
mod update_password;
mod user;
mod user_button;
mod visitor;
mod waiting;

pub use app_page::AppPage;
pub use background::Background;
pub use brand::Brand;
pub use build_error::BuildError;
pub use builder::Builder;
pub use context::Vestibule;
pub use forbidden::Forbidden;
pub use fresh::Fresh;
pub use layer::{AuthLayer, AuthService};
pub use mail::{Postman, Smtp, SmtpError};
pub use page::show;
pub use remarks::{Remark, Remarks};
pub use session::SessionLife;
pub use shipped::shipped_assets;
pub use user::User;
pub use user_button::UserButton;
pub use visitor::Visitor;
