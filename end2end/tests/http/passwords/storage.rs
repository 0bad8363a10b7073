//! What is left of a password in the database.

use std::{collections::BTreeSet, fs};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use vestibule_testing::{Person, Server, Signal};

use crate::house::{House, session_of};

/// The hash with today's least parameters.
const CURRENT: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

/// The length of such a hash: parameters, 16 bytes of salt, 32 bytes of hash.
const LENGTH: usize = CURRENT.len() + 22 + 1 + 43;

/// Every password hash in the database and its log.
fn hashes(server: &Server) -> BTreeSet<String> {
    let stored = server.stored_bytes();
    let starts = stored.windows(8).enumerate().filter(|(_, bytes)| bytes.starts_with(b"$argon2")).map(|(at, _)| at);
    let texts = starts.map(|at| String::from_utf8_lossy(&stored[at..stored.len().min(at + LENGTH)]).into_owned());
    // What is left of pages that were written over is no hash any more.
    let is_whole = |text: &String| {
        text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"$=,+/".contains(&byte))
    };
    texts.filter(is_whole).collect()
}

#[tokio::test]
async fn p_08_hashes_are_slow_and_salted() {
    let house = House::open().await;
    let first = house.person().await;
    let second = Person { password: first.password.clone(), ..house.stranger() };
    house.admit(&second).await;
    let hashes = hashes(&house.server);
    assert!(hashes.iter().all(|hash| hash.starts_with(CURRENT)), "{hashes:?}");
    let salts: BTreeSet<&str> = hashes.iter().filter_map(|hash| hash.split('$').nth(4)).collect();
    assert!(hashes.len() >= 2 && salts.len() == hashes.len(), "one password, two salts: {hashes:?}");
    assert!(salts.iter().all(|salt| salt.len() == 22), "128 bits: {salts:?}");
}

/// A hash of the same length that was made when less was asked for.
fn dated(password: &str) -> String {
    let params = Params::new(12_288, 2, 1, None).expect("within argon2's bounds");
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon.hash_password_with_salt(password.as_bytes(), b"sixteen bytes sa").expect("valid");
    hash.to_string()
}

#[tokio::test]
async fn p_08_a_dated_hash_is_renewed_by_its_owner() {
    let mut house = House::open().await;
    let person = house.person().await;
    house.server.stop(Signal::Terminate).await;
    let (new, old) = (hashes(&house.server).pop_first().expect("one account"), dated(&person.password));
    let file = house.server.folder().join("vestibule.db");
    fs::write(&file, replace(&fs::read(&file).expect("a database"), new.as_bytes(), old.as_bytes())).expect("ours");
    house.server.restart().await;
    assert!(hashes(&house.server).contains(&old));

    let wrong = person.elsewhere(house.browser()).log_in_with("velvet otter and nothing else").await;
    assert_eq!(session_of(&wrong), None);
    assert!(hashes(&house.server).iter().all(|hash| !hash.starts_with(CURRENT)), "only the right password renews it");
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some());
    assert!(hashes(&house.server).iter().any(|hash| hash.starts_with(CURRENT)), "{:?}", hashes(&house.server));
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some());
}

/// The same bytes, with one text in place of another of the same length: `SQLite` keeps no sum of a page.
fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(from.len()).position(|window| window == from) {
        bytes[at + found..at + found + to.len()].copy_from_slice(to);
        at += found + to.len();
    }
    bytes
}
