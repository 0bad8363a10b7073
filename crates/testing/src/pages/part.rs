//! Something on a screen: the name that testers find it by, the role and the label that people do.

use serde_json::{Value, json};

/// What assistive technology says that a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Something to type into.
    Textbox,
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
}

impl Role {
    /// The role as ARIA writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Textbox => "textbox",
            Self::Button => "button",
            Self::Link => "link",
        }
    }
}

/// Something on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What testers call it.
    pub name: &'static str,
    /// Its `data-part`.
    pub part: &'static str,
    /// Its `data-name`, or that of the field around it.
    pub data_name: &'static str,
    /// What it is for assistive technology.
    pub role: Role,
    /// What it is called there and on the screen.
    pub label: &'static str,
}

impl Part {
    /// The control of a field.
    #[must_use]
    pub const fn control(name: &'static str, label: &'static str) -> Self {
        Self { name, part: "control", data_name: name, role: Role::Textbox, label }
    }

    /// The button that shows a password.
    #[must_use]
    pub const fn reveal(field: &'static str, label: &'static str) -> Self {
        Self { name: "reveal", part: "reveal", data_name: field, role: Role::Button, label }
    }

    /// A button.
    #[must_use]
    pub const fn button(name: &'static str, label: &'static str) -> Self {
        Self { name, part: "button", data_name: name, role: Role::Button, label }
    }

    /// A link that looks like a button.
    #[must_use]
    pub const fn go(name: &'static str, label: &'static str) -> Self {
        Self { name, part: "button", data_name: name, role: Role::Link, label }
    }

    /// A link.
    #[must_use]
    pub const fn link(name: &'static str, label: &'static str) -> Self {
        Self { name, part: "link", data_name: name, role: Role::Link, label }
    }

    /// How to find it in CSS: by public names, never by structure.
    #[must_use]
    pub fn selector(&self, screen: &str) -> String {
        let Self { part, data_name, .. } = self;
        match *part {
            "control" | "reveal" => {
                format!(r#"[data-screen="{screen}"] [data-part="field"][data-name="{data_name}"] [data-part="{part}"]"#)
            }
            _ => format!(r#"[data-screen="{screen}"] [data-part="{part}"][data-name="{data_name}"]"#),
        }
    }

    pub(super) fn json(&self, screen: &str) -> Value {
        json!({ "role": self.role.as_str(), "label": self.label, "selector": self.selector(screen) })
    }
}
