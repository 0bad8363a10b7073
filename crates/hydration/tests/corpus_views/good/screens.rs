//! Whole screens, as applications have them.

use leptos::{either::Either, prelude::*};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [accounts(), applications()].into_iter().flatten().collect()
}

fn accounts() -> Vec<Sample> {
    vec![
        good("log-in", || {
            let error = Some("The address or the password is wrong");
            view! {
                <main><h1>"Log in"</h1>
                    <form method="post" action="/login">
                        {error.map(|error| view! { <p role="alert" tabindex="-1">{error}</p> })}
                        <input type="hidden" name="token" value="t0k3n"/>
                        <label for="email">"E-mail"</label>
                        <input id="email" name="email" type="email" autocomplete="username" required/>
                        <label for="password">"Password"</label>
                        <input id="password" name="password" type="password" required/>
                        <label><input type="checkbox" name="stay" checked/>"Stay logged in"</label>
                        <button type="submit">"Log in"</button>
                    </form>
                    <p>"New here? "<a href="/sign-up">"Make an account"</a></p>
                </main>
            }
        }),
        good("one-time-code", || {
            let left = RwSignal::new(2);
            let boxes = (1..=6).map(|n| {
                view! { <input name=format!("d{n}") aria-label=format!("Digit {n}") inputmode="numeric"/> }
            });
            view! {
                <form method="post"><fieldset><legend>"Code"</legend>{boxes.collect_view()}</fieldset>
                <p>{left}" tries left"</p><button>"Go on"</button></form>
            }
        }),
        good("sessions", || {
            let sessions = [("Firefox on Linux", "now", true), ("Safari on iPhone", "2026-05-01", false)];
            let sessions = sessions.map(|(device, seen, current)| {
                let end = if current {
                    Either::Left(view! { <em>"this one"</em> })
                } else {
                    Either::Right(view! { <form method="post"><button>"End"</button></form> })
                };
                view! { <li><b>{device}</b>" "<time>{seen}</time>{end}</li> }
            });
            view! {
                <section aria-labelledby="sessions"><h2 id="sessions">"Sessions"</h2><ul>{Vec::from(sessions)}</ul>
                </section>
            }
        }),
        good("consent", || {
            let scopes = vec![("profile", "your name"), ("email", "your address")];
            view! {
                <p><b>"Notes"</b>" wants to see:"</p>
                <ul><For each=move || scopes.clone() key=|scope| scope.0 let((name, meaning))>
                <li data-scope=name>{meaning}</li></For></ul>
                <form method="post"><button name="answer" value="deny">"Deny"</button>
                <button name="answer" value="allow">"Allow"</button></form>
            }
        }),
        good("password-rules", || {
            let password = RwSignal::new("correct horse".to_owned());
            let rule = move |text: &'static str, met: fn(&str) -> bool| {
                let met = move || password.with(|password| met(password));
                view! { <li data-met=move || met().to_string()>{text}</li> }
            };
            view! {
                <input type="password" on:input:target=move |event| password.set(event.target().value())/>
                <ul>{rule("12 characters", |p| p.len() >= 12)}{rule("not your name", |p| !p.contains("Ada"))}</ul>
            }
        }),
    ]
}

fn applications() -> Vec<Sample> {
    vec![
        good("to-do-list", || {
            let tasks = RwSignal::new(vec![(1, "Write", true), (2, "Test", false)]);
            let left = Memo::new(move |_| tasks.read().iter().filter(|task| !task.2).count());
            view! {
                <form><input placeholder="What needs doing?"/></form>
                <Show when=move || !tasks.read().is_empty()>
                    <ul><For each=move || tasks.get() key=|task| task.0 let((id, text, done))>
                        <li class:done=done><input id=id.to_string() type="checkbox" checked=done/>
                        <label for=id.to_string()>{text}</label></li>
                    </For></ul>
                    <footer>{left}{move || if left.get() == 1 { " item" } else { " items" }}" left"</footer>
                </Show>
            }
        }),
        good("chat", || {
            let messages = [("Ada", "Hi & welcome <3", "09:00"), ("Bo", "👋", "09:01")].map(|(who, text, at)| {
                let own = who == "Ada";
                view! { <li class:own=own><b>{(!own).then_some(who)}</b><p>{text}</p><time>{at}</time></li> }
            });
            view! {
                <ol role="log" aria-live="polite">{Vec::from(messages)}</ol><textarea aria-label="Message"></textarea>
                <button disabled>"Send"</button>
            }
        }),
        good("product", || {
            let (price, was, stars) = (1999, Some(2499), 4);
            let money = |cents: u32| format!("€ {},{:02}", cents / 100, cents % 100);
            view! {
                <article itemscope><h1 itemprop="name">"Kettle"</h1>
                    <p aria-label=format!("{stars} of 5")>{"★".repeat(stars)}{"☆".repeat(5 - stars)}</p>
                    <p>{was.map(|was| view! { <s>{money(was)}</s>" " })}<data value=price>{money(price)}</data></p>
                    <details><summary>"Measures"</summary><dl><dt>"Height"</dt><dd>"24 cm"</dd></dl></details>
                </article>
            }
        }),
        good("dashboard", || {
            let tiles = [("Users", 1204, 3.4), ("Errors", 2, -50.0)].map(|(name, value, change)| {
                let (sign, class) = if change < 0.0 { ("▼", "down") } else { ("▲", "up") };
                view! {
                    <section class="tile"><h2>{name}</h2><p><b>{value}</b>" "
                    <i class=class>{sign}{format!("{:.1} %", f64::abs(change))}</i></p></section>
                }
            });
            view! { <main class="grid">{Vec::from(tiles)}</main> }
        }),
        good("pages-of-results", || {
            let (page, last) = (3, 5);
            let link = move |to: i32| {
                let current = (to == page).then_some("page");
                view! { <li><a href=format!("?page={to}") aria-current=current>{to}</a></li> }
            };
            let previous = (page > 1).then(|| view! { <a rel="prev" href=format!("?page={}", page - 1)>"Back"</a> });
            view! { <nav aria-label="Pages">{previous}<ul>{(1..=last).map(link).collect_view()}</ul></nav> }
        }),
        good("not-found", || {
            let path = "/nowhere/<script>";
            view! { <main><h1>"404"</h1><p>"Nothing at "<code>{path}</code>"."</p><a href="/">"Home"</a></main> }
        }),
        good("toasts", || {
            let toasts = RwSignal::new(vec![(0, "Saved", "ok"), (1, "Offline", "warn")]);
            view! {
                <div role="status"><For each=move || toasts.get() key=|toast| toast.0 let((id, text, kind))>
                <p class="toast" data-kind=kind>{text}
                <button aria-label="Dismiss"
                on:click=move |_| toasts.update(|all| all.retain(|toast| toast.0 != id))>"×"</button></p></For></div>
            }
        }),
    ]
}
