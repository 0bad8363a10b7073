//! A page of somebody else's, with the one part of ours that stands on such pages.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_words::Text;

use crate::{Frame, Screen, Story, parts::UserButton};

/// The host's page.
pub struct HostPage;

/// Who looks at it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostPageModel {
    /// The address of whoever is logged in.
    pub email: Option<String>,
}

fn of(email: &str) -> HostPageModel {
    HostPageModel { email: Some(email.to_owned()) }
}

impl Screen for HostPage {
    type Model = HostPageModel;

    const NAME: &'static str = "host-page";

    const STORIES: &'static [Story<HostPageModel>] = &[
        Story { name: "anonymous", model: HostPageModel::default },
        Story { name: "logged-in", model: || of("ada@example.org") },
        Story {
            name: "long-address",
            model: || of("wilhelmina.featherstonehaugh-cholmondeley@department.example.org"),
        },
    ];

    fn title(_: &Frame, _: &HostPageModel) -> Text {
        "A host's page".into()
    }

    fn view(frame: Frame, model: HostPageModel) -> impl IntoView + 'static {
        view! {
            <div data-part="page" data-screen=Self::NAME>
                <header data-dev="host-bar">
                    <strong>{frame.product.clone()}</strong>
                    <UserButton frame=frame email=model.email/>
                </header>
                <main>
                    <h1 data-part="title">"Invoices"</h1>
                </main>
            </div>
        }
    }
}
