//! Who a `User` is.

use vestibule::{User, core::org::Role};

use crate::host::{Host, asks_for_both, walk};

/// The id of the first organisation that `/session` tells.
fn org_id(session: &str) -> &str {
    let (_, rest) = session.split_once(r#""orgs":[{"id":""#).unwrap_or_else(|| panic!("no organisation in {session}"));
    rest.split('"').next().expect("an id ends")
}

#[tokio::test]
async fn a_handler_asks_what_somebody_is_in_an_organisation() {
    let host = Host::with(asks_for_both).await;
    let (ada, bob) = (host.stranger(), host.stranger());
    walk(&host, &ada, "Acme").await;
    walk(&host, &bob, "Bebop").await;
    let session = ada.browser.get("/auth/session").await.text();
    let path = format!("/orgs/{}/bills", org_id(&session));
    let bills = ada.browser.get(&path).await;
    assert_eq!((bills.status, bills.text().as_str()), (200, "bills of Acme"));
    let theirs = bob.browser.get(&path).await;
    let nobodys = bob.browser.get("/orgs/nowhere/bills").await;
    assert_eq!((theirs.status, theirs.text()), (403, String::new()));
    assert_eq!(
        (nobodys.status, nobodys.text()),
        (403, String::new()),
        "what isn't theirs and what isn't there look alike"
    );
    let anonymous = host.browser().get(&path).await;
    assert_eq!(anonymous.status, 303, "who isn't logged in is asked to");
}

#[tokio::test]
async fn a_script_is_told_organisations_and_properties() {
    let host = Host::with(asks_for_both).await;
    let nobody = r#"{"state":"LoginRequired","needs":"/auth/login","user":null,"expires_at":null}"#;
    assert_eq!(host.browser().get("/auth/session").await.text(), nobody);
    let ada = host.stranger();
    ada.sign_up().await;
    ada.confirm_by_code(&host.mailbox).await;
    let halfway = ada.browser.get("/auth/session").await.text();
    let nothing_yet = r#"{"state":"UserMissingRequiredProperties","needs":"/auth/properties","user":null,"#;
    assert!(halfway.starts_with(nothing_yet), "{halfway}");
    let bob = host.stranger();
    walk(&host, &bob, "Bebop").await;
    let session = bob.browser.get("/auth/session").await.text();
    let told = format!(
        r#","email":"{}","orgs":[{{"id":"{}","name":"Bebop","role":"owner"}}],"properties":{{"nickname":"Ada"}}}},"expires_at":""#,
        bob.email,
        org_id(&session)
    );
    assert!(session.starts_with(r#"{"state":"LoggedIn","needs":null,"user":{"id":""#), "{session}");
    assert!(session.contains(&told), "{session}");
}

#[test]
fn an_organisation_is_found_by_its_id_and_by_a_name_that_is_one() {
    let ada = User::fake("ada@example.org")
        .with_org("o1", "Acme", Role::Admin)
        .with_org("o2", "Bebop", Role::Member)
        .with_org("o3", "ACME ", Role::Owner)
        .with_property("nickname", "Ada");
    let ids: Vec<&str> = ada.orgs().iter().map(|membership| membership.org.0.as_str()).collect();
    assert_eq!(ids, ["o1", "o2", "o3"]);
    let acme = ada.get_org("o1").expect("hers");
    assert!(acme.is_role(Role::Admin) && !acme.is_role(Role::Member));
    assert!(acme.is_at_least_role(Role::Member) && !acme.is_at_least_role(Role::Owner));
    assert_eq!(ada.get_org_by_name(" bebop").map(|membership| membership.role), Some(Role::Member));
    assert_eq!(ada.get_org_by_name("Acme"), None, "two are called so");
    assert_eq!((ada.get_org("o4"), ada.get_org_by_name("Cello"), ada.get_org_by_name("")), (None, None, None));
    assert_eq!((ada.property("nickname"), ada.property("age")), (Some("Ada"), None));
    assert_eq!(ada.require_role("o2", Role::Member).map(|membership| membership.role), Ok(Role::Member));
    assert!(ada.require_role("o2", Role::Admin).is_err() && ada.require_role("o4", Role::Member).is_err());
}
