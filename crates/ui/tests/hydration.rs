//! What hydrates is what the server sent: every story, parsed as a browser would (P), compared with what the client would
//! have written (T) and painted again in other circumstances (R). Whole stories are looked at by browsers, too (C, W, B).
//! Run once with the feature `islands` and once without: each is a page that somebody has.

mod cases;

use std::{env, fs, path::Path, sync::LazyLock};

use vestibule_hydration::{Client, Engine, Layer, Repeat, Report, Score, Suite, Twin};

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let report = suite().passes(20).check().expect("the twin can be asked");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("hydration").join(cases::FLAGS.join("-"));
    report.write(folder).expect("the report can be written");
    report
});

fn suite() -> Suite {
    let (features, twin_features) =
        if cfg!(feature = "islands") { ("ssr,islands,dev", "twin,islands,dev") } else { ("ssr,dev", "twin,dev") };
    let suite = Suite::new(cases::cases());
    // Islands hydrate by the names that only the page's own script knows; the browser tests look at them.
    let whole = !cfg!(feature = "islands");
    let suite = if whole { suite.browser(Client::new("twin", "hydrate,dev"), &Engine::asked()) } else { suite };
    suite
        .twin(Twin::new("twin", twin_features))
        .repeat(Repeat::new())
        .flags(cases::FLAGS)
        .command(format!("cargo test -p vestibule-ui --features {features} --test hydration"))
}

#[test]
fn every_story_hydrates_into_what_the_server_sent() {
    REPORT.assert_clean();
    println!("{}", *REPORT);
}

#[test]
fn our_own_screens_allow_nothing() {
    // An allowance that nothing needs is found; so one that is there shows in one of these lists.
    let flawed = REPORT.findings.iter().any(|finding| finding.layer == Layer::Allowance);
    assert!(REPORT.allowed.is_empty() && !flawed, "\n\n{}\n", *REPORT);
}

/// A component that no story draws is never checked, whoever mentions it.
#[cfg(debug_assertions)]
#[test]
fn every_component_is_drawn_by_a_story() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let undrawn = vestibule_hydration::components_without_cases(source, &REPORT).expect("the source can be read");
    let undrawn: Vec<_> = undrawn.iter().map(ToString::to_string).collect();
    assert!(undrawn.is_empty(), "{undrawn:#?}");
}

/// Of so many changes `cargo xtask test` tries one; `cargo xtask proof` tries them all in a release build, which is many
/// times as fast. A prime, so that no rhythm of the markup decides which ones.
const EVERY: usize = 97;

#[test]
fn what_is_changed_in_a_story_is_found() {
    let all = env::var_os("VESTIBULE_PROOF").is_some() && !cfg!(debug_assertions);
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
