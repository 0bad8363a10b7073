//! A form as it was found on a page.

/// A form that was found on a page, with what it would post as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Where it posts.
    pub action: String,
    /// The names and values that it posts, in order.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// Types a value into a field.
    ///
    /// # Panics
    /// When the form has no such field: [`with`](Self::with) adds one that nobody drew.
    #[must_use]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let names: Vec<_> = self.fields.iter().map(|(name, _)| name.clone()).collect();
        let field = self.fields.iter_mut().find(|(key, _)| key == name);
        let field = field.unwrap_or_else(|| panic!("no field {name:?} among {names:?}"));
        value.clone_into(&mut field.1);
        self
    }

    /// Adds a field, even a second one of the same name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a field out.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(key, _)| key != name);
        self
    }

    /// The value of a field as it stands.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The body that it posts.
    #[must_use]
    pub fn encode(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }
}
