// Starts a page. `cargo xtask site` puts this behind the glue that wasm-bindgen makes, in the same file: one script, one
// nonce, one request before the wasm. `start` loads the wasm, `islands` are its exported functions by name, `wasm` is its
// address.
//
// The page works without any of this, so a failure is nobody's business but the developer's, whose network panel shows
// it: nothing is thrown, nothing is logged, nothing is marked as hydrated.
export async function boot(start, islands, wasm) {
  // A page that the browser kept may show somebody who has logged out since (S-11): the server says who is here now.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  // The page after a log-out tells a host's pages in other tabs, which then ask who is here (client.js).
  if (location.search === "?notice=logged-out") {
    new BroadcastChannel(`vestibule:${new URL("../..", wasm).pathname}`).postMessage("");
  }
  try {
    await start({ module_or_path: wasm });
    islands.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) {
      islands[island.dataset.component]?.(island);
    }
    document.documentElement.dataset.hydrated = "";
    // For hosts' scripts and tests, which hear it on the document or the window and find the mark set.
    document.dispatchEvent(new Event("auth:ready", { bubbles: true }));
  } catch {
    // Leave the page as the server sent it.
  }
}
