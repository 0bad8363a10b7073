//! What is written is what was found, and can be read by programs and people.

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use serde_json::Value;
use vestibule_hydration::{Code, Finding, check_markup};

use crate::REPORT;

pub(super) static FILES: LazyLock<(Value, String, String)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("hydration").join("corpus");
    REPORT.write(&folder).expect("the report can be written");
    let json = fs::read(folder.join("report.json")).expect("report.json");
    let html = fs::read_to_string(folder.join("report.html")).expect("report.html");
    let xml = fs::read_to_string(folder.join("junit.xml")).expect("junit.xml");
    (serde_json::from_slice(&json).expect("report.json is JSON"), html, xml)
});

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is a list"))
}

#[test]
fn the_json_says_what_was_built_and_counted() {
    let (json, ..) = &*FILES;
    assert_eq!(json["version"], 1);
    assert_eq!(json["tool"]["name"], "vestibule-hydration");
    assert!(json["leptos"].as_str().is_some_and(|version| version.starts_with("0.8.")), "{}", json["leptos"]);
    assert_eq!(json["flags"], serde_json::json!(["corpus"]));
    let layers: Vec<_> = REPORT.layers.iter().map(|layer| layer.as_str()).collect();
    assert_eq!(json["layers"], serde_json::json!(layers));
    assert_eq!(json["counts"]["cases"], list(json, "cases").len());
    let allowed = list(json, "findings").iter().filter(|finding| !finding["allowed_by"].is_null()).count();
    assert_eq!(json["counts"]["allowed"], allowed);
    assert_eq!(json["counts"]["findings"], list(json, "findings").len() - allowed);
    assert!(json["speed"]["views_a_second"].as_f64().is_some_and(|speed| speed > 0.0));
}

#[test]
fn the_json_has_each_case_with_its_verdicts() {
    let (json, ..) = &*FILES;
    let verdicts = |name: &str| {
        let case = list(json, "cases").iter().find(|case| case["name"] == name).expect("the case");
        [&case["verdict"], &case["layers"]["parse"], &case["layers"]["twin"]]
            .map(|verdict| verdict.as_str().expect("a word"))
    };
    assert_eq!(verdicts("good/empty-element"), ["clean", "clean", "clean"]);
    assert_eq!(verdicts("bad/static-text"), ["found", "clean", "found"]);
    assert_eq!(verdicts("bad/p-in-p"), ["found", "found", "clean"]);
    assert_eq!(verdicts("allowed/text"), ["allowed", "clean", "allowed"]);
    // The server panics, so there is nothing to compare with the client.
    assert_eq!(verdicts("bad/explained-H516"), ["found", "found", "not_run"]);
}

#[test]
fn the_json_has_everything_of_a_finding() {
    let (json, ..) = &*FILES;
    let finding =
        list(json, "findings").iter().find(|finding| finding["case"] == "bad/upgrade-beside-delete-my-account");
    let finding = finding.expect("the finding").as_object().expect("an object");
    let keys = [
        "allowed_by",
        "around",
        "byte",
        "case",
        "code",
        "consequence",
        "detail",
        "engine",
        "fix",
        "id",
        "layer",
        "more",
        "path",
        "rerun",
        "severity",
        "sides",
        "source",
        "title",
    ];
    assert!(finding.keys().map(String::as_str).eq(keys), "{:?}", finding.keys());
    assert_eq!((&finding["code"], &finding["severity"]), (&"H103".into(), &"critical".into()));
    // Written down, so that nobody changes how ids are made without seeing it: lists of known findings would be lost.
    assert_eq!(finding["id"], "H103-a220bb17");
}

#[test]
fn the_docs_name_every_key() {
    let (json, ..) = &*FILES;
    let docs = include_str!("../../../../docs/hydration.md");
    let (_, table) = docs.split_once("`report.json` is for programs:\n").expect("the table of keys");
    let rows: Vec<Vec<&str>> = table
        .trim_start()
        .lines()
        .take_while(|line| line.starts_with('|'))
        .map(|row| row.split('|').collect())
        .collect();
    let words = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    let keys = |value: &'static Value| value.as_object().expect("an object").keys().map(String::as_str).collect();
    let named: BTreeSet<&str> = rows.iter().flat_map(|row| words(row[1])).collect();
    let written: BTreeSet<&str> = keys(json);
    assert_eq!(named, written);
    let row = rows.iter().find(|row| row[1].contains("`findings`")).expect("the row about findings");
    let named: BTreeSet<&str> = words(row[2]).into_iter().collect();
    let written: BTreeSet<&str> = keys(&list(json, "findings")[0]);
    assert_eq!(named, written);
}

#[test]
fn every_finding_has_an_id_of_its_own() {
    let (json, ..) = &*FILES;
    let findings = list(json, "findings");
    let ids: BTreeSet<_> = findings.iter().map(|finding| finding["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), findings.len());
}

#[test]
fn an_id_stays_when_another_finding_comes() {
    let id = |html| {
        let paragraph = |finding: &Finding| finding.code == Code::EndsParagraph;
        check_markup("case", html).into_iter().find(paragraph).expect("a <p> that ends").id
    };
    assert_eq!(id("<p><div>a</div></p>"), id("<h1>b<h2>c</h2></h1><p>d<div>a</div></p>"));
}

#[test]
fn the_page_is_what_a_browser_builds_from_it() {
    let (_, html, _) = &*FILES;
    let (head, body) = html.split_once("</head>").expect("a page has a head");
    let (_, head) = head.split_once("<head>").expect("a page has a head");
    let body = body.trim().strip_prefix("<body>").and_then(|body| body.strip_suffix("</body></html>")).expect("a body");
    // Findings one by one: what a browser changes in a small part is found soon.
    let (rest, articles): (Vec<_>, Vec<_>) = body
        .split("<article ")
        .map(|part| match part.split_once("</article>") {
            Some((article, rest)) => (rest, format!("<article {article}</article>")),
            None => (part, String::new()),
        })
        .unzip();
    for part in [head.to_owned(), rest.concat()].iter().chain(&articles) {
        let found: Vec<_> = check_markup("report.html", part).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{}", found.join("\n\n"));
    }
}

#[test]
fn the_page_asks_for_nothing_and_every_link_leads_somewhere() {
    let (_, html, _) = &*FILES;
    // Within a text, `<` and `"` are written otherwise.
    for asking in ["<script", "<link", "<img", "<form", "@import", "url(", " src=\"", " onclick=\"", " onload=\""] {
        assert!(!html.contains(asking), "{asking}");
    }
    // A picture of a side is a page of its own, in which nothing runs, and which may ask for nothing either.
    let frames: Vec<&str> = html.split("<iframe ").skip(1).filter_map(|rest| rest.split("></iframe>").next()).collect();
    assert!(frames.len() > REPORT.causes().len(), "most findings have two pictures");
    for frame in frames {
        assert!(frame.contains(" sandbox=\"\" ") && frame.contains("content=&quot;default-src 'none'; "), "{frame}");
        assert!(!frame.contains("&lt;script") && !frame.contains("&lt;iframe"), "{frame}");
    }
    let targets: Vec<&str> = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(targets.len() > REPORT.causes().len(), "each finding has a link");
    for target in targets {
        let id = target.strip_prefix('#').expect("a place on this page");
        assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn the_page_shows_every_case_and_every_finding() {
    let (_, html, _) = &*FILES;
    for case in &REPORT.run.cases {
        assert!(html.contains(&format!("<th scope=\"row\">{case}</th>")), "{case}");
    }
    for (finding, _) in REPORT.causes() {
        assert!(html.contains(&format!("<article id=\"{}\"", finding.id)), "{finding}");
    }
}
