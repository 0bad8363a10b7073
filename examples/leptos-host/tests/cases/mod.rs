//! What Northwind draws, in the states that it has: one list, compiled for the server (the test) and for the client (the
//! twin).

use leptos::prelude::*;
use leptos_host::{invoices::Invoices, leaving};
use vestibule::{
    components::{LoginContext, Protect, SignedIn, SignedOut, SingleScreen, UserButton, UserInfo, provide_login},
    core::login_state::StateName,
    ui::{
        Frame,
        screens::{LogIn, LogInModel, LogOutModel},
    },
};
use vestibule_hydration::Case;

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("leaving/asked", || {
            leaving::view(Frame::story(), LogOutModel { email: "ada@example.org".to_owned(), halfway: false })
        }),
        Case::new("bar/signed-out", || bar(LoginContext::default())),
        Case::new("bar/signed-in", || bar(ada())),
        Case::new("front-page/signed-out", || {
            provide_context(LoginContext { frame: Frame::story(), ..LoginContext::default() });
            provide_login();
            view! {
                <SignedOut>
                    <SingleScreen<LogIn> model=LogInModel::default()/>
                </SignedOut>
            }
        }),
        Case::new("invoices/signed-in", || {
            provide_context(ada());
            provide_login();
            view! {
                <Protect>
                    <Invoices/>
                </Protect>
            }
        }),
    ]
}

fn ada() -> LoginContext {
    let user = UserInfo { id: "a1".to_owned(), email: "ada@example.org".to_owned(), ..UserInfo::default() };
    LoginContext { state: StateName::LoggedIn, user: Some(user), frame: Frame::story(), ..LoginContext::default() }
}

fn bar(login: LoginContext) -> impl IntoView {
    provide_context(login);
    provide_login();
    view! {
        <nav>
            <SignedIn>
                <a href="/invoices">"Invoices"</a>
            </SignedIn>
            <UserButton attr:class="end"/>
        </nav>
    }
}
