//! Items of elsewhere.

use std::time::Duration;

use anyhow::{Context, ensure};
use ureq::{Agent, Proxy, http::Uri};
use vestibule::registry::MAX_BYTES;

/// What waits longer than this doesn't come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Fetches an item. It becomes code of somebody's: nobody on the way may change it, so without encryption it comes from
/// this machine alone, and it comes from the address that was named or not at all.
pub(super) fn fetch(address: &str) -> anyhow::Result<String> {
    let uri: Uri = address.parse().context("that is no address")?;
    let is_near = matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let is_safe = uri.scheme_str() == Some("https") || uri.scheme_str() == Some("http") && is_near;
    ensure!(is_safe, "only https, or http on this machine");
    // A proxy is for what is far.
    let proxy = if is_near { None } else { Proxy::try_from_env() };
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).proxy(proxy);
    let agent: Agent = config.build().into();
    let mut answer = agent.get(uri).call()?;
    ensure!(answer.status() == 200, "the answer is {}", answer.status());
    let most = u64::try_from(MAX_BYTES).expect("it is no such number");
    Ok(answer.body_mut().with_config().limit(most).read_to_string()?)
}

#[cfg(test)]
mod tests {
    use super::fetch;

    #[test]
    fn only_what_nobody_can_change_on_its_way_is_fetched() {
        for bad in [
            "http://example.com/r/log-in.json",
            "http://localhost.example.com/",
            "ftp://localhost/",
            "file:///etc/passwd",
        ] {
            let error = fetch(bad).expect_err("it is refused").to_string();
            assert!(error.contains("only https") || error.contains("no address"), "{bad}: {error}");
        }
    }
}
