//! What the browser adds to a page that already works: the only parts of our own pages that hydrate.
//!
//! Each is a leaf: an island without children, whose props are short texts. Inside a host's Leptos app, without the
//! `islands` feature, the same functions are plain components.

mod code_input;
mod resend;
mod reveal;
mod submit;

pub use code_input::CodeInput;
pub use resend::Resend;
pub use reveal::Reveal;
pub use submit::Submit;
