//! Text as writing: entities, languages, white space, and what a tokenizer could trip over.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [entities(), languages(), white_space()].into_iter().flatten().collect()
}

fn entities() -> Vec<Sample> {
    vec![
        good("entities", || view! { <p>{"a&b <c> \"d\" 'e' \u{a0}"}</p> }),
        good("entity-written-out", || view! { <code>{"&amp;lt; &#x41; &nbsp &notit; &"}</code> }),
        good("markup-shown-as-text", || view! { <pre><code>"<p class=\"a\">1 < 2 && 3 > 2</p>"</code></pre> }),
        good("ends-of-other-languages", || view! { <p>{"--> ]]> </script> </style> <!-- <![CDATA[ <? %>"}</p> }),
        good("entities-in-attribute", || view! { <a href="/?a=1&b=2&copy=3" title="<\"'>">"x"</a> }),
        good("entities-in-dynamic-attribute", || {
            let next = "/search?q=\"a & b\"&lt=<1>".to_owned();
            view! { <a href=next.clone() title=move || next.clone()>"Search again"</a> }
        }),
        good("braces-and-backslashes", || view! { <p>"{{ not.a.template }} \\n ${price} `tick`"</p> }),
    ]
}

fn languages() -> Vec<Sample> {
    vec![
        good("right-to-left", || view! { <p dir="rtl" lang="he">"שלום"</p> }),
        good("both-directions", || {
            let user = "مريم";
            view! { <p>"Posted by "<bdi>{user}</bdi>": "<bdo dir="rtl">"reversed"</bdo>"\u{2068}x\u{2069}"</p> }
        }),
        good("east-asian", || view! { <p lang="ja">"東京\u{3000}とうきょう"<wbr/>"トウキョウ"</p> }),
        good("combining-marks", || view! { <p>{"Zoe\u{308} · Tiế\u{323}ng · नमस्ते · สวัสดี"}</p> }),
        good("emoji-in-sequence", || view! { <p>"👩‍🔬 🏳️‍🌈 🇳🇿 1️⃣"</p> }),
        good("beyond-the-basic-plane", || view! { <p title="𝒳">{"𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u{10ffff}"}</p> }),
        good("invisible-characters", || {
            view! { <p>{"soft\u{ad}hyphen zero\u{200b}width join\u{200d}er \u{feff}"}</p> }
        }),
        good("control-characters-that-stay", || view! { <p>{"next\u{85}line separator\u{2028} bell\u{7}"}</p> }),
        good("language-of-a-part", || {
            view! { <p lang="en">"The word "<i lang="de">"Zeitgeist"</i>" is German."</p> }
        }),
    ]
}

fn white_space() -> Vec<Sample> {
    vec![
        good("white-space-only", || view! { <p>" \t "</p> }),
        good("non-breaking-space", || view! { <p>"\u{a0}"</p> }),
        good("form-feed-and-tab", || view! { <p>{"a\u{c}b\tc"}</p> }),
        good("newline-first-in-p", || view! { <p>"\nab"</p> }),
        good("newline-within-pre", || view! { <pre>"a\nb\n"</pre> }),
        good("newline-after-element-in-pre", || view! { <pre><b>"a"</b>"\nb"</pre> }),
        good("indented-code", || {
            let code = "fn main() {\n\tprintln!(\"hi\");\n}\n";
            view! { <figure><pre><code class="language-rust">{code}</code></pre></figure> }
        }),
        good("poem-with-breaks", || {
            view! { <p>"Roses are red,"<br/>"violets are blue,"<br/>"markers are empty,"<br/>"and so are you."</p> }
        }),
        good("spaces-around-inline-elements", || view! { <p>" a "<b>" b "</b>" "<i>" c "</i>" "</p> }),
        good("white-space-between-blocks", || view! { <div>" "<p>"a"</p>"\n  "<p>"b"</p>" "</div> }),
    ]
}
