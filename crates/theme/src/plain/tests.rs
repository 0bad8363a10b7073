use std::{fs, path::Path};

use super::{
    pieces::{Piece, pieces},
    plain,
    weight::weigh,
};

#[track_caller]
fn check(css: &str, expected: &str) {
    let flat: String = plain(css).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(flat, expected, "{css}");
}

#[test]
fn layers_count_in_the_order_of_their_names_and_not_of_their_rules() {
    let order = "@layer v { @layer reset, parts, theme; }";
    check(
        &format!(
            "{order} @layer v.theme {{ a {{ x: 1 }} }} @layer v.parts {{ b {{ x: 2 }} }} @layer v.reset {{ c {{ x: 3 }} }}"
        ),
        "c:not(._._){ x: 3 } b:not(._._){ x: 2 } a:not(._._){ x: 1 }",
    );
    check(
        "@layer a { @layer b { p { x: 1 } } q { x: 2 } @layer c { r { x: 3 } } }",
        "p:not(._._){ x: 1 } r:not(._._){ x: 3 } q:not(._._){ x: 2 }",
    );
}

#[test]
fn what_is_in_no_layer_comes_last() {
    check("a { x: 1 } @layer l { b { x: 2 } }", "b:not(._._){ x: 2 } a:not(._._){ x: 1 }");
}

#[test]
fn a_condition_goes_with_its_rules_into_each_layer() {
    check(
        "@layer l, m; @media print { a { x: 1 } @layer l { b { x: 2 } } } @layer m { c { x: 3 } }",
        "@media print{ b:not(._._){ x: 2 } } c:not(._._){ x: 3 } @media print{ a:not(._._){ x: 1 } }",
    );
}

#[test]
fn what_has_no_selectors_stays_as_it_is() {
    let frames = "@keyframes turn{ from { rotate: 0 } to { rotate: 1turn } }";
    check(&format!("@layer l {{ {frames} }}"), frames);
    check("@font-face{ src: url(a;b.woff2) }", "@font-face{ src: url(a;b.woff2) }");
    check("@import \"a.css\"; a { x: 1 }", "@import \"a.css\"; a:not(._._){ x: 1 }");
}

#[test]
fn signs_in_comments_strings_and_brackets_are_no_signs() {
    let css = "/* } */ a::before { content: \"} ; '\\\"\" } b:is(c, [d='{']) { x: url(;) }";
    let [Piece::Block { prelude, .. }, Piece::Block { prelude: second, body }] = pieces(css)[..] else {
        panic!("two blocks: {:?}", pieces(css))
    };
    assert_eq!((prelude, second, body), ("a::before", "b:is(c, [d='{'])", " x: url(;) "));
    assert_eq!(pieces("a { x: 1 } b { x: 2"), [Piece::Block { prelude: "a", body: " x: 1 " }]);
}

#[test]
fn a_selector_gets_its_weight_before_its_pseudo_element() {
    let check = |selectors, expected| assert_eq!(weigh(selectors), expected, "{selectors}");
    check(":where([data-part=\"card\"]) > *", ":where([data-part=\"card\"]) > *:not(._._)");
    check(":where(a, b)::before, c:hover", ":where(a, b):not(._._)::before, c:hover:not(._._)");
    check(":where(a:is(::before))::after:hover", ":where(a:is(::before)):not(._._)::after:hover");
    check("a /* big */, /* b */ i", "a:not(._._), i:not(._._)");
    check("p:first-letter, p:first-child", "p:not(._._):first-letter, p:first-child:not(._._)");
    check("::view-transition", ":not(._._)::view-transition");
    check(":root, :where(:root), :root[dir]", ":root, :where(:root), :root[dir]:not(._._)");
}

/// All that we ship would look the same with and without layers only if nothing but the order decides within one.
#[test]
fn our_own_selectors_weigh_nothing_and_only_the_reset_insists() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    for folder in ["", "parts", "screens"] {
        for file in fs::read_dir(style.join(folder)).expect("the style is in the repository") {
            let file = file.expect("a file").path();
            if file.extension().is_none_or(|ending| ending != "css") {
                continue;
            }
            let css = fs::read_to_string(&file).expect("it can be read");
            let name = file.display();
            assert!(!css.contains("!important") || file.ends_with("reset.css"), "{name} insists");
            for line in plain(&css).lines().filter(|line| line.contains(":not(._._)")) {
                let (selectors, _) = line.split_once('{').expect("a rule has a block");
                for selector in selectors.split(":not(._._)") {
                    let heavy = bare(selector);
                    assert!(heavy.is_empty(), "{name}: {heavy:?} in {selectors}");
                }
            }
        }
    }
}

/// What stands in a selector outside of `:where(…)`: combinators, `*` and pseudo-elements weigh no class.
fn bare(selector: &str) -> String {
    let mut bare = String::new();
    let (mut depth, mut rest) = (0_usize, selector.trim_start_matches(", "));
    while let Some(first) = rest.chars().next() {
        if depth == 0 && rest.starts_with(":where(") {
            depth = 1;
            rest = &rest[":where(".len()..];
            continue;
        }
        match first {
            '(' => depth += 1,
            ')' => depth -= 1,
            c if depth == 0 => bare.push(c),
            _ => {}
        }
        rest = &rest[first.len_utf8()..];
    }
    let bare = bare.split("::").next().unwrap_or_default();
    bare.chars().filter(|c| !" >+~*,".contains(*c)).collect()
}
