// What is measured on one page: its words, its controls, and whether it fits.
import { contrast, generated, grounds, hex, lies, over, paints, rgba } from "./colours.js";
import { rings } from "./focus.js";

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
const round = ratio => Math.floor(ratio * 100) / 100;

/** The nearest part, as a designer writes it. */
export const part = element => {
    const { part, kind } = element.closest("[data-part]")?.dataset ?? {};
    return part ? part + (kind ? `[${kind}]` : "") : "page";
};

/** A selector that finds the element, by the names of parts. */
export const selector = element => {
    let path = "";
    for (let at = element; at?.parentElement; at = at.parentElement) {
        const named = ["part", "kind", "name"].filter(name => at.dataset?.[name]);
        if (at !== element && !named.length) continue;
        const own = named.map(name => `[data-${name}="${at.dataset[name]}"]`).join("") || at.localName;
        path = own + (path && ` ${path}`);
        if (element.ownerDocument.querySelectorAll(path).length === 1) break;
    }
    return path;
};

const found = (code, element, what, cause = "") => ({ code, part: part(element), selector: selector(element), what, cause });

/** Everything stands as it ends, and every element can be met at its point. */
export const still = doc => {
    const sheet = new doc.defaultView.CSSStyleSheet();
    sheet.replaceSync(`
        *, *::before, *::after { transition: none !important; animation: none !important; pointer-events: auto !important; }
        [data-probe], [data-probe]::before, [data-probe]::after { pointer-events: none !important; }
        [data-probe="before"]::before, [data-probe="after"]::after { pointer-events: auto !important; }
    `);
    doc.adoptedStyleSheets.push(sheet);
};

const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const isOnlyHeard = rect => rect.width <= 1.5 || rect.height <= 1.5;
const centre = rect => [rect.left + rect.width / 2, rect.top + rect.height / 2];

/** Each piece of text with the lines that it is on. */
const pieces = doc => {
    const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.closest("option, script, style, noscript, template")) continue;
        if (!isSeen(element) || isOnlyHeard(element.getBoundingClientRect())) continue;
        const range = doc.createRange();
        range.selectNodeContents(walker.currentNode);
        const lines = [...range.getClientRects()].filter(rect => !isOnlyHeard(rect));
        if (lines.length) found.push({ element, lines });
    }
    return found;
};

const isOff = element => element.closest("[aria-disabled=true], :disabled");

/** Says whether an element's text can be told from what lies behind it. */
const legible = (element, points, note, state = "") => {
    if (isOff(element)) return;
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    const [size, weight] = [parseFloat(style.fontSize), Number(style.fontWeight)];
    const wanted = size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5;
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(at.ownerDocument.defaultView.getComputedStyle(at).opacity);
    const [red, green, blue, alpha] = rgba(style.webkitTextFillColor || style.color);
    let worst;
    for (const [x, y] of points) {
        const below = grounds(element, x, y);
        if (!below) return note(found("T213", element, "a picture lies behind the text"));
        for (const ground of below) {
            const ink = over([red, green, blue, alpha * opacity], ground);
            const ratio = contrast(ink, ground);
            if (!worst || ratio < worst.ratio) worst = { ratio, ink: hex(ink), ground: hex(ground) };
        }
    }
    if (!worst || worst.ratio >= wanted - 0.005) return;
    const what = `${worst.ink} on ${worst.ground} is ${round(worst.ratio)}, and ${wanted} is wanted${state}`;
    note(found("T201", element, what, worst.ink + worst.ground + state));
};

/** What lies above an element and is seen there. */
const covers = (element, [x, y]) => {
    const doc = element.ownerDocument;
    const stack = doc.elementsFromPoint(x, y);
    const at = stack.indexOf(element);
    return stack.slice(0, Math.max(at, 0)).find(above => {
        if (element.contains(above) || above.localName === "label") return false;
        const draws = ["::before", "::after"].some(which => {
            const style = generated(above, which);
            const isSeen = style && (paints(style) || /"[^"\s]/.test(style.content.split("/")[0]));
            return isSeen && lies(above, which, element, x, y) === "above";
        });
        return above.contains(element) ? draws : draws || paints(doc.defaultView.getComputedStyle(above));
    });
};

/** The box that cuts a line off, or that a line runs out of. */
const cuts = (element, line) => {
    const view = element.ownerDocument.defaultView;
    for (let at = element; at; at = at.parentElement) {
        const style = view.getComputedStyle(at);
        if (style.display === "contents" || style.display === "inline") continue;
        const box = at.getBoundingClientRect();
        const holds = value => value !== "visible" || ["button", "badge", "alert"].includes(at.dataset.part);
        const wide = holds(style.overflowX) && (line.left < box.left - 3 || line.right > box.right + 3);
        const high = holds(style.overflowY) && (line.top < box.top - 3 || line.bottom > box.bottom + 3);
        if ((wide || high) && at !== element.ownerDocument.documentElement) return at;
        // What can be scrolled there is not cut off.
        if (style.overflowX === "auto" || style.overflowX === "scroll") return undefined;
    }
    return undefined;
};

const MUST = '[data-part="alert"], [data-part="message"], [data-part="hint"][data-name="legal"], [data-part="footer"]';

/** Words: seen, big enough, told from what is behind them, whole, and not over each other. */
export const texts = (doc, note) => {
    for (const element of doc.querySelectorAll(MUST)) {
        const hidden = element.closest("[hidden]") || !element.textContent.trim();
        if (!hidden && (!isSeen(element) || isOnlyHeard(element.getBoundingClientRect()))) {
            note(found("T212", element, `nobody sees “${element.textContent.trim().slice(0, 40)}”`));
        }
    }
    const all = pieces(doc);
    for (const { element, lines } of all) {
        legible(element, lines.slice(0, 3).map(centre), note);
        const size = parseFloat(doc.defaultView.getComputedStyle(element).fontSize);
        if (size < 12.99) note(found("T211", element, `${round(size)} px`, String(size)));
        const cut = lines.map(line => cuts(element, line)).find(Boolean);
        if (cut) note(found("T207", element, `“${element.textContent.trim().slice(0, 40)}” runs out of ${part(cut)}`));
        const cover = covers(element, centre(lines[0]));
        if (cover) note(found("T210", element, `${part(cover)} draws over it`));
    }
    all.forEach((one, at) => {
        const other = all.slice(at + 1).find(other => one.element !== other.element && one.lines.some(a => other.lines.some(b => meet(a, b))));
        if (other) note(found("T208", one.element, `it meets ${part(other.element)}`));
    });
};

/** Whether two lines lie over each other by more than their spacing. */
const meet = (a, b) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 3 && high > 0.45 * Math.min(a.height, b.height);
};

/** Controls: told from what is around them, big enough, uncovered, and with a ring. */
export const controls = (doc, note) => {
    const all = [...doc.querySelectorAll(CONTROLS)].filter(it => isSeen(it) && it.dataset.name !== "user-name" && !isOnlyHeard(it.getBoundingClientRect()));
    for (const element of all) {
        const rect = element.getBoundingClientRect();
        if (element.matches("input:not([type=checkbox], [type=radio]), select, textarea")) {
            legible(element, [centre(rect)], note);
            if (element.placeholder) placeholder(element, note);
        }
        const across = [0.15, 0.5, 0.85].map(share => [rect.left + rect.width * share, rect.top + rect.height / 2]);
        const cover = across.map(point => covers(element, point)).find(Boolean);
        if (cover) note(found("T210", element, `${part(cover)} draws over it`));
        if (isSmall(element, rect, all)) {
            note(found("T206", element, `${round(rect.width)} by ${round(rect.height)} px`));
        }
    }
    for (const element of doc.querySelectorAll('[data-part="box"], [data-part="choice"] [data-part="control"]')) edge(element, note);
    rings(doc, all, (code, element, what, cause) => note(found(code, element, what, cause)));
};

const placeholder = (element, note) => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element, "::placeholder");
    const [ground] = grounds(element, ...centre(element.getBoundingClientRect())) ?? [];
    if (!ground) return;
    const [red, green, blue, alpha] = rgba(style.color);
    const ink = over([red, green, blue, alpha * Number(style.opacity)], ground);
    const ratio = contrast(ink, ground);
    if (ratio < 4.495) note(found("T205", element, `${hex(ink)} on ${hex(ground)} is ${round(ratio)}`, hex(ink) + hex(ground)));
};

/** WCAG 2.5.8: 24 by 24 px, or as much room around it, or a link within a sentence. */
const isSmall = (element, rect, all) => {
    if (rect.width >= 23.9 && rect.height >= 23.9) return false;
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    const said = [...element.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (style.display === "inline" && said) return false;
    const [x, y] = centre(rect);
    return all.some(other => {
        if (other === element || other.contains(element) || element.contains(other)) return false;
        const box = other.getBoundingClientRect();
        const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
        const [ox, oy] = centre(box);
        const isSmallToo = box.width < 23.9 || box.height < 23.9;
        return Math.hypot(dx, dy) < 11.9 || (isSmallToo && Math.hypot(ox - x, oy - y) < 23.9);
    });
};

/** WCAG 1.4.11: one side, a shadow or the fill sets a box apart. */
const edge = (element, note) => {
    if (!isSeen(element) || isOff(element)) return;
    const view = element.ownerDocument.defaultView;
    const [ground] = grounds(element.parentElement, ...centre(element.getBoundingClientRect())) ?? [];
    if (!ground) return;
    const lines = style => ["Top", "Right", "Bottom", "Left"]
        .filter(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none")
        .map(side => style[`border${side}Color`]);
    const drawn = ["::before", "::after"].map(which => generated(element, which)).filter(Boolean);
    const style = view.getComputedStyle(element);
    const seen = [...lines(style), style.backgroundColor, ...drawn.flatMap(it => [...lines(it), it.backgroundColor])]
        .map(colour => over(rgba(colour), ground))
        .map(colour => ({ colour, ratio: contrast(colour, ground) }))
        .sort((a, b) => b.ratio - a.ratio);
    const [best] = seen;
    if (best.ratio >= 2.995) return;
    note(found("T202", element, `${hex(best.colour)} on ${hex(ground)} is ${round(best.ratio)}, and 3 is wanted`, hex(best.colour) + hex(ground)));
};

/** Whether the page is wider than its window, and what makes it so. */
export const sideways = (doc, note) => {
    const view = doc.defaultView;
    const wider = doc.documentElement.scrollWidth - view.innerWidth;
    if (wider <= 0) return;
    const beyond = element => {
        const rect = element.getBoundingClientRect();
        return Math.max(rect.right - view.innerWidth, -rect.left);
    };
    const culprits = [...doc.querySelectorAll("[data-part] , [data-part] *")].filter(it => isSeen(it) && beyond(it) > 0.5);
    const widest = culprits.sort((a, b) => beyond(b) - beyond(a) || (a.contains(b) ? 1 : -1))[0] ?? doc.body;
    note(found("T209", widest, `${wider} px wider than the window`));
};

/** Under a pointer, and while pressed: what no page can be asked for is given by a copy of its rules. */
export const touched = (doc, note) => {
    const sheet = new doc.defaultView.CSSStyleSheet();
    const rules = [...doc.styleSheets].flatMap(own => [...own.cssRules]).map(rule => rule.cssText).join("\n");
    const force = (css, state) => css.replaceAll(`:${state}`, `:is(:${state}, [data-force~="${state}"])`);
    sheet.replaceSync(force(force(rules, "hover"), "active"));
    doc.adoptedStyleSheets.unshift(sheet);
    for (const [state, said] of [["hover", " under a pointer"], ["hover active", " while pressed"]]) {
        const all = [...doc.querySelectorAll("a[href], button")].filter(isSeen);
        all.forEach(element => element.setAttribute("data-force", state));
        for (const element of all) legible(element, [centre(element.getBoundingClientRect())], note(), said);
        all.forEach(element => element.removeAttribute("data-force"));
    }
};
