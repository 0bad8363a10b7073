//! Trouble.

use super::time::duration;
use crate::{Text, TroubleMessage};

pub(super) fn say(message: TroubleMessage<'_>) -> Text {
    use TroubleMessage as M;
    match message {
        M::NotFoundTitle => "Nothing here".into(),
        M::NotFoundLead => "There is no page at this address.".into(),
        M::ForbiddenTitle => "Not sent from here".into(),
        M::ForbiddenLead => {
            "This request came from another site, so we did nothing with it. Open the page here and try again.".into()
        }
        M::MethodTitle => "Not possible here".into(),
        M::MethodLead => "This page can't be used that way. Open it from a link instead.".into(),
        M::TooLargeTitle => "Too much at once".into(),
        M::TooLargeLead => "What was sent is larger than this page reads. Nothing was changed.".into(),
        M::BadRequestTitle => "Not readable".into(),
        M::BadRequestLead => "What was sent isn't what this page reads. Nothing was changed.".into(),
        M::TooManyTitle => "Too many tries".into(),
        M::TooManyLead { wait } => format!("Try again in {}.", duration(wait)).into(),
        M::TroubleTitle => "That didn't work".into(),
        M::TroubleLead => "We couldn't reach the login service. Nothing was changed. Try again in a minute.".into(),
        M::Reference { id } => format!("Reference {id}").into(),
        M::TryAgain => "Try again".into(),
        M::BackToLogIn => "Go to log in".into(),
    }
}
