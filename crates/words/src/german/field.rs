//! What is wrong with a field.

use vestibule_core::field::FieldError;

use crate::Text;

pub(super) fn say(error: FieldError) -> Text {
    match error {
        FieldError::Required => "Hier fehlt noch etwas.".into(),
        FieldError::MalformedEmail => "Bitte in dieser Form: name@example.com.".into(),
        FieldError::PasswordTooShort { min, typed } => format!("Mindestens {min} Zeichen. (Bisher {typed})").into(),
        FieldError::PasswordTooLong { max } | FieldError::TooLong { max } => format!("Höchstens {max} Zeichen.").into(),
        FieldError::PasswordTooObvious => {
            "Das ist fast nur Ihre Adresse oder unser Name und darum leicht zu erraten. Wählen Sie ein anderes.".into()
        }
        FieldError::MalformedCode => "Der Code hat sechs Ziffern.".into(),
        FieldError::WrongCode => "Dieser Code stimmt nicht oder ist abgelaufen. Es gilt der neueste.".into(),
        FieldError::WrongPassword => "Das ist nicht das Passwort, das Sie gewählt haben.".into(),
        FieldError::SameEmail => "Das ist bereits Ihre Adresse.".into(),
        FieldError::PasswordLeaked => {
            "Dieses Passwort stand in einem Datenleck einer anderen Website und ist leicht zu erraten. Wählen Sie ein anderes.".into()
        }
        FieldError::SamePassword => "Das ist Ihr bisheriges Passwort. Wählen Sie ein anderes.".into(),
        FieldError::WrongTotp => "Dieser Code stimmt nicht. Er wechselt alle 30 Sekunden, es gilt der neueste.".into(),
        FieldError::MalformedBackupCode => {
            "Ein Ersatzcode hat 16 Buchstaben und Ziffern: 3f7k-9m2p-x4tb-0qrs.".into()
        }
        FieldError::WrongBackupCode => {
            "Das ist keiner Ihrer Codes, oder er wurde schon benutzt. Versuchen Sie einen anderen.".into()
        }
        FieldError::NotOneLine => "Bitte in einer Zeile.".into(),
        FieldError::MalformedNumber => "Bitte eine ganze Zahl in Ziffern.".into(),
        FieldError::NumberTooSmall { min } => format!("Mindestens {min}.").into(),
        FieldError::NumberTooLarge { max } => format!("Höchstens {max}.").into(),
        FieldError::MalformedDate => "Bitte in dieser Form: 2026-11-25.".into(),
        FieldError::MalformedUrl => "Bitte in dieser Form: https://example.com.".into(),
        FieldError::NotAChoice => "Wählen Sie eines davon.".into(),
        FieldError::NotTicked => "Ohne dieses Häkchen geht es nicht weiter.".into(),
    }
}
