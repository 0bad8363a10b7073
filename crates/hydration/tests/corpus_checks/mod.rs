//! More of what the corpus shows: what is allowed, what is explained, what is written.

mod allowances;
mod explained;
mod junit;
mod lines;
mod reports;
