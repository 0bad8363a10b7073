//! What came back.

use bytes::Bytes;
use http::{HeaderMap, header};

use super::Form;
use crate::{Element, html};

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// The path that was asked for.
    pub path: String,
}

impl Answer {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's first value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Where it redirects to.
    #[must_use]
    pub fn location(&self) -> Option<String> {
        self.header(header::LOCATION.as_str()).map(str::to_owned)
    }

    /// The lines that set cookies.
    #[must_use]
    pub fn set_cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.filter_map(|line| line.to_str().ok()).map(str::to_owned).collect()
    }

    /// The page's elements in order.
    #[must_use]
    pub fn elements(&self) -> Vec<Element> {
        html::elements(&self.text())
    }

    /// The first element with this `data-part`.
    #[must_use]
    pub fn part(&self, part: &str) -> Option<Element> {
        self.elements().into_iter().find(|element| element.is("data-part", part))
    }

    /// The name of the screen that it shows.
    #[must_use]
    pub fn screen(&self) -> Option<String> {
        self.elements().into_iter().find_map(|element| element.get("data-screen").map(str::to_owned))
    }

    /// The form with this `data-name`.
    ///
    /// # Panics
    /// When the page has none.
    #[must_use]
    pub fn form(&self, name: &str) -> Form {
        let elements = self.elements();
        let is_it = |element: &Element| element.tag == "form" && element.is("data-name", name);
        let index = elements.iter().position(is_it).unwrap_or_else(|| panic!("no form {name:?} in: {}", self.text()));
        let is_control = |element: &&Element| {
            // A box that isn't ticked posts nothing.
            let unticked = element.is("type", "checkbox") && element.get("checked").is_none();
            element.form == Some(index) && matches!(&*element.tag, "input" | "select" | "textarea") && !unticked
        };
        let controls = elements.iter().filter(is_control);
        let fields = controls.filter_map(|control| {
            Some((control.get("name")?.to_owned(), control.get("value").unwrap_or_default().to_owned()))
        });
        Form { action: elements[index].get("action").unwrap_or(&self.path).to_owned(), fields: fields.collect() }
    }
}
