//! What a browser saw of a theme, and how many causes it has.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use serde::{Deserialize, Serialize};

use super::{Code, Finding, Place};

/// One thing that a browser noticed on one story in one look.
#[derive(Debug, Clone, Deserialize)]
pub struct Noticed {
    /// The code: `T201`.
    pub code: String,
    /// The nearest part, and the words that tell it from others.
    pub part: String,
    /// A selector that finds the element on the page.
    pub selector: String,
    /// What exactly.
    pub what: String,
    /// What tells one cause from another beside code and part: the colours.
    #[serde(default)]
    pub cause: String,
    /// The story, `log-in/empty`.
    pub story: String,
    /// How it was looked at: `dark, 320 px, rtl`.
    pub look: String,
    /// Where it can be seen.
    pub address: String,
}

/// Where something is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// The nearest part: `button[primary]`.
    pub part: String,
    /// A selector that finds the first one.
    pub selector: String,
    /// The first story that shows it.
    pub story: String,
    /// The looks that show it.
    pub looks: Vec<String>,
    /// How many stories show it.
    pub stories: usize,
    /// Where the first one can be seen.
    pub address: String,
}

impl Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.part, self.story)?;
        if self.stories > 1 {
            write!(f, " and {} more stories", self.stories - 1)?;
        }
        write!(f, " ({})\n      {}\n      {}", self.looks.join("; "), self.selector, self.address)
    }
}

/// One finding a cause: the same code on the same part with the same colours.
///
/// What isn't known by its code is left out: a page of another version has nothing to say here.
#[must_use]
pub fn join(noticed: Vec<Noticed>) -> Vec<Finding> {
    let mut causes: BTreeMap<(Code, String, String), (Finding, Vec<String>)> = BTreeMap::new();
    for it in noticed {
        let Some(code) = Code::parse(&it.code) else { continue };
        let (finding, stories) = causes.entry((code, it.part.clone(), it.cause)).or_insert_with(|| {
            let drawn = Drawn {
                part: it.part,
                selector: it.selector,
                story: it.story.clone(),
                looks: Vec::new(),
                stories: 0,
                address: it.address,
            };
            let instead = code.fix().to_owned();
            (Finding { code, place: Place::Drawn(drawn), what: it.what, instead }, Vec::new())
        });
        if !stories.contains(&it.story) {
            stories.push(it.story);
        }
        if let Place::Drawn(drawn) = &mut finding.place {
            drawn.stories = stories.len();
            if !drawn.looks.contains(&it.look) {
                drawn.looks.push(it.look);
            }
        }
    }
    causes.into_values().map(|(finding, _)| finding).collect()
}

#[cfg(test)]
mod tests {
    use super::{Noticed, join};
    use crate::check::Place;

    fn noticed(story: &str, cause: &str, look: &str) -> Noticed {
        let [code, part, selector, what] = ["T201", "label", "label", "2.1"].map(str::to_owned);
        let [story, cause, look, address] = [story, cause, look, "/gallery/log-in/empty"].map(str::to_owned);
        Noticed { code, part, selector, what, cause, story, look, address }
    }

    #[test]
    fn one_cause_is_told_once_with_the_number_of_its_stories() {
        let findings = join(vec![
            noticed("log-in/empty", "grey on white", "light"),
            noticed("log-in/refused", "grey on white", "light"),
            noticed("log-in/refused", "grey on white", "dark"),
            noticed("log-in/empty", "red on white", "light"),
        ]);
        assert_eq!(findings.len(), 2);
        let Place::Drawn(drawn) = &findings[0].place else { panic!("it is drawn") };
        assert_eq!((drawn.stories, drawn.story.as_str(), drawn.looks.len()), (2, "log-in/empty", 2));
    }
}
