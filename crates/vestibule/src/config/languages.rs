//! The languages that a host offers, in its order.

use vestibule_words::Language;

use super::{ConfigError, settings::Settings};

/// Reads the key `languages`; without it everything is in English.
pub(super) fn read(settings: &Settings) -> Result<Vec<Language>, ConfigError> {
    let mut languages = Vec::new();
    for tag in settings.list("languages") {
        let language = Language::from_tag(&tag).ok_or_else(|| {
            let known = Language::ALL.map(Language::tag).join(", ");
            ConfigError::new("languages", format!("{tag} is none that we speak: {known}"))
        })?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    Ok(if languages.is_empty() { vec![Language::default()] } else { languages })
}
