use std::collections::BTreeSet;

use super::*;

/// Every mutant of markup that both sides write alike.
fn mutate(html: &str) -> Score {
    Original { case: "case", server: html, client: html }.mutate(1, 0)
}

fn tally(html: &str, operator: Operator) -> Tally {
    mutate(html).operators.get(&(Changed::Server, operator)).copied().unwrap_or_default()
}

#[test]
fn every_operator_has_a_place_in_this_markup_and_every_mutant_is_found() {
    let score = mutate(
        "<form id=\"f\" class=\"a b\" style=\"top:0;left:0\"><h1>Log in</h1><p>one<!>two<a href=\"#f\">three</a></p>\
         <label for=\"f\">four</label><input required><button disabled>five</button><script>six</script><pre>seven</pre>\
         <ul><li>1</li><li>2</li><li>3</li><!></ul></form>",
    );
    let sides = [Changed::Server, Changed::Client];
    let due = sides.into_iter().flat_map(|side| Operator::ALL.iter().map(move |operator| (side, *operator)));
    let due: BTreeSet<_> = due.filter(|(side, operator)| operator.changes(*side)).collect();
    assert_eq!(score.operators.keys().copied().collect::<BTreeSet<_>>(), due);
    assert!(score.survivors.is_empty() && score.false_alarms.is_empty(), "{score}");
}

#[test]
fn a_mutant_that_says_the_same_must_not_be_found() {
    for operator in [Operator::ReorderClasses, Operator::ReorderAttributes, Operator::ReorderStyles] {
        let tally = tally("<i class=\"a b\" style=\"top:0;left:0\">x</i>", operator);
        assert_eq!((tally.mutants, tally.equivalent), (1, 1), "{operator:?}");
    }
}

#[test]
fn a_style_is_read_as_a_browser_reads_it() {
    for style in ["color:red;color:blue", "background:url(data:image/png;base64,AA)", "nonsense", "content:';';top:0"] {
        let score = mutate(&format!("<i style=\"{style}\">x</i>"));
        assert!(score.survivors.is_empty() && score.false_alarms.is_empty(), "{style}: {score}");
    }
}

#[test]
fn samples_of_all_beginnings_are_together_the_whole() {
    let html = "<p id=\"a\" class=\"b\">one<!>two</p>";
    let original = Original { case: "case", server: html, client: html };
    let whole = original.mutate(1, 0).total();
    let mut parts = Score::default();
    (0..7).for_each(|first| parts.add(original.mutate(7, first)));
    assert_eq!(parts.total(), whole);
}

#[test]
fn what_survives_is_told_with_its_place() {
    let mut score = Score::default();
    let original = Original { case: "log-in/empty", server: "<p>one</p>", client: "" };
    let tree = intended("<p>one</p>").nodes;
    place::visit(&tree, &mut |place| {
        let mutant = Mutant { html: String::new(), expected: &[] };
        original.judge(Changed::Server, Operator::DeleteNode, &mutant, false, place, &mut score);
    });
    assert!(score.kill_rate() < 1.0);
    assert!(score.to_string().contains("- log-in/empty: delete a node at `p`\n  | - <p>\"one\"\n"), "{score}");
}
