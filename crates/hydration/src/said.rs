//! What a twin says: a line of JSON before it draws a case, one for each panic, and all paintings in the last. So a drawing
//! that ends the whole program is known by its case.

#[cfg(not(target_arch = "wasm32"))]
use std::{
    io::{self, Write},
    panic::PanicHookInfo,
};

use serde::{Deserialize, Serialize};

use crate::twin::Paintings;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Said {
    /// The case of this name is about to be drawn.
    Drawing(String),
    /// Something panics.
    Panic(String),
    /// All cases are drawn.
    Painted(Paintings),
}

/// What came of a twin.
#[derive(Debug)]
pub(crate) enum Heard {
    /// It has drawn all cases.
    Painted(Paintings),
    /// It ended while it drew this case, and why.
    Ended(String, String),
    /// It has drawn nothing.
    Nothing,
}

#[cfg(not(target_arch = "wasm32"))]
impl Said {
    /// Says it on standard output.
    pub(crate) fn say(&self) -> io::Result<()> {
        let mut line = serde_json::to_vec(self)?;
        line.push(b'\n');
        io::stdout().write_all(&line)
    }

    pub(crate) fn panic(panic: &PanicHookInfo<'_>) -> Self {
        Self::Panic(panic.payload_as_str().unwrap_or("a panic without a message").to_owned())
    }
}

/// Reads what a twin said.
pub(crate) fn hear(said: &[u8]) -> serde_json::Result<Heard> {
    let (mut drawing, mut why) = (None, None);
    for said in serde_json::Deserializer::from_slice(said).into_iter() {
        match said? {
            Said::Drawing(case) => (drawing, why) = (Some(case), None),
            // A panic that can't unwind is followed by one that says so.
            Said::Panic(message) => drop(why.get_or_insert(message)),
            Said::Painted(paintings) => return Ok(Heard::Painted(paintings)),
        }
    }
    let why = why.unwrap_or_else(|| "the program ended while drawing".to_owned());
    Ok(drawing.map_or(Heard::Nothing, |case| Heard::Ended(case, why)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_end(said: &str, expected: Option<(&str, &str)>) {
        let heard = match hear(said.as_bytes()).expect("it is JSON") {
            Heard::Ended(case, why) => Some((case, why)),
            Heard::Nothing => None,
            Heard::Painted(paintings) => panic!("{paintings:?}"),
        };
        assert_eq!(heard.as_ref().map(|(case, why)| (case.as_str(), why.as_str())), expected);
    }

    #[test]
    fn the_case_is_known_whose_drawing_ends_the_program() {
        check_end("", None);
        check_end("{\"drawing\":\"a\"}\n", Some(("a", "the program ended while drawing")));
        let first = "{\"drawing\":\"a\"}\n{\"panic\":\"caught\"}\n";
        let second = "{\"drawing\":\"b\"}\n{\"panic\":\"no window\"}\n{\"panic\":\"can't unwind\"}\n";
        check_end(&format!("{first}{second}"), Some(("b", "no window")));
    }
}
