//! SVG and formulas: other names, other rules.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [drawings(), dynamic(), formulas()].into_iter().flatten().collect()
}

fn drawings() -> Vec<Sample> {
    vec![
        good("svg", || {
            view! { <svg viewBox="0 0 1 1"><path d="M0"/><foreignObject><div>"x"</div></foreignObject></svg> }
        }),
        good("svg-between", || view! { <div><svg viewBox="0 0 1 1"><circle r="1"/></svg><p>"after"</p></div> }),
        good("svg-title", || view! { <p><svg><title>"t"</title><desc>"d"</desc></svg></p> }),
        good("svg-gradient", || {
            view! {
                <svg><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0"/></linearGradient></svg>
            }
        }),
        good("svg-filter", || {
            view! {
                <svg>
                    <filter id="f"><feGaussianBlur stdDeviation="2"/><feMerge><feMergeNode in="SourceGraphic"/>
                    </feMerge></filter>
                    <clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath>
                </svg>
            }
        }),
        good("svg-symbols", || {
            view! {
                <svg hidden><symbol id="star" viewBox="0 0 9 9"><polygon points="1,1 8,1 4,8"/></symbol></svg>
                <svg role="img" aria-label="Star"><use href="#star"/></svg>
            }
        }),
        good("svg-text-along-a-path", || {
            view! {
                <svg><path id="p" d="M0 0h9"/><text><textPath href="#p">"along "<tspan>"it"</tspan></textPath></text>
                </svg>
            }
        }),
        good("svg-with-a-link-and-style", || {
            view! { <svg><style>".a { fill: red }"</style><a href="/"><rect class="a" width="1" height="1"/></a></svg> }
        }),
        good("svg-animation", || {
            view! {
                <svg><circle r="1"><animate attributeName="r" values="1;2;1" dur="1s" repeatCount="indefinite"/>
                </circle></svg>
            }
        }),
        good("svg-in-svg", || view! { <svg><g><svg x="1" preserveAspectRatio="none"><line x2="1"/></svg></g></svg> }),
    ]
}

fn dynamic() -> Vec<Sample> {
    vec![
        good("svg-icon-as-component", || {
            #[component]
            fn Icon(path: &'static str) -> impl IntoView {
                view! { <svg viewBox="0 0 8 8" fill="none" aria-hidden="true"><path d=path stroke-width="2"/></svg> }
            }
            view! { <p><Icon path="M0 0h8"/>" and "<Icon path="M0 0v8"/></p> }
        }),
        good("svg-bars-from-data", || {
            let bars = [3, 1, 4].into_iter().zip(0..).map(|(value, at)| {
                view! { <rect x=at * 10 y=4 - value width="8" height=value><title>{value}</title></rect> }
            });
            view! { <svg viewBox="0 0 30 4">{bars.collect_view()}</svg> }
        }),
        good("svg-from-a-signal", || {
            let done = RwSignal::new(25);
            let dashes = move || format!("{} 100", done.get());
            view! {
                <svg viewBox="0 0 36 36"><circle r="16" stroke-dasharray=dashes/><text x="18">{done}"%"</text></svg>
            }
        }),
        good("svg-points-by-for", || {
            view! { <svg><For each=|| 0..3 key=|n| *n let:n><circle cx=n cy=n * n r="1"/></For></svg> }
        }),
        good("svg-part-as-component", || {
            #[component]
            fn Arrow(turned: bool) -> impl IntoView {
                view! { <g transform=turned.then_some("rotate(180)")><path d="M0 0l4 4"/></g> }
            }
            view! { <svg><Arrow turned=false/><Arrow turned=true/></svg> }
        }),
        good("html-in-foreign-object", || {
            let label = RwSignal::new("Node");
            view! {
                <svg><foreignObject width="9" height="9"><div><p>{label}</p><ul><li>"a"</li></ul></div></foreignObject>
                </svg>
            }
        }),
    ]
}

fn formulas() -> Vec<Sample> {
    vec![
        good("math", || view! { <math><mi>"x"</mi><mo>"="</mo><mn>"1"</mn></math> }),
        good("math-fraction-and-root", || {
            view! {
                <math display="block"><mfrac><mrow><mo>"−"</mo><mi>"b"</mi></mrow><mn>"2"</mn></mfrac><msqrt><mn>"2"
                </mn></msqrt>
                <msubsup><mi>"a"</mi><mn>"1"</mn><mn>"2"</mn></msubsup></math>
            }
        }),
        good("math-matrix-from-data", || {
            let rows =
                [[1, 0], [0, 1]].map(|row| view! { <mtr>{row.map(|n| view! { <mtd><mn>{n}</mn></mtd> })}</mtr> });
            view! { <p>"I = "<math><mrow><mo>"("</mo><mtable>{rows}</mtable><mo>")"</mo></mrow></math></p> }
        }),
        good("math-with-words-and-source", || {
            view! {
                <math><semantics><mrow><mtext>"if "</mtext><mi>"x"</mi></mrow><annotation>"\\text{if } x"</annotation>
                </semantics></math>
            }
        }),
    ]
}
