//! The client's own code path, writing the HTML that it expects to find. The hydration test builds and starts it.

#[path = "../tests/cases/mod.rs"]
mod cases;

fn main() {
    vestibule_hydration::be_twin(cases::cases(), &[]);
}
