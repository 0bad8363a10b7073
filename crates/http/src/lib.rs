//! The HTTP side of Vestibule, without a screen and without a store: what stands between a socket and a flow.
//!
//! | module | answers |
//! | --- | --- |
//! | [`base_url`] | what is our own origin? Configured, never learned from a request (L-07) |
//! | [`secret`], [`chance`], [`clock`] | what may only be used as a parameter |
//! | [`cookies`], [`form_token`], [`origin`] | is this request from a page of ours, in this browser? |
//! | [`client`] | which address counts, behind which proxies (R-01) |
//! | [`form`] | what was posted: bounded, each field once |
//! | [`headers`], [`problem`] | what every answer carries, and what refusals look like |
//! | [`assets`], [`standing`] | the built files, and those whose address stays |

pub mod assets;
pub mod base_url;
pub mod chance;
pub mod client;
pub mod clock;
pub mod cookies;
pub mod form;
pub mod form_token;
pub mod headers;
pub mod origin;
pub mod problem;
pub mod secret;
pub mod standing;
