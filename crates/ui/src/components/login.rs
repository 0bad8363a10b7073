//! The context, as everything in the application asks for it.

use leptos::prelude::*;
use vestibule_core::{login_state::StateName, routes};
use vestibule_words::Wording;

use super::{LoginContext, ShownScreen, UserInfo, browser, tabs};
use crate::Frame;

/// Who is there, for everything in the application. It changes when the browser learns more.
#[derive(Clone, Copy)]
pub struct Login {
    context: RwSignal<LoginContext>,
    /// The screen that came with the page, until it is drawn.
    came_with: StoredValue<Option<ShownScreen>>,
    /// Whether the server has said anything yet: always, but for an application that the browser alone draws.
    is_known: RwSignal<bool>,
    /// How often the server was asked who is there.
    question: StoredValue<u32>,
}

/// Makes the visitor known to everything below: to be called once, at the top of the application, on both sides.
///
/// On the server it takes the [`LoginContext`] that the host's handler provided, and sends it along with the page; in the
/// browser it reads it from there. Whoever says messages otherwise provides the same [`Wording`] on both sides before
/// this, since words that are code can't be sent.
///
/// Where no server told anything, as with the feature `csr`, the browser asks for it, below the
/// [`Mount`](vestibule_core::mount::Mount) that the context has, and until the answer comes nobody is known to be in or
/// out.
pub fn provide_login() -> Login {
    let told = SharedValue::new(use_context::<LoginContext>).into_inner();
    let is_known = RwSignal::new(told.is_some());
    let mut context = told.unwrap_or_else(|| {
        let frame = Frame { mount: use_context().unwrap_or_default(), ..Frame::default() };
        LoginContext { frame, ..LoginContext::default() }
    });
    with_our_words(&mut context);
    let came_with = StoredValue::new(context.screen.clone());
    let login = Login { context: RwSignal::new(context), came_with, is_known, question: StoredValue::new(0) };
    provide_context(login);
    browser::when_adopted(move || {
        tabs::follow(login);
        browser::mark_hydrated();
    });
    login
}

/// Who is there.
///
/// # Panics
/// Where nobody called [`provide_login`].
#[must_use]
pub fn use_login() -> Login {
    use_context().expect("call `provide_login()` in `App`, before `use_login()` and before our components")
}

fn with_our_words(context: &mut LoginContext) {
    if let Some(wording) = use_context::<Wording>() {
        context.frame.wording = wording;
    }
}

impl Login {
    /// Where the visitor stands.
    #[must_use]
    pub fn state(self) -> StateName {
        self.context.with(|context| context.state)
    }

    /// Whether the server has said who is there. Only an application that the browser alone draws has to wait for that.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.is_known.get()
    }

    /// The same, for a moment.
    pub(super) fn is_known_now(self) -> bool {
        self.is_known.get_untracked()
    }

    /// Whether nothing more is asked of the visitor.
    #[must_use]
    pub fn is_logged_in(self) -> bool {
        self.state() == StateName::LoggedIn
    }

    /// Whether something is still asked of the visitor.
    #[must_use]
    pub fn is_logged_out(self) -> bool {
        self.is_known.get() && !self.is_logged_in()
    }

    /// Who it is; nobody while anything is missing.
    #[must_use]
    pub fn user(self) -> Option<UserInfo> {
        self.context.with(|context| context.user.clone())
    }

    /// The frame of our screens and parts, as it is now: no view is drawn again when it changes.
    #[must_use]
    pub fn frame(self) -> Frame {
        self.context.with_untracked(|context| context.frame.clone())
    }

    /// The address of our stylesheet, for the document's head, once it [is known](Self::is_known).
    #[must_use]
    pub fn stylesheet(self) -> String {
        self.context.with_untracked(|context| context.stylesheet.clone())
    }

    /// The title of the screen of ours that is shown.
    #[must_use]
    pub fn title(self) -> String {
        self.context.with(|context| context.screen.as_ref().map(|screen| screen.title.clone()).unwrap_or_default())
    }

    /// The screen that came with the page, once.
    pub(super) fn take_screen(self) -> Option<ShownScreen> {
        self.came_with.try_update_value(Option::take).flatten()
    }

    /// Tells the server that this page is not for this visitor.
    pub(super) fn deny(self) {
        self.context.with_untracked(|context| context.denied.say());
    }

    /// Asks the server who is there now: for a server function that was refused although somebody seemed to be. It is no
    /// use of the session.
    pub fn ask_again(self) {
        let asked = self.question.try_update_value(|question| {
            *question += 1;
            *question
        });
        let address = format!("{}?peek", self.frame().at(routes::SESSION));
        leptos::task::spawn_local(async move {
            let answer = browser::ask(&address).await;
            // Whoever can't ask has learned nothing, and no late answer takes the place of a newer one.
            if let Some(context) = answer
                && self.question.try_get_value() == asked
            {
                self.learn_who(context);
            }
        });
    }

    /// What tabs compare.
    pub(super) fn who(self) -> String {
        self.context.with_untracked(LoginContext::who)
    }

    /// Learns what belongs to another page of ours.
    pub(super) fn learn(self, mut context: LoginContext) {
        // Words that are code didn't come along.
        context.frame.wording = self.context.with_untracked(|known| known.frame.wording);
        self.context.set(context);
        self.is_known.set(true);
    }

    /// Learns who is there, on the same page.
    pub(super) fn learn_who(self, context: LoginContext) {
        let screen = self.context.with_untracked(|known| known.screen.clone());
        if context.who() != self.who() || !self.is_known_now() {
            self.learn(LoginContext { screen, ..context });
        }
    }
}
