//! The domain of Vestibule: what a person has proven, what is still asked of them, and what may be refused.
//!
//! Nothing here reads a clock, draws a random number, or talks to a database, a browser or a network: time and chance
//! arrive as arguments, and everything else is a value. That is why every rule of the house can be tested as a table.
//!
//! | module | holds |
//! | --- | --- |
//! | [`login_state`] | the eight states, the one function that decides between them, and the transitions that refuse |
//! | [`sign_up`] | [`SignUpPending`](sign_up::SignUpPending): the state before an account exists |
//! | [`email`], [`password`], [`mail_code`] | strings that became types at the edge |
//! | [`destination`] | where a person goes afterwards: never an unchecked URL |
//! | [`limits`] | leaky buckets and the table of what is limited how |
//! | [`routes`] | every URL, written once |
//! | [`field`] | what is wrong with a field, as data |

pub mod destination;
pub mod email;
pub mod field;
pub mod limits;
pub mod login_state;
pub mod mail_code;
pub mod password;
pub mod routes;
pub mod sign_up;
