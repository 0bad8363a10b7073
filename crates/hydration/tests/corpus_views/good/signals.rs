//! Values of every reactive wrapper, drawn as text and as attributes.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [wrappers(), derived(), stored(), later()].into_iter().flatten().collect()
}

fn wrappers() -> Vec<Sample> {
    vec![
        good("read-and-write-halves", || {
            let (count, set_count) = signal(1);
            view! { <button value=count on:click=move |_| set_count.set(2)>{count}</button> }
        }),
        good("signals-with-reference-counts", || {
            let (read, write) = arc_signal("a".to_owned());
            let (title, both) = (read.clone(), ArcRwSignal::new(3));
            view! { <button title=title on:click=move |_| write.set(String::new())>{read}{both}</button> }
        }),
        good("signal-type", || {
            let fixed: Signal<&str> = Signal::stored("fixed");
            let moving: Signal<i32> = RwSignal::new(5).into();
            let counted: ArcSignal<i32> = ArcSignal::derive(|| 6);
            view! { <p title=fixed>{fixed}{moving}{counted}</p> }
        }),
        good("signals-for-one-thread", || {
            let (local, _) = signal_local("local");
            let own = RwSignal::new_local(4);
            view! { <p>{move || local.get()}{move || own.get()}</p> }
        }),
        good("maybe-prop", || {
            let (none, some): (MaybeProp<String>, MaybeProp<String>) = (MaybeProp::default(), "some".into());
            view! { <p title=move || some.get()>{move || none.get()}"."</p> }
        }),
        good("trigger-and-untracked-read", || {
            let (again, count) = (Trigger::new(), RwSignal::new(9));
            view! { <p>{move || { again.track(); count.get_untracked() }}</p> }
        }),
    ]
}

fn derived() -> Vec<Sample> {
    vec![
        good("memo", || {
            let number = RwSignal::new(2);
            let double = Memo::new(move |_| number.get() * 2);
            view! { <p>{double}</p> }
        }),
        good("memo-of-memos", || {
            let words = RwSignal::new(vec!["b", "a"]);
            let sorted = Memo::new(move |_| {
                let mut words = words.get();
                words.sort_unstable();
                words
            });
            let first = ArcMemo::new(move |_| sorted.read().first().copied().unwrap_or_default());
            let same = first.clone();
            view! { <p data-first=same>{first}</p> }
        }),
        good("derived-signal", || {
            let (given, family) = (RwSignal::new("Ada"), RwSignal::new("Lovelace"));
            let full = Signal::derive(move || format!("{} {}", given.get(), family.get()));
            view! { <p title=full>{full}</p> }
        }),
        good("slice-of-a-state", || {
            #[derive(Clone, Default)]
            struct State {
                name: String,
                age: u8,
            }
            let state = RwSignal::new(State { name: "Ada".to_owned(), age: 36 });
            let (name, set_name) = slice!(state.name);
            let (age, _) = create_slice(state, |state| state.age, |state, age| state.age = age);
            view! { <input value=name on:input=move |_| set_name.set(String::new())/><p>{age}</p> }
        }),
        good("mapped-signal", || {
            let pair = RwSignal::new(("left", 2));
            view! { <p>{move || pair.read().0}{move || pair.with(|pair| pair.1)}</p> }
        }),
        good("selector", || {
            let chosen = RwSignal::new(2);
            let is_chosen = Selector::new(move || chosen.get());
            let items = (1..4).map(move |n| {
                let is_chosen = is_chosen.clone();
                view! { <li class:chosen=move || is_chosen.selected(&n)>{n}</li> }
            });
            view! { <ul>{items.collect_view()}</ul> }
        }),
        good("cart-that-adds-up", || {
            let cart = RwSignal::new(vec![("tea", 3, 250_u32), ("cup", 1, 900)]);
            let total = Memo::new(move |_| cart.read().iter().map(|(_, count, price)| count * price).sum::<u32>());
            let price = |cents: u32| format!("${}.{:02}", cents / 100, cents % 100);
            view! {
                <ul><For each=move || cart.get() key=|item| item.0 let((name, count, cents))>
                <li>{count}" × "{name}" at "{price(cents)}</li></For></ul>
                <p>"Total: "{move || price(total.get())}</p>
            }
        }),
    ]
}

fn stored() -> Vec<Sample> {
    vec![
        good("stored-value", || {
            let (words, once) = (StoredValue::new(vec!["a", "b"]), ArcStoredValue::new(5));
            view! { <p>{move || words.with_value(Vec::len)}{once.get_value()}</p> }
        }),
        good("signal-in-a-vec-of-signals", || {
            let rows = StoredValue::new([1, 2].map(RwSignal::new));
            let sum = move || rows.with_value(|rows| rows.iter().map(|row| row.get()).sum::<i32>());
            view! { <output>{sum}</output>{rows.get_value().map(|row| view! { <input type="number" value=row/> })} }
        }),
        good("callbacks-that-draw", || {
            let draw = Callback::new(|name: &'static str| view! { <b>{name}</b> }.into_any());
            view! { <p>{draw.run("a")}{move || draw.run("b")}</p> }
        }),
        good("view-functions", || {
            let empty: ViewFn = (|| "empty").into();
            view! { <p>{empty.run()}{move || empty.run()}</p> }
        }),
        good("actions", || {
            let send = Action::new(|text: &String| {
                let length = text.len();
                async move { length }
            });
            let (pending, value) = (send.pending(), send.value());
            view! {
                <button disabled=pending on:click=move |_| { send.dispatch("a".to_owned()); }>"Send"</button>
                <p>{move || value.get()}</p>
            }
        }),
    ]
}

/// What happens only after the first frame.
fn later() -> Vec<Sample> {
    vec![
        good("effect-after-hydration", || {
            let text = RwSignal::new("a");
            Effect::new(move |_| text.set("b"));
            view! { <p>{move || text.get()}</p> }
        }),
        good("enhanced-after-hydration", || {
            let interactive = RwSignal::new(false);
            Effect::new(move |_| interactive.set(true));
            view! { <input type="password"/><button type="button" hidden=move || !interactive.get()>"Show"</button> }
        }),
        good("width-measured-after-hydration", || {
            let (narrow, main) = (RwSignal::new(false), NodeRef::<leptos::html::Main>::new());
            Effect::new(move |_| narrow.set(main.get().is_some_and(|main| main.client_width() < 600)));
            view! { <main node_ref=main class:narrow=narrow>"x"</main> }
        }),
        good("effect-that-watches", || {
            let (query, results) = (RwSignal::new("a"), RwSignal::new(0));
            Effect::watch(move || query.get(), move |query, _, _| results.set(query.len()), false);
            on_cleanup(|| {});
            view! { <input value=query/><p>{results}</p> }
        }),
    ]
}
