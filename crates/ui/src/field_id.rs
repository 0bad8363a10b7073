//! Ids come from names, so that server and browser agree and a second request gets the same ones.

use std::borrow::Cow;

/// The ids of one field: its control and what describes it.
///
/// ```
/// # use vestibule_ui::FieldId;
/// const EMAIL: FieldId = FieldId::new("log-in", "email");
/// assert_eq!(EMAIL.control(), "log-in-email");
/// assert_eq!(EMAIL.message(), "log-in-email-message");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldId {
    form: &'static str,
    field: Cow<'static, str>,
}

impl FieldId {
    /// The ids of `field` in `form`; `field` is also the name that the control posts.
    #[must_use]
    pub const fn new(form: &'static str, field: &'static str) -> Self {
        Self { form, field: Cow::Borrowed(field) }
    }

    /// The ids of a field whose name comes from configuration. The name must be fit for an id: letters, digits, dashes
    /// and underscores.
    #[must_use]
    pub fn named(form: &'static str, field: &str) -> Self {
        Self { form, field: Cow::Owned(field.to_owned()) }
    }

    /// The name that the control posts.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.field
    }

    /// The id of the control.
    #[must_use]
    pub fn control(&self) -> String {
        format!("{}-{}", self.form, self.field)
    }

    /// The id of the hint.
    #[must_use]
    pub fn hint(&self) -> String {
        format!("{}-{}-hint", self.form, self.field)
    }

    /// The id of the message.
    #[must_use]
    pub fn message(&self) -> String {
        format!("{}-{}-message", self.form, self.field)
    }

    /// The id of the rule that a new password must meet.
    #[must_use]
    pub fn rule(&self) -> String {
        format!("{}-{}-rule", self.form, self.field)
    }

    /// The value of `aria-describedby`: what is there to describe the control, the message first.
    #[must_use]
    pub fn described_by(&self, has_hint: bool, has_message: bool) -> Option<String> {
        match (has_message, has_hint) {
            (true, true) => Some(format!("{} {}", self.message(), self.hint())),
            (true, false) => Some(self.message()),
            (false, true) => Some(self.hint()),
            (false, false) => None,
        }
    }
}
