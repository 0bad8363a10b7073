// Follows a theme that is being written: a new stylesheet takes the place of the old one once it is there, so what was
// typed stays typed; only other markup loads the page anew. What is wrong is said in a bar, and the last good look stays.
// A page in another theme's look only says so. What a check found is a list, which can be closed until it says something else.

const script = document.currentScript;
const { live, markup, other } = script.dataset;

const panel = document.createElement("div");
panel.style.cssText = "all:initial;position:fixed;inset:auto 0 0;z-index:2147483647";
const shade = panel.attachShadow({ mode: "open" });
const dress = new CSSStyleSheet();
dress.replaceSync(`
  [role=status] { padding: 12px 16px; background: #8c1d18; color: #fff; font: 600 14px/1.5 ui-monospace, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere }
  section { display: grid; grid-template-columns: minmax(0, 1fr) auto; background: #1b1b1f; color: #f4f4f6;
    font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
  summary { padding: 8px 16px; cursor: pointer }
  ol { max-block-size: 40vh; overflow: auto; margin: 0; padding: 0 16px 8px; list-style: none }
  li { padding-block: 6px; border-block-start: 1px solid #fff3 }
  p { margin: 0 }
  b { color: #ff9ccb } i { color: #9fd0ff; font-style: normal }
  button { align-self: start; padding: 8px 16px; border: 0; background: none; color: inherit; font: inherit; cursor: pointer }
  :focus-visible { outline: 2px solid #9fd0ff; outline-offset: -2px }
  [hidden] { display: none }
`);
shade.adoptedStyleSheets = [dress];

const element = (tag, text, ...inside) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...inside);
  return made;
};

const bar = element("div");
bar.setAttribute("role", "status");
const count = element("summary");
const items = element("ol");
const fold = element("details", "", count, items);
fold.open = true;
const close = element("button", "Close");
close.type = "button";
const list = element("section", "", fold, close);
list.setAttribute("aria-label", "To mend in the theme");
shade.append(bar, list);
// What the list said when it was closed.
let closed = "[]";
let listed = "[]";

const show = () => {
  bar.hidden = !bar.textContent;
  list.hidden = listed === closed || listed === "[]";
  if (bar.hidden && list.hidden) panel.remove();
  else if (!panel.isConnected) document.body.append(panel);
};

close.addEventListener("click", () => {
  closed = listed;
  show();
});

const say = (problem) => {
  if (bar.textContent !== (problem ?? "")) bar.textContent = problem ?? "";
  show();
};

const item = ({ weight, code, title, place, what, instead }) =>
  element(
    "li",
    "",
    element("p", "", element("b", `${weight}[${code}] `), title),
    element("p", "", element("i", place)),
    element("p", what),
    element("p", instead),
  );

const mend = (remarks) => {
  const now = JSON.stringify(remarks);
  if (now === listed) return;
  // A list that came to be empty begins anew.
  closed = "[]";
  listed = now;
  count.textContent = remarks.length === 1 ? "One thing to mend" : `${remarks.length} things to mend`;
  items.replaceChildren(...remarks.map(item));
  show();
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
    const isOwn = other === undefined;
    if (isOwn && String(now.markup) !== markup) return location.reload();
    say(now.problem);
    mend(now.remarks);
    if (isOwn) swap(now.folder);
  }
  say("The gallery was closed: vestibule theme dev");
};

follow();
