//! How well the hydration check checks: tables that its own tests leave behind when they try every mutant.

use std::{fmt::Write, fs, path::PathBuf};

use crate::places;

/// What was changed, and the file that its test leaves.
const RUNS: [(&str, &str); 3] = [
    ("Every story as islands hydrate it", "islands"),
    ("Every story as it hydrates whole, within a host's app", "whole"),
    ("Every good view of the checker's corpus", "corpus"),
];

const TITLE: &str = "How much of what is changed the hydration check finds";

const WHAT_IT_IS: &str = "\
Everything that hydrates rightly is changed in every way that the operators know, one change at a time: the markup that
the server wrote, the markup that the client would have written, and what is sent for the client to begin with. Each
change that a browser would see must be found; each that says the same in other words must not be.

- **say the same**: nothing may be found, and nothing was. One that was would be listed below its table.
- **to be found**: all others. One that was not found would be listed below its table, with its place.
- **by T, by P**: which layer found it. Where both sides make the same mistake, T sees nothing and P must.
- **named as expected**: found under the code that a person would look for. It says nothing of changes that can come out
  as anything, such as a lost character.
- **told once**: told in one finding. What is cut off is missing in every list around the cut, and an id that has moved
  is missed by each reference to it, so those are told more than once.

Other names, and why they are no mistakes:

- *a list of another length* for a node that was inserted behind its like and before a list's marker: a list that has
  one item more looks just so.
- *another text*, *another branch* or *nodes that only one side writes* where the change joins two texts or makes a node
  the like of its neighbour: the two lists can be laid side by side in more than one way then.
- *a text* or *a node that only the server writes* where a page was cut within a tag: what is left of the tag is text.
- *something that the client still waits for* or *a list in another order* where two resources were swapped: a value that
  can't be read as the other's type never comes, and of two lists each is the other's.
";

/// Makes sure that what is read later is of this run.
pub(crate) fn forget() {
    // What isn't there needn't go.
    let _ = fs::remove_dir_all(folder());
}

/// The title, and the tables that were left.
pub(crate) fn tables() -> (&'static str, String) {
    let mut text = WHAT_IT_IS.to_owned();
    for (title, file) in RUNS {
        let table = fs::read_to_string(folder().join(file).with_extension("md"));
        let table = table.unwrap_or_else(|_| "Its test didn't get that far.\n".to_owned());
        // A text takes whatever is written into it.
        let _ = write!(text, "\n## {title}\n\n{table}");
    }
    (TITLE, text)
}

fn folder() -> PathBuf {
    places::at("target/mutation")
}
