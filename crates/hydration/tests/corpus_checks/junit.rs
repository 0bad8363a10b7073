//! `junit.xml` is XML, and says what was found.

use super::reports::FILES;
use crate::REPORT;

/// A start tag with its attributes, and the text behind it.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Tag {
    #[track_caller]
    fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map_or_else(|| panic!("<{}> without {name}", self.name), |(_, value)| value)
    }
}

/// Reads XML as strictly as any reader does, as far as it is used here: it stops at whatever isn't well-formed.
fn read(xml: &str) -> Vec<Tag> {
    let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("the declaration comes first");
    let allowed =
        |one: char| matches!(one, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(body.chars().all(allowed), "a character that XML doesn't know");
    let (mut tags, mut open): (Vec<Tag>, Vec<String>) = (Vec::new(), Vec::new());
    let mut parts = body.split('<');
    assert_eq!(parts.next(), Some(""), "nothing stands before the root");
    for part in parts {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text}");
        assert!(!open.is_empty() || tags.is_empty(), "one root");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else {
            let (inner, is_empty) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
            let (name, rest) = inner.split_once(' ').unwrap_or((inner, ""));
            if !is_empty {
                open.push(name.to_owned());
            }
            tags.push(Tag { name: name.to_owned(), attributes: attributes(rest), text: unescape(text) });
        }
        assert!(!open.is_empty() || text.trim().is_empty(), "nothing stands behind the root");
    }
    assert!(open.is_empty(), "{open:?} never end");
    tags
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.split_once("=\"").expect("a name and a quote");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
        assert!(attributes.iter().all(|(other, _)| other != name), "{name} twice");
        let (value, behind) = behind.split_once('"').expect("the other quote");
        attributes.push((name.to_owned(), unescape(value)));
        rest = match behind {
            "" => "",
            _ => behind.strip_prefix(' ').expect("a space between two attributes"),
        };
    }
    attributes
}

fn unescape(text: &str) -> String {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |read, part| {
        let (name, rest) = part.split_once(';').expect("an entity ends");
        let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("#13", "\r")];
        let (_, character) = known.iter().find(|(own, _)| *own == name).expect("an entity that XML knows");
        read + character + rest
    })
}

#[test]
fn the_xml_is_well_formed_and_counts_its_tests() {
    let tags = read(&FILES.2);
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    assert_eq!(tags[0].name, "testsuites");
    let counted = [("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")];
    for (word, name) in counted {
        assert_eq!(tags[0].get(word), count(name).to_string(), "{name}");
        let suites = tags.iter().filter(|tag| tag.name == "testsuite");
        let each: usize = suites.map(|suite| suite.get(word).parse::<usize>().expect("a number")).sum();
        assert_eq!(each, count(name), "{name}");
    }
    let suites = tags.iter().filter(|tag| tag.name == "testsuite").count();
    assert_eq!(suites, REPORT.columns().len() + 1, "each layer, and the allowances");
}

#[test]
fn each_case_is_a_test_of_each_layer_and_each_finding_a_failure() {
    let tags = read(&FILES.2);
    for column in REPORT.columns() {
        let class = format!("hydration.{column}");
        let cases = tags.iter().filter(|tag| tag.name == "testcase" && tag.get("classname") == class);
        assert!(cases.map(|test| test.get("name")).eq(&REPORT.run.cases), "{class}");
    }
    for finding in &REPORT.findings {
        let told = finding.to_string().replace('\0', "\u{fffd}");
        let is_told = |tag: &Tag| tag.name == "failure" && tag.text.contains(&told);
        assert!(tags.iter().any(is_told), "{finding}");
    }
}
