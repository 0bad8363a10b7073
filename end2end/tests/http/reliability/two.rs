//! Two processes on one database.

use vestibule_testing::Server;

use crate::{
    crowd::{Shot, at_once},
    house::{House, path_of, rounds, session_of},
};

const SECRET: &str = "pDrzYLvFqdp5Q2lJ4cUzMW1nTlGSqhwhOHkDkXcWxnI=";

/// A house, and a second server that shares everything with its first.
async fn two() -> (House, Server) {
    let house = House::with(|server| server.set("secret", SECRET).base_url("http://localhost:3999")).await;
    let database = format!("sqlite:{}", house.server.folder().join("vestibule.db").display());
    let second = Server::builder().mailbox(&house.mailbox).set("secret", SECRET).base_url("http://localhost:3999");
    let second = second.set("database", &database).start().await;
    (house, second)
}

#[tokio::test]
async fn q_10_one_link_pressed_at_two_servers_confirms_once() {
    let (house, second) = two().await;
    for round in 0..rounds(50) {
        let person = house.stranger();
        person.sign_up().await;
        let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
        let form = person.browser.form(&path, "confirm-email").await;
        let mut shots = Vec::new();
        for _ in 0..100 {
            for server in [&house.server, &second] {
                shots.push(Shot::new(server, house.address(), &person.browser, &form));
            }
        }
        let answers = at_once(shots).await;
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 410)), "round {round}");
        let sessions: Vec<String> = answers.iter().filter_map(session_of).collect();
        assert_eq!(sessions.len(), 1, "round {round}");
        for server in [&house.server, &second] {
            let browser = server.client_from(house.address());
            browser.set_cookie("session", &sessions[0]);
            assert_eq!(browser.get("/").await.status, 200, "round {round}");
        }
    }
}

#[tokio::test]
async fn q_10_a_log_out_at_one_server_counts_at_the_other() {
    let (house, second) = two().await;
    let person = house.person().await;
    let there = person.elsewhere(house.copy_to(&second, &person.browser));
    assert!(there.is_logged_in().await);
    person.log_out().await;
    assert!(!there.is_logged_in().await);
}

#[tokio::test]
async fn r_08_two_servers_count_together() {
    let (house, second) = two().await;
    let person = house.person().await;
    let mut shots = Vec::new();
    for _ in 0..50 {
        for server in [&house.server, &second] {
            let address = house.address();
            let browser = server.client_from(address);
            let form = browser.form("/login", "log-in").await.fill("email", &person.email);
            let form = form.fill("password", "not the right one at all");
            shots.push(Shot::new(server, address, &browser, &form));
        }
    }
    let answers = at_once(shots).await;
    let evaluated = answers.iter().filter(|answer| answer.status == 422).count();
    assert!((1..=7).contains(&evaluated), "{evaluated} of 100 guesses were looked at");
}
