//! Selects, whose content engines read differently.

use leptos::prelude::*;
use vestibule_hydration::Code::{ClosedByLike as H408, EndsOuter as H417, SelectContent as H490};

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        bad("option-in-option", &[H490, H408], || view! { <select><option>"a"<option>"b"</option></option></select> }),
        bad("input-in-select", &[H490, H417], || view! { <select><input name="x"/><option>"o"</option></select> }),
        bad("div-in-select", &[H490], || view! { <select><div>"b"</div><option>"o"</option></select> }),
        bad("b-in-option", &[H490], || view! { <select><option><b>"o"</b></option></select> }),
        bad("button-in-select", &[H490], || view! { <select><button>"pick"</button><option>"o"</option></select> }),
        bad("flags-in-options", &[H490], || {
            let options = [("nz", "New Zealand"), ("de", "Germany")].map(|(code, name)| {
                view! { <option value=code><img src=format!("/{code}.svg") alt=""/>{name}</option> }
            });
            view! { <select name="country">{Vec::from(options)}</select> }
        }),
        bad("groups-in-divs", &[H490], || {
            view! { <select><div class="group"><optgroup label="g"><option>"a"</option></optgroup></div></select> }
        }),
        bad("group-in-group", &[H408], || {
            view! {
                <select><optgroup label="a"><optgroup label="b"><option>"o"</option></optgroup></optgroup></select>
            }
        }),
        bad("rule-in-a-group", &[H417], || {
            view! { <select><optgroup label="a"><option>"1"</option><hr/></optgroup></select> }
        }),
    ]
}
