//! Forms and inputs of every type.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [types(), fields(), whole()].into_iter().flatten().collect()
}

fn types() -> Vec<Sample> {
    vec![
        good("inputs-for-text", || {
            view! {
                <input type="text" name="a" minlength="2" maxlength="40" pattern="[a-z]+" placeholder="a–z"/>
                <input type="search" name="q" enterkeyhint="search"/>
                <input type="url" name="site"/>
                <input type="tel" name="phone" autocomplete="tel" inputmode="tel"/>
            }
        }),
        good("inputs-for-identity", || {
            view! {
                <input type="email" name="email" autocomplete="username" required spellcheck="false"/>
                <input type="password" name="password" autocomplete="current-password" required/>
                <input type="text" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"/>
            }
        }),
        good("inputs-for-numbers", || {
            let (low, high) = (0, 100);
            view! { <input type="number" min=low max=high step="0.5" value=50/><input type="range" min=low max=high/> }
        }),
        good("inputs-for-dates", || {
            view! {
                <input type="date" value="2026-02-28" min="2026-01-01"/><input type="time" value="09:30" step="60"/>
                <input type="datetime-local"/><input type="month"/><input type="week" value="2026-W09"/>
            }
        }),
        good("inputs-for-files-and-colours", || {
            view! {
                <input type="file" accept="image/*,.pdf" multiple capture="environment"/>
                <input type="color" value="#3366ee"/>
            }
        }),
        good("inputs-that-press", || {
            view! {
                <input type="submit" value="Save" formaction="/save" formnovalidate/><input type="reset"/>
                <input type="button" value="Preview"/><input type="image" src="/go.png" alt="Go"/>
            }
        }),
        good("hidden-inputs", || {
            let token = "b3f1+/==";
            view! {
                <form method="post"><input type="hidden" name="token" value=token/>
                <input type="hidden" name="next" value=""/></form>
            }
        }),
        good("checkboxes", || {
            let chosen = RwSignal::new(vec!["mail"]);
            let boxes = ["mail", "sms", "post"].map(|way| {
                let checked = move || chosen.with(|chosen| chosen.contains(&way));
                view! { <label><input type="checkbox" name="way" value=way checked=checked/>{way}</label> }
            });
            view! { <fieldset><legend>"Tell me by"</legend>{Vec::from(boxes)}</fieldset> }
        }),
    ]
}

fn fields() -> Vec<Sample> {
    vec![
        good("label-around-input", || view! { <label>"E-mail "<input type="email"/></label> }),
        good("field-with-its-error", || {
            let error = Some("That isn't an address");
            view! {
                <div class="field">
                    <label for="email">"E-mail"</label>
                    <input id="email" type="email" aria-invalid=error.map(|_| "true") aria-describedby="email-error"/>
                    <p id="email-error" role="alert">{error}</p>
                </div>
            }
        }),
        good("field-without-error", || {
            let error = RwSignal::new(None::<String>);
            view! {
                <input id="name" aria-invalid=move || error.with(Option::is_some).then_some("true")/>
                <p id="name-error">{move || error.get()}</p>
            }
        }),
        good("booleans-of-every-kind", || {
            let busy = RwSignal::new(false);
            view! {
                <input required=true disabled=false readonly=Some(true) autofocus multiple={None::<bool>} hidden=busy/>
            }
        }),
        good("input-with-suggestions", || {
            let cities = ["Rome", "Riga"].map(|city| view! { <option value=city></option> });
            view! { <input list="cities" name="city"/><datalist id="cities">{Vec::from(cities)}</datalist> }
        }),
    ]
}

fn whole() -> Vec<Sample> {
    vec![
        good("search-form", || {
            view! {
                <form role="search" method="get" action="/search"><input type="search" name="q"/><button>"Find"</button>
                </form>
            }
        }),
        good("two-forms", || view! { <div><form action="/a"></form><form action="/b"></form></div> }),
        good("controls-outside-of-their-form", || {
            view! {
                <form id="edit" action="/edit"></form><input form="edit" name="a"/><button form="edit">"Save"</button>
            }
        }),
        good("upload-form", || {
            view! {
                <form method="post" action="/upload" enctype="multipart/form-data" target="_self" novalidate>
                    <input type="file" name="file"/><progress max="100">"0 %"</progress><button>"Upload"</button>
                </form>
            }
        }),
        good("fieldset-that-is-disabled", || {
            let sending = RwSignal::new(true);
            view! {
                <form><fieldset disabled=sending><legend>"Card"</legend><input name="number"/></fieldset>
                <button
                aria-busy=move || sending.get().to_string()>{move || if sending.get() { "Paying…" } else { "Pay" }}
                </button></form>
            }
        }),
        good("one-button-a-row", || {
            let rows = ["a", "b"].map(|id| {
                view! {
                    <li><form method="post" action=format!("/items/{id}/delete")><button name="id" value=id>"Delete"
                    </button></form></li>
                }
            });
            view! { <ul>{Vec::from(rows)}</ul> }
        }),
    ]
}
