//! What our own tests need beside the [test kit](vestibule_testing) and its [browser](vestibule_testing::browser): the
//! gallery, and what is agreed on about every story of it.
//!
//! - [`stories`] walks the gallery.
//! - [`accessibility`] tells what assistive technology hears of a page; `golden` has what it is to hear.
//! - [`axe`] asks axe-core, which `npm ci` installs.

pub mod accessibility;
pub mod axe;
pub mod stories;
