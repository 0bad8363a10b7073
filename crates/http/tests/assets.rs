//! The built files, as browsers get them.

use std::collections::BTreeMap;

use axum::{
    body::to_bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
};
use bytes::Bytes;
use vestibule_http::assets::{Assets, serve};

fn files(files: &[(&str, &'static str)]) -> BTreeMap<String, Bytes> {
    files.iter().map(|&(name, text)| (name.to_owned(), Bytes::from_static(text.as_bytes()))).collect()
}

#[tokio::test]
async fn a_file_in_another_s_place_brings_its_compressed_form_or_none() {
    let first = Assets::of(files(&[("a.css", "old"), ("a.css.br", "OLD"), ("b.css", "b"), ("b.css.br", "B")]));
    let then = first.with(files(&[("a.css", "new")]));
    assert_ne!(then.build(), first.build());
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br"));
    for (file, expected) in [("a.css", "new"), ("b.css", "B")] {
        let place = Path((then.build().to_owned(), file.to_owned()));
        let answer = serve(State(then.clone()), place, headers.clone()).await;
        let body = to_bytes(answer.into_body(), 64).await.expect("it is in memory");
        assert_eq!(body, expected, "{file}");
    }
}
