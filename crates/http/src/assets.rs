//! The built files: stylesheet, bootstrap script, wasm. Held in memory, each under the build's own id, for ever (L-12: no
//! third party is asked for anything).

use std::{collections::BTreeMap, io, path::Path, sync::Arc};

use axum::{
    body::Body,
    extract::{Path as UrlPath, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use vestibule_core::routes;

use crate::problem::Problem;

/// The files of one build.
#[derive(Debug, Clone)]
pub struct Assets {
    build: Arc<str>,
    files: Arc<BTreeMap<String, File>>,
}

#[derive(Debug)]
struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    content_type: &'static str,
}

impl Assets {
    /// Reads a folder and those below it. `x.br` beside `x` is its compressed form.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut contents = BTreeMap::new();
        collect(folder, "", &mut contents)?;
        Ok(Self::of(contents))
    }

    /// The files of a build, by name.
    #[must_use]
    pub fn of(contents: BTreeMap<String, Bytes>) -> Self {
        let mut hash = Sha256::new();
        let mut files = BTreeMap::new();
        for (name, plain) in &contents {
            let Some(content_type) = content_type(name) else { continue };
            hash.update(name.as_bytes());
            hash.update(plain);
            let brotli = contents.get(&format!("{name}.br")).cloned();
            files.insert(name.clone(), File { plain: plain.clone(), brotli, content_type });
        }
        let build = hash.finalize().iter().take(8).fold(0_u64, |build, &byte| build << 8 | u64::from(byte));
        Self { build: format!("{build:016x}").into(), files: Arc::new(files) }
    }

    /// These files and more of them, as one build.
    #[must_use]
    pub fn with(&self, more: BTreeMap<String, Bytes>) -> Self {
        let mut contents = more;
        for (name, file) in &*self.files {
            if contents.contains_key(name) {
                continue;
            }
            contents.insert(name.clone(), file.plain.clone());
            if let Some(brotli) = &file.brotli {
                contents.insert(format!("{name}.br"), brotli.clone());
            }
        }
        Self::of(contents)
    }

    /// What a file holds.
    #[must_use]
    pub fn get(&self, file: &str) -> Option<Bytes> {
        self.files.get(file).map(|file| file.plain.clone())
    }

    /// The build's id, which stands in the addresses of its files.
    #[must_use]
    pub fn build(&self) -> &str {
        &self.build
    }

    /// The address of a file.
    #[must_use]
    pub fn url(&self, file: &str) -> String {
        format!("{}/{}/{file}", routes::ASSETS, self.build)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether the build has a file.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }
}

fn collect(folder: &Path, prefix: &str, contents: &mut BTreeMap<String, Bytes>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), contents)?;
        } else {
            contents.insert(name, Bytes::from(std::fs::read(entry.path())?));
        }
    }
    Ok(())
}

fn content_type(name: &str) -> Option<&'static str> {
    match Path::new(name).extension()?.to_str()? {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

/// Serves a file of this build. Another build's address is not found: a page and its script always belong together.
#[expect(clippy::unused_async, reason = "axum wants an async function of every handler")]
pub async fn serve(
    State(assets): State<Assets>,
    UrlPath((build, name)): UrlPath<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(file) = assets.files.get(&name).filter(|_| *build == *assets.build) else {
        return Problem::NotFound.into_response();
    };
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let brotli =
        file.brotli.as_ref().filter(|_| accepts.split(',').any(|coding| coding.trim().split(';').next() == Some("br")));
    let body = brotli.unwrap_or(&file.plain).clone();
    let mut response = (StatusCode::OK, Body::from(body)).into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli.is_some() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}
