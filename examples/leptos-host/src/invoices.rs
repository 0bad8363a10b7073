//! What the server alone knows: it is asked for by a server function, and each of them asks who wants to know.

use leptos::prelude::*;
use vestibule::components::use_login;

/// The invoices of whoever asks.
#[server]
pub async fn invoices() -> Result<Vec<String>, ServerFnError> {
    let user = user().await?;
    let noted = notes().lock().expect("nobody panics with notes in hand").get(&user.id).cloned().unwrap_or_default();
    Ok([format!("Invoice 1 of {}", user.email)].into_iter().chain(noted).collect())
}

/// Adds a line. The form that calls it works without script.
#[server]
pub async fn add_note(note: String) -> Result<(), ServerFnError> {
    let user = user().await?;
    notes().lock().expect("nobody panics with notes in hand").entry(user.id).or_default().push(note);
    leptos_axum::redirect("/invoices");
    Ok(())
}

/// Who calls. Anybody else is told 401.
#[cfg(feature = "ssr")]
async fn user() -> Result<vestibule::User, ServerFnError> {
    use axum::http::StatusCode;
    use leptos_axum::{ResponseOptions, extract};

    if let Some(user) = extract::<Option<vestibule::User>>().await? {
        return Ok(user);
    }
    expect_context::<ResponseOptions>().set_status(StatusCode::UNAUTHORIZED);
    Err(ServerFnError::new("log in first"))
}

#[cfg(feature = "ssr")]
fn notes() -> &'static std::sync::Mutex<std::collections::HashMap<String, Vec<String>>> {
    static NOTES: std::sync::LazyLock<std::sync::Mutex<std::collections::HashMap<String, Vec<String>>>> =
        std::sync::LazyLock::new(std::sync::Mutex::default);
    &NOTES
}

/// The list, which is in the first HTML. Whoever is refused was logged in when the page came: who is there is asked
/// again, and the page around this one does the rest.
#[component]
pub fn Invoices() -> impl IntoView {
    let login = use_login();
    let add = ServerAction::<AddNote>::new();
    let list = Resource::new(move || add.version().get(), |_| invoices());
    Effect::new(move || {
        let refused = matches!(list.get(), Some(Err(_))) || matches!(add.value().get(), Some(Err(_)));
        if refused {
            login.ask_again();
        }
    });
    view! {
        <main>
            <h1>"Invoices"</h1>
            <Suspense fallback=|| "…">
                {move || Suspend::new(async move {
                    match list.await {
                        Ok(lines) => {
                            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                            view! { <ul>{lines}</ul> }.into_any()
                        }
                        Err(_) => view! { <p role="alert">"The invoices can't be shown."</p> }.into_any(),
                    }
                })}
            </Suspense>
            <ActionForm action=add>
                <label>"Note " <input name="note"/></label>
                <button type="submit">"Add"</button>
            </ActionForm>
        </main>
    }
}
