//! A finding leads to the line that was written wrongly, not to the component that draws it.

use std::{fs, path::Path};

use vestibule_hydration::{Finding, Source};

use crate::findings;

const CHILDREN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus_views/bad/children.rs");

/// What stands in a line of source.
#[track_caller]
fn text(source: &Source) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&source.file);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let line = usize::try_from(source.line).expect("a line is a small number");
    text.lines().nth(line - 1).expect("the file has that line").trim().to_owned()
}

#[track_caller]
fn only(case: &str) -> &'static Finding {
    let [finding] = findings(case)[..] else { panic!("one finding in {case}") };
    finding
}

#[track_caller]
fn check_lines(case: &str, source: &str, around: &[&str]) {
    let finding = only(case);
    let told = finding.source.as_ref().map(text);
    assert_eq!(told.as_deref(), Some(source), "{finding}");
    let views: Vec<_> = finding.around.iter().map(text).collect();
    assert_eq!(views, around, "{finding}");
    for view in &finding.around {
        assert!(finding.to_string().contains(&format!("\n      in {view}\n")), "{finding}");
    }
}

#[test]
fn what_a_component_is_given_is_told_where_it_is_written() {
    check_lines(
        "bad/a-text-in-what-a-component-is-given",
        r#"<p>{side("Paid", "Free")}</p>"#,
        &[r#"view! { <section class="card"><div>{children()}</div></section> }"#],
    );
}

#[test]
fn what_stands_elsewhere_in_what_a_component_is_given_is_told_where_it_is_written() {
    let form = "view! { <form><div>{children()}</div></form> }";
    check_lines("bad/fields-in-another-order-in-what-a-component-is-given", "view! {", &[form]);
}

#[test]
fn what_only_the_server_writes_is_looked_for_around_its_place() {
    let case = "bad/a-button-in-what-a-component-is-given";
    let written = r#"let upgrade = view! { <button name="upgrade" on:click=|_| {}>"Upgrade"</button> };"#;
    check_lines(case, written, &["view! { <nav><div>{children()}</div></nav> }"]);
}

#[test]
fn the_handlers_that_land_elsewhere_are_told_with_their_line() {
    let finding = only("bad/a-button-in-what-a-component-is-given");
    let source = fs::read_to_string(CHILDREN).expect("the view's file");
    let line = source.lines().position(|line| line.contains(r#"name="cancel""#)).expect("the button") + 1;
    let expected = format!(
        "the client's handlers of <button> \"Cancel\" (crates/hydration/tests/corpus_views/bad/children.rs:{line}) land on \
         the server's <button> \"Upgrade\""
    );
    assert_eq!(finding.consequence, expected);
}

#[test]
fn the_detail_says_what_differs() {
    let details = |case: &str| findings(case).into_iter().map(|finding| finding.detail.as_str()).collect::<Vec<_>>();
    assert_eq!(
        details("bad/two-lists-in-another-order"),
        [
            r#"2 of 3 stand elsewhere; where the server has <li> "s", the client has <li> "m""#,
            r#"2 of 3 stand elsewhere; where the server has <li> "Riga", the client has <li> "Rome""#,
        ]
    );
    assert_eq!(
        details("bad/two-texts-cut-elsewhere"),
        [r#"the server writes "ab", the client "a" and "b""#, r#"the server writes "cd", the client "c" and "d""#]
    );
    assert!(details("bad/two-lists-that-lost-one-item-each")[0].ends_with(r#"only the server has <li> "m""#));
    assert_eq!(
        details("bad/timer-started-while-drawing"),
        ["the client: something of the browser was asked for while drawing"]
    );
}

#[test]
fn a_long_text_is_told_around_its_difference() {
    let finding = only("bad/one-word-of-a-long-text");
    let [server, below, client, _] = &finding.sides[..] else { panic!("{finding}") };
    assert!(server.starts_with("- \"…") && server.ends_with("…\"") && server.contains("within 14 days"), "{finding}");
    assert!(client.contains("within 30 days"), "{finding}");
    assert_eq!(below.find('^'), server.replace('…', ".").find("14 days"), "{finding}");
}
