//! Users that nobody logged in as, for a host's unit tests.

use std::collections::BTreeMap;

use vestibule_core::{login_state::PropertyName, org::Role};
use vestibule_store::{Membership, OrgId};

use crate::User;

impl User {
    /// Somebody made up, for a test that calls a handler as a function. Their id is their address.
    ///
    /// ```
    /// # use vestibule_core::org::Role;
    /// # use vestibule_flows::User;
    /// let ada = User::fake("ada@example.org").with_org("o1", "Acme", Role::Admin).with_property("nickname", "Ada");
    /// assert!(ada.require_role("o1", Role::Member).is_ok());
    /// assert!(ada.require_role("o1", Role::Owner).is_err());
    /// assert_eq!(ada.property("nickname"), Some("Ada"));
    /// ```
    ///
    /// # Panics
    /// When it isn't an address.
    #[must_use]
    pub fn fake(email: &str) -> Self {
        let address = email.parse().expect("somebody made up has an address");
        Self { id: email.to_owned(), email: address, orgs: Vec::new(), properties: BTreeMap::new() }
    }

    /// The same, who belongs to an organisation.
    ///
    /// # Panics
    /// When it isn't a name.
    #[must_use]
    pub fn with_org(mut self, id: &str, name: &str, role: Role) -> Self {
        let name = name.parse().expect("an organisation made up has a name");
        self.orgs.push(Membership { org: OrgId(id.to_owned()), name, role });
        self
    }

    /// The same, who told something.
    #[must_use]
    pub fn with_property(mut self, name: &str, value: &str) -> Self {
        self.properties.insert(PropertyName(name.to_owned()), value.to_owned());
        self
    }
}
