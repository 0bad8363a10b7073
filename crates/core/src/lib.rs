//! The domain of Vestibule: what a person has proven, what is still asked of them, and what may be refused.
//!
//! Nothing here reads a clock, draws a random number, or talks to a database, a browser or a network: time and chance
//! arrive as arguments, and everything else is a value. That is why every rule of the house can be tested as a table.
//!
//! | module | holds |
//! | --- | --- |
//! | [`login_state`] | the eight states, the one function that decides between them, and the transitions that refuse |
//! | [`sign_up`] | [`SignUpPending`](sign_up::SignUpPending): the state before an account exists |
//! | [`challenge`], [`sends`] | mails that prove an address: what for, and how often |
//! | [`email_hint`] | addresses that look like a slip of the fingers |
//! | [`mail_provider`] | where the mail of well-known domains is read |
//! | [`email`], [`password`], [`mail_code`], [`totp`], [`backup_code`] | strings that became types at the edge |
//! | [`property`], [`org`] | what an application wants to know of people, and what they belong to |
//! | [`destination`] | where a person goes afterwards: never an unchecked URL |
//! | [`limits`] | leaky buckets and the table of what is limited how |
//! | [`routes`] | every URL, written once |
//! | [`field`] | what is wrong with a field, as data |

pub mod backup_code;
pub mod challenge;
pub mod destination;
pub mod email;
pub mod email_hint;
pub mod field;
pub mod limits;
pub mod login_state;
pub mod mail_code;
pub mod mail_provider;
pub mod mount;
pub mod org;
pub mod password;
pub mod property;
pub mod routes;
pub mod sends;
pub mod sign_up;
pub mod totp;
