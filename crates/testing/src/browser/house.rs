//! What a test lives in.

use super::{Browser, Gate, Script, Wasm};
use crate::{Mailbox, Server, ServerBuilder};

/// A server, a mailbox and a browser, all of one test alone.
pub struct House {
    /// The browser.
    pub browser: Browser,
    /// What stands in front of the server.
    pub gate: Gate,
    /// The server.
    pub server: Server,
    /// Where its mail goes.
    pub mailbox: Mailbox,
}

impl House {
    /// Opens a house, walks through it and closes it.
    ///
    /// # Panics
    /// When the walk does, and when the browser's console isn't clean at its end.
    pub async fn run(script: Script, walk: impl AsyncFnOnce(&Self)) {
        Self::run_with(script, |server| server, walk).await;
    }

    /// As [`run`](Self::run), with a word to the server before it starts: a host names its own program here.
    ///
    /// # Panics
    /// When the walk does, and when the browser's console isn't clean at its end.
    pub async fn run_with(
        script: Script,
        choose: impl FnOnce(ServerBuilder) -> ServerBuilder,
        walk: impl AsyncFnOnce(&Self),
    ) {
        let gate = Gate::build(if script == Script::WasmMissing { Wasm::Missing } else { Wasm::Passes }).await;
        let mailbox = Mailbox::open().await;
        let server = choose(Server::builder().mailbox(&mailbox).behind(gate.port())).start().await;
        gate.lead_to(server.address());
        let browser = server.browser(script).await;
        let house = Self { browser, gate, server, mailbox };
        walk(&house).await;
        house.browser.close().await;
    }
}
