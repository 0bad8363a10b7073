//! What wasm-bindgen makes for scripts that we don't have. A crate far below exports classes for streams: nothing of ours
//! uses them, but as exports they hold on to their code, in the script and in the wasm.

use std::collections::BTreeSet;

use wasm_bindgen_cli_support::Output;

/// How a function that the wasm imports stands in the glue.
const IMPORT: &str = ": function(";

/// The glue without what nobody uses, and no export in the wasm but those that it mentions. The functions that the wasm
/// imports get short names on both sides: their own are long, and end in hashes that don't compress.
pub(super) fn exports(bound: &mut Output) -> String {
    let mut glue = without_classes(bound.js());
    let module = bound.wasm_mut();
    let mentioned = mentioned(&glue);
    let (exports, mut idle) = (module.exports.iter(), Vec::new());
    for export in exports.filter(|export| !mentioned.contains(&export.name)) {
        idle.push(export.id());
    }
    for export in idle {
        module.exports.delete(export);
    }
    for (number, import) in module.imports.iter_mut().enumerate() {
        let (long, short) = (format!("\n{}{IMPORT}", import.name), format!("${number}$"));
        if glue.contains(&long) {
            glue = glue.replace(&long, &format!("\n{short}{IMPORT}"));
            import.name = short;
        }
    }
    glue
}

/// The glue without its exported classes, and without the function that starts it synchronously.
fn without_classes(glue: &str) -> String {
    without_blocks(glue, |line| {
        line.starts_with("export class ")
            || line.starts_with("function initSync(")
            || line.starts_with("if (Symbol.dispose) ")
            || (line.starts_with("const ") && line.contains("Finalization = "))
    })
}

/// The glue without the functions that the finished wasm doesn't import. A name that stands in the wasm by chance is kept,
/// which costs a line.
pub(super) fn imports(glue: &str, wasm: &[u8]) -> String {
    without_blocks(glue, |line| {
        let name = line.split_once(IMPORT).map(|(name, _)| name).filter(|name| name.starts_with('$'));
        name.is_some_and(|name| !wasm.windows(name.len()).any(|window| window == name.as_bytes()))
    })
}

/// A script without the statements and entries that begin with a line that is unwanted. Each ends with the line that
/// closes all of its brackets, and with a semicolon if it is a `const`.
fn without_blocks(script: &str, is_unwanted: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if !is_unwanted(line) {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let mut open = depth(line);
        let mut last = line;
        while open > 0 || (line.starts_with("const ") && !last.ends_with(';')) {
            let Some(next) = lines.next() else { break };
            open += depth(next);
            last = next;
        }
    }
    kept
}

/// How many brackets a line opens and doesn't close.
fn depth(line: &str) -> isize {
    line.bytes().map(|byte| isize::from(matches!(byte, b'{' | b'(')) - isize::from(matches!(byte, b'}' | b')'))).sum()
}

/// The names of the wasm's exports that the glue mentions.
fn mentioned(glue: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '$')).collect();
    glue.split("wasm.").skip(1).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::{imports, mentioned, without_classes};

    #[test]
    fn classes_go_with_all_that_belongs_to_them() {
        let glue = "export class A {\nfree() {\nwasm.a_free();\n}\n}\n\
                    if (Symbol.dispose) A.prototype[Symbol.dispose] = A.prototype.free;\n\
                    const AFinalization = (x)\n? { y }\n: new B(ptr => wasm.a_free(ptr));\n\
                    export function hydrate() {\nwasm.hydrate();\n}\n";
        let kept = without_classes(glue);
        assert_eq!(kept, "export function hydrate() {\nwasm.hydrate();\n}\n");
        assert_eq!(Vec::from_iter(mentioned(&kept)), ["hydrate"]);
    }

    #[test]
    fn functions_go_that_nobody_imports() {
        let first = "$0$: function() {\n0;\n},\n";
        let second = "$1$: function() { return handleError(function () {\n1;\n}, arguments); },\n";
        let glue = format!("const import0 = {{\n{first}{second}}};\nend\n");
        assert_eq!(imports(&glue, b"..$0$.."), format!("const import0 = {{\n{first}}};\nend\n"));
        assert_eq!(imports(&glue, b"..$1$.."), format!("const import0 = {{\n{second}}};\nend\n"));
    }
}
