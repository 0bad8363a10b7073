// One case, hydrated again and again in pages that somebody else has touched first, each time by an instance of its own.
// What it adopts in a page that nobody touched says what is right.
import { touches } from "/touches.js";

const name = JSON.parse(document.getElementById("case").textContent);
const trace = window.trace;
const untouched = document.getElementById("root").cloneNode(true);
const turn = () => new Promise(resolve => setTimeout(resolve));

const nodes = page => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_ALL);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
};
const control = node => {
    if (!node) return "nothing of the page's";
    const said = node.textContent.trim().replace(/\s+/g, " ").slice(0, 30) || node.getAttribute("name") || node.id;
    return `<${node.localName}>${said ? ` "${said}"` : ""}`;
};

const hydrate = async (tag, touch) => {
    const page = untouched.cloneNode(true);
    // What others add has no number.
    const own = nodes(page);
    const numbers = new Map(own.map((node, number) => [node, number]));
    document.getElementById("root").replaceWith(page);
    const touched = touch(page) !== false;
    if (!touched) return null;
    // Whoever counts nodes would see it.
    const refused = nodes(page).length !== own.length;
    const fields = [...page.querySelectorAll("input, textarea")];
    const values = fields.map(field => field.value);
    const again = await import(`/client.js?${tag}`);
    await again.default({ module_or_path: parent.client });
    trace.reached.clear();
    trace.adopted.clear();
    trace.nothing.length = 0;
    let stopped = false;
    trace.on = true;
    try {
        window.hydration.hydrate(name, page);
    } catch {
        stopped = true;
    }
    trace.on = false;
    const adopted = [...trace.adopted]
        .map(([node, kinds]) => [numbers.get(node) ?? -1, kinds.filter(kind => kind !== "Comment")])
        .filter(([, kinds]) => kinds.length);
    const handlers = window.listening.on(page)
        .map(({ target, event }) => ({ target, event, number: numbers.get(target) ?? -1 }));
    await turn();
    const forgot = fields.some((field, index) => field.value !== values[index]);
    for (const other of document.querySelectorAll("body > .of-an-extension")) other.remove();
    return { adopted: JSON.stringify(adopted), handlers, stopped, forgot, refused, own };
};

// The first control that answers by the handler of another, and how many there are.
const wrong = (right, now) => {
    const moved = now.handlers
        .map((handler, index) => [handler, right.handlers[index]])
        .filter(([handler, known]) => known && handler.number !== known.number);
    const [first] = moved;
    if (!first) return null;
    return `${control(first[0].target)} answers ${first[0].event} for ${control(first[1].target)}`;
};

const seen = { case: name, before: [], encounters: [] };
try {
    const right = await hydrate("untouched", () => true);
    if (right.stopped) throw new Error("it stops in an untouched page");
    let number = 0;
    for (const [touch, act] of Object.entries(touches)) {
        const now = await hydrate(`touched${number++}`, act);
        if (!now) continue;
        const worst = wrong(right, now);
        const drifted = now.adopted !== right.adopted || now.forgot || worst !== null;
        const came = now.stopped ? "panicked" : drifted ? "drifted" : "right";
        seen.encounters.push({ touch, came, worst, refused: now.refused });
    }
} catch (error) {
    seen.broken = String(error).slice(0, 300);
}
parent.finished(seen);
