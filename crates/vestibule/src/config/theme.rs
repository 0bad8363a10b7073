//! The look that a host chose: one of ours by its name, or a folder.

use std::path::Path;

use vestibule_theme::Theme;

use super::{ConfigError, settings::Settings};

/// Reads the key `theme`. Foyer is how the pages look anyway.
pub(super) fn read(settings: &Settings) -> Result<Option<Theme>, ConfigError> {
    let Some(theme) = settings.text("theme").filter(|theme| *theme != "foyer") else { return Ok(None) };
    if let Some(ours) = Theme::built_in(theme) {
        return Ok(Some(ours));
    }
    Theme::read(Path::new(theme)).map(Some).map_err(|error| ConfigError::new("theme", error.sentence()))
}
