//! Tables, which a parser is strict about.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [whole(), from_data()].into_iter().flatten().collect()
}

fn whole() -> Vec<Sample> {
    vec![
        good("table", || {
            view! {
                <table>
                    <caption>"c"</caption><colgroup><col/><col span="2"/></colgroup>
                    <thead><tr><th scope="col">"h"</th><th>"i"</th></tr></thead>
                    <tbody><tr><td>"1"</td><td><p>"2"</p></td></tr></tbody>
                    <tfoot><tr><td colspan="2">"f"</td></tr></tfoot>
                </table>
            }
        }),
        good("table-in-cell", || {
            view! {
                <table><tbody><tr><td><table><tbody><tr><td>"x"</td></tr></tbody></table></td></tr></tbody></table>
            }
        }),
        good("table-without-rows", || view! { <table><tbody></tbody></table> }),
        good("table-of-headers", || {
            view! {
                <table><thead><tr><td></td><th id="mon">"Mon"</th></tr></thead>
                <tbody><tr><th id="am" scope="row">"Morning"</th><td headers="mon am" rowspan="2">"free"</td></tr>
                </tbody></table>
            }
        }),
        good("several-bodies", || {
            view! { <table><tbody><tr><td>"a"</td></tr></tbody><tbody><tr><td>"b"</td></tr></tbody></table> }
        }),
        good("form-in-cell", || {
            view! { <table><tbody><tr><td><form action="/a"><button>"x"</button></form></td></tr></tbody></table> }
        }),
        good("script-and-template-in-table", || {
            view! {
                <table><tbody><template><tr><td>"t"</td></tr></template>
                <script type="text/plain">"x"</script><tr><td>"1"</td></tr></tbody></table>
            }
        }),
        good("hidden-input-in-table", || {
            view! { <table><input type="hidden" name="token" value="t"/><tbody><tr><td>"1"</td></tr></tbody></table> }
        }),
        good("block-content-in-cells", || {
            view! {
                <table><tbody><tr><th><h2>"Plan"</h2></th>
                <td><ul><li>"a"</li></ul><p>"b"</p><dl><dt>"c"</dt><dd>"d"</dd></dl></td></tr></tbody></table>
            }
        }),
        good("div-table-by-roles", || {
            view! {
                <div role="table"><div role="row"><span role="cell">"1"</span><span role="cell">"2"</span></div></div>
            }
        }),
    ]
}

fn from_data() -> Vec<Sample> {
    vec![
        good("rows-from-a-range", || {
            let rows = (0..2).map(|row| view! { <tr><td>{row}</td></tr> }).collect_view();
            view! { <table><tbody>{rows}</tbody></table> }
        }),
        good("rows-and-cells-from-data", || {
            let rows = [["a", "b"], ["c", "d"]].map(|row| {
                let cells = row.map(|cell| view! { <td>{cell}</td> });
                view! { <tr>{Vec::from(cells)}</tr> }
            });
            view! { <table><tbody>{Vec::from(rows)}</tbody></table> }
        }),
        good("rows-by-for", || {
            let people = RwSignal::new(vec![(1, "Ada"), (2, "Grace")]);
            view! {
                <table><tbody>
                    <For each=move || people.get() key=|person| person.0 let((id, name))>
                        <tr data-id=id><th scope="row">{name}</th><td><button on:click=|_| {}>"Remove"</button></td>
                        </tr>
                    </For>
                </tbody></table>
            }
        }),
        good("no-rows-by-for", || {
            let people = RwSignal::new(Vec::<String>::new());
            view! {
                <table><thead><tr><th>"Name"</th></tr></thead><tbody>
                    <For each=move || people.get() key=Clone::clone let:name><tr><td>{name}</td></tr></For>
                </tbody></table>
            }
        }),
        good("sortable-headers", || {
            let sorted_by = RwSignal::new("name");
            let header = move |key: &'static str| {
                let sort = move || if sorted_by.get() == key { "ascending" } else { "none" };
                view! { <th aria-sort=sort><button on:click=move |_| sorted_by.set(key)>{key}</button></th> }
            };
            view! { <table><thead><tr>{header("name")}{header("size")}</tr></thead></table> }
        }),
        good("row-that-says-it-is-empty", || {
            let rows: Vec<&str> = Vec::new();
            let empty = rows.is_empty().then(|| view! { <tr><td colspan="2">"Nothing yet"</td></tr> });
            view! {
                <table><tbody>{empty}{rows.into_iter().map(|row| view! { <tr><td>{row}</td></tr> }).collect_view()}
                </tbody></table>
            }
        }),
        good("rows-in-pairs", || {
            let pairs = [("a", "1"), ("b", "2")].map(|(name, more)| {
                view! { <tr><td>{name}</td></tr><tr hidden=true><td>{more}</td></tr> }
            });
            view! { <table><tbody>{Vec::from(pairs)}</tbody></table> }
        }),
        good("calendar", || {
            let week = |from: u8| {
                (from..from + 7)
                    .map(|day| view! { <td><time datetime=format!("2026-06-{day:02}")>{day}</time></td> })
                    .collect_view()
            };
            view! { <table role="grid"><tbody><tr>{week(1)}</tr><tr>{week(8)}</tr></tbody></table> }
        }),
    ]
}
