//! What becomes of cases in pages that somebody else has touched before the script came. Leptos steps over nothing, so no
//! case can be asked to stay right; this is a measurement, not a check.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use crate::{Case, CheckError, Engine, Suite, browser, twin, waits};

/// What came of a hydration in a touched page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// Every view adopted its own nodes, and every field kept what it said.
    Right,
    /// Hydration panicked: the console says so.
    Panicked,
    /// Views adopted other nodes, and nothing said so.
    Drifted,
}

/// One case in a page that was touched in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encounter {
    /// Which case.
    #[serde(default)]
    pub case: String,
    /// What somebody did to the page.
    pub touch: String,
    /// What came of it.
    pub came: Came,
    /// A control that answers by the handler of another, if there is one.
    pub worst: Option<String>,
    /// Whether the page had another number of nodes than the server wrote, which a client can count before it hydrates.
    pub refused: bool,
}

/// All cases in pages that somebody touched, each in every way that finds something to touch there.
#[derive(Debug, Clone, Default)]
pub struct Hostile {
    /// What came of it.
    pub encounters: Vec<Encounter>,
    /// Cases that can't be judged, since they aren't right in an untouched page.
    pub left_out: Vec<String>,
}

/// What came of all cases under one touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched<'a> {
    /// What somebody did.
    pub touch: &'a str,
    /// How many cases had something to touch.
    pub cases: usize,
    /// How many stayed right.
    pub right: usize,
    /// How many panicked.
    pub panicked: usize,
    /// How many drifted without a word.
    pub drifted: usize,
    /// In how many of those that drifted or panicked a control answers by the handler of another.
    pub wrong: usize,
    /// How many of those that drifted, or have such a control, a client that counts nodes would have left alone.
    pub refused: usize,
    /// How many had to be left alone.
    pub refusable: usize,
    /// One of the wrong controls.
    pub worst: Option<&'a str>,
}

impl Suite {
    /// Hydrates every case again and again in pages that somebody else has touched, in one engine, and says what came of
    /// it. Needs [`Suite::browser`]; takes about a second a case.
    ///
    /// # Errors
    ///
    /// [`CheckError`] when no browser looks at the cases.
    ///
    /// # Panics
    ///
    /// Without [`Suite::browser`]: nothing would be measured, and nothing would look clean.
    pub fn hostile(&self, engine: Engine) -> Result<Hostile, CheckError> {
        let (client, _) = self.browser.as_ref().expect("Suite::browser says how the client is built");
        let shown: Vec<&Case> = self.cases.iter().filter(|case| !case.is_native()).collect();
        let (servers, sent) = waits::split(twin::paint_all(&self.cases, 1, waits::as_server).0);
        let servers = servers.into_iter().filter(|(name, _)| shown.iter().any(|case| case.name() == name)).collect();
        let programs = browser::Programs { client: client.build()?, twin: None };
        Ok(browser::hostile(engine, &programs, &servers, &sent)?)
    }
}

impl Hostile {
    /// What came of each touch, in the order in which they were tried.
    #[must_use]
    pub fn touched(&self) -> Vec<Touched<'_>> {
        let mut all: Vec<Touched<'_>> = Vec::new();
        for Encounter { touch, came, worst, refused, .. } in &self.encounters {
            let at = all.iter().position(|touched| touched.touch == touch).unwrap_or(all.len());
            if at == all.len() {
                all.push(Touched { touch, ..Touched::default() });
            }
            let touched = &mut all[at];
            touched.cases += 1;
            match came {
                Came::Right => touched.right += 1,
                Came::Panicked => touched.panicked += 1,
                Came::Drifted => touched.drifted += 1,
            }
            touched.wrong += usize::from(worst.is_some());
            let harmful = *came == Came::Drifted || worst.is_some();
            touched.refusable += usize::from(harmful);
            touched.refused += usize::from(harmful && *refused);
            touched.worst = touched.worst.or(worst.as_deref());
        }
        all
    }
}

impl Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = "| before the script comes | cases | stay right | panic | drift silently | a control answers for another \
                    | a count of nodes would tell |";
        writeln!(f, "{head}\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for Touched { touch, cases, right, panicked, drifted, wrong, refused, refusable, .. } in self.touched() {
            let told = if refusable == 0 { "–".to_owned() } else { format!("{refused} of {refusable}") };
            writeln!(f, "| {touch} | {cases} | {right} | {panicked} | {drifted} | {wrong} | {told} |")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_touch_is_counted() {
        let encounter = |touch: &str, came, worst: Option<&str>, refused| Encounter {
            case: "a".to_owned(),
            touch: touch.to_owned(),
            came,
            worst: worst.map(str::to_owned),
            refused,
        };
        let encounters = vec![
            encounter("first", Came::Right, None, false),
            encounter("second", Came::Drifted, None, true),
            encounter("second", Came::Panicked, Some("one answers for another"), false),
            encounter("second", Came::Panicked, None, true),
        ];
        let hostile = Hostile { encounters, left_out: Vec::new() };
        let table = hostile.to_string();
        assert!(table.contains("| first | 1 | 1 | 0 | 0 | 0 | – |\n"), "{table}");
        assert!(table.contains("| second | 3 | 0 | 2 | 1 | 1 | 1 of 2 |\n"), "{table}");
        assert_eq!(hostile.touched()[1].worst, Some("one answers for another"));
    }
}
