//! The page that asks whether to log out, as Northwind draws it. It counts what would be missed, so it hydrates.

use leptos::prelude::*;
use vestibule::{
    core::routes,
    ui::{
        Frame,
        parts::{Form, Page, Press},
        screens::LogOutModel,
    },
};

pub fn view(frame: Frame, model: LogOutModel) -> impl IntoView {
    let home = frame.home.clone();
    let (regrets, set_regrets) = signal(0);
    view! {
        <Page frame=frame.clone() screen="log-out">
            <h1 data-part="title">"Leaving so soon, " {model.email} "?"</h1>
            <Form frame=frame name="log-out" action=routes::LOG_OUT>
                <Press name="log-out" text="Yes, log out".into()/>
            </Form>
            <div data-part="actions">
                <button
                    data-part="button"
                    data-kind="quiet"
                    data-name="regret"
                    data-state="idle"
                    type="button"
                    on:click=move |_| *set_regrets.write() += 1
                >
                    "Regretted " {regrets} " times"
                </button>
            </div>
            <p data-part="nav"><a data-part="link" data-name="home" href=home>"Back to my invoices"</a></p>
        </Page>
    }
}
