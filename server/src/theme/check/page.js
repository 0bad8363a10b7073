// Walks through every story in every look, a few frames at a time, and sends home what was noticed.
import { controls, sideways, still, texts, touched } from "./measures.js";

const { looks } = JSON.parse(document.getElementById("plan").textContent);
const send = (to, what) =>
    fetch(`/theme-check/${to}`, { method: "POST", body: JSON.stringify(what), headers: { "content-type": "application/json" } });

const loaded = (frame, address) =>
    new Promise(resolve => {
        frame.addEventListener("load", resolve, { once: true });
        frame.src = address;
        document.body.append(frame);
    });

const visit = async ({ story, look }) => {
    const address = `${story.path}?scheme=${look.scheme}&lang=${look.lang}&script=off`;
    const frame = document.createElement("iframe");
    frame.width = look.width;
    frame.height = 800;
    // Out of sight, so that nothing is painted; what lies where is told all the same.
    frame.style.cssText = "position: fixed; left: -5000px; border: 0";
    await loaded(frame, address);
    const doc = frame.contentDocument;
    await doc.fonts.ready;
    still(doc);
    // The whole page is in view, so that every point of it can be asked what lies there.
    frame.height = Math.max(800, doc.documentElement.scrollHeight);
    const said = `${look.scheme}, ${look.width} px, ${doc.documentElement.dir || "ltr"}`;
    const notes = [];
    const note = (more = "") => it =>
        notes.push({ ...it, story: `${story.screen}/${story.story}`, look: said + more, address: location.origin + address });
    texts(doc, note());
    controls(doc, note());
    sideways(doc, note());
    touched(doc, note);
    doc.documentElement.style.fontSize = "200%";
    frame.height = Math.max(800, doc.documentElement.scrollHeight);
    sideways(doc, note(", text at 200 %"));
    frame.remove();
    await send("noticed", notes);
};

const stories = (await (await fetch("/gallery/stories.json")).json()).filter(({ screen }) => !/^(dev|gallery)/.test(screen));
const visits = stories.flatMap(story => looks.map(look => ({ story, look })));
let next = 0;
const walk = async () => {
    while (next < visits.length) {
        const here = visits[next++];
        try {
            await visit(here);
        } catch (error) {
            await send("broken", `${here.story.path}: ${error}`);
        }
    }
};
await Promise.all([walk(), walk(), walk()]);
await send("end", visits.length);
