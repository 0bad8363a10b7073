//! What the server sends of Northwind's own, its islands included, is what hydrates: parsed as a browser would, compared with what the client
//! would have written, and drawn again in other circumstances.

mod cases;

use vestibule_hydration::{Repeat, Suite, Twin};

#[test]
fn every_view_hydrates_into_what_the_server_sent() {
    let suite = Suite::new(cases::cases())
        .twin(Twin::new("twin", "twin"))
        .repeat(Repeat::new())
        .command("cargo test --features ssr --test hydration");
    let report = suite.check().expect("the twin can be asked");
    report.assert_clean();
    println!("{report}");
}
