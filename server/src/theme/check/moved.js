// What a page moves when its script takes over.
import { part, selector, still } from "./measures.js";

/** The most that a part may move, in pixels. */
const STILL = 1;

/** A page that isn't hydrated after so many milliseconds doesn't hydrate. */
const PATIENCE = 20_000;

/** An offer whose answers only script can take: they come with it, and what stands below makes room in every theme. */
const OFFER = '[data-part="message"][data-kind="suggestion"]:not([hidden])';

const box = element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, width, height };
};

const hydrated = () =>
    new Promise((resolve, reject) => {
        const html = document.documentElement;
        const done = () => "hydrated" in html.dataset && resolve();
        new MutationObserver(done).observe(html, { attributes: true });
        setTimeout(() => reject(new Error("the page isn't hydrated")), PATIENCE);
        done();
    });

/** Waits until everything is loaded, and lets nothing move or blink by itself. */
export const ready = async () => {
    if (document.readyState !== "complete") await new Promise(resolve => addEventListener("load", resolve, { once: true }));
    await document.fonts.ready;
    still(document);
    const caret = new CSSStyleSheet();
    caret.replaceSync("* { caret-color: transparent !important; }");
    document.adoptedStyleSheets.push(caret);
};

/** The parts that moved, each with how far. */
export const moved = async () => {
    await ready();
    const makesRoom = document.querySelector(OFFER);
    const before = new Map([...document.querySelectorAll("[data-part]")].map(element => [element, box(element)]));
    window.letGo();
    await hydrated();
    await document.fonts.ready;
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (makesRoom) return [];
    const notes = [];
    for (const [element, was] of before) {
        if (!element.isConnected) continue;
        const is = box(element);
        const changed = Object.keys(was).filter(side => Math.abs(is[side] - was[side]) > STILL);
        if (!changed.length) continue;
        const far = changed.map(side => `${side} from ${Math.round(was[side])} to ${Math.round(is[side])} px`).join(", ");
        notes.push({ code: "T214", part: part(element), selector: selector(element), what: `hydration moves it: ${far}` });
    }
    return notes;
};
