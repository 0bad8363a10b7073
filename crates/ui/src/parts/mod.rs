//! Parts: each renders one element with its public names, and the few elements that belong to it.

#![expect(unreachable_pub, reason = "the component macro writes a second, hidden function with the same visibility")]

mod alert;
mod choice;
mod contract;
mod control;
mod field;
mod form;
mod hooks;
mod list;
mod names;
mod page;
mod plain;
mod renamed;
mod select;
mod text;
mod tokens;
mod user;

pub use alert::{Alert, AlertKind, Note, Summary, SummaryItem, WaitAlert};
pub use choice::Choice;
pub use contract::{CONTRACT, INTERACTIVE, PARTS, PartNames};
pub use control::{CodeField, EmailField, PasswordField, PasswordPurpose, UserName};
pub use field::Field;
pub use form::{Form, Go, Kind, Press, PressItem};
pub use hooks::{HOOKS, HOOKS_BY_PART};
pub use list::{Badge, BadgeKind, Facts, Item, ItemState, List, Section};
pub use names::NAMES_BY_PART;
pub use page::Page;
pub use plain::{LineField, LineKind, LongField};
pub use renamed::{RENAMED, Renamed, RenamedKind};
pub use select::SelectField;
pub use text::{Account, Lead, Link, Nav, Title};
pub use tokens::{SEEDS, TOKENS};
pub use user::UserButton;
