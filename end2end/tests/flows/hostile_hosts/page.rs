//! A host's page with one of our stories in it, and what that looks like there.

use std::{collections::BTreeMap, process::Command};

use vestibule_testing::{Server, browser::Browser, workspace};

/// What an element is called, and its values by property.
pub(super) type Looks = Vec<(String, BTreeMap<String, String>)>;

/// One of our stories: its markup, and our stylesheet in the form that its server was asked for.
pub(super) struct Story {
    markup: String,
    pub(super) ours: String,
}

impl Story {
    /// As the server draws it for a browser without script, in a theme's look.
    pub(super) async fn fetch(server: &Server, path: &str, theme: &str) -> Self {
        let client = server.client();
        let page = client.get(&format!("/gallery/{path}?theme={theme}&scheme=light&script=off")).await.text();
        let between = |start: &str, end: &str| {
            let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("{path} has no {start}: {page}"));
            rest.split_once(end).expect("it ends").0.to_owned()
        };
        let ours = client.get(&between("<link rel=\"stylesheet\" href=\"", "\"")).await.text();
        Self { markup: between("<body>", "</body>"), ours }
    }

    /// The same with a class of the host's on each button.
    pub(super) fn with_class(self, class: &str) -> Self {
        Self { markup: self.markup.replace("<button ", &format!("<button class=\"{class}\" ")), ..self }
    }

    /// What it looks like in a page that loads these stylesheets in this order.
    pub(super) async fn looks(&self, browser: &Browser, sheets: &[&str]) -> Looks {
        let styles: String = sheets.iter().flat_map(|&sheet| ["<style>", sheet, "</style>"]).collect();
        // A host's page has something of its own around ours.
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\" data-scheme=\"light\"><head>{styles}</head>\
             <body style=\"margin: 0\"><div id=\"app\">{}</div></body></html>",
            self.markup
        );
        browser.goto("about:blank").await;
        let page = serde_json::to_string(&page).expect("a text is JSON");
        browser.evaluate::<()>(&format!("document.open(); document.write({page}); document.close();")).await;
        browser.evaluate(include_str!("measure.js")).await
    }
}

/// What differs between two looks of the same elements: `button.log-in padding-left: 16px, here 0px`.
pub(super) fn differences(alone: &Looks, here: &Looks) -> Vec<String> {
    let mut differences = Vec::new();
    for ((name, alone), (again, here)) in alone.iter().zip(here) {
        assert_eq!(name, again, "other elements, or pieces of them that are drawn only here");
        for (property, value) in alone.iter().filter(|(property, value)| here.get(*property) != Some(*value)) {
            differences
                .push(format!("{name} {property}: {value}, here {}", here.get(property).map_or("", String::as_str)));
        }
    }
    assert_eq!(alone.len(), here.len());
    differences
}

/// Tailwind's stylesheet, as its own command makes it.
pub(super) fn tailwind() -> String {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let made = folder.path().join("tailwind.css");
    let made_by = Command::new("node")
        .arg(workspace().join("node_modules/@tailwindcss/cli/dist/index.mjs"))
        .arg("--input")
        .arg(workspace().join("end2end/tests/flows/hostile_hosts/tailwind.css"))
        .arg("--output")
        .arg(&made)
        .output()
        .expect("node runs");
    assert!(made_by.status.success(), "npm ci installs it: {}", String::from_utf8_lossy(&made_by.stderr));
    std::fs::read_to_string(&made).expect("it was made")
}

/// Bootstrap's reset of every element.
pub(super) fn bootstrap() -> String {
    let file = workspace().join("node_modules/bootstrap/dist/css/bootstrap-reboot.css");
    std::fs::read_to_string(file).expect("npm ci installs it")
}
