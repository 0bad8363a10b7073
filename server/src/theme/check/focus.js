// The focus: whether it is seen, and told from what is around it.
import { colours, contrast, grounds, hex, over, rgba } from "./colours.js";

const WATCHED = ["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow", "borderTopColor", "borderBottomColor",
    "borderTopWidth", "borderBottomWidth", "backgroundColor"];

/** An element and what is around it, since a box may show its control's focus. */
const around = element => {
    const chain = [element];
    for (let at = element.parentElement; at && chain.length < 3 && at.dataset.part !== "card"; at = at.parentElement) chain.push(at);
    return chain;
};

const look = element => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    return Object.fromEntries(WATCHED.map(name => [name, style[name]]));
};

/** The colours by which one element shows that it has the focus, each with what it must be told from. */
const signs = (element, before, after) => {
    const rect = element.getBoundingClientRect();
    const at = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    const outside = grounds(element.parentElement, ...at)?.[0];
    const own = grounds(element, ...at)?.[0];
    const changed = name => before[name] !== after[name];
    const signs = [];
    const outlined = after.outlineStyle !== "none" && parseFloat(after.outlineWidth) >= 1;
    if (outlined && ["outlineStyle", "outlineWidth", "outlineColor"].some(changed)) {
        // The browser's own ring has two colours.
        const ground = parseFloat(after.outlineOffset) < 0 ? own : outside;
        signs.push(after.outlineStyle === "auto" ? [undefined, undefined] : [after.outlineColor, ground]);
    }
    if (changed("boxShadow")) colours(after.boxShadow).forEach(colour => signs.push([colour, outside]));
    if (changed("borderTopWidth") || changed("borderBottomWidth")) signs.push([after.borderBottomColor, outside]);
    if (changed("borderBottomColor")) signs.push([after.borderBottomColor, outside && over(rgba(before.borderBottomColor), outside)]);
    if (changed("backgroundColor")) signs.push([after.backgroundColor, outside && over(rgba(before.backgroundColor), outside)]);
    return signs.map(([colour, ground]) => {
        if (!colour || !ground) return { ratio: 21 };
        const drawn = over(rgba(colour), ground);
        return { ratio: contrast(drawn, ground), said: `${hex(drawn)} on ${hex(ground)}` };
    });
};

/** Gives the focus to each control, and looks for a sign of it. */
export const rings = (doc, controls, note) => {
    for (const element of controls) {
        doc.activeElement?.blur();
        const chain = around(element);
        const before = chain.map(look);
        element.focus({ focusVisible: true, preventScroll: true });
        if (!element.matches(":focus-visible")) {
            // A page that isn't in front shows no focus at all: that is no fault of the theme's.
            if (doc.activeElement === element && !element.matches(":focus")) throw new Error("the browser shows no focus");
            continue;
        }
        const shown = chain.flatMap((it, at) => signs(it, before[at], look(it)));
        const best = shown.sort((a, b) => b.ratio - a.ratio)[0];
        if (!best || best.ratio < 1.1) note("T203", element, "nothing changes with the focus");
        else if (best.ratio < 2.995) {
            note("T204", element, `${best.said} is ${Math.floor(best.ratio * 100) / 100}, and 3 is wanted`, best.said);
        }
    }
    doc.activeElement?.blur();
};
