//! A letter's two bodies, from the same content: plain text, and HTML in the theme's colours.
//!
//! Mail clients read no stylesheet of ours: tables are not needed any more, inline styles are. Colours are the theme's in
//! hex; the dark ones are offered to clients that ask (`prefers-color-scheme`), and neither pure black nor pure white is
//! used, since clients that invert colours by themselves distort those most.

use leptos::prelude::*;
use vestibule_theme::MailColours;
use vestibule_ui::Frame;
use vestibule_words::Text;

use crate::{
    look::Mails,
    page::{draw, escape},
};

/// What a letter says, in its order.
pub(super) struct MailPage {
    pub(super) lead: Text,
    /// A line before the code, and the code.
    pub(super) code: Option<(Text, String)>,
    /// What happened when, where: a name and a value each.
    pub(super) facts: Vec<(Text, String)>,
    pub(super) action: Action,
    pub(super) notes: Vec<Text>,
}

/// The one thing to do.
pub(super) struct Action {
    pub(super) lead: Text,
    pub(super) button: Text,
    pub(super) href: String,
}

/// What clients get that ask for dark colours.
fn style(dark: &MailColours) -> String {
    let MailColours { page, card, ink, soft, accent, on_accent, .. } = dark;
    format!(
        "<style>@media (prefers-color-scheme: dark){{.page{{background:{page}!important}}\
         .card{{background:{card}!important}}.ink{{color:{ink}!important}}.soft{{color:{soft}!important}}\
         .button{{background:{accent}!important;color:{on_accent}!important}}}}</style>"
    )
}

impl MailPage {
    /// The plain text: one thought a paragraph, code and link on lines of their own.
    pub(super) fn text(&self, product: &str) -> String {
        let code = self.code.as_ref().map(|(lead, code)| format!("{lead}\n\n    {code}\n\n")).unwrap_or_default();
        let facts: Vec<String> = self.facts.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        let facts = if facts.is_empty() { String::new() } else { format!("{}\n", facts.concat()) };
        let (notes, Action { lead: action, href, .. }) = (self.notes.join("\n"), &self.action);
        let from = self.from(product);
        format!("{}\n\n{code}{facts}{action}\n{href}\n\n{notes}\n\n-- \n{from}\n", self.lead)
    }

    /// Who writes, from where: people compare it with what their browser shows.
    fn from(&self, product: &str) -> String {
        // Every link of ours is below the base URL.
        let host = self.action.href.split('/').nth(2).unwrap_or_default();
        format!("{product} · {host}")
    }

    /// The HTML, complete with its head.
    pub(super) fn html(&self, frame: &Frame, subject: &str, colours: &Mails) -> String {
        let (body, style) = (draw(|| self.body(frame, &colours.light)), style(&colours.dark));
        let (language, direction) = (frame.language.tag(), frame.direction.as_str());
        format!(
            "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
             <title>{}</title>{style}</head>{body}</html>",
            escape(subject)
        )
    }

    fn body(&self, frame: &Frame, colours: &MailColours) -> impl IntoView + use<> {
        let MailColours { page, card, ink, soft, accent, on_accent, .. } = colours.clone();
        let (ink, soft) = (format!("color:{ink}"), format!("font-size:14px;line-height:20px;color:{soft}"));
        let code = self.code.clone().map(|(lead, code)| {
            view! {
                <p class="ink" style=format!("margin:24px 0 8px;{ink}")>{lead}</p>
                <p class="ink" dir="ltr" style=format!("margin:0 0 24px;font:600 32px/40px ui-monospace,Menlo,Consolas,monospace;letter-spacing:.2em;{ink}")>{code}</p>
            }
        });
        let facts = self.facts.iter().cloned().map(|(name, value)| {
            view! { <p class="soft" style=format!("margin:8px 0 0;{soft}")>{name}": "<bdi>{value}</bdi></p> }
        });
        let facts = facts.collect_view();
        let notes = self.notes.iter().cloned().map(|note| {
            view! { <p class="soft" style=format!("margin:16px 0 0;{soft}")>{note}</p> }
        });
        let notes = notes.collect_view();
        let Action { lead: action_lead, button, href } = &self.action;
        let (action_lead, button, href) = (action_lead.clone(), button.clone(), href.clone());
        view! {
            <body class="page" style=format!("margin:0;padding:24px;background:{page}")>
                <div class="card" style=format!("max-width:496px;margin:0 auto;padding:32px;border-radius:16px;background:{card};font:16px/24px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif")>
                    <p class="ink" style=format!("margin:0 0 24px;font-weight:650;{ink}")>{frame.product.clone()}</p>
                    <p class="ink" style=format!("margin:0;{ink}")>{self.lead.clone()}</p>
                    {code}
                    {facts}
                    <p class="ink" style=format!("margin:24px 0 12px;{ink}")>{action_lead}</p>
                    <a class="button" style=format!("display:inline-block;padding:10px 24px;border-radius:8px;background:{accent};color:{on_accent};font-weight:600;text-decoration:none") href=href>{button}</a>
                    {notes}
                    <p class="soft" style=format!("margin:24px 0 0;{soft}")>{self.from(&frame.product)}</p>
                </div>
            </body>
        }
    }
}
