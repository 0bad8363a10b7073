//! An imitation of forced colours, as high-contrast modes have them: a copy of the stylesheet that answers as if they were
//! on, and says behind it what a browser does by itself. Only an imitation: the colours are this browser's, and a
//! browser keeps what is transparent, where here an element has a ground and what is drawn before or after it has none.
//! `vestibule theme check` draws with the browser's own.

/// What a browser does to whatever doesn't opt out, which is `{each}`. What the stylesheet says for forced colours is
/// important too, and weighs more or stands in a layer: it wins.
const IMITATION: &str = "
{each} { background-color: Canvas !important; border-color: CanvasText !important; outline-color: CanvasText !important; \
accent-color: auto !important; caret-color: auto !important; }
{each}::before, {each}::after { background-color: transparent !important; border-color: CanvasText !important; }
{each}, {each}::before, {each}::after { color: inherit !important; -webkit-text-fill-color: currentcolor !important; \
text-decoration-color: currentcolor !important; box-shadow: none !important; text-shadow: none !important; }
:where(html) { color: CanvasText !important; }
{each}:where(a[href]) { color: LinkText !important; }
{each}:where(input, select, textarea) { background-color: Field !important; color: FieldText !important; }
{each}:where(button, summary) { background-color: ButtonFace !important; border-color: ButtonBorder !important; \
color: ButtonText !important; }
{each}:where(a *, button *, summary *) { background-color: transparent !important; }
{each}:where(:disabled) { color: GrayText !important; }
";

/// What asks for forced colours, up to what it asks.
const ASKS: &str = "(forced-colors";

/// A block that is open.
struct Block<'a> {
    prelude: &'a str,
    /// Whether it holds declarations, and is no rule of another kind.
    is_style: bool,
    /// Whether all of it is for forced colours alone.
    is_forced: bool,
}

/// A stylesheet in forced colours.
pub(super) fn forced(css: &str) -> String {
    let css = without_comments(css);
    let mut copy = String::with_capacity(css.len() + IMITATION.len());
    let mut blocks: Vec<Block<'_>> = Vec::new();
    // What opts out keeps its colours, and so does what is in it.
    let mut left = vec!["svg".to_owned(), "svg *".to_owned()];
    let mut rest = css.as_str();
    while !rest.is_empty() {
        let (text, end, after) = piece(rest);
        rest = after;
        if end == Some('{') {
            let prelude = text.trim();
            let is_style = !prelude.starts_with('@');
            let is_forced = blocks.last().is_some_and(|block| block.is_forced) || (!is_style && answer(prelude).1);
            blocks.push(Block { prelude, is_style, is_forced });
            copy.push_str(&answer(text).0);
        } else if let Some(block) = blocks.last().filter(|block| block.is_style && text.contains(':')) {
            copy.push_str(&without_gradients(text));
            if block.is_forced && !text.contains('!') {
                copy.push_str(" !important");
            }
            let is_left = text.split_whitespace().collect::<String>() == "forced-color-adjust:none";
            if is_left && !block.prelude.contains("::") {
                left.extend([format!(":is({})", block.prelude), format!(":is({}) *", block.prelude)]);
            }
        } else {
            copy.push_str(text);
        }
        if end == Some('}') {
            blocks.pop();
        }
        copy.extend(end);
    }
    copy + &IMITATION.replace("{each}", &format!(":where(:not({}))", left.join(", ")))
}

/// What stands before the next end of a prelude, a declaration or a block; which of them it is; and what is behind it.
fn piece(css: &str) -> (&str, Option<char>, &str) {
    let (mut depth, mut quote, mut is_escaped) = (0_u32, None, false);
    for (at, c) in css.char_indices() {
        match (quote, c) {
            _ if is_escaped => is_escaped = false,
            (_, '\\') => is_escaped = true,
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{' | '}' | ';') if depth == 0 => return (&css[..at], Some(c), &css[at + 1..]),
            _ => {}
        }
    }
    (css, None, "")
}

/// A condition with the answers of forced colours in it, and whether it asks for them to be on.
fn answer(prelude: &str) -> (String, bool) {
    let (mut answered, mut is_on) = (String::with_capacity(prelude.len()), false);
    let mut pieces = prelude.split(ASKS);
    answered.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (asked, rest) = piece.split_once(')').unwrap_or((piece, ""));
        let is_off = asked.contains("none");
        is_on |= !is_off;
        answered.extend([if is_off { "(width < 0px)" } else { "(width >= 0px)" }, rest]);
    }
    (answered, is_on)
}

/// A declaration whose pictures are files alone. A mask is none: it says what is drawn, not in which colour.
fn without_gradients(declaration: &str) -> String {
    let mut whole = declaration.to_owned();
    if whole.trim_start().trim_start_matches("-webkit-").starts_with("mask") {
        return whole;
    }
    while let Some(found) = whole.find("-gradient(") {
        let begin = whole[..found].rfind(|c: char| !c.is_ascii_alphabetic() && c != '-').map_or(0, |at| at + 1);
        let mut open = 0_u32;
        let end = whole[found..].find(|c| {
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            c == ')' && open == 0
        });
        let end = end.map_or(whole.len(), |end| found + end + 1);
        whole.replace_range(begin..end, "none");
    }
    whole
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    bare.extend(pieces.map(|piece| piece.split_once("*/").map_or("", |(_, rest)| rest)));
    bare
}

#[cfg(test)]
mod tests {
    use super::{IMITATION, forced};

    /// What the copy says before the imitation, and what that leaves alone.
    #[track_caller]
    fn check(css: &str, expected: &str, left: &str) {
        let imitation = IMITATION.replace("{each}", &format!(":where(:not(svg, svg *{left}))"));
        assert_eq!(forced(css), format!("{expected}{imitation}"));
    }

    #[test]
    fn what_is_asked_is_answered_as_if_colours_were_forced_and_what_is_said_then_wins() {
        check(
            "@media (forced-colors: active) { a { color: Highlight; fill: red !important } } a { color: red }",
            "@media (width >= 0px) { a { color: Highlight !important; fill: red !important } } a { color: red }",
            "",
        );
        check(
            "@layer v { @media (width < 9rem), (forced-colors:active){a{b:c}} @media (x) and (forced-colors: none) { a { b: c } } }",
            "@layer v { @media (width < 9rem), (width >= 0px){a{b:c !important}} @media (x) and (width < 0px) { a { b: c } } }",
            "",
        );
    }

    #[test]
    fn who_opts_out_is_left_alone() {
        check(
            ":where(a, b) { forced-color-adjust: none; } p::before { forced-color-adjust:none }",
            ":where(a, b) { forced-color-adjust: none; } p::before { forced-color-adjust:none }",
            ", :is(:where(a, b)), :is(:where(a, b)) *",
        );
    }

    #[test]
    fn a_picture_stays_if_it_is_a_file() {
        check(
            "a { background: url(data:image/png;base64,a) center, repeating-linear-gradient(to right, rgb(0 0 0) 0, red) 0 0 }",
            "a { background: url(data:image/png;base64,a) center, none 0 0 }",
            "",
        );
        check(
            "a { mask: linear-gradient(red, #000); --b: 'x;{' /* } */ }",
            "a { mask: linear-gradient(red, #000); --b: 'x;{'  }",
            "",
        );
    }
}
