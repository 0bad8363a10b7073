//! Vestibule as its users meet it: in a browser, with a mailbox beside it.
//!
//! - [`House`] is what a test lives in: a server, a mailbox, a browser in front of them. [`House::run`] opens it, lets
//!   the test walk through, and closes it with a look at the console, which has to be clean.
//! - [`Script`] says how script fares in the browser: on, off, or with its wasm missing. [`in_every_script!`] makes one
//!   test of a flow for each.
//! - [`pages`] are the page objects, one a screen. They find things by their public names and check that each has the
//!   role and the label that people find it by. `parts.json` has the same list for testers in other languages.
//! - [`Gate`] stands between the two and can hold the wasm back.
//! - [`axe`] asks axe-core, [`accessibility`] tells what assistive technology hears, [`stories`] walks the gallery.
//!
//! Browsers are heavy: no more than [two](browser::AT_ONCE) run at once, however many tests do.

pub mod accessibility;
pub mod axe;
pub mod browser;
mod gate;
mod house;
pub mod pages;
pub mod stories;

pub use browser::{Browser, Script};
pub use gate::{Gate, Wasm};
pub use house::House;

/// Makes one test of a flow for each way that script can fare.
///
/// ```text
/// in_every_script! {
///     /// What the flow shows.
///     async fn a_wrong_password_keeps_the_address(house: &House) {
///         LogIn::open(&house.browser).await;
///     }
/// }
/// ```
#[macro_export]
macro_rules! in_every_script {
    ($($(#[$doc:meta])* async fn $name:ident($house:ident: &House) $body:block)+) => {
        $($(#[$doc])*
        mod $name {
            use super::*;

            async fn flow($house: &House) $body

            #[tokio::test]
            async fn with_script() {
                House::run($crate::Script::On, flow).await;
            }

            #[tokio::test]
            async fn without_script() {
                House::run($crate::Script::Off, flow).await;
            }

            #[tokio::test]
            async fn with_missing_wasm() {
                House::run($crate::Script::WasmMissing, flow).await;
            }
        })+
    };
}
