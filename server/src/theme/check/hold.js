// Runs before a page's own script: what the page is hydrated with waits until it is let go.
(() => {
    const held = Promise.withResolvers();
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            await held.promise;
            return own.apply(WebAssembly, all);
        };
    }
    window.letGo = held.resolve;
})();
