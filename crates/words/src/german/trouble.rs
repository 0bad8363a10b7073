//! Trouble.

use super::time::duration;
use crate::{Text, TroubleMessage};

pub(super) fn say(message: TroubleMessage<'_>) -> Text {
    use TroubleMessage as M;
    match message {
        M::NotFoundTitle => "Hier ist nichts".into(),
        M::NotFoundLead => "Unter dieser Adresse gibt es keine Seite.".into(),
        M::ForbiddenTitle => "Nicht von hier gesendet".into(),
        M::ForbiddenLead => {
            "Diese Anfrage kam von einer anderen Website, darum haben wir nichts damit getan. Öffnen Sie die Seite hier und versuchen Sie es noch einmal.".into()
        }
        M::MethodTitle => "Das geht hier nicht".into(),
        M::MethodLead => "So lässt sich diese Seite nicht benutzen. Öffnen Sie sie über einen Link.".into(),
        M::TooLargeTitle => "Zu viel auf einmal".into(),
        M::TooLargeLead => "Gesendet wurde mehr, als diese Seite liest. Es wurde nichts geändert.".into(),
        M::BadRequestTitle => "Nicht lesbar".into(),
        M::BadRequestLead => "Gesendet wurde etwas anderes, als diese Seite liest. Es wurde nichts geändert.".into(),
        M::TooManyTitle => "Zu viele Versuche".into(),
        M::TooManyLead { wait } => format!("Versuchen Sie es in {} noch einmal.", duration(wait)).into(),
        M::TroubleTitle => "Das hat nicht geklappt".into(),
        M::TroubleLead => {
            "Wir konnten den Anmeldedienst nicht erreichen. Es wurde nichts geändert. Versuchen Sie es in einer Minute noch einmal.".into()
        }
        M::Reference { id } => format!("Kennung {id}").into(),
        M::TryAgain => "Noch einmal versuchen".into(),
        M::BackToLogIn => "Zur Anmeldung".into(),
    }
}
