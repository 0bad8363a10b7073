//! The flows, driven as a user would: in a browser, with script on, off and broken, and a mailbox beside it.

/// Makes two tests of each flow that opens a house by itself: one with script, one without.
macro_rules! with_script_and_without {
    ($($(#[$doc:meta])* async fn $name:ident($script:ident: Script) $body:block)+) => {
        $($(#[$doc])*
        mod $name {
            use super::*;

            async fn flow($script: Script) $body

            #[tokio::test]
            async fn with_script() {
                flow(Script::On).await;
            }

            #[tokio::test]
            async fn without_script() {
                flow(Script::Off).await;
            }
        })+
    };
}

mod accessibility;
mod back_button;
mod client_script;
mod confirm_email;
mod disabled;
mod ended_links;
mod focus;
mod fonts;
mod forgot_password;
mod gallery;
mod hostile_hosts;
mod house;
mod hydration;
mod invited;
mod islands;
mod keyboard;
mod log_in;
mod log_out;
mod mistyped_email;
mod mounted;
mod password_field;
mod second_factor;
mod second_tab;
mod session_expired;
mod sign_up;
mod small_screens;
mod stale_form;
mod theme_dev;
mod themes;
mod too_many_tries;
mod waiting;
