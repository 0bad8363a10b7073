//! How long a page takes until it is painted and until it is hydrated, for servers side by side.
//!
//! ```text
//! cargo run -p vestibule-end2end --example hydration_time -- islands=http://localhost:3100 whole=http://localhost:3200
//! ```
//!
//! Every page is loaded with an empty cache, the servers in turn, so that a machine that slows down slows all of them.
//! Printed are medians in milliseconds, as rows of a Markdown table.

use serde::Deserialize;
use serde_json::json;
use vestibule_testing::browser::{Browser, Script};

/// Loads of each page, after one that isn't counted.
const ROUNDS: usize = 9;

/// Three screens: few fields, a code, two fields with hints.
const PAGES: [(&str, &str); 3] =
    [("log-in", "/login"), ("code entry", "/gallery/sign-up-sent/just-sent"), ("sign-up", "/signup")];

/// Runs before the page's own script and notes when that is done.
const STOPWATCH: &str = "document.addEventListener('auth:ready', () => { window.readyAt = performance.now(); });";

/// What a page tells about its load, in milliseconds.
#[derive(Deserialize)]
struct Times {
    paint: f64,
    ready: f64,
}

#[tokio::main]
async fn main() {
    let servers: Vec<(String, String)> = std::env::args()
        .skip(1)
        .map(|argument| {
            let (name, url) = argument.split_once('=').expect("servers are given as NAME=URL");
            (name.to_owned(), url.to_owned())
        })
        .collect();
    println!("| page | CPU | server | first paint | hydrated |\n| --- | --- | --- | --- | --- |");
    for (script, cpu) in [(Script::On, "as it is"), (Script::OnSlowly, "4 times slower")] {
        let browser = Browser::open(script, "http://localhost").await;
        browser.developer("Page.addScriptToEvaluateOnNewDocument", json!({ "source": STOPWATCH })).await;
        browser.developer("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        for (page, path) in PAGES {
            for (name, times) in measure(&browser, &servers, path).await {
                let (paint, ready) = (median(&times, |times| times.paint), median(&times, |times| times.ready));
                println!("| {page} | {cpu} | {name} | {paint:.0} | {ready:.0} |");
            }
        }
        browser.close().await;
    }
}

async fn measure(browser: &Browser, servers: &[(String, String)], path: &str) -> Vec<(String, Vec<Times>)> {
    let mut all: Vec<_> = servers.iter().map(|(name, _)| (name.clone(), Vec::new())).collect();
    for round in 0..=ROUNDS {
        for ((_, url), (_, times)) in servers.iter().zip(&mut all) {
            browser.goto(&format!("{url}{path}")).await;
            let loaded = browser.until("a hydrated page", async || browser.evaluate(READ).await).await;
            if round > 0 {
                times.push(loaded);
            }
        }
    }
    all
}

/// Both times, once both are there.
const READ: &str = "
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint && window.readyAt ? { paint: paint.startTime, ready: window.readyAt } : null;";

fn median(times: &[Times], read: impl Fn(&Times) -> f64) -> f64 {
    let mut values: Vec<f64> = times.iter().map(read).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
