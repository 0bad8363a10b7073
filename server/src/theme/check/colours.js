// Colours as a browser mixes them. A canvas reads every way to write one.
const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();

/** Red, green, blue from 0 to 255, and how much of it covers. */
export const rgba = css => {
    if (!known.has(css)) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = "transparent";
        pen.fillStyle = css;
        pen.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
        known.set(css, [red, green, blue, alpha / 255]);
    }
    return known.get(css);
};

/** One colour over another that covers everything. */
export const over = ([red, green, blue, alpha], below) =>
    [red, green, blue].map((part, at) => part * alpha + below[at] * (1 - alpha)).concat(1);

const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map(part => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** How far apart two colours are (WCAG 2, relative luminance). */
export const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};

/** A colour as people write it. */
export const hex = colour => `#${colour.slice(0, 3).map(part => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Every colour that is written in a gradient or a shadow. */
export const colours = css =>
    css.match(/(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b|\btransparent\b/gi) ?? [];

const unique = list => [...new Map(list.map(colour => [hex(colour), colour])).values()].slice(0, 24);

/** What is drawn before or after an element, if anything is. */
export const generated = (element, which) => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element, which);
    const there = style.content !== "none" && style.content !== "normal" && style.display !== "none";
    return there && Number(style.opacity) > 0.1 ? style : undefined;
};

/** Whether a style fills what it is given to. */
export const paints = style => rgba(style.backgroundColor)[3] > 0.1 || style.backgroundImage !== "none";

/** Where what an element draws before or after itself lies at a point: `above` another element, `below` it, or nowhere. */
export const lies = (layer, which, element, x, y) => {
    layer.setAttribute("data-probe", which.slice(2));
    const stack = layer.ownerDocument.elementsFromPoint(x, y);
    layer.removeAttribute("data-probe");
    const at = stack.indexOf(layer);
    if (at < 0) return "nowhere";
    return layer !== element && at < stack.indexOf(element) ? "above" : "below";
};

/** What a layer leaves of the colours below it; nothing where that can't be told. */
const lay = (style, below) => {
    const filled = below.map(ground => over(rgba(style.backgroundColor), ground));
    if (style.backgroundImage === "none") return filled;
    if (style.backgroundImage.includes("url(")) return undefined;
    const stops = colours(style.backgroundImage).map(rgba);
    const painted = stops.flatMap(stop => filled.map(ground => over(stop, ground)));
    const everywhere = style.backgroundRepeat.includes("repeat") && !style.backgroundRepeat.includes("no-repeat");
    return unique(everywhere ? painted : [...painted, ...filled]);
};

/**
 * The colours that may lie behind an element at a point, all that is below it mixed; nothing where a picture does.
 * Whatever lies there counts, and not only what the element is in.
 */
export const grounds = (element, x, y) => {
    const doc = element.ownerDocument;
    const stack = doc.elementsFromPoint(x, y);
    const at = stack.indexOf(element);
    const layers = at < 0 ? [element] : stack.slice(at);
    // An ancestor that draws something above the element is met there first, and lies below it all the same.
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        if (layers.includes(outer)) continue;
        const below = layers.findIndex(layer => layer.contains(outer));
        layers.splice(below < 0 ? layers.length : below, 0, outer);
    }
    return layers.reduceRight(
        (below, layer) => {
            const own = below && lay(doc.defaultView.getComputedStyle(layer), below);
            return ["::before", "::after"].reduce((ground, which) => {
                const style = generated(layer, which);
                const isBehind = style && paints(style) && lies(layer, which, element, x, y) === "below";
                return ground && isBehind ? lay(style, ground) : ground;
            }, own);
        },
        [[255, 255, 255, 1]],
    );
};
