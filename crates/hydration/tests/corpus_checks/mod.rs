//! More of what the corpus shows: what is allowed, what is explained, what is written.

mod allowances;
#[cfg(feature = "browser")]
mod answers;
mod explained;
mod junit;
mod lines;
mod reports;
