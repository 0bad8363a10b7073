//! Every code at length, for somebody who never heard of hydration. The texts stand in the folder beside this file; a
//! code without one doesn't compile.

use std::str::FromStr;

use crate::Code;

impl Code {
    /// [`Self::explain`] as a page of its own, with what a finding says.
    #[must_use]
    pub fn page(self) -> String {
        let (severity, title, text) = (self.severity().as_str(), self.title(), self.explain());
        format!("# {severity}[{self}]: {title}\n\n{text}\nIn short: {}.\n", self.fix())
    }
}

/// Not a code of this version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no code {0:?}; codes are H and three digits, such as H105")]
pub struct UnknownCode(String);

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text.trim()));
        code.ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of a text: what stands between its fences.
    fn examples(text: &str) -> Vec<&str> {
        text.split("```").skip(1).step_by(2).collect()
    }

    #[test]
    fn every_code_is_explained_by_a_bad_example_and_a_good_one() {
        for code in Code::ALL {
            let text = code.explain();
            let places: Vec<_> = ["\nBad:\n", "\nWhy it breaks: ", "\nGood:\n"].map(|part| text.find(part)).to_vec();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{code}: {places:?}");
            let examples = examples(text);
            assert_eq!(examples.len(), 2, "{code}");
            for example in examples {
                assert!(example.starts_with("rust\n"), "{code}: {example}");
                assert!(
                    example.lines().count() <= 12 && example.lines().all(|line| line.len() <= 100),
                    "{code}: {example}"
                );
            }
        }
    }

    #[test]
    fn a_code_is_read_from_its_letters() {
        assert_eq!("H105".parse(), Ok(Code::BranchDiffers));
        assert_eq!(" h801\n".parse(), Ok(Code::UnusedAllowance));
        let unknown = "H999".parse::<Code>().expect_err("there is none");
        assert_eq!(unknown.to_string(), r#"there is no code "H999"; codes are H and three digits, such as H105"#);
        assert!(Code::ALL.iter().all(|code| code.as_str().parse() == Ok(*code)));
    }

    #[test]
    fn a_page_begins_with_what_a_finding_says() {
        let page = Code::BranchDiffers.page();
        assert!(page.starts_with("# error[H105]: another branch in the browser than on the server\n\n"), "{page}");
    }
}
