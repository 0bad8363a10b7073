//! `/r`: our sources as items to copy, for `vestibule add` and for shadcn's tool. The same for everybody, and nothing of
//! this installation; asked for by programs, which keep what hasn't changed.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{Router, extract::Path, http::HeaderMap, response::Response, routing::get};
use vestibule_core::routes;
use vestibule_http::{problem::Problem, standing::Standing};

use crate::Vestibule;

const JSON: &str = "application/json";

static INDEX: LazyLock<Standing> = LazyLock::new(|| Standing::new(vestibule_registry::INDEX, JSON));

static ITEMS: LazyLock<BTreeMap<&str, Standing>> =
    LazyLock::new(|| vestibule_registry::texts().map(|(name, text)| (name, Standing::new(text, JSON))).collect());

pub(crate) fn router() -> Router<Vestibule> {
    Router::new()
        .route(&format!("{}/registry.json", routes::REGISTRY), get(index))
        .route(&format!("{}/{{file}}", routes::REGISTRY), get(item))
}

async fn index(headers: HeaderMap) -> Response {
    INDEX.answer(&headers)
}

async fn item(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let item = file.strip_suffix(".json").and_then(|name| ITEMS.get(name));
    item.map_or_else(|| Problem::NotFound.into(), |item| item.answer(&headers))
}
