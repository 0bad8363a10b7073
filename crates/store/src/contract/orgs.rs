//! Organisations: ways in that are open to a proven address alone, and places that are taken once.

use time::Duration;
use vestibule_core::org::{DomainRule, OrgName, Role};

use crate::{AccountId, Demand, InvitationKey, Joining, NewInvitation, NewOrg, OrgId, Sealed, Store};

use super::{
    Doors,
    fixtures::{email, link, person, race, start},
};

pub(super) async fn check(open: &impl AsyncFn() -> Doors) {
    a_domain_belongs_to_one_organisation(open().await).await;
    only_a_proven_address_opens_a_way(open().await).await;
    an_invitation_is_accepted_once_by_whom_it_is_for(open().await).await;
    the_last_place_is_taken_once(open().await).await;
    asking_is_not_belonging(open().await).await;
    who_asked_is_let_in_once(open().await).await;
    a_full_organisation_lets_nobody_in(open().await).await;
    an_invitation_raises_a_role_and_lowers_none(open().await).await;
}

fn name(raw: &str) -> OrgName {
    raw.parse().expect("the checks spell names right")
}

pub(super) fn org(id: &str, rule: Option<DomainRule>, max_members: Option<u32>) -> NewOrg {
    NewOrg {
        id: OrgId(id.to_owned()),
        name: name(id),
        max_members,
        domains: rule.map(|rule| ("example.org".to_owned(), rule)).into_iter().collect(),
        owner: None,
        now: start(),
    }
}

pub(super) fn invitation(number: u8, to: &str) -> NewInvitation {
    NewInvitation {
        id: format!("i{number}"),
        link: link(number),
        org: OrgId("acme".to_owned()),
        email: email(to),
        role: Role::Admin,
        inviter: None,
        now: start(),
        expires_at: start() + Duration::days(7),
        letter: Sealed(vec![number]),
    }
}

async fn accept(store: &dyn Store, number: u8, account: &AccountId) -> Joining {
    let key = InvitationKey::Link(link(number));
    store.accept_invitation(&key, account, start()).await.expect("write")
}

async fn a_domain_belongs_to_one_organisation(doors: Doors) {
    let made = race(&doors, 10, |store, number| {
        let org = org(&format!("org{number}"), Some(DomainRule::Join), None);
        Box::pin(async move { store.create_org(org).await.expect("write") })
    });
    assert_eq!(made.await.into_iter().filter(|made| *made).count(), 1);
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    assert_eq!(store.ways_in(&id, start()).await.expect("read").matches.len(), 1);
    let own = NewOrg { owner: Some(id.clone()), ..org("own", None, None) };
    assert!(store.create_org(own).await.expect("write"));
    let belongs = store.orgs_of(&id).await.expect("read");
    assert_eq!(belongs.iter().map(|member| member.role).collect::<Vec<_>>(), [Role::Owner]);
    assert_eq!(store.orgs_by_name(&name(" OWN ")).await.expect("read").len(), 1, "however it is spelled");
    assert_eq!(store.account(&id).await.expect("read").expect("the account is there").organisations, 1);
}

async fn only_a_proven_address_opens_a_way(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    let near = person(store, 2, "ada@notexample.org").await.id;
    assert!(store.create_org(org("acme", Some(DomainRule::Join), None)).await.expect("write"));
    store.invite(invitation(1, "ada@example.org")).await.expect("write");
    let ways = store.ways_in(&near, start()).await.expect("read");
    assert!(ways.matches.is_empty() && ways.invitations.is_empty(), "a domain is compared whole");
    store.demand(&email("ada@example.org"), Demand::ConfirmedEmail).await.expect("write");
    let ways = store.ways_in(&id, start()).await.expect("read");
    assert!(ways.matches.is_empty() && ways.invitations.is_empty(), "nothing without proof (P-12)");
    assert_eq!(accept(store, 1, &id).await, Joining::Gone);
    let acme = OrgId("acme".to_owned());
    assert_eq!(store.join_by_domain(&acme, &id, start()).await.expect("write"), Joining::Gone);
}

async fn an_invitation_is_accepted_once_by_whom_it_is_for(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    let other = person(store, 2, "bob@example.org").await.id;
    assert!(store.create_org(org("acme", None, None)).await.expect("write"));
    store.invite(invitation(1, "Ada@Example.org")).await.expect("write");
    store.invite(invitation(2, "ada@example.org")).await.expect("write");
    assert!(store.invitation(link(1), start()).await.expect("read").is_none(), "a new one ends the one before it");
    assert_eq!(accept(store, 2, &other).await, Joining::Gone, "it is for somebody else (O-05)");
    let late = start() + Duration::days(7);
    assert!(store.invitation(link(2), late).await.expect("read").is_none(), "it ends");
    let joined = race(&doors, 20, |store, _| {
        let id = id.clone();
        Box::pin(async move { accept(store, 2, &id).await })
    });
    assert_eq!(joined.await.into_iter().filter(|joined| *joined == Joining::Done).count(), 1, "once (O-06)");
    assert_eq!(store.orgs_of(&id).await.expect("read")[0].role, Role::Admin);
    assert!(store.invitation(link(2), start()).await.expect("read").is_some_and(|found| found.accepted));
}

async fn the_last_place_is_taken_once(doors: Doors) {
    let store = doors[0].as_ref();
    assert!(store.create_org(org("acme", Some(DomainRule::Join), Some(2))).await.expect("write"));
    let mut people = Vec::new();
    for number in 1..=6 {
        people.push(person(store, number, &format!("person{number}@example.org")).await.id);
    }
    let joined = race(&doors, 6, |store, number| {
        let (acme, id) = (OrgId("acme".to_owned()), people[usize::from(number)].clone());
        Box::pin(async move { store.join_by_domain(&acme, &id, start()).await.expect("write") })
    });
    let joined = joined.await;
    let count = |what| joined.iter().filter(|joined| **joined == what).count();
    assert_eq!((count(Joining::Done), count(Joining::Full)), (2, 4));
}

async fn asking_is_not_belonging(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    let acme = OrgId("acme".to_owned());
    assert!(store.create_org(org("acme", Some(DomainRule::Ask), None)).await.expect("write"));
    assert_eq!(store.join_by_domain(&acme, &id, start()).await.expect("write"), Joining::Gone, "joining isn't offered");
    assert_eq!(store.ask_to_join(&acme, &id, start()).await.expect("write"), Joining::Done);
    assert_eq!(store.ask_to_join(&acme, &id, start()).await.expect("write"), Joining::Done, "twice is once");
    let ways = store.ways_in(&id, start()).await.expect("read");
    assert_eq!((ways.matches.len(), ways.requests.len()), (0, 1));
    assert!(store.orgs_of(&id).await.expect("read").is_empty());
    let askers = store.askers(&acme).await.expect("read");
    assert_eq!((askers.len(), &askers[0].account, askers[0].since), (1, &id, start()));
    assert!(store.cancel_request(&acme, &id).await.expect("write"));
    assert!(!store.cancel_request(&acme, &id).await.expect("write"), "once");
    assert_eq!(store.ways_in(&id, start()).await.expect("read").matches.len(), 1, "it can be asked again");
}

async fn a_full_organisation_lets_nobody_in(doors: Doors) {
    let store = doors[0].as_ref();
    let id = person(store, 1, "ada@example.org").await.id;
    let acme = OrgId("acme".to_owned());
    let own = NewOrg { owner: Some(id.clone()), ..org("own", None, Some(0)) };
    assert!(!store.create_org(own).await.expect("write"), "none without its owner");
    assert!(store.orgs_by_name(&name("own")).await.expect("read").is_empty());
    assert!(store.create_org(org("acme", Some(DomainRule::Ask), Some(0))).await.expect("write"));
    assert!(store.ways_in(&id, start()).await.expect("read").matches[0].full);
    assert_eq!(store.ask_to_join(&acme, &id, start()).await.expect("write"), Joining::Full);
    store.invite(invitation(1, "ada@example.org")).await.expect("write");
    assert_eq!(accept(store, 1, &id).await, Joining::Full);
    let waits = store.invitation(link(1), start()).await.expect("read").expect("it waits on");
    assert!(waits.full && !waits.accepted, "what failed spent nothing");
}

async fn an_invitation_raises_a_role_and_lowers_none(doors: Doors) {
    let store = doors[0].as_ref();
    let ada = person(store, 1, "ada@example.org").await.id;
    let bob = person(store, 2, "bob@example.org").await.id;
    let acme = NewOrg { owner: Some(bob.clone()), ..org("acme", Some(DomainRule::Join), None) };
    assert!(store.create_org(acme).await.expect("write"));
    assert_eq!(store.join_by_domain(&OrgId("acme".to_owned()), &ada, start()).await.expect("write"), Joining::Done);
    for (number, id, to, role) in [(1, &ada, "ada@example.org", Role::Admin), (2, &bob, "bob@example.org", Role::Owner)]
    {
        store.invite(invitation(number, to)).await.expect("write");
        let key = InvitationKey::Id(format!("i{number}"));
        assert_eq!(store.accept_invitation(&key, id, start()).await.expect("write"), Joining::Done);
        assert_eq!(store.orgs_of(id).await.expect("read")[0].role, role, "{to}");
    }
}

async fn who_asked_is_let_in_once(doors: Doors) {
    let store = doors[0].as_ref();
    let [ada, bob] = [person(store, 1, "ada@example.org").await.id, person(store, 2, "bob@example.org").await.id];
    let acme = OrgId("acme".to_owned());
    assert!(store.create_org(org("acme", Some(DomainRule::Ask), Some(1))).await.expect("write"));
    let admit = async |id: &AccountId| store.admit(&acme, id, Sealed(vec![9]), start()).await.expect("write");
    assert_eq!(admit(&ada).await, Joining::Gone, "nobody is let in who didn't ask");
    for id in [&ada, &bob] {
        assert_eq!(store.ask_to_join(&acme, id, start()).await.expect("write"), Joining::Done);
    }
    store.demand(&email("ada@example.org"), Demand::ConfirmedEmail).await.expect("write");
    assert_eq!(admit(&ada).await, Joining::Gone, "whose address isn't proven any more (P-12)");
    let letters = store.due_letters(start(), start(), 99).await.expect("write").len();
    assert_eq!((admit(&bob).await, admit(&bob).await), (Joining::Done, Joining::Gone));
    let told = store.due_letters(start(), start(), 99).await.expect("write").len() - letters;
    assert_eq!((told, store.orgs_of(&bob).await.expect("read").len()), (1, 1), "and told, once");
    assert_eq!(store.askers(&acme).await.expect("read").len(), 1, "Ada waits on");
}
