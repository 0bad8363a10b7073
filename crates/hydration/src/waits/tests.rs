//! The server's side as it waits.

use std::{collections::BTreeMap, future::pending};

use leptos::{prelude::*, task::tick};

use super::{Painted, Sent, as_server};
use crate::{Case, Painting};

fn painted<V: IntoView + 'static>(view: fn() -> V) -> (Painting, Option<Sent>) {
    let Painted { painting, sent, .. } = as_server(&Case::new("a", view));
    (painting, sent)
}

fn html(html: &str) -> Painting {
    Painting::Html(html.to_owned())
}

#[test]
fn what_waits_for_nothing_is_painted_at_once() {
    let (painting, sent) = painted(|| view! { <p>"x"</p> });
    assert_eq!((painting, sent), (html("<p>x</p>"), None));
}

#[test]
fn a_resource_is_waited_for_and_sent_along() {
    let (painting, sent) = painted(|| {
        let name = Resource::new(
            || (),
            |()| async {
                tick().await;
                "Ada".to_owned()
            },
        );
        view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1></Suspense> }
    });
    let resources = BTreeMap::from([(0, r#""Ada""#.to_owned())]);
    assert_eq!((painting, sent), (html("<h1>Ada</h1>"), Some(Sent { resources, ..Sent::default() })));
}

#[test]
fn what_only_a_browser_has_leaves_its_fallback() {
    let (painting, sent) = painted(|| {
        let theme = LocalResource::new(|| async { "dark" });
        view! { <Suspense fallback=|| view! { <i>"…"</i> }><p>{move || theme.get()}</p></Suspense> }
    });
    assert_eq!((painting, sent), (html("<i>…</i>"), Some(Sent { incomplete: vec![0], ..Sent::default() })));
}

#[test]
fn an_error_is_sent_with_the_number_of_its_boundary() {
    let (painting, sent) = painted(|| {
        view! { <ErrorBoundary fallback=|_| view! { <i>"no"</i> }><b>{"x".parse::<u8>()}</b></ErrorBoundary> }
    });
    let errors = sent.map(|sent| sent.errors).unwrap_or_default();
    assert_eq!(painting, html("<i>no</i>"));
    assert_eq!(errors.iter().map(|error| (error.boundary, error.id)).collect::<Vec<_>>(), [(0, 1)]);
}

#[test]
fn what_never_comes_is_told_and_not_waited_for() {
    let (painting, sent) = painted(|| {
        let name = Resource::new(|| (), |()| pending::<String>());
        view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1></Suspense> }
    });
    assert!(matches!(painting, Painting::Panicked(why) if why.contains("never comes")));
    assert_eq!(sent, None);
}

#[cfg(feature = "browser")]
#[test]
fn what_is_sent_ends_no_script() {
    let resources = BTreeMap::from([(2, r#""</script>""#.to_owned())]);
    let sent = Sent { resources, incomplete: vec![1, 3], ..Sent::default() };
    let payload = r#"__RESOLVED_RESOURCES[2]="\"\\u003c/script>\"";"#;
    let script = sent.script();
    assert!(
        script.contains(payload) && script.ends_with("__SERIALIZED_ERRORS=[];__INCOMPLETE_CHUNKS=[1,3];"),
        "{script}"
    );
}
