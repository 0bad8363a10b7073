// Who is logged in at this browser, for your own pages: import it from `client.js` below the mount.
//
//   session()     Where the visitor stands, as `GET /session` tells it. Asking doesn't keep the session alive.
//   onChange(fn)  Calls `fn(session)` when somebody has logged in or out, or when what is known of them has changed: in
//                 this tab, in another one, or while nobody looked. Answers a function that ends it.
//   logOut()      Logs out here and in every tab, and goes to the page that follows.
//
// It decides nothing: what isn't for everybody is kept by the server.

const at = (route) => new URL(route, import.meta.url);

// Two mounts on one site have a channel each.
const tabs = new BroadcastChannel(`vestibule:${at(".").pathname}`);
const listeners = new Set();
let known;
let turn = Promise.resolve();

// One question after the other, so that no late answer takes the place of a newer one.
const look = (tell) => (turn = turn.catch(() => {}).then(() => ask(tell)));

async function ask(tell) {
  const answer = await fetch(at("session?peek"), { cache: "no-store" });
  if (!answer.ok) throw new Error(`/session answered ${answer.status}`);
  const session = await answer.json();
  // The time at which it ends moves with every use.
  const now = JSON.stringify([session.state, session.user]);
  const before = known;
  known = now;
  if (now !== before && tell) tabs.postMessage(now);
  if (now !== before && before) for (const listener of listeners) queueMicrotask(() => listener(session));
  return session;
}

// A tab that can't ask has learned nothing.
const lookAgain = (tell) => (known || listeners.size) && look(tell).catch(() => {});

// Whoever hears of it asks, and tells nobody: a change goes through the tabs once.
tabs.onmessage = ({ data }) => data !== known && lookAgain(false);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && lookAgain(true));
addEventListener("pageshow", ({ persisted }) => persisted && lookAgain(true));

export const session = () => look(true);

export function onChange(listener) {
  listeners.add(listener);
  if (!known) look(true).catch(() => {});
  return () => listeners.delete(listener);
}

export async function logOut() {
  const page = await (await fetch(at("logout"))).text();
  const token = new DOMParser().parseFromString(page, "text/html").querySelector("[name=form_token]");
  const body = new URLSearchParams({ form_token: token?.value ?? "" });
  // What was taken leads on; where to is the host's, and may be a page that no script can read.
  const answer = await fetch(at("logout"), { method: "POST", body }).catch(() => undefined);
  const { state } = await look(true);
  if (state !== "LoginRequired") throw new Error(`/logout answered ${answer?.status}`);
  location.assign(answer?.redirected ? answer.url : at("login?notice=logged-out"));
}
