//! Every URL of the house, written once: forms, redirects, mails and tests read it from here.

/// The reference application's own page.
pub const HOME: &str = "/";
/// Log in: form and submit.
pub const LOG_IN: &str = "/login";
/// Log out: GET asks, POST does.
pub const LOG_OUT: &str = "/logout";
/// Sign up: form and submit.
pub const SIGN_UP: &str = "/signup";
/// A sign-up waits for the mailed code.
pub const SIGN_UP_SENT: &str = "/signup/sent";
/// Sends the code of a waiting sign-up again (POST).
pub const SIGN_UP_RESEND: &str = "/signup/resend";
/// The mailed link; also the page of [`EmailNotConfirmedYet`](crate::login_state::LoginState::EmailNotConfirmedYet).
pub const CONFIRM_EMAIL: &str = "/confirm-email";
/// Second factor at log-in.
pub const SECOND_FACTOR: &str = "/second-factor";
/// Required properties.
pub const PROPERTIES: &str = "/properties";
/// Forced password update.
pub const UPDATE_PASSWORD: &str = "/update-password";
/// Join or create an organisation.
pub const CHOOSE_ORG: &str = "/choose-org";
/// Enrol a second factor.
pub const ENROL_SECOND_FACTOR: &str = "/enrol-second-factor";
/// The process lives.
pub const HEALTHZ: &str = "/healthz";
/// The process can serve: its database answers.
pub const READYZ: &str = "/readyz";
/// Built files, each under the build's own id.
pub const ASSETS: &str = "/assets";
/// Development: the mailbox.
pub const DEV_MAIL: &str = "/dev/mail";
/// Development: every screen in every state.
pub const GALLERY: &str = "/gallery";
