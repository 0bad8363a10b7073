//! What becomes of our own stories in pages that somebody else has touched before the script comes, where a host hydrates
//! them whole. Our own pages hydrate islands.
#![cfg(not(feature = "islands"))]

mod cases;

use std::{env, fs, path::Path};

use vestibule_hydration::{Client, Engine, Hostile, Suite};

/// Of so many stories one is tried; with `VESTIBULE_PROOF` or `UPDATE_DOCS` all of them.
const EVERY: usize = 31;

/// What no story may mind: whoever hydrates one whole can't keep these away.
const HARMLESS: [&str; 4] = [
    "attributes added by extensions",
    "an element put beside the root",
    "an element put last in the root",
    "fields filled by the browser",
];

#[test]
fn a_touched_story_stays_right_or_panics_and_no_control_answers_for_another() {
    let all = ["VESTIBULE_PROOF", "UPDATE_DOCS"].iter().any(|asked| env::var_os(asked).is_some());
    // Markup of a host's own is adopted in one piece, and can't tell what was put in its place.
    let ours = cases::cases().into_iter().filter(|case| !case.name().starts_with("host"));
    let stories = ours.step_by(if all { 1 } else { EVERY }).collect();
    let suite = Suite::new(stories).flags(cases::FLAGS).browser(Client::new("twin", "hydrate,dev"), &[]);
    let hostile = suite.hostile(Engine::asked()[0]).expect("a browser looks at the stories");
    println!("{hostile}");
    assert_eq!(hostile.left_out, [""; 0]);
    for touched in hostile.touched() {
        assert_eq!((touched.drifted, touched.wrong), (0, 0), "{touched:?}");
        assert!(touched.right == touched.cases || !HARMLESS.contains(&touched.touch), "{touched:?}");
    }
    if all {
        compare_with_docs(&hostile);
    }
}

fn compare_with_docs(hostile: &Hostile) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hydration.md");
    let mut docs = fs::read_to_string(&path).expect("docs/hydration.md");
    let (begin, end) = ("<!-- touched stories: generated -->\n", "<!-- /touched stories -->");
    let from = docs.find(begin).expect("the place in the docs") + begin.len();
    let to = from + docs[from..].find(end).expect("the end of the place in the docs");
    if env::var_os("UPDATE_DOCS").is_some() {
        docs.replace_range(from..to, &hostile.to_string());
        fs::write(&path, &docs).expect("the docs can be written");
    } else {
        assert_eq!(docs[from..to], hostile.to_string(), "docs/hydration.md is old: run this test with UPDATE_DOCS=1");
    }
}
