//! Every story of every screen as a case of the hydration check: one list, compiled for the server's side (the test) and
//! for the client's (the twin).

use vestibule_hydration::Case;
use vestibule_ui::{Entry, Frame, LanguageLink, Slots, dev, screens};
use vestibule_words::Language;

/// What must be the same on both sides.
pub(crate) const FLAGS: &[&str] = if cfg!(feature = "islands") { &["islands"] } else { &["whole"] };

/// Every story, drawn as this side draws it.
pub(crate) fn cases() -> Vec<Case> {
    let entries = [screens::entries(), dev::entries()].concat();
    let stories = entries.iter().copied().map(|entry| Case::new(entry.path(), move || draw(entry, Frame::story())));
    let log_in = entries[0];
    let languages = Language::ALL.map(|language| {
        Case::new(format!("language/{}", language.tag()), move || draw(log_in, among_languages(language)))
    });
    stories.chain([Case::new("host/slots", move || draw(log_in, with_slots()))]).chain(languages).collect()
}

/// In one language, with links to all of them.
fn among_languages(language: Language) -> Frame {
    let link = |language: Language| LanguageLink { language, href: format!("?lang={}", language.tag()) };
    Frame { languages: Language::ALL.map(link).to_vec(), ..Frame::story().in_language(language) }
}

/// On a host's site, with markup of its own.
fn with_slots() -> Frame {
    let slots = Slots {
        logo: Some("<a href=\"/\"><img src=\"data:,\" alt=\"Northwind\"></a>".to_owned()),
        legal: Some("<a data-part=\"link\" href=\"/terms\">Terms</a> <a href=\"/privacy\">Privacy</a>".to_owned()),
        footer: Some("<p>Northwind Ltd, 12 Harbour Street</p>".to_owned()),
        aside: Some("<p>Open on weekdays</p>".to_owned()),
        illustration: Some("<img src=\"data:,\" alt=\"\">".to_owned()),
    };
    Frame { slots, mount: "/auth".parse().expect("a mount"), home: "/app".to_owned(), ..Frame::story() }
}

/// A page that hydrates whole begins in the browser from JSON: a model that JSON doesn't carry over differs there.
fn draw(entry: Entry, frame: Frame) -> leptos::prelude::AnyView {
    let client = cfg!(all(feature = "hydrate", not(feature = "islands")));
    if client && screens::entries().iter().any(|screen| screen.screen == entry.screen) {
        let frame = serde_json::to_string(&frame).and_then(|frame| serde_json::from_str(&frame));
        let frame = frame.expect("a frame is plain data");
        return screens::draw(entry.screen, frame, &entry.model_json()).expect("a screen reads its own model");
    }
    entry.view(frame)
}
