//! An element, with the verbs of those who use it.

use http::Method;
use thirtyfour::{Key, RequestData, SessionId, common::command::FormatRequestData, prelude::*};

use crate::browser::Browser;

/// An element of a page.
pub struct Element<'b> {
    browser: &'b Browser,
    element: WebElement,
}

impl<'b> Element<'b> {
    pub(super) const fn new(browser: &'b Browser, element: WebElement) -> Self {
        Self { browser, element }
    }

    /// The driver's own handle.
    #[must_use]
    pub const fn handle(&self) -> &WebElement {
        &self.element
    }

    /// Types behind what is there.
    ///
    /// # Panics
    /// When nobody can type there.
    pub async fn type_in(&self, text: &str) {
        self.element.send_keys(text).await.expect("one can type here");
    }

    /// Types in place of what is there.
    ///
    /// # Panics
    /// When nobody can type there.
    pub async fn replace(&self, text: &str) {
        self.element.send_keys(Key::Control + "a").await.expect("one can type here");
        self.type_in(text).await;
    }

    /// Presses it.
    ///
    /// # Panics
    /// When it can't be pressed.
    pub async fn click(&self) {
        self.element.click().await.expect("it can be pressed");
    }

    /// Presses it and waits for the page that it leads to.
    ///
    /// # Panics
    /// When it leads nowhere.
    pub async fn follow(&self) {
        self.browser.leave(async || self.click().await).await;
    }

    /// What is typed in it.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn value(&self) -> String {
        self.element.prop("value").await.expect("it is there").unwrap_or_default()
    }

    /// Its text.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn text(&self) -> String {
        self.element.text().await.expect("it is there")
    }

    /// An attribute.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.element.attr(name).await.expect("it is there")
    }

    /// Whether it can be seen.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn is_visible(&self) -> bool {
        self.element.is_displayed().await.expect("it is there")
    }

    /// Whether it has the focus.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn is_focused(&self) -> bool {
        self.browser.focused().await.element_id() == self.element.element_id()
    }

    /// What assistive technology says that it is.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn role(&self) -> String {
        self.accessible("computedrole").await
    }

    /// What assistive technology calls it.
    ///
    /// # Panics
    /// When it is gone.
    pub async fn label(&self) -> String {
        self.accessible("computedlabel").await
    }

    async fn accessible(&self, what: &'static str) -> String {
        let id = self.element.element_id().to_string();
        let answer = self.browser.driver().cmd(Accessible { id, what }).await.expect("it is there");
        answer.value().expect("it is text")
    }
}

/// What assistive technology is told about an element: a command of the driver that its client has no name for.
#[derive(Debug)]
struct Accessible {
    id: String,
    what: &'static str,
}

impl FormatRequestData for Accessible {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::GET, format!("session/{session}/element/{}/{}", self.id, self.what))
    }
}
