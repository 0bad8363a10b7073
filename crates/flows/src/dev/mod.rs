//! The gallery and the development mailbox. Offered only when asked for, and only on loopback (H-12).

mod colours;
mod copies;
mod files;
mod forced;
mod knobs;
mod live;
mod wall;

use axum::{
    Json, Router,
    extract::{OriginalUri, Path, Query, RawQuery, State},
    http::{StatusCode, Uri, header, uri::PathAndQuery},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use vestibule_core::routes;
use vestibule_http::{headers::Framing, problem::Problem};
use vestibule_ui::{
    Entry, Frame, Screen,
    dev::{
        self, DevMail, DevMailItem, DevMailMessage, DevMailMessageModel, DevMailModel, Gallery, GalleryGroup,
        GalleryModel,
    },
    screens,
};
use vestibule_words::Language;

use crate::{
    Vestibule, language,
    look::STYLESHEET,
    page::{Bundle, Document, data_block, draw, escape},
};

use knobs::{Knobs, Script, Switch};

pub(crate) use files::address;
pub(crate) use live::Live;

pub(crate) fn router() -> Router<Vestibule> {
    Router::new()
        .route(routes::GALLERY, get(gallery))
        .route(&format!("{}/stories.json", routes::GALLERY), get(stories))
        .route(&format!("{}/mail/{{name}}", routes::GALLERY), get(mail))
        .route(&format!("{}/wall", routes::GALLERY), get(wall::wall))
        .route(&format!("{}/live", routes::GALLERY), get(files::live))
        .route(&format!("{}/files/{{file}}", routes::GALLERY), get(files::serve_own))
        .route(&format!("{}/look{}/{{build}}/{{*name}}", routes::GALLERY, routes::ASSETS), get(files::serve_built))
        .route(&format!("{}/{{screen}}/{{story}}", routes::GALLERY), get(story))
        .route(routes::DEV_MAIL, get(mailbox))
        .route(&format!("{}/{{number}}", routes::DEV_MAIL), get(message))
}

fn all_stories() -> Vec<Entry> {
    [screens::entries(), dev::entries()].concat()
}

async fn gallery(State(vestibule): State<Vestibule>, RawQuery(asked): RawQuery) -> Response {
    let mut model = GalleryModel::of(&all_stories());
    model.asked = asked.unwrap_or_default();
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

async fn story(
    State(vestibule): State<Vestibule>,
    OriginalUri(uri): OriginalUri,
    Path((screen, story)): Path<(String, String)>,
    Query(knobs): Query<Knobs>,
) -> Response {
    let Some(entry) = all_stories().into_iter().find(|entry| entry.screen == screen && entry.story == story) else {
        return Problem::NotFound.into();
    };
    if knobs.beside == Switch::On {
        return beside(&vestibule, &uri, &knobs);
    }
    let look = knobs.look(&vestibule);
    let frame = knobs.frame(&vestibule, &look);
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
        stylesheet: knobs.stylesheet(&vestibule, &look),
        font: vestibule.font(&look),
        mark: vestibule.mark(&look),
        more: files::of(&vestibule, &knobs),
        framing: Framing::Gallery,
        data,
        nonce: None,
    };
    let body = draw(|| entry.view(frame.clone()));
    let body = match knobs.state {
        Some(state) => forced::force(&body, state, |_| true),
        None => body,
    };
    document.response(&vestibule, StatusCode::OK, &body)
}

/// A story in two widths at once.
fn beside(vestibule: &Vestibule, uri: &Uri, knobs: &Knobs) -> Response {
    let address = uri.path_and_query().map_or("", PathAndQuery::as_str).replace("beside=on", "beside=off");
    let address = escape(&address);
    let frame = vestibule.frame().in_language(Language::English);
    let document = Document {
        title: "Two widths",
        frame: &Frame { scheme: knobs.scheme, ..frame },
        bundle: Bundle::None,
        stylesheet: files::own(vestibule, "beside.css"),
        font: None,
        mark: None,
        more: Vec::new(),
        framing: Framing::Gallery,
        data: None,
        nonce: None,
    };
    let body = ["Phone", "Desk"].map(|title| format!("<iframe title=\"{title}\" src=\"{address}\"></iframe>"));
    document.response(vestibule, StatusCode::OK, &body.concat())
}

fn dev_page<S: Screen>(vestibule: &Vestibule, model: S::Model) -> Response {
    // Those who build read English.
    let frame = vestibule.frame().in_language(Language::English);
    let title = S::title(&frame, &model);
    let document = Document {
        title: &title,
        frame: &frame,
        bundle: Bundle::GALLERY,
        stylesheet: vestibule.at(&vestibule.0.assets.url(STYLESHEET)),
        font: None,
        mark: None,
        more: Vec::new(),
        framing: Framing::Gallery,
        data: None,
        nonce: None,
    };
    document.response(vestibule, StatusCode::OK, &draw(|| S::view(frame.clone(), model)))
}
