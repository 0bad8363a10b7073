// What others do to a page before its script comes. Each says by `false` that there was nothing to do.
const texts = page => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter(text => !text.parentElement.closest("script, style, textarea, title, noscript, select, svg, math"));
};
const comments = page => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
};
const fields = page => [...page.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea")];
const foreign = () => {
    const element = document.createElement("div");
    element.className = "of-an-extension";
    return element;
};
const each = (found, act) => {
    found.forEach(act);
    return found.length > 0;
};

export const touches = {
    "attributes added by extensions": page => each([...page.querySelectorAll("*")], element => {
        element.setAttribute("data-gr-ext-installed", "");
        element.setAttribute("data-lt-installed", "true");
    }),
    "an element put beside the root": page => page.after(foreign()),
    "an element put last in the root": page => page.append(foreign()),
    "an element put first in the root": page => page.prepend(foreign()),
    "an element put between two others": page => {
        const parent = [page, ...page.querySelectorAll("*")].find(({ children, namespaceURI }) =>
            children.length > 1 && namespaceURI === page.namespaceURI);
        if (!parent) return false;
        parent.firstElementChild.after(foreign());
    },
    "an icon put beside each field": page => each(fields(page), field => field.after(foreign())),
    "each text wrapped by a translator": page => each(texts(page).filter(text => text.data.trim()), text => {
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
    }),
    "addresses hidden by a proxy": page => each(texts(page).filter(text => /\S@\S/.test(text.data)), text => {
        const link = document.createElement("a");
        link.textContent = "[email protected]";
        text.replaceWith(link);
    }),
    "comments taken out by a proxy": page => {
        const found = each(comments(page), comment => comment.remove());
        page.normalize();
        return found;
    },
    "whitespace collapsed by a proxy": page => each(texts(page).filter(text => text.data !== text.data.trim().replace(/\s+/g, " ")), text => {
        text.data = text.data.replace(/\s+/g, " ");
        if (text.data === " ") text.remove();
    }),
    "the second half not arrived": page => {
        const walker = document.createTreeWalker(page, NodeFilter.SHOW_ALL);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return each(nodes.slice(Math.ceil(nodes.length / 2)), node => node.remove());
    },
    "fields filled by the browser": page => each(fields(page).filter(field => !field.disabled && !field.readOnly), field => {
        field.value = field.type === "number" ? "7" : "filled by the browser";
        for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    }),
};
