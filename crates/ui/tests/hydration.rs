//! What hydrates is what the server sent: every story, parsed as a browser would (P) and compared with what the client
//! would have written (T). Run once with the feature `islands` and once without: each is a page that somebody has.

mod cases;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use vestibule_hydration::{Score, Suite, Twin};

fn suite() -> Suite {
    let (features, twin_features) =
        if cfg!(feature = "islands") { ("ssr,islands,dev", "twin,islands,dev") } else { ("ssr,dev", "twin,dev") };
    let twin = Twin::new("twin", twin_features);
    let twin = match env::var_os("VESTIBULE_TWIN_TARGET") {
        Some(folder) => twin.target(PathBuf::from(folder)),
        None => twin,
    };
    Suite::new(cases::cases())
        .twin(twin)
        .flags(cases::FLAGS)
        .command(format!("cargo test -p vestibule-ui --features {features} --test hydration"))
}

#[test]
fn every_story_hydrates_into_what_the_server_sent() {
    let report = suite().passes(20).check().expect("the twin can be asked");
    report.assert_clean();
    println!("{report}");
}

/// Of so many changes `cargo xtask test` tries one; `cargo xtask proof` tries them all. A prime, so that no rhythm of the
/// markup decides which ones.
const EVERY: usize = 97;

#[test]
fn what_is_changed_in_a_story_is_found() {
    let all = env::var_os("VESTIBULE_PROOF").is_some();
    let score = suite().mutate(if all { 1 } else { EVERY }).expect("the twin can be asked");
    println!("{score}");
    if all {
        leave(&score, cases::FLAGS[0]);
    }
    assert_eq!(score.left_out, [""; 0], "stories that can't be changed: something is wrong with them already");
    assert!(score.kill_rate() >= 99.0 && score.false_alarms.is_empty(), "\n{score}");
}

/// Leaves a table where `cargo xtask proof` looks for it.
fn leave(score: &Score, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("mutation");
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join(name).with_extension("md"), score.to_string()).expect("the table can be written");
}
