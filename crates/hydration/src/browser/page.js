// The page around the cases: compiles the client once, gives each case a frame of its own, and sends home what it saw.
const cases = Number(document.documentElement.dataset.cases);
const PATIENCE = 20_000;

window.client = await WebAssembly.compileStreaming(fetch("/client.wasm"));
const send = (to, what) =>
    fetch(to, { method: "POST", body: JSON.stringify(what), headers: { "content-type": "application/json" } });
const waiting = new Map();
window.finished = seen => waiting.get(seen.case)?.(seen);

const look = async number => {
    const name = await (await fetch(`/name/${number}`)).json();
    const frame = document.createElement("iframe");
    frame.width = 1280;
    frame.height = 900;
    const seen = await new Promise(resolve => {
        const late = setTimeout(() => resolve({ case: name, before: [], broken: "the page never got ready" }), PATIENCE);
        waiting.set(name, seen => { clearTimeout(late); resolve(seen); });
        // The sign that a visit to another part of the page leaves behind.
        frame.src = `/case/${number}#`;
        document.body.append(frame);
    });
    waiting.delete(name);
    frame.remove();
    await send("/seen", seen);
};

// Each instance of the wasm reserves gigabytes of addresses, and a browser that is short of nothing else lets the frames
// that are gone keep theirs for long. Memory outside of its heap makes it look.
const BUFFERS = 8, SIZE = 2 ** 28;
window.makeRoom = async () => {
    for (let made = 0; made < BUFFERS; made++) new ArrayBuffer(SIZE);
    await new Promise(resolve => setTimeout(resolve));
};

let next = 0;
const worker = async () => {
    while (next < cases) await look(next++);
};
await Promise.all([worker(), worker(), worker()]);

// The twin draws all cases one after the other, as it does natively. A panic ends it, and the next case gets another one.
const writer = async number => {
    const { default: init } = await import(`/twin.js?${number}`);
    await init({ module_or_path: twin });
    return window.hydration;
};
const twin = document.documentElement.dataset.twin && await WebAssembly.compileStreaming(fetch("/twin.wasm"));
let said = null;
console.error = (...words) => { said = words.join(" ").slice(0, 300); };
let hydration = null;
for (let number = 0; twin && number < cases; number++) {
    // A browser's tasks can't be held back while the twin writes; what waits is looked at by hydrating it.
    if (await (await fetch(`/waits/${number}`)).json()) continue;
    hydration ??= await writer(number);
    const name = await (await fetch(`/name/${number}`)).json();
    const written = { case: name, flags: hydration.flags };
    try {
        written.html = hydration.write(name);
    } catch (error) {
        written.panic = said ?? String(error).slice(0, 300);
        hydration = null;
    }
    await send("/written", written);
}
await fetch("/end", { method: "POST" });
