//! What the browser adds to a page that already works: the only parts of our own pages that hydrate.
//!
//! Each is a leaf: an island without children, whose props are short texts. Inside a host's Leptos app, without the
//! `islands` feature, the same functions are plain components. They are given their few words and never call the
//! catalogue: what an island reaches is what every visitor loads.

#![expect(unreachable_pub, reason = "the component macros write a second, hidden function with the same visibility")]

mod browser;
mod caps_lock;
mod code_input;
mod copy;
mod countdown;
mod email_hint;
mod go_on;
mod password_rule;
mod print;
mod resend;
mod reveal;
mod submit;

pub(crate) use browser::{listen, when_adopted};
pub use caps_lock::CapsLock;
pub use code_input::CodeInput;
pub use copy::Copy;
pub use countdown::Countdown;
pub use email_hint::{BLANK, EmailHint};
pub use go_on::GoOn;
pub use password_rule::PasswordRule;
pub use print::Print;
pub use resend::Resend;
pub use reveal::Reveal;
pub use submit::Submit;
