async () => {
    // What is seen of every part on a page, place by place.
    if (document.readyState !== "complete") await new Promise(resolve => addEventListener("load", resolve, { once: true }));
    await document.fonts.ready;
    const sides = ["top", "right", "bottom", "left"];
    const seen = [
        ...["color", "background-color", "background-image", "box-shadow", "font-family", "font-size", "font-weight"],
        ...sides.flatMap(side => [`border-${side}-color`, `border-${side}-style`, `border-${side}-width`, `padding-${side}`]),
        ...["top-left", "top-right", "bottom-right", "bottom-left"].map(corner => `border-${corner}-radius`),
    ];
    const parts = {};
    for (const element of document.querySelectorAll("[data-part]")) {
        const style = getComputedStyle(element);
        (parts[element.dataset.part] ??= []).push(seen.map(property => style.getPropertyValue(property)).join("; "));
    }
    return parts;
};
