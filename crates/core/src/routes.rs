//! Every URL of the house, written once: forms, redirects, mails and tests read it from here.

/// The reference application's own page.
pub const HOME: &str = "/";

/// Log in: form and submit.
pub const LOG_IN: &str = "/login";
/// Log in without a password: asks for the address and mails a link and a code.
pub const EMAIL_LOG_IN: &str = "/login/email";
/// A log-in waits for the mailed code.
pub const EMAIL_LOG_IN_SENT: &str = "/login/email/sent";
/// Asked by the tab of [`EMAIL_LOG_IN_SENT`]: whether this browser is past it.
pub const EMAIL_LOG_IN_WAITING: &str = "/login/email/waiting";
/// The mailed log-in link.
pub const EMAIL_LOG_IN_LINK: &str = "/login/email/link";
/// Where the visitor stands, as JSON: for a host's own scripts.
pub const SESSION: &str = "/session";
/// What a host's own scripts import: who is here, and whether that changes.
pub const CLIENT_SCRIPT: &str = "/client.js";
/// Log out: GET asks, POST does.
pub const LOG_OUT: &str = "/logout";

/// Sign up: form and submit.
pub const SIGN_UP: &str = "/signup";
/// A sign-up waits for the mailed code.
pub const SIGN_UP_SENT: &str = "/signup/sent";
/// Asked by the tab of [`SIGN_UP_SENT`]: whether this browser is past it.
pub const SIGN_UP_WAITING: &str = "/signup/waiting";
/// Sends the code of a waiting sign-up again (POST).
pub const SIGN_UP_RESEND: &str = "/signup/resend";
/// The mailed link; also the page of [`EmailNotConfirmedYet`](crate::login_state::LoginState::EmailNotConfirmedYet).
pub const CONFIRM_EMAIL: &str = "/confirm-email";
/// Mails the link and the code that confirm an account's address again (POST).
pub const CONFIRM_EMAIL_RESEND: &str = "/confirm-email/resend";
/// Asked by the tab of [`CONFIRM_EMAIL`]: whether the address is proven by now.
pub const CONFIRM_EMAIL_WAITING: &str = "/confirm-email/waiting";
/// Gives an account whose address isn't proven another one.
pub const CONFIRM_EMAIL_CHANGE: &str = "/confirm-email/change";

/// Asks for a link to set a new password.
pub const FORGOT_PASSWORD: &str = "/forgot-password";
/// Says that such a link is on its way, and takes its code.
pub const FORGOT_PASSWORD_SENT: &str = "/forgot-password/sent";
/// Asked by the tab of [`FORGOT_PASSWORD_SENT`]: whether this browser is past it.
pub const FORGOT_PASSWORD_WAITING: &str = "/forgot-password/waiting";
/// The mailed link: a new password.
pub const RESET_PASSWORD: &str = "/reset-password";

/// Second factor at log-in.
pub const SECOND_FACTOR: &str = "/second-factor";
/// A backup code in its place.
pub const BACKUP_CODE: &str = "/second-factor/backup-code";
/// What to do without the phone and without backup codes.
pub const SECOND_FACTOR_LOST: &str = "/second-factor/lost";
/// Required properties.
pub const PROPERTIES: &str = "/properties";
/// Forced password update.
pub const UPDATE_PASSWORD: &str = "/update-password";
/// Join or create an organisation.
pub const CHOOSE_ORG: &str = "/choose-org";
/// The other name of [`CHOOSE_ORG`] that people know.
pub const CREATE_ORG: &str = "/create_org";
/// A mailed invitation.
pub const INVITATION: &str = "/invitation";
/// Enrol a second factor.
pub const ENROL_SECOND_FACTOR: &str = "/enrol-second-factor";
/// Backup codes, shown once.
pub const BACKUP_CODES: &str = "/backup-codes";
/// The same as a file.
pub const BACKUP_CODES_FILE: &str = "/backup-codes/file";
/// How many are left, after one was used.
pub const BACKUP_CODES_LEFT: &str = "/backup-codes/left";
/// Asks for a factor again before something sensitive.
pub const STEP_UP: &str = "/step-up";

/// The account: profile and what there is to change.
pub const ACCOUNT: &str = "/account";
/// Another address.
pub const ACCOUNT_EMAIL: &str = "/account/email";
/// The link in the mail to the new address.
pub const ACCOUNT_EMAIL_LINK: &str = "/account/email/link";
/// The link in the mail to the old address that takes the change back.
pub const ACCOUNT_EMAIL_UNDO: &str = "/account/email/undo";
/// Another password.
pub const ACCOUNT_PASSWORD: &str = "/account/password";
/// Second factors: enrol, replace, remove.
pub const ACCOUNT_SECOND_FACTOR: &str = "/account/second-factor";
/// Sessions and remembered devices.
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
/// What the account knows of its owner.
pub const ACCOUNT_PROFILE: &str = "/account/profile";

/// The process lives.
pub const HEALTHZ: &str = "/healthz";
/// The process can serve: its database answers.
pub const READYZ: &str = "/readyz";

/// Built files, each under the build's own id.
pub const ASSETS: &str = "/assets";

/// Our sources as items to copy, and `registry.json`, the list of them.
pub const REGISTRY: &str = "/r";

/// Development: the mailbox.
pub const DEV_MAIL: &str = "/dev/mail";
/// Development: every screen in every state.
pub const GALLERY: &str = "/gallery";

/// Testing: what all its routes begin with.
pub const TEST: &str = "/__test";
/// Testing: somebody in a login state (POST).
pub const TEST_PEOPLE: &str = "/__test/people";
/// Testing: the newest mail to an address.
pub const TEST_MAIL: &str = "/__test/mail";
/// Testing: moves the clock forward (POST), or lets it show the system's time again (DELETE).
pub const TEST_CLOCK: &str = "/__test/clock";
/// Testing: forgets every try that was counted (POST).
pub const TEST_LIMITS_RESET: &str = "/__test/limits/reset";
/// Testing: lets the mail or the database fail for a while (POST), or no more (DELETE).
pub const TEST_FAIL: &str = "/__test/fail";
