//! The corpus as the client writes it.
#![recursion_limit = "256"]

#[path = "../tests/corpus_views/mod.rs"]
mod corpus_views;

fn main() {
    vestibule_hydration::be_twin(corpus_views::cases(), corpus_views::FLAGS);
}
