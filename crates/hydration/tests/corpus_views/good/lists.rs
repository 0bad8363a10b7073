//! Lists, and what draws one thing many times.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [written(), collected(), keyed()].into_iter().flatten().collect()
}

fn written() -> Vec<Sample> {
    vec![
        good("list-in-item", || view! { <ul><li>"a"<ul><li>"b"</li></ul></li></ul> }),
        good("ordered-list", || view! { <ol start="3" reversed type="a"><li value="9">"a"</li><li>"b"</li></ol> }),
        good("definition-list", || view! { <dl><div><dt>"a"</dt><dd>"b"</dd></div></dl> }),
        good("definitions-without-groups", || {
            view! { <dl><dt>"a"</dt><dt>"b"</dt><dd>"c"</dd><dd><p>"d"</p></dd></dl> }
        }),
        good("breadcrumbs", || {
            let steps = [("/", "Home"), ("/docs", "Docs")].map(|(to, name)| view! { <li><a href=to>{name}</a></li> });
            view! { <nav aria-label="Breadcrumb"><ol>{Vec::from(steps)}<li aria-current="page">"Here"</li></ol></nav> }
        }),
    ]
}

fn collected() -> Vec<Sample> {
    vec![
        good("vec-of-items", || {
            view! { <ul>{vec![1, 2, 3].into_iter().map(|n| view! { <li>{n}</li> }).collect::<Vec<_>>()}</ul> }
        }),
        good("vec-of-texts", || view! { <p>{vec!["a", "b", "c"]}</p> }),
        good("empty-vec", || view! { <ul>{Vec::<i32>::new()}</ul> }),
        good("empty-vec-between-elements", || view! { <div><hr/>{Vec::<String>::new()}<hr/></div> }),
        good("two-lists-side-by-side", || {
            let list = |words: &[&'static str]| words.iter().map(|word| view! { <li>{*word}</li> }).collect_view();
            view! { <ul>{list(&["a", "b"])}{list(&["c"])}</ul> }
        }),
        good("array-of-a-fixed-length", || view! { <p>{["a", "b"].map(|word| view! { <i>{word}</i> })}</p> }),
        good("vec-of-any-views", || {
            let parts: Vec<AnyView> =
                vec!["text".into_any(), view! { <b>"bold"</b> }.into_any(), ().into_any(), 7.into_any()];
            view! { <p>{parts}</p> }
        }),
        good("vec-of-options", || view! { <p>{vec![Some("a"), None, Some("b")]}</p> }),
        good("vec-of-pairs", || view! { <dl>{vec![(view! { <dt>"a"</dt> }, view! { <dd>"b"</dd> })]}</dl> }),
        good("list-of-lists", || {
            let rows =
                (1..3).map(|n| view! { <li>{n}<ul>{(0..n).map(|m| view! { <li>{m}</li> }).collect_view()}</ul></li> });
            view! { <ul>{rows.collect_view()}</ul> }
        }),
        good("sorted-map-and-set", || {
            let stock = BTreeMap::from([("pear", 3), ("apple", 5)]);
            let tags = BTreeSet::from(["b", "a"]);
            let stock = stock.into_iter().map(|(name, left)| view! { <li>{name}": "{left}</li> }).collect_view();
            view! { <ul>{stock}</ul><p>{tags.into_iter().collect::<Vec<_>>()}</p> }
        }),
        good("list-from-a-deque", || {
            let lines: VecDeque<_> = ["third", "second", "first"].into();
            view! { <ol reversed>{lines.into_iter().rev().map(|line| view! { <li>{line}</li> }).collect_view()}</ol> }
        }),
        good("list-from-a-closure", || {
            let words = RwSignal::new(vec!["a", "b"]);
            view! { <ul>{move || words.get().into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}</ul> }
        }),
        good("tree-that-draws-itself", || {
            fn branch(depth: u8) -> AnyView {
                let below = (depth > 0).then(|| view! { <ul>{branch(depth - 1)}{branch(depth - 1)}</ul> });
                view! { <li>{depth}{below}</li> }.into_any()
            }
            view! { <ul>{branch(3)}</ul> }
        }),
    ]
}

fn keyed() -> Vec<Sample> {
    vec![
        good("for", || {
            view! { <ul><For each=|| 0..3 key=|number| *number let:number><li>{number}</li></For></ul> }
        }),
        good("for-over-nothing", || {
            view! { <ul><For each=|| 0..0 key=|number| *number let:number><li>{number}</li></For></ul> }
        }),
        good("for-between-siblings", || {
            view! { <ul><li>"first"</li><For each=|| 0..2 key=|n| *n let:n><li>{n}</li></For><li>"last"</li></ul> }
        }),
        good("for-of-pairs", || {
            let terms = || [("HTML", "a language"), ("CSS", "another")];
            view! {
                <dl><For each=terms key=|term| term.0 let((term, meaning))><dt>{term}</dt><dd>{meaning}</dd></For></dl>
            }
        }),
        good("for-in-for", || {
            view! {
                <For each=|| 1..3 key=|n| *n let:outer>
                    <section><h2>{outer}</h2><For each=move || 0..outer key=|n| *n let:inner><p>{inner}</p></For>
                    </section>
                </For>
            }
        }),
        good("for-with-numbers", || {
            let words = RwSignal::new(vec!["zero", "one"]);
            view! {
                <ol><ForEnumerate each=move || words.get() key=|word| *word let(index, word)>
                    <li>{move || index.get()}": "{word}</li>
                </ForEnumerate></ol>
            }
        }),
        good("for-of-signals", || {
            let counts = StoredValue::new((0..3).map(|id| (id, RwSignal::new(id * 10))).collect::<Vec<_>>());
            view! {
                <ul><For each=move || counts.get_value() key=|item| item.0 let((id, count))>
                    <li><label for=format!("n{id}")>{id}</label><input id=format!("n{id}") type="number" value=count/>
                    </li>
                </For></ul>
            }
        }),
    ]
}
