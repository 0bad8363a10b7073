// What a page loads under `cargo leptos watch`, which makes one bundle with every screen and doesn't put `boot` into it.
// The wasm beside this file is empty: it stands for the one that a page expects to preload.
import start, * as islands from "./pkg/glue.js";
import { boot } from "./boot.js";

boot(start, islands, new URL("pkg/glue.wasm", import.meta.url));
