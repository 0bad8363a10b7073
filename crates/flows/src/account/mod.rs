//! The account: `/account` and what can be changed from there. Each change is a module named after its URL.

pub(crate) mod change_email;
pub(crate) mod change_password;
mod overview;
pub(crate) mod second_factor;
pub(crate) mod sessions;

pub(crate) use overview::page;
