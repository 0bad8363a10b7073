// The page around the cases: compiles the client once, gives each case a frame of its own, and sends home what it saw.
const cases = Number(document.documentElement.dataset.cases);
const PATIENCE = 20_000;

window.client = await WebAssembly.compileStreaming(fetch("/client.wasm"));
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
    await fetch("/seen", { method: "POST", body: JSON.stringify(seen), headers: { "content-type": "application/json" } });
};

let next = 0;
const worker = async () => {
    while (next < cases) await look(next++);
};
await Promise.all([worker(), worker(), worker()]);
await fetch("/end", { method: "POST" });
