//! The line to a browser: it is told one thing after another, each as JSON with a zero behind it, and answers.

use std::time::Duration;

use anyhow::{Context, bail};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::{ChildStdin, ChildStdout},
    time::timeout,
};

/// A browser that answers nothing for so long has given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A line to a running browser.
pub(super) struct Wire {
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
    last: u64,
}

/// A page of its own, which shares nothing with any other.
pub(super) struct Tab {
    wire: Wire,
    session: String,
}

/// What a browser says: an answer, or news that nobody asked for.
#[derive(Deserialize)]
struct Said {
    id: Option<u64>,
    #[serde(default)]
    result: Value,
    error: Option<Value>,
}

impl Wire {
    pub(super) fn new(asks: ChildStdin, answers: ChildStdout) -> Self {
        Self { asks, answers: BufReader::new(answers), last: 0 }
    }

    async fn ask(&mut self, session: Option<&str>, method: &str, parameters: Value) -> anyhow::Result<Value> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.asks.write_all(&[serde_json::to_vec(&message)?, vec![0]].concat()).await?;
        self.asks.flush().await?;
        loop {
            let mut said = Vec::new();
            let read = timeout(PATIENCE, self.answers.read_until(0, &mut said)).await;
            if read.with_context(|| format!("the browser fell silent at {method}"))?? == 0 {
                bail!("the browser ended at {method}");
            }
            let said: Said = serde_json::from_slice(said.strip_suffix(&[0]).unwrap_or(&said))?;
            if said.id != Some(self.last) {
                continue;
            }
            return match said.error {
                Some(error) => bail!("{method}: {error}"),
                None => Ok(said.result),
            };
        }
    }
}

impl Tab {
    /// Opens an empty page as wide and high as that, in which `before` runs before every page's own script.
    pub(super) async fn open(mut wire: Wire, [width, height]: [u32; 2], before: &str) -> anyhow::Result<Self> {
        let text = |answer: &Value, key: &str| answer[key].as_str().unwrap_or_default().to_owned();
        let context = text(&wire.ask(None, "Target.createBrowserContext", json!({})).await?, "browserContextId");
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let target = text(&wire.ask(None, "Target.createTarget", target).await?, "targetId");
        let session = json!({ "targetId": target, "flatten": true });
        let session = text(&wire.ask(None, "Target.attachToTarget", session).await?, "sessionId");
        let mut tab = Self { wire, session };
        tab.ask("Page.enable", json!({})).await?;
        // What measures is no script of the page's.
        tab.ask("Page.setBypassCSP", json!({ "enabled": true })).await?;
        tab.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": before })).await?;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        tab.ask("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(tab)
    }

    async fn ask(&mut self, method: &str, parameters: Value) -> anyhow::Result<Value> {
        self.wire.ask(Some(&self.session), method, parameters).await
    }

    /// Goes to an address.
    pub(super) async fn go(&mut self, address: &str) -> anyhow::Result<()> {
        let answer = self.ask("Page.navigate", json!({ "url": address })).await?;
        match answer["errorText"].as_str() {
            Some(error) => bail!("{address}: {error}"),
            None => Ok(()),
        }
    }

    /// What a script comes to in the page.
    pub(super) async fn run<T: DeserializeOwned>(&mut self, script: &str) -> anyhow::Result<T> {
        let script = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let answer = self.ask("Runtime.evaluate", script).await?;
        match answer.get("exceptionDetails") {
            Some(thrown) => bail!("{}", thrown["exception"]["description"].as_str().unwrap_or("a script failed")),
            None => Ok(serde_json::from_value(answer["result"]["value"].clone())?),
        }
    }

    /// The whole page as a PNG in Base64.
    pub(super) async fn picture(&mut self) -> anyhow::Result<String> {
        let page = self.ask("Page.getLayoutMetrics", json!({})).await?;
        let [width, height] = ["width", "height"].map(|side| page["cssContentSize"][side].clone());
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.ask("Page.captureScreenshot", shot).await?;
        answer["data"].as_str().map(str::to_owned).context("the browser took no picture")
    }
}
