// Follows a theme that is being written: a new stylesheet takes the place of the old one once it is there, so what was
// typed stays typed; only other markup loads the page anew. What is wrong is said in a bar, and the last good look stays.

const script = document.currentScript;
const { live, markup } = script.dataset;

const bar = document.createElement("div");
bar.setAttribute("role", "status");
bar.style.cssText =
  "all:initial;position:fixed;inset:auto 0 0;z-index:2147483647;padding:12px 16px;background:#8c1d18;color:#fff;" +
  "font:600 14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere";

const say = (problem) => {
  bar.textContent = problem ?? "";
  if (problem) document.body.append(bar);
  else bar.remove();
};

const swap = (folder) => {
  // The one that is seen, and those that were saved over before they came.
  const [old, ...late] = document.querySelectorAll("link[rel=stylesheet][href*='/assets/']");
  late.forEach((link) => link.remove());
  const href = new URL(folder + old.href.split("/").pop(), old.href).href;
  if (old.href === href) return;
  const link = old.cloneNode();
  link.href = href;
  link.onload = () => old.remove();
  link.onerror = () => link.remove();
  old.after(link);
};

const ask = async (revision) => {
  try {
    const answer = await fetch(`${live}?after=${revision}`);
    return await answer.json();
  } catch {
    // The command was ended; a page that is loaded anew finds the next one.
    return undefined;
  }
};

const follow = async () => {
  let now = { revision: 0 };
  while ((now = await ask(now.revision))) {
    if (String(now.markup) !== markup) return location.reload();
    say(now.problem);
    swap(now.folder);
  }
  say("The gallery was closed: vestibule theme dev");
};

follow();
