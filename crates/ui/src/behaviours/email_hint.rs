//! Offers the address that was probably meant.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use vestibule_core::email_hint;

use super::browser;

/// What stands for the address or its domain in the texts that the behaviour is given.
pub const BLANK: char = '\u{fffc}';

/// An offer below the address's control with the id `control`, and two buttons that answer it. Renders one
/// `<p data-part="message" data-kind="suggestion">` in a place where it is heard. It never blocks: whoever sends the form as it is has decided.
///
/// Without script the server makes the offer when the form comes back, and the address is mended by hand.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn EmailHint(
    /// The id of the address's control.
    control: String,
    /// The address that the server offers; empty when it offers none.
    offer: String,
    /// "Did you mean …?", with a [`BLANK`] for the address.
    question: String,
    /// "Use …", with a [`BLANK`] for the domain.
    accept: String,
    /// "Keep …", with a [`BLANK`] for the domain.
    keep: String,
) -> impl IntoView {
    let (hidden, set_hidden) = signal(offer.is_empty());
    let (no_buttons, set_no_buttons) = signal(true);
    let (asked, set_asked) = signal(fill(&question, &offer));
    let (accepting, set_accepting) = signal(fill(&accept, &domain(&offer)));
    let (keeping, set_keeping) = signal(keep.clone());
    let accept_button = NodeRef::<leptos::html::Button>::new();
    let keep_button = NodeRef::<leptos::html::Button>::new();
    browser::when_adopted(move || {
        let Some(input) = browser::control(&control) else { return };
        let (Some(accepted), Some(kept)) = (accept_button.get_untracked(), keep_button.get_untracked()) else { return };
        let kept_domain = Rc::new(RefCell::new(String::new()));
        let look = {
            let (input, kept_domain) = (input.clone(), kept_domain.clone());
            move || {
                let typed = domain(&input.value());
                let meant = email_hint::suggest(&input.value()).filter(|_| typed != *kept_domain.borrow());
                if let Some(meant) = &meant {
                    set_asked.set(fill(&question, meant));
                    set_accepting.set(fill(&accept, &domain(meant)));
                    set_keeping.set(fill(&keep, &typed));
                }
                set_no_buttons.set(meant.is_none());
                set_hidden.set(meant.is_none());
                meant
            }
        };
        browser::watch_presses();
        let again = look.clone();
        browser::listen(&input, &["change"], move |_| {
            let again = again.clone();
            browser::between_presses(move || drop(again()));
        });
        // The button that had the focus goes: it returns to the address. It can only be refused by a control that is gone.
        let (meant, own) = (look.clone(), input.clone());
        browser::listen(&accepted, &["click"], move |_| {
            if let Some(meant) = meant() {
                own.set_value(&meant);
            }
            let _ = own.focus();
            set_hidden.set(true);
        });
        browser::listen(&kept, &["click"], move |_| {
            *kept_domain.borrow_mut() = domain(&input.value());
            let _ = input.focus();
            set_hidden.set(true);
        });
        look();
    });
    view! {
        <div role="status">
        <p data-part="message" data-kind="suggestion" hidden=hidden>
            <span>{asked}</span>
            <button data-part="button" data-kind="quiet" data-name="accept" data-state="idle" type="button" node_ref=accept_button hidden=no_buttons>
                {accepting}
            </button>
            <button data-part="button" data-kind="quiet" data-name="keep" data-state="idle" type="button" node_ref=keep_button hidden=no_buttons>
                {keeping}
            </button>
        </p>
        </div>
    }
}

/// A text with its blank filled in.
fn fill(text: &str, with: &str) -> String {
    let (before, after) = text.split_once(BLANK).unwrap_or((text, ""));
    let mut filled = before.to_owned();
    filled.push_str(with);
    filled.push_str(after);
    filled
}

/// What stands behind the @.
fn domain(address: &str) -> String {
    address.bytes().rposition(|byte| byte == b'@').map_or("", |at| &address[at + 1..]).to_owned()
}
