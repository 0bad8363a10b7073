//! The stylesheet: one file out of those that it imports, without comments and needless space.
//!
//! No CSS compiler: ours is plain CSS, and one that rewrites it would stand between designers and what they wrote.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use super::{STYLESHEET, compress, stamp::Stamp};
use crate::places;

/// Builds the stylesheet into the site.
pub(super) fn build(site: &Path) -> Result<()> {
    let whole = inline(&places::at("style").join(STYLESHEET), 0)?;
    let recipe = include_str!("style.rs");
    let stamp = Stamp::of(STYLESHEET, &[whole.as_bytes(), recipe.as_bytes()]);
    if stamp.is_current() && site.join(STYLESHEET).is_file() {
        return Ok(());
    }
    compress::write(site, STYLESHEET, squeeze(&whole).as_bytes())?;
    stamp.set()
}

/// A file with each `@import "file";` replaced by that file, and `@import "file" layer(name);` by the file in its layer.
fn inline(file: &Path, depth: usize) -> Result<String> {
    ensure!(depth < 8, "{} is imported in a circle", file.display());
    let text = fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
    let mut whole = String::new();
    for line in text.lines() {
        let Some(import) = line.trim_start().strip_prefix("@import ") else {
            whole.push_str(line);
            whole.push('\n');
            continue;
        };
        let Some((name, layer)) = parse_import(import) else {
            bail!(
                "{}: an import is written `@import \"file.css\";` or `@import \"file.css\" layer(name);`",
                file.display()
            );
        };
        let imported = inline(&file.with_file_name(name), depth + 1)?;
        match layer {
            Some(layer) => whole.extend(["@layer ", layer, " {\n", &imported, "}\n"]),
            None => whole.push_str(&imported),
        }
    }
    Ok(whole)
}

fn parse_import(import: &str) -> Option<(&str, Option<&str>)> {
    let import = import.split("/*").next()?.trim().strip_suffix(';')?.trim();
    let import = import.strip_prefix("url(").map_or(import, |url| url.trim_start());
    let (name, rest) = import.strip_prefix('"')?.split_once('"')?;
    let rest = rest.trim_start_matches(')').trim();
    match rest.strip_prefix("layer(") {
        Some(layer) => Some((name, Some(layer.strip_suffix(')')?))),
        None => rest.is_empty().then_some((name, None)),
    }
}

/// Drops comments, and space where it means nothing. Strings stay as they are.
fn squeeze(css: &str) -> String {
    let mut squeezed = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' || first == '\'' {
            let end = end_of_string(rest, first);
            squeezed.push_str(&rest[..end]);
            end
        } else if first.is_whitespace() {
            if !squeezed.ends_with([' ', '{', '}', ';', ',']) && !squeezed.is_empty() {
                squeezed.push(' ');
            }
            rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len())
        } else {
            if matches!(first, '{' | '}' | ';' | ',') {
                squeezed.truncate(squeezed.trim_end_matches(' ').len());
            }
            if first == '}' {
                squeezed.truncate(squeezed.trim_end_matches(';').len());
            }
            squeezed.push(first);
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    squeezed.truncate(squeezed.trim_end().len());
    squeezed
}

fn end_of_string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{parse_import, squeeze};

    #[test]
    fn imports_are_read_with_and_without_a_layer() {
        let check = |import, expected| assert_eq!(parse_import(import), expected, "{import}");
        check("\"tokens.css\";", Some(("tokens.css", None)));
        check("url(\"tokens.css\") layer(vestibule.tokens);", Some(("tokens.css", Some("vestibule.tokens"))));
        check(
            "\"parts/field.css\" layer(vestibule.parts); /* why */",
            Some(("parts/field.css", Some("vestibule.parts"))),
        );
        check("\"print.css\" print;", None);
        check("tokens.css;", None);
    }

    #[test]
    fn space_and_comments_go_and_meaning_stays() {
        let check = |css, expected| assert_eq!(squeeze(css), expected, "{css}");
        check("a {\n  color: red;\n  margin: 0 1px;\n}\n", "a{color: red;margin: 0 1px}");
        check("a :hover , b { x: y } /* why */", "a :hover,b{x: y}");
        check("a::before { content: \" /* ; } '\\\" \"; }", "a::before{content: \" /* ; } '\\\" \"}");
        check("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}");
    }
}
