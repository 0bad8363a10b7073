//! The key `registry`: whether our sources are offered to be copied.

use super::{ConfigError, settings::Settings};

/// Whether this build has them.
const CARRIED: bool = cfg!(feature = "registry");

/// What is asked for; in development what there is.
pub(super) fn read(settings: &Settings, development: bool) -> Result<bool, ConfigError> {
    match settings.flag("registry")? {
        Some(true) if !CARRIED => {
            let how = "this build carries no sources: turn on the feature `registry` of the crate `vestibule`";
            Err(ConfigError::new("registry", how))
        }
        asked => Ok(asked.unwrap_or(development && CARRIED)),
    }
}
