//! What becomes of the corpus' good views in pages that somebody else has touched before the script comes.
#![recursion_limit = "256"]

#[expect(dead_code, reason = "which codes a bad view has is the other test's business")]
mod corpus_views;

use std::{env, fs, path::Path, sync::LazyLock};

use vestibule_hydration::{Client, Engine, Hostile, Suite, Touched};

/// Of so many good views one is tried; with `VESTIBULE_PROOF` or `UPDATE_DOCS` all of them. A prime, so that no rhythm of
/// the corpus decides which ones.
const EVERY: usize = 11;

static HOSTILE: LazyLock<Hostile> = LazyLock::new(|| {
    let good = corpus_views::cases().into_iter().filter(|case| case.name().starts_with("good/"));
    let good = good.step_by(if all() { 1 } else { EVERY }).collect();
    let suite = Suite::new(good).browser(Client::new("corpus_twin", "hydrate"), &[]);
    suite.hostile(Engine::asked()[0]).expect("a browser looks at the cases")
});

fn all() -> bool {
    ["VESTIBULE_PROOF", "UPDATE_DOCS"].iter().any(|asked| env::var_os(asked).is_some())
}

fn touched(touch: &str) -> Touched<'static> {
    let found = HOSTILE.touched().into_iter().find(|touched| touched.touch == touch);
    found.unwrap_or_else(|| panic!("{touch} touched no case"))
}

#[test]
fn what_adds_no_node_does_no_harm() {
    for touch in [
        "attributes added by extensions",
        "an element put beside the root",
        "an element put last in the root",
        "fields filled by the browser",
    ] {
        let Touched { cases, right, .. } = touched(touch);
        assert_eq!(right, cases, "{touch}\n{:#?}", harmed(touch));
    }
}

#[test]
fn a_count_of_nodes_tells_what_drifts() {
    for Touched { touch, refused, refusable, .. } in HOSTILE.touched() {
        assert_eq!(refused, refusable, "{touch}\n{:#?}", harmed(touch));
    }
}

#[test]
fn a_foreign_element_in_front_makes_controls_answer_for_others() {
    // Were it otherwise, this measurement would measure nothing.
    let Touched { right, wrong, worst, .. } = touched("an element put first in the root");
    assert!(right == 0 && wrong > 0, "{worst:?}");
}

#[test]
fn every_good_view_can_be_judged() {
    assert_eq!(HOSTILE.left_out, [""; 0]);
}

#[test]
fn the_docs_show_what_becomes_of_touched_pages() {
    println!("{}", *HOSTILE);
    // Another engine may stop a walk at another place; the docs show what Chromium does.
    if !all() || Engine::asked()[0] != Engine::Chromium {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hydration.md");
    let mut docs = fs::read_to_string(&path).expect("docs/hydration.md");
    let (begin, end) = ("<!-- hostile: generated -->\n", "<!-- /hostile -->");
    let from = docs.find(begin).expect("the place in the docs") + begin.len();
    let to = from + docs[from..].find(end).expect("the end of the place in the docs");
    let table = HOSTILE.to_string();
    if env::var_os("UPDATE_DOCS").is_some() {
        docs.replace_range(from..to, &table);
        fs::write(&path, &docs).expect("the docs can be written");
    } else {
        assert_eq!(docs[from..to], table, "docs/hydration.md is old: run this test again with UPDATE_DOCS=1");
    }
}

fn harmed(touch: &str) -> Vec<String> {
    let of = HOSTILE.encounters.iter().filter(|encounter| encounter.touch == touch);
    of.map(|encounter| format!("{}: {:?} {:?}", encounter.case, encounter.came, encounter.worst)).collect()
}
