// Visitors who differ in one thing each. What a view draws must not depend on any of it: the server knows none of it.
const put = (object, name, descriptor) => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    Object.defineProperty(object, name, { configurable: true, ...descriptor });
    return () => own ? Object.defineProperty(object, name, own) : delete object[name];
};
const value = (object, name, value) => put(object, name, { value, writable: true });
const getter = (object, name, get) => put(object, name, { get });
const DAY = 25 * 3600e3;

const worlds = {
    storage: () => [value(Storage.prototype, "getItem", key => /theme|scheme|mode/i.test(key) ? "dark" : "true")],
    clock: () => {
        const Own = Date;
        class Later extends Own {
            constructor(...parts) { super(...(parts.length ? parts : [Own.now() + DAY])); }
            static now() { return Own.now() + DAY; }
        }
        return [value(window, "Date", Later)];
    },
    zone: () => {
        const options = Intl.DateTimeFormat.prototype.resolvedOptions;
        return [
            value(Date.prototype, "getTimezoneOffset", () => -765),
            value(Date.prototype, "getHours", function () { return (this.getUTCHours() + 12) % 24; }),
            value(Intl.DateTimeFormat.prototype, "resolvedOptions", function () {
                return { ...options.call(this), timeZone: "Pacific/Chatham" };
            }),
        ];
    },
    language: () => [
        getter(Navigator.prototype, "language", () => "ar-EG"),
        getter(Navigator.prototype, "languages", () => ["ar-EG", "ar"]),
    ],
    screen: () => {
        const ask = window.matchMedia;
        const asked = query => {
            const answer = ask.call(window, query);
            return new Proxy(answer, { get: (own, name) => name === "matches" ? !own.matches : Reflect.get(own, name, own) });
        };
        return [
            value(window, "matchMedia", asked),
            value(window, "innerWidth", 390),
            value(window, "innerHeight", 844),
        ];
    },
    address: () => {
        // WebKit refuses `history.replaceState` after a hundred calls in ten seconds.
        location.replace("#elsewhere");
        return [() => location.replace("#")];
    },
};

/// The names of all of them.
export const names = Object.keys(worlds);

/// Does something as such a visitor.
export const within = async (names, act) => {
    const undo = names.flatMap(name => worlds[name]());
    try {
        return await act();
    } finally {
        undo.reverse().forEach(undo => undo());
    }
};
