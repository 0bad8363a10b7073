//! What hydrates is what the server sent: every story, parsed as a browser would (P), compared with what the client would
//! have written (T) and painted again in other circumstances (R). Whole stories are looked at by browsers, too (C, W).
//! Run once with the feature `islands` and once without: each is a page that somebody has.

mod cases;

use std::{path::Path, sync::LazyLock};

use vestibule_hydration::{Client, Engine, Layer, Repeat, Report, Suite, Twin};

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
