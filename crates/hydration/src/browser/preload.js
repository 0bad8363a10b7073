// Runs before any other script of a case's page, and writes down what the walk does: which nodes it reaches, which it
// adopts and as what, and where it asks for a node that isn't there.
window.trace = (() => {
    const trace = { on: false, reached: new Set(), adopted: new Map(), nothing: [], said: [] };
    const name = node => node.nodeType === 1 ? `<${node.nodeName.toLowerCase()}>` : node.nodeName;
    for (const step of ["firstChild", "nextSibling"]) {
        const own = Object.getOwnPropertyDescriptor(Node.prototype, step);
        Object.defineProperty(Node.prototype, step, {
            ...own,
            get() {
                const found = own.get.call(this);
                if (trace.on) {
                    if (found) trace.reached.add(found);
                    else trace.nothing.push(`${step === "firstChild" ? "within" : "behind"} ${name(this)}`);
                }
                return found;
            },
        });
    }
    const is = Function.prototype[Symbol.hasInstance];
    for (const kind of [Element, Text, Comment]) {
        Object.defineProperty(kind, Symbol.hasInstance, {
            value(node) {
                const yes = is.call(this, node);
                // What inherits from it is asked for by views alone.
                if (trace.on && yes && this === kind) {
                    const kinds = trace.adopted.get(node) ?? [];
                    trace.adopted.set(node, [...kinds, kind.name]);
                }
                return yes;
            },
        });
    }
    const text = value => value instanceof Node ? name(value) : String(value);
    for (const level of ["error", "warn"]) {
        console[level] = (...values) => { trace.said.push(values.map(text).join(" ").slice(0, 400)); };
    }
    addEventListener("error", event => trace.said.push(String(event.message).slice(0, 400)));
    addEventListener("unhandledrejection", event => trace.said.push(String(event.reason).slice(0, 400)));
    return trace;
})();
