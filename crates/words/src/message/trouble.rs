//! What is said when a page can't be.

/// A text of the page for trouble. Times are seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the message; the text stands in the language's file")]
pub enum TroubleMessage<'a> {
    NotFoundTitle,
    NotFoundLead,
    ForbiddenTitle,
    ForbiddenLead,
    MethodTitle,
    MethodLead,
    TooLargeTitle,
    TooLargeLead,
    BadRequestTitle,
    BadRequestLead,
    TooManyTitle,
    TooManyLead { wait: u64 },
    TroubleTitle,
    TroubleLead,
    Reference { id: &'a str },
    TryAgain,
    BackToLogIn,
}
