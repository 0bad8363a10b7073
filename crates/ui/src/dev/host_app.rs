//! Pages of somebody else's Leptos application, with what such an application takes from us.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_core::login_state::StateName;
use vestibule_words::Text;

use crate::{
    Frame, Screen, Story,
    components::{
        LoginContext, LoginStateManager, Protect, ShownScreen, SignedIn, SignedOut, SingleScreen, UserButton, UserInfo,
        provide_login,
    },
    screens::{LogIn, LogInModel},
};

/// The host's application.
pub struct HostApp;

/// Which of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HostAppModel {
    /// A front page with a log-in in its middle.
    FrontPage,
    /// A page that is for those who are logged in, seen by one of them.
    Invoices,
    /// A page of ours.
    LogIn,
}

impl HostAppModel {
    fn login(self, frame: Frame) -> LoginContext {
        let ada = || UserInfo { id: "ada".to_owned(), email: "ada@example.org".to_owned(), ..UserInfo::default() };
        let login = LoginContext { frame, ..LoginContext::default() };
        match self {
            Self::FrontPage => login,
            Self::Invoices => LoginContext { state: StateName::LoggedIn, user: Some(ada()), ..login },
            Self::LogIn => {
                let model = serde_json::to_string(&LogInModel::default()).expect("a model is plain data");
                let screen = ShownScreen { name: LogIn::NAME.to_owned(), title: "Log in".to_owned(), model };
                LoginContext { screen: Some(screen), ..login }
            }
        }
    }
}

impl Screen for HostApp {
    type Model = HostAppModel;

    const NAME: &'static str = "host-app";

    const STORIES: &'static [Story<HostAppModel>] = &[
        Story { name: "front-page", model: || HostAppModel::FrontPage },
        Story { name: "invoices", model: || HostAppModel::Invoices },
        Story { name: "log-in", model: || HostAppModel::LogIn },
    ];

    fn title(_: &Frame, _: &HostAppModel) -> Text {
        "A host's application".into()
    }

    fn view(frame: Frame, model: HostAppModel) -> impl IntoView + 'static {
        provide_context(model.login(frame.clone()));
        provide_login();
        view! {
            <div data-dev="host-app" data-screen=Self::NAME>
                <header data-dev="host-bar">
                    <strong>{frame.product}</strong>
                    <SignedIn>
                        <a data-part="link" href="/invoices">"Invoices"</a>
                    </SignedIn>
                    <UserButton attr:class="end">
                        <p data-part="nav"><a data-part="link" href="/plan">"My plan"</a></p>
                    </UserButton>
                </header>
                {match model {
                    HostAppModel::FrontPage => view! {
                        <SignedOut>
                            <SingleScreen<LogIn> model=LogInModel::default()/>
                        </SignedOut>
                    }.into_any(),
                    HostAppModel::Invoices => view! {
                        <Protect>
                            <div data-part="page"><main><h1 data-part="title">"Invoices"</h1></main></div>
                        </Protect>
                    }.into_any(),
                    HostAppModel::LogIn => view! { <LoginStateManager path="/login".to_owned() query=String::new()/> }.into_any(),
                }}
            </div>
        }
    }
}
