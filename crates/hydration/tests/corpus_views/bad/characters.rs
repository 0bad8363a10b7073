//! Characters that don't come through, and markup that a tokenizer reads otherwise.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    LeadingNewline as H410, Misnested as H413, Normalised as H411, RawMarker as H412, RepeatedAttribute as H415,
};

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    [newlines(), lost(), raw(), repeated()].into_iter().flatten().collect()
}

fn newlines() -> Vec<Sample> {
    vec![
        bad("newline-in-pre", &[H410], || view! { <pre>"\nab"</pre> }),
        bad("only-a-newline-in-pre", &[H410], || view! { <pre>"\n"</pre> }),
        bad("newline-in-textarea", &[H410], || view! { <textarea>"\nab"</textarea> }),
        bad("newline-in-listing", &[H410], || view! { <div inner_html="<listing>\n10 PRINT</listing>"></div> }),
        bad("code-that-begins-with-an-empty-line", &[H410], || {
            let code = "\n\nfn main() {}".to_owned();
            view! { <figure><pre>{code}</pre></figure> }
        }),
        bad("newline-from-a-signal", &[H410], || {
            let log = RwSignal::new("\nstarted".to_owned());
            view! { <pre role="log">{move || log.get()}</pre> }
        }),
    ]
}

fn lost() -> Vec<Sample> {
    vec![
        bad("carriage-return", &[H411], || view! { <p>"a\r\nb"</p> }),
        bad("carriage-return-in-attribute", &[H411], || view! { <i title="a\r\nb">"x"</i> }),
        bad("carriage-return-alone", &[H411], || view! { <pre>{"10%\r20%\r30%"}</pre> }),
        bad("message-sent-from-windows", &[H411], || {
            let message = "Dear Ada,\r\n\r\nyours".to_owned();
            view! { <form><textarea name="message">{message}</textarea></form> }
        }),
        bad("nul", &[H411], || view! { <p>"a\u{0}b"</p> }),
        bad("nul-from-a-fixed-width-field", &[H411], || {
            let name = String::from_utf8_lossy(b"ADA\0\0\0").into_owned();
            view! { <output>{name}</output> }
        }),
    ]
}

fn raw() -> Vec<Sample> {
    vec![
        bad("two-texts-in-textarea", &[H412], || view! { <textarea>"a"{"b"}</textarea> }),
        bad("signature-in-a-textarea", &[H412], || {
            let name = RwSignal::new("Ada".to_owned());
            view! { <label>"Letter"<textarea>"Dear all,\n\n"{name}</textarea></label> }
        }),
        bad("two-texts-in-title", &[H412], || {
            let page = "Inbox";
            view! { <div><title>{page}" – Notes"</title></div> }
        }),
        bad("overlapping-tags", &[H413], || view! { <div inner_html="<b>1<i>2</b>3</i>"></div> }),
        bad("link-left-open-by-an-editor", &[H413], || {
            view! { <article inner_html="<p>See <a href='/a'>this</p><p>and that</a></p>"></article> }
        }),
    ]
}

fn repeated() -> Vec<Sample> {
    vec![
        bad("attribute-twice", &[H415], || view! { <div inner_html=r#"<i id="a" id="b">x</i>"#></div> }),
        bad("attribute-spread-over-another", &[H415], || {
            #[component]
            fn Named() -> impl IntoView {
                view! { <i title="from inside">"x"</i> }
            }
            view! { <div><Named attr:title="from outside"/></div> }
        }),
        bad("spread-over-its-own-attribute", &[H415], || {
            let given = view! { <{..} type="button"/> };
            view! { <p><button type="submit" {..given}>"Go"</button></p> }
        }),
        bad("id-of-two-layers", &[H415], || {
            #[component]
            fn Field() -> impl IntoView {
                view! { <input id="field" name="n"/> }
            }
            view! { <label for="email">"E-mail"</label><Field attr:id="email"/> }
        }),
    ]
}
