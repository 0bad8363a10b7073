//! The flows, driven as a user would: in a browser, with script on, off and broken, and a mailbox beside it.

mod accessibility;
mod confirm_email;
mod forgot_password;
mod gallery;
mod hydration;
mod log_in;
mod log_out;
mod parts;
mod second_factor;
mod sign_up;
mod waiting;
