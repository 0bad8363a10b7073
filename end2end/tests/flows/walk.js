// Runs before the page's own script and writes down what hydration does to the islands: where it asks for a node that
// isn't there, what it changes, and how many nodes it adopts.
(() => {
    const walk = window.walk = { adopted: 0, nothing: [], changed: [] };
    let ready = false;
    const island = node => (node.nodeType === 1 ? node : node.parentElement)?.closest("leptos-island");
    const name = node => node.nodeType === 1 ? node.cloneNode(false).outerHTML : `${node.nodeName} ${node.data}`;
    for (const step of ["firstChild", "nextSibling"]) {
        const own = Object.getOwnPropertyDescriptor(Node.prototype, step);
        Object.defineProperty(Node.prototype, step, {
            ...own,
            get() {
                const found = own.get.call(this);
                if (!ready && !found && island(this)) walk.nothing.push(`${step} of ${name(this)}`);
                return found;
            },
        });
    }
    const is = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(Element, Symbol.hasInstance, {
        value(node) {
            const yes = is.call(this, node);
            walk.adopted += Number(!ready && yes && Boolean(island(node)));
            return yes;
        },
    });
    const observer = new MutationObserver(() => {});
    document.addEventListener("readystatechange", () => {
        // The parser is done, and no deferred script has run yet.
        observer.observe(document, { subtree: true, childList: true, characterData: true });
    }, { once: true });
    document.addEventListener("auth:ready", () => {
        ready = true;
        walk.changed = observer.takeRecords().filter(({ target }) => island(target)).map(({ target }) => name(target));
        observer.disconnect();
    });
})();
