// Runs before any other script of a case's page, too: which handler the client put on which element, in which order, and
// of which of its closures it was made. Each instance of the client has the same closures at the same addresses.
//
// A closure of Rust's is two addresses: where its values lie, and a table of what can be done with them, which begins with
// three words: how to drop them, their size, their alignment. One closure may hold others, which Leptos does with handlers;
// so it is told by all tables that it holds.
window.listening = (() => {
    let made = 0;
    const closures = new WeakMap();
    const closure = handler => {
        if (!closures.has(handler)) closures.set(handler, { order: made++ });
        return closures.get(handler);
    };
    // Whoever made a closure of the client's wants to hear of its end, and says its two addresses then.
    const { register } = FinalizationRegistry.prototype;
    FinalizationRegistry.prototype.register = function (target, held, ...token) {
        if (typeof target === "function") closures.set(target, { held, order: made++ });
        return register.call(this, target, held, ...token);
    };
    const tables = (held, { memory, __heap_base: heap }) => {
        if (!held?.a || !held.b || !heap) return [];
        const words = new Uint32Array(memory.buffer);
        const word = address => words[address / 4];
        const isTable = at => at >= 1024 && at < heap.value && at % 4 === 0
            && word(at + 4) < 65536 && [1, 2, 4, 8, 16].includes(word(at + 8));
        const size = Math.min(word(held.b + 4), 256);
        const inside = [...words.subarray(held.a / 4, (held.a + size) / 4)];
        return [held.b, ...inside.filter(isTable)];
    };
    let put = [];
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const captures = options => options === true || Boolean(options?.capture);
    const is = (target, event, handler, options) => known => known.target === target && known.event === event
        && known.handler === handler && known.capture === captures(options);
    EventTarget.prototype.addEventListener = function (event, handler, options) {
        if (this?.nodeType === Node.ELEMENT_NODE && typeof handler === "function" && !put.some(is(this, event, handler, options))) {
            closure(handler);
            put.push({ target: this, event, handler, capture: captures(options) });
        }
        return add.call(this, event, handler, options);
    };
    EventTarget.prototype.removeEventListener = function (event, handler, options) {
        const known = is(this, event, handler, options);
        put = put.filter(other => !known(other));
        return remove.call(this, event, handler, options);
    };
    // Where Leptos delegates, an element has its handlers as properties.
    const DELEGATED = "$$$";
    // The handlers on what is in `root`, in the order in which they were made.
    const on = root => {
        const elements = [...root.querySelectorAll("*")];
        const inside = new Set(elements);
        const own = put.filter(({ target }) => inside.has(target));
        const delegated = elements.flatMap(target => Object.keys(target)
            .filter(key => key.startsWith(DELEGATED))
            .map(key => ({ target, event: key.slice(DELEGATED.length), handler: target[key] })));
        return [...own, ...delegated]
            .map(({ target, event, handler }) => ({ target, event, ...closure(handler) }))
            .sort((one, other) => one.order - other.order);
    };
    // The same, each with the number of its element and the tables of its closure, which is the client's of these exports.
    const within = (root, exports) => {
        const elements = [...root.querySelectorAll("*")];
        return on(root).map(({ target, event, held }) =>
            ({ event, tables: tables(held, exports), element: elements.indexOf(target) }));
    };
    return { on, within };
})();
// Who has the focus as far as this document is concerned: another frame that takes it takes it from nobody here.
window.focusHere = (() => {
    let holder = null;
    addEventListener("focusin", ({ target }) => { holder = target; }, true);
    for (const kind of [HTMLElement, SVGElement]) {
        const { focus, blur } = kind.prototype;
        kind.prototype.focus = function (...how) {
            focus.apply(this, how);
            if (document.activeElement === this) holder = this;
        };
        kind.prototype.blur = function () {
            blur.call(this);
            if (holder === this) holder = null;
        };
    }
    const shown = element => element?.isConnected && !element.disabled && element.getClientRects().length > 0;
    return () => shown(holder) ? holder : null;
})();
