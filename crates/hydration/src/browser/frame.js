// One case in a frame of its own: hydrates what the server sent, draws the same anew, and tells the page around it what
// it saw. The wasm is compiled once by that page; each instance begins with empty hands.
import init from "/client.js";
import { atRest, settles, shifted } from "/still.js";
import { names, within } from "/worlds.js";

const name = JSON.parse(document.getElementById("case").textContent);
const root = document.getElementById("root");
const trace = window.trace;

const inside = node => node.nodeName === "TEMPLATE" ? node.content : node;
const tree = node => [...inside(node).childNodes].map(child => {
    if (child.nodeType === Node.ELEMENT_NODE) {
        const attributes = [...child.attributes].map(({ name, value }) => [name, value]);
        // As the browser understands it: colours and lengths have many spellings.
        const style = child.hasAttribute("style") ? child.style?.cssText : undefined;
        return { tag: child.nodeName, attributes, style, children: tree(child) };
    }
    return child.nodeType === Node.TEXT_NODE ? { text: child.data } : { comment: child.data };
});
const short = node => node.nodeType === Node.ELEMENT_NODE
    ? node.cloneNode(false).outerHTML.slice(0, 120) : `${node.nodeName} ${JSON.stringify(node.data).slice(0, 80)}`;
const controls = of => [...of.querySelectorAll("input:not([type=file], [type=hidden]), textarea, select")];
const value = control => ["checkbox", "radio"].includes(control.type) ? String(control.checked) : control.value;

// Leptos sets a control's value as soon as everything else is done.
const turn = () => new Promise(resolve => setTimeout(resolve));

// A view that waits draws what it has, and more as soon as that is there. It is done when two turns change nothing.
const settled = async root => {
    for (let before, now = tree(root), turns = 0; turns < 50; turns++) {
        await turn();
        [before, now] = [now, tree(root)];
        if (turns > 2 && JSON.stringify(before) === JSON.stringify(now)) return now;
    }
    return tree(root);
};

// What a person does while the script is on its way.
const type = control => {
    if (["checkbox", "radio"].includes(control.type)) control.checked = !control.checked;
    else if (control.matches("select")) control.selectedIndex = control.options.length - 1;
    else if (["text", "email", "password", "search", "tel", "url", ""].includes(control.type ?? "") || control.matches("textarea")) control.value = "typed before";
};

// Where there is no address left for its memory, the wasm finds some once the frames that are gone have given theirs back.
const TRIES = 10;
const instantiate = async init => {
    for (let tries = 1; ; tries++) {
        try {
            return await init({ module_or_path: parent.client });
        } catch (error) {
            if (!(error instanceof RangeError) || tries === TRIES) throw error;
            await parent.makeRoom();
        }
    }
};

const seen = { case: name, before: tree(root), values: controls(root).map(value) };
try {
    const exports = await instantiate(init);
    seen.flags = window.hydration.flags;
    seen.listed = window.hydration.listed(name) ?? null;
    // Nobody types into what can't be seen.
    const open = controls(root).filter(control => !control.disabled && control.getClientRects().length);
    open.forEach(type);
    const typed = controls(root).map(value);
    const others = [...root.querySelectorAll("button, a[href], summary, [tabindex]")];
    const first = open[0] ?? others.find(other => !other.disabled && other.getClientRects().length);
    first?.focus();
    const focused = window.focusHere();
    const lain = await atRest(root);
    const observer = new MutationObserver(() => {});
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });
    trace.on = true;
    try {
        window.hydration.hydrate(name, root);
    } catch (error) {
        seen.panic = String(error).slice(0, 300);
    }
    trace.on = false;
    seen.handlers = window.listening.within(root, exports);
    const records = observer.takeRecords();
    observer.disconnect();
    seen.changes = records
        .filter(({ type, target, attributeName, oldValue }) =>
            type !== "attributes" || target.getAttribute(attributeName) !== oldValue)
        .map(({ type, target, attributeName }) => `${type === "attributes" ? `${attributeName} of ` : `${type} of `}${short(target)}`);
    seen.touched = records.length;
    const after = tree(root);
    seen.after = JSON.stringify(after) === JSON.stringify(seen.before) ? null : after;
    // Before any effect adds nodes of its own, which nobody was to adopt. Nobody misses a comment.
    const never = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!trace.reached.has(node) && node.previousSibling && trace.reached.has(node.previousSibling)) never.push(short(node));
    }
    seen.never = never;
    // Leptos looks at the parent of a keyed list once more; its children are adopted then.
    const again = node => [...node.childNodes].some(child => trace.adopted.has(child));
    const twice = kinds => kinds.some((kind, index) => kinds.indexOf(kind) !== index);
    seen.twice = [...trace.adopted].filter(([node, kinds]) => twice(kinds) && !again(node)).map(([node]) => short(node));
    seen.nothing = trace.nothing;
    seen.shifted = shifted(lain, short);
    await turn();
    seen.overwritten = controls(root)
        .map((control, index) => value(control) === typed[index] ? null : short(control)).filter(Boolean);
    const lost = focused && window.focusHere() !== focused;
    seen.lost_focus = lost ? short(focused) : null;
    // An effect may change what is in the page, and that takes room; where it changed nothing there, nothing may move.
    const unchanged = !lost && JSON.stringify(tree(root)) === JSON.stringify(after) && settles(root);
    if (unchanged && !seen.shifted.length) seen.shifted = shifted(lain, short);
    seen.said = trace.said.slice();
    // What the server left open goes on here; Leptos corrects nothing meanwhile, so what is wrong stays to be seen.
    if (window.waits) {
        seen.settled = await settled(root);
        seen.handlers = window.listening.within(root, exports);
    }
} catch (error) {
    seen.broken = String(error).slice(0, 300);
}
// What is drawn anew must not find the page.
root.remove();
const draw = async tag => {
    try {
        // Another address is another module, with an instance of its own.
        const again = await import(`/client.js?${tag}`);
        const exports = await instantiate(again.default);
        const fresh = document.createElement("div");
        // What is looked at once it has settled has run its effects, and those find what is in the document.
        if (window.waits) document.body.append(fresh);
        window.hydration.draw(name, fresh, Boolean(window.waits));
        const drawn = window.waits ? await settled(fresh) : tree(fresh);
        const handlers = window.listening.within(fresh, exports);
        await turn();
        fresh.remove();
        return { tree: drawn, handlers, values: controls(fresh).map(value) };
    } catch (error) {
        return { panic: trace.said.at(-1) ?? String(error).slice(0, 300) };
    }
};
try {
    const plain = await draw("plain");
    seen.client = plain.tree;
    seen.client_values = plain.values;
    seen.client_handlers = plain.handlers;
    seen.client_panic = plain.panic;
    const look = ({ tree, values, panic }) => JSON.stringify([tree, values, panic]);
    const same = (one, other) => look(one) === look(other);
    const all = await within(names, () => draw("all"));
    seen.flips = [];
    if (plain.tree && !same(all, plain)) {
        for (const world of names) {
            const other = await within([world], () => draw(world));
            if (!same(other, plain)) seen.flips.push({ world, client: other.tree ?? [], panic: other.panic });
        }
        if (!seen.flips.length) seen.flips.push({ world: "together", client: all.tree ?? [], panic: all.panic });
    }
} catch (error) {
    seen.broken ??= String(error).slice(0, 300);
}
parent.finished(seen);
