// Whether everything lies where it lay.
const box = element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
};
const told = ([x, y, width, height]) => `${Math.round(width)} x ${Math.round(height)} at ${Math.round(x)}, ${Math.round(y)}`;
const moved = (one, other) => one.some((length, index) => Math.abs(length - other[index]) > 0.5);

// What comes by itself, when it comes, and takes room then.
const LOADS = "img, image, video, audio, object, embed, iframe, link";

/// Whether nothing in `root` can move by itself.
export const settles = root => !root.querySelector(LOADS);

/// Where everything in `root` lies.
const boxes = root => [...root.querySelectorAll("*")].map(element => [element, box(element)]);

/// Where everything in `root` lies once it lies still: an engine may lay out a moment later what it shows and hides by
/// itself, such as the inside of a `<details>`.
export const atRest = async root => {
    for (let turns = 0; turns < 20; turns++) {
        const now = boxes(root);
        await new Promise(done => setTimeout(done));
        if (!shifted(now, () => "").length) return now;
    }
    return boxes(root);
};

/// What lies elsewhere now, each with its way.
export const shifted = (boxes, name) => boxes
    .map(([element, before]) => [element, before, box(element)])
    .filter(([element, before, after]) => element.isConnected && moved(before, after))
    .map(([element, before, after]) => `${name(element)} was ${told(before)} and is ${told(after)}`);
