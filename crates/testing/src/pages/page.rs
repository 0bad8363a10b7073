//! What every screen has.

use thirtyfour::prelude::*;

use super::{Element, Part};
use crate::browser::Browser;

/// A screen in a browser.
#[derive(Clone, Copy)]
pub struct Page<'b> {
    browser: &'b Browser,
    screen: &'static str,
}

impl<'b> Page<'b> {
    /// Waits until the browser shows this screen, and until it is hydrated.
    ///
    /// # Panics
    /// When it shows another one.
    pub async fn on(browser: &'b Browser, screen: &'static str) -> Self {
        let page = Self { browser, screen };
        let root = format!(r#"[data-screen="{screen}"]"#);
        browser.until(&format!("the screen {screen}"), async || page.find(&root).await).await;
        browser.hydrated().await;
        page
    }

    /// The browser that shows it.
    #[must_use]
    pub const fn browser(&self) -> &'b Browser {
        self.browser
    }

    /// Finds a part by its public names, and makes sure that it has the role and the label that people find it by.
    ///
    /// # Panics
    /// When it isn't there, or is something else for assistive technology.
    pub async fn part(&self, part: &Part) -> Element<'b> {
        let selector = part.selector(self.screen);
        let element =
            Element::new(self.browser, self.browser.until(&selector, async || self.find(&selector).await).await);
        if element.is_visible().await {
            let found = (element.role().await, element.label().await);
            assert_eq!(found, (part.role.as_str().to_owned(), part.label.to_owned()), "{selector}");
        }
        element
    }

    /// The heading.
    ///
    /// # Panics
    /// When there is none.
    pub async fn title(&self) -> String {
        self.named("title").await.text().await
    }

    /// What must be noticed first.
    ///
    /// # Panics
    /// When there is no such thing.
    pub async fn alert(&self) -> Element<'b> {
        self.named("alert").await
    }

    /// The time that is left.
    ///
    /// # Panics
    /// When no time is shown.
    pub async fn timer(&self) -> String {
        self.named("timer").await.text().await
    }

    /// What is wrong with a field.
    ///
    /// # Panics
    /// When nothing is.
    pub async fn message(&self, field: &str) -> String {
        let selector = format!(
            r#"[data-screen="{}"] [data-part="field"][data-name="{field}"] [data-part="message"][data-kind="error"]"#,
            self.screen
        );
        let element = self.browser.until(&selector, async || self.find(&selector).await).await;
        element.text().await.expect("it is there")
    }

    /// The links of an error summary, each to the control that needs another look.
    ///
    /// # Panics
    /// When there is no summary.
    pub async fn summary(&self) -> Vec<Element<'b>> {
        let alert = self.alert().await;
        let links = alert.handle().find_all(By::Tag("a")).await.expect("it is there");
        links.into_iter().map(|link| Element::new(self.browser, link)).collect()
    }

    async fn named(&self, part: &str) -> Element<'b> {
        let selector = format!(r#"[data-screen="{}"] [data-part="{part}"]"#, self.screen);
        Element::new(self.browser, self.browser.until(&selector, async || self.find(&selector).await).await)
    }

    async fn find(&self, selector: &str) -> Option<WebElement> {
        self.browser.driver().find(By::Css(selector)).await.ok()
    }
}
