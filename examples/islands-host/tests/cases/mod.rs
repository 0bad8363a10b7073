//! What Northwind draws, in the states that it has: one list, compiled for the server (the test) and for the client (the
//! twin).

use islands_host::{Counter, Greeting};
use leptos::prelude::*;
use vestibule::{
    components::{LoginContext, SingleScreen, UserButton, UserInfo, provide_login},
    core::login_state::StateName,
    ui::{
        Frame,
        screens::{LogIn, LogInModel},
    },
};
use vestibule_hydration::Case;

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("counter", || view! { <Counter/> }),
        Case::new("greeting/signed-out", || {
            provide_context(LoginContext::default());
            provide_login();
            view! { <Greeting/> }
        }),
        Case::new("greeting/signed-in", || {
            provide_context(ada());
            provide_login();
            view! {
                <UserButton attr:class="ms-auto"/>
                <Greeting/>
            }
        }),
        Case::new("log-in", || {
            provide_context(LoginContext { frame: Frame::story(), ..LoginContext::default() });
            provide_login();
            view! { <SingleScreen<LogIn> model=LogInModel::default()/> }
        }),
    ]
}

fn ada() -> LoginContext {
    let user = UserInfo { id: "a1".to_owned(), email: "ada@example.org".to_owned(), ..UserInfo::default() };
    LoginContext { state: StateName::LoggedIn, user: Some(user), frame: Frame::story(), ..LoginContext::default() }
}
