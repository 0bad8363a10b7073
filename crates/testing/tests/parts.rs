//! The list of parts for testers in other languages.

use std::{env, fs, path::Path};

use vestibule_testing::pages::parts_json;

/// Set `VESTIBULE_BLESS` to write the list anew: a change to it breaks those who test against it.
#[test]
fn parts_json_is_what_the_page_objects_say() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("parts.json");
    if env::var_os("VESTIBULE_BLESS").is_some() {
        fs::write(&file, parts_json()).expect("the list can be written");
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), parts_json());
}
