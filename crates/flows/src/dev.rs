//! The gallery and the development mailbox. Offered only when asked for, and only on loopback (H-12).

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;
use vestibule_core::routes;
use vestibule_http::{headers::Framing, problem::Problem};
use vestibule_ui::{
    Entry, Frame, Scheme, Screen,
    dev::{
        self, DevMail, DevMailItem, DevMailMessage, DevMailMessageModel, DevMailModel, Gallery, GalleryGroup,
        GalleryModel,
    },
    screens,
};
use vestibule_words::{Direction, Language};

use crate::{
    Vestibule, language,
    look::STYLESHEET,
    page::{Bundle, Document, data_block, draw},
};

pub(crate) fn router() -> Router<Vestibule> {
    Router::new()
        .route(routes::GALLERY, get(gallery))
        .route(&format!("{}/stories.json", routes::GALLERY), get(stories))
        .route(&format!("{}/mail/{{name}}", routes::GALLERY), get(mail))
        .route(&format!("{}/{{screen}}/{{story}}", routes::GALLERY), get(story))
        .route(routes::DEV_MAIL, get(mailbox))
        .route(&format!("{}/{{number}}", routes::DEV_MAIL), get(message))
}

fn all_stories() -> Vec<Entry> {
    [screens::entries(), dev::entries()].concat()
}

async fn gallery(State(vestibule): State<Vestibule>) -> Response {
    let mut model = GalleryModel::of(&all_stories());
    let stories = super::mail::samples::NAMES.map(str::to_owned).to_vec();
    model.groups.push(GalleryGroup { screen: "mail".to_owned(), stories });
    dev_page::<Gallery>(&vestibule, model)
}

/// What a mail's page may do: nothing but look as a mail does, whose styles stand in its elements.
const MAIL_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// A mail as its reader sees it.
async fn mail(State(vestibule): State<Vestibule>, Path(name): Path<String>, Query(knobs): Query<Knobs>) -> Response {
    match language::within(knobs.language(), || super::mail::samples::sample(&vestibule, &name)) {
        Some(letter) => ([(header::CONTENT_SECURITY_POLICY, MAIL_POLICY)], Html(letter.html)).into_response(),
        None => Problem::NotFound.into(),
    }
}

async fn stories(State(vestibule): State<Vestibule>) -> Response {
    let list = all_stories().into_iter().map(|entry| {
        let path = format!("{}/{}", vestibule.at(routes::GALLERY), entry.path());
        serde_json::json!({ "screen": entry.screen, "story": entry.story, "path": path })
    });
    Json(list.collect::<Vec<_>>()).into_response()
}

async fn mailbox(State(vestibule): State<Vestibule>) -> Response {
    let letters = vestibule.0.dev_mailbox.as_ref().map(super::mail::DevMailbox::newest_first).unwrap_or_default();
    let item = |(id, letter): (u64, super::mail::Letter)| DevMailItem {
        id,
        to: letter.to.to_string(),
        subject: letter.subject,
    };
    dev_page::<DevMail>(&vestibule, DevMailModel { items: letters.into_iter().map(item).collect() })
}

async fn message(State(vestibule): State<Vestibule>, Path(number): Path<u64>) -> Response {
    let Some(letter) = vestibule.0.dev_mailbox.as_ref().and_then(|mailbox| mailbox.get(number)) else {
        return Problem::NotFound.into();
    };
    let super::mail::Letter { to, subject, text, code, link, .. } = letter;
    dev_page::<DevMailMessage>(&vestibule, DevMailMessageModel { to: to.to_string(), subject, text, link, code })
}

/// How a story is shown.
#[derive(Deserialize)]
struct Knobs {
    #[serde(default)]
    scheme: Scheme,
    /// The tag of a language.
    #[serde(default)]
    lang: String,
    /// The name of a theme; without one the pages' own.
    #[serde(default)]
    theme: String,
    /// Another direction than the language's.
    dir: Option<Direction>,
    /// `off` shows the story as a browser without script does.
    #[serde(default)]
    script: Script,
}

impl Knobs {
    fn language(&self) -> Language {
        Language::from_tag(&self.lang).unwrap_or_default()
    }
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Script {
    #[default]
    On,
    Off,
}

async fn story(
    State(vestibule): State<Vestibule>,
    Path((screen, story)): Path<(String, String)>,
    Query(knobs): Query<Knobs>,
) -> Response {
    let Some(entry) = all_stories().into_iter().find(|entry| entry.screen == screen && entry.story == story) else {
        return Problem::NotFound.into();
    };
    let frame = Frame { scheme: knobs.scheme, ..Frame::story().in_language(knobs.language()) };
    let frame = Frame { direction: knobs.dir.unwrap_or(frame.direction), ..frame };
    let look = vestibule.0.looks.get(&knobs.theme).unwrap_or(&vestibule.0.look);
    let frame = vestibule.in_look(frame, look, &vestibule.0.assets);
    let is_dev = dev::entries().iter().any(|dev| dev.screen == entry.screen);
    let bundle = match knobs.script {
        Script::Off => Bundle::None,
        Script::On if is_dev => Bundle::GALLERY,
        Script::On => Bundle::PRODUCT,
    };
    let data = (bundle == Bundle::Whole).then(|| data_block(entry.screen, &frame, &entry.model_json()));
    let title = entry.title(&frame);
    let document = Document {
        title: &title,
        frame: &frame,
        bundle,
        stylesheet: &vestibule.at(&vestibule.0.assets.url(&look.stylesheet)),
        framing: Framing::Gallery,
        data,
        nonce: None,
    };
    document.response(&vestibule, StatusCode::OK, &draw(|| entry.view(frame.clone())))
}

fn dev_page<S: Screen>(vestibule: &Vestibule, model: S::Model) -> Response {
    // Those who build read English.
    let frame = vestibule.frame().in_language(Language::English);
    let title = S::title(&frame, &model);
    let document = Document {
        title: &title,
        frame: &frame,
        bundle: Bundle::GALLERY,
        stylesheet: &vestibule.at(&vestibule.0.assets.url(STYLESHEET)),
        framing: Framing::Gallery,
        data: None,
        nonce: None,
    };
    document.response(vestibule, StatusCode::OK, &draw(|| S::view(frame.clone(), model)))
}
