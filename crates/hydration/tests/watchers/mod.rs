//! The corpus as others would watch it: how many bad views each means finds, and how many good ones it tells of.

use std::{collections::BTreeSet, fmt::Write};

use vestibule_hydration::{Engine, Layer, Look, Report};

use crate::corpus_views::Sample;

type Means<'a> = (&'static str, Box<dyn Fn(&str) -> bool + 'a>);

/// One row a means.
pub(crate) fn table(report: &Report, samples: &[Sample], engine: Engine) -> String {
    let bad: BTreeSet<&str> = samples.iter().filter(|sample| !sample.codes.is_empty()).map(Sample::name).collect();
    let good: BTreeSet<&str> = samples.iter().map(Sample::name).filter(|name| name.starts_with("good/")).collect();
    let count = |finds: &dyn Fn(&str) -> bool, of: &BTreeSet<&str>| of.iter().filter(|case| finds(case)).count();
    let mut table =
        format!("| watched by | found of {} | false alarms of {} |\n| --- | ---: | ---: |\n", bad.len(), good.len());
    for (name, finds) in means(report, engine) {
        let (found, alarms) = (count(&finds, &bad), count(&finds, &good));
        writeln!(table, "| {name} | {found} | {alarms} |").expect("a string takes text");
    }
    table
}

fn means(report: &Report, engine: Engine) -> Vec<Means<'_>> {
    let look = move |case: &str, sees: &dyn Fn(&Look) -> bool| {
        report.looks.iter().any(|look| look.case == case && look.engine == engine.as_str() && sees(look))
    };
    let natively = move |case: &str, layer: Layer| {
        report.findings.iter().any(|finding| finding.case == case && finding.layer == layer && finding.engine.is_none())
    };
    let there = move |case: &str, layer: Layer| look(case, &|look| look.layers.contains(&layer));
    let layer = move |case: &str, layer: Layer| natively(case, layer) || there(case, layer);
    vec![
        ("Leptos itself: a panic, or a sentence in the console", Box::new(move |case| look(case, &|look| look.leptos))),
        ("a listener on the console", Box::new(move |case| look(case, &|look| look.console))),
        ("a `MutationObserver` during hydration", Box::new(move |case| look(case, &|look| look.observer))),
        ("the page's HTML before and after", Box::new(move |case| look(case, &|look| look.before_and_after))),
        ("the page's HTML against a client render's", Box::new(move |case| look(case, &|look| look.client_render))),
        ("P: parse", Box::new(move |case| layer(case, Layer::Parse))),
        ("T: twin, natively", Box::new(move |case| natively(case, Layer::Twin))),
        ("T: twin, in the browser", Box::new(move |case| there(case, Layer::Twin))),
        ("R: repeat", Box::new(move |case| layer(case, Layer::Repeat))),
        ("C: client", Box::new(move |case| layer(case, Layer::Client))),
        ("W: walk", Box::new(move |case| layer(case, Layer::Walk))),
        ("B: behaviour", Box::new(move |case| layer(case, Layer::Behaviour))),
        ("all layers", Box::new(move |case| report.findings.iter().any(|finding| finding.case == case))),
    ]
}
