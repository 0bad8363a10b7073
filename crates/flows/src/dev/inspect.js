// Names what is pointed at: its part, kind, state and name, the rules that it has from our layers, the one that won first,
// and the tokens and hooks that they read, with what a hook is that nobody set. The key `i` turns it on and off, Escape off.

const LAYERS = ["reset", "tokens", "parts", "screens", "theme"];
// The one layer of a stylesheet that has none.
const PLAIN = "vestibule.plain";
const NAMES = ["part", "kind", "state", "name", "screen", "layout"];

const host = document.createElement("div");
host.style.cssText = "all:initial;position:fixed;z-index:2147483646;inset:0;pointer-events:none";
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  #box { position: fixed; outline: 2px solid #d0207f; outline-offset: 1px; background: #d0207f1a }
  #card { position: fixed; box-sizing: border-box; inline-size: max-content; max-inline-size: min(34rem, 100vw - 16px);
    overflow: hidden; padding: 10px 12px; border-radius: 6px; background: #1b1b1f; color: #f4f4f6;
    box-shadow: 0 4px 24px #0008; font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
  #card:empty { display: none }
  b { color: #ff9ccb } i { color: #9fd0ff; font-style: normal } s { color: #9a9aa4; text-decoration: none }
  p { margin: 0 0 3px }
`);
root.adoptedStyleSheets = [sheet];
const box = document.createElement("div");
const card = document.createElement("div");
[box.id, card.id] = ["box", "card"];
root.append(box, card);

const line = (...pieces) => {
  const p = document.createElement("p");
  for (const [kind, text] of pieces) {
    const piece = document.createElement(kind);
    piece.textContent = text;
    p.append(piece);
  }
  return p;
};

// Every style rule of our layers that holds now, with its layer, in the order of the sheet.
const rules = (list, layer, found, plain) => {
  for (const rule of list) {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) continue;
    if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) continue;
    const inside = rule instanceof CSSLayerBlockRule ? (layer ? `${layer}.${rule.name}` : rule.name) : layer;
    if (rule instanceof CSSStyleRule && plain) found.push({ rule, layer: PLAIN });
    else if (rule instanceof CSSStyleRule && inside.startsWith("vestibule")) found.push({ rule, layer: inside });
    if (rule.cssRules?.length) rules(rule.cssRules, inside, found, plain);
  }
  return found;
};

const rank = (layer) => (layer === PLAIN ? 1 : LAYERS.indexOf(layer.split(".")[1]));
// A pseudo-element is drawn by the element: its rules count.
const plain = (selector) => selector.replace(/::(before|after|placeholder|marker|backdrop)/g, "");
const matches = (element, selector) => {
  try {
    return element.matches(plain(selector));
  } catch {
    return false;
  }
};

// The tokens and hooks that rules read, their private properties included.
const tokens = (texts) => [...new Set(texts.flatMap((text) => text.match(/--auth-[\w-]+/g) ?? []))];

// What stands for a hook that nobody set: what is behind it, up to the parenthesis that closes it.
const fallback = (texts, hook) => {
  const start = `var(${hook},`;
  const rest = texts.find((text) => text.includes(start))?.split(start)[1] ?? "";
  let open = 1;
  for (let end = 0; end < rest.length; end++) {
    open += rest[end] === "(" ? 1 : rest[end] === ")" ? -1 : 0;
    if (open === 0) return rest.slice(0, end).trim();
  }
  return "";
};

const inspect = (element) => {
  const plain = (sheet) => /\.plain\.css$/.test(sheet.href ?? "");
  const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules, "", [], plain(sheet)));
  const own = all.filter(({ rule, layer }) => rank(layer) > 0 && matches(element, rule.selectorText));
  const sorted = own.filter(({ rule }) => rule.selectorText !== ":root").sort((a, b) => rank(a.layer) - rank(b.layer));
  const style = getComputedStyle(element);
  const named = NAMES.filter((name) => element.dataset[name]).map((name) => ["b", `${name}=${element.dataset[name]} `]);
  const size = element.getBoundingClientRect();
  const lines = [line(...named, ["s", `${Math.round(size.width)} × ${Math.round(size.height)}`])];
  sorted.reverse().forEach(({ rule, layer }, index) => {
    const said = rule.style.cssText;
    const short = said.length > 180 ? `${said.slice(0, 180)}…` : said;
    const p = line(["b", index ? "" : "won  "], ["s", `${layer}  `], ["i", rule.selectorText.replaceAll(":not(._._)", "")], ["s", ` { ${short} }`]);
    if (index < 4) lines.push(p);
    else if (index === 4) lines.push(line(["s", `and ${sorted.length - 4} more rules`]));
  });
  const texts = sorted.map(({ rule }) => rule.style.cssText);
  const read = tokens(texts).sort();
  const values = new Map(read.map((token) => [token, style.getPropertyValue(token).trim()]));
  for (const [token, value] of values) if (value) lines.push(line(["i", token], ["s", `: ${value}`]));
  const free = read.filter((token) => !values.get(token));
  if (free.length) lines.push(line(["b", "hooks that are free"]));
  for (const hook of free) lines.push(line(["i", hook], ["s", `: ${fallback(texts, hook)}`]));
  card.replaceChildren(...lines);
};

// The card stands in a corner, and in another one once the pointer comes near: on a page that is wide enough on the
// other side, else at the other end, where it leaves half of the page to be seen.
const NEAR = 24;
const corner = { side: "right", end: "top" };

const stand = () => {
  const wide = innerWidth > 2 * card.offsetWidth + 4 * NEAR;
  const most = wide ? "calc(100vh - 16px)" : "calc(50vh - 32px)";
  card.style.cssText = `${corner.side}: 8px; ${corner.end}: 8px; max-block-size: ${most}`;
  return wide;
};

const dock = (x, y) => {
  const wide = stand();
  const at = card.getBoundingClientRect();
  if (x < at.left - NEAR || x > at.right + NEAR || y < at.top - NEAR || y > at.bottom + NEAR) return;
  if (wide) corner.side = corner.side === "right" ? "left" : "right";
  else corner.end = corner.end === "top" ? "bottom" : "top";
  stand();
};

const place = (element, x, y) => {
  const at = element.getBoundingClientRect();
  Object.assign(box.style, { left: `${at.x}px`, top: `${at.y}px`, width: `${at.width}px`, height: `${at.height}px` });
  dock(x, y);
};

let seen;
const point = ({ target, clientX, clientY }) => {
  const element = target.closest?.("[data-part]");
  if (!element) return;
  if (element !== seen) inspect(element);
  seen = element;
  place(element, clientX, clientY);
};

const turn = (on) => {
  seen = undefined;
  (on ? addEventListener : removeEventListener)("pointermove", point);
  if (on) document.body.append(host);
  else host.remove();
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape") return turn(false);
  const types = event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.key === "i" && !types && !event.ctrlKey && !event.metaKey && !event.altKey) turn(!host.isConnected);
});

if ("on" in document.currentScript.dataset) turn(true);
