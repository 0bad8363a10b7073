//! Lists of another length or order.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    ListLength as H106, ListOrder as H107, OnlyInBrowser as H104, OnlyOnServer as H103, TextDiffers as H201,
};

use super::{Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    [length(), order(), two_lists(), content()].into_iter().flatten().collect()
}

fn length() -> Vec<Sample> {
    vec![
        bad("vec-longer-on-server", &[H106], || {
            let items = (0..side(3, 2)).map(|number| view! { <li>{number}</li> }).collect_view();
            view! { <ul>{items}</ul> }
        }),
        bad("vec-shorter-on-server", &[H106], || {
            let items = (0..side(2, 3)).map(|number| view! { <li><button>{number}</button></li> }).collect_view();
            view! { <ul>{items}</ul> }
        }),
        bad("vec-empty-on-server", &[H106], || {
            let items = (0..side(0, 3)).map(|number| view! { <li>{number}</li> }).collect_view();
            view! { <ul>{items}</ul> }
        }),
        bad("for-longer-on-server", &[H106], || {
            view! { <ul><For each=move || 0..side(3, 2) key=|number| *number let:number><li>{number}</li></For></ul> }
        }),
        bad("for-empty-in-browser", &[H106], || {
            let recent = RwSignal::new(side(vec!["a", "b"], vec![]));
            view! { <nav><For each=move || recent.get() key=|page| *page let:page><a href=page>{page}</a></For></nav> }
        }),
        bad("rows-filtered-on-one-side", &[H106], || {
            let people = [("Ada", 36), ("Bo", 12), ("Cy", 50)];
            let grown = people.into_iter().filter(|(_, age)| side(true, *age >= 18));
            let rows = grown.map(|(name, age)| view! { <tr><th>{name}</th><td>{age}</td></tr> }).collect_view();
            view! { <table><tbody>{rows}</tbody></table> }
        }),
        bad("one-more-option", &[H106], || {
            let cities = side(vec!["Riga", "Rome"], vec!["Riga", "Rome", "Rota"]);
            let options = cities.into_iter().map(|city| view! { <option value=city>{city}</option> }).collect_view();
            view! { <select name="city">{options}</select> }
        }),
        bad("written-list-with-one-more", &[H104], || {
            split(
                || view! { <ul><li>"a"</li><li>"b"</li></ul> },
                || view! { <ul><li>"a"</li><li>"b"</li><li>"c"</li></ul> },
            )
        }),
        bad("collected-or-written-out", &[H103], || {
            let items = || ["a", "b"].map(|word| view! { <li>{word}</li> });
            split(move || view! { <ul>{Vec::from(items())}</ul> }, move || view! { <ul>{items()}</ul> })
        }),
        bad("two-lists-of-other-lengths", &[H106, H106], || {
            let items = |count| (0..count).map(|n| view! { <li>{n}</li> }).collect_view();
            view! { <main><ul>{items(side(1, 2))}</ul><ol>{items(side(4, 2))}</ol></main> }
        }),
    ]
}

fn order() -> Vec<Sample> {
    vec![
        bad("for-in-another-order", &[H107], || {
            let numbers = move || side(vec![1, 2, 3], vec![3, 2, 1]);
            view! { <ul><For each=numbers key=|number| *number let:number><li>{number}</li></For></ul> }
        }),
        bad("buttons-in-another-order", &[H107], || {
            let labels = side(["Allow", "Deny"], ["Deny", "Allow"]);
            let buttons = labels.map(|label| view! { <button on:click=|_| {}>{label}</button> });
            view! { <div>{Vec::from(buttons)}</div> }
        }),
        bad("sections-in-another-order", &[H107], || {
            let (news, mail) =
                (|| view! { <section><h2>"News"</h2></section> }, || view! { <section><h2>"Mail"</h2></section> });
            split(move || view! { <main>{news()}{mail()}</main> }, move || view! { <main>{mail()}{news()}</main> })
        }),
        bad("names-sorted-by-another-language", &[H107], || {
            let names = side(["Zoe", "Ängla"], ["Ängla", "Zoe"]);
            view! { <ol>{names.map(|name| view! { <li>{name}</li> }).into_iter().collect_view()}</ol> }
        }),
        bad("fields-from-an-unsorted-map", &[H107], || {
            let fields = side(["city", "street", "zip"], ["zip", "city", "street"]);
            let fields = fields.map(|name| view! { <label>{name}<input name=name/></label> });
            view! { <form>{Vec::from(fields)}</form> }
        }),
    ]
}

fn two_lists() -> Vec<Sample> {
    vec![
        bad("two-lists-in-another-order", &[H107, H107], || {
            let items =
                |words: [&'static str; 2]| words.map(|word| view! { <li>{word}</li> }).into_iter().collect_view();
            let (sizes, cities) =
                (items(side(["s", "m"], ["m", "s"])), items(side(["Riga", "Rome"], ["Rome", "Riga"])));
            view! { <main><ul>{sizes}</ul><ol>{cities}</ol></main> }
        }),
        bad("two-lists-that-lost-one-item-each", &[H106, H106], || {
            let items =
                |words: &'static [&'static str]| words.iter().map(|word| view! { <li>{*word}</li> }).collect_view();
            let (sizes, cities) = (items(side(&["s", "m"], &["s"])), items(side(&["Riga", "Rome"], &["Riga"])));
            view! { <main><ul>{sizes}</ul><ol>{cities}</ol></main> }
        }),
    ]
}

fn content() -> Vec<Sample> {
    vec![
        bad("one-item-says-something-else", &[H201], || {
            let names = [side("Ada", "ADA"), "Bo", "Cy"];
            view! { <ul>{names.map(|name| view! { <li>{name}</li> }).into_iter().collect_view()}</ul> }
        }),
        bad("one-row-with-another-number", &[H201], || {
            let stock = [("tea", 3), ("cups", side(12, 11))]
                .map(|(name, left)| view! { <tr><th>{name}</th><td>{left}</td></tr> });
            view! { <table><tbody>{Vec::from(stock)}</tbody></table> }
        }),
    ]
}
