//! The script of a bundle: wasm-bindgen's glue, with our own start behind it in the same file.

/// Makes one module of both, which exports nothing and starts by itself. Gives the names that the glue exported, too.
pub(super) fn with_boot(glue: &str, boot: &str, wasm: &str) -> (String, Vec<String>) {
    let mut script = String::with_capacity(glue.len() + boot.len());
    let mut exported = Vec::new();
    for line in glue.lines().chain(boot.lines()) {
        if let Some(function) = line.strip_prefix("export function ") {
            exported.extend(function.split('(').next().map(str::to_owned));
        } else if line.starts_with("export {") {
            // Only ever the glue's own start, which is called by its name.
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        if !is_comment(line) {
            script.push_str(line.trim_start());
            script.push('\n');
        }
    }
    let islands = exported.join(", ");
    let start = format!("boot(__wbg_init, {{ {islands} }}, new URL(\"{wasm}\", import.meta.url));\n");
    (script + &start, exported)
}

/// A line that is nothing but a comment. Whoever writes script writes it in lines; strings don't span them.
fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty()
        || line.starts_with("//")
        || line.starts_with("/*")
        || line.starts_with("* ")
        || line.starts_with("*/")
}

#[cfg(test)]
mod tests {
    use super::with_boot;

    #[test]
    fn the_script_calls_boot_with_every_exported_function() {
        let glue = "/* eslint */\nexport function hydrate() {\n    wasm.hydrate();\n}\n\
                    export function Reveal_1(el) {\n}\nasync function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";
        let (script, exported) = with_boot(glue, "// Why.\nexport async function boot() {}\n", "a.wasm");
        assert_eq!(exported, ["hydrate", "Reveal_1"]);
        assert_eq!(
            script,
            "function hydrate() {\nwasm.hydrate();\n}\nfunction Reveal_1(el) {\n}\nasync function __wbg_init() {}\n\
             async function boot() {}\nboot(__wbg_init, { hydrate, Reveal_1 }, new URL(\"a.wasm\", import.meta.url));\n"
        );
    }
}
