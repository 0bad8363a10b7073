//! The explanations show what is found, and what isn't.

use vestibule_hydration::Code;

use crate::corpus_views;

/// Those whose example is no view, or none that can be drawn without a browser or the same twice.
const WITHOUT: [&str; 27] = [
    "H108", "H514", "H121", "H122", "H123", "H124", "H125", "H126", "H127", "H333", "H334", "H400", "H501", "H502",
    "H503", "H504", "H505", "H506", "H507", "H508", "H511", "H513", "H515", "H801", "H802", "H803", "H804",
];

#[test]
fn every_example_is_a_view_of_the_corpus() {
    let source = [
        include_str!("../corpus_views/explained/structure.rs"),
        include_str!("../corpus_views/explained/values.rs"),
        include_str!("../corpus_views/explained/rebuilt.rs"),
        include_str!("../corpus_views/behaviour.rs"),
        include_str!("../corpus_views/explained/waiting.rs"),
    ];
    let source = letters(&source.concat());
    for code in Code::ALL.iter().filter(|code| !WITHOUT.contains(&code.as_str())) {
        let examples = code.explain().split("```rust").skip(1).filter_map(|rest| rest.split_once("```"));
        for (kind, (example, _)) in ["bad", "good"].into_iter().zip(examples) {
            let name = letters(&format!(r#"{kind}("explained-{code}","#));
            // What only a browser finds is called so.
            let name = if source.contains(&name) { name } else { name.replacen("bad(", "in_browser(", 1) };
            let (_, view) =
                source.split_once(&name).unwrap_or_else(|| panic!("{kind}/explained-{code} is in the corpus"));
            // What the example says stands before the next view.
            let end = view.find("\"explained-").unwrap_or(view.len());
            assert!(view[..end].contains(&letters(example)), "{kind}/explained-{code} is another view:{example}");
        }
    }
}

#[test]
fn the_bad_view_of_an_explanation_has_its_code() {
    let samples = corpus_views::samples();
    for code in Code::ALL.iter().filter(|code| !WITHOUT.contains(&code.as_str())) {
        let name = format!("bad/explained-{code}");
        let sample = samples.iter().find(|sample| sample.name() == name).expect("the view");
        assert!(sample.codes.iter().all(|found| found == code), "{name}: {:?}", sample.codes);
    }
}

/// A text without its white space, of which two writers may have different views.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}
