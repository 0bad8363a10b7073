//! `vestibule theme export`: the gallery of a theme as a folder of pages that need no server and no script.

mod still;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use tower::ServiceExt;
use vestibule::theme::Theme;

use super::gallery::{self, Shown};
use still::{SCHEMES, Still};

/// Where the pages are while they are drawn: nobody listens there.
const AUTHORITY: &str = "localhost:4000";

/// More than any page of ours has.
const MAX_PAGE: usize = 64 * 1024 * 1024;

/// Writes every story of a theme in both schemes, the wall, and a page that lists them.
pub(super) async fn export(folder: &Path, out: &Path) -> anyhow::Result<()> {
    let theme = Theme::read(folder)?;
    let is_free = !out.exists() || fs::read_dir(out)?.next().is_none();
    ensure!(is_free, "{} is not empty, and nothing is written over", out.display());
    let router = gallery::router(Shown::Theme(Box::new(theme.clone())), &format!("http://{AUTHORITY}")).await?;
    let site = Site { router, out: out.to_owned() };
    let mut files = BTreeSet::new();
    let list = site.page("/gallery").await?;
    for scheme in SCHEMES {
        let still = Still { scheme, depth: 0 };
        site.write(still.index(), still.list(&list))?;
        for path in still::pages(&list) {
            // Both schemes hang on the wall.
            let shown = if path == "/gallery/wall" { "auto" } else { scheme };
            let html = site.page(&format!("{path}?scheme={shown}&script=off")).await?;
            let still = Still { scheme, depth: path.matches('/').count() - 2 };
            files.extend(still::files(&html));
            site.write(&still.file(path), still.page(&html))?;
        }
    }
    files.extend(still::files(&list));
    for file in files {
        site.write(&still::file(&file), site.bytes(&file).await?)?;
    }
    for (file, bytes) in theme.files {
        site.write(&format!("assets/theme/{}/{file}", theme.name), bytes)?;
    }
    println!("{}", out.join("index.html").display());
    Ok(())
}

struct Site {
    router: Router,
    out: PathBuf,
}

impl Site {
    async fn page(&self, address: &str) -> anyhow::Result<String> {
        Ok(String::from_utf8(self.bytes(address).await?)?)
    }

    async fn bytes(&self, address: &str) -> anyhow::Result<Vec<u8>> {
        let request = Request::get(address).header(header::HOST, AUTHORITY).body(Body::empty())?;
        let answer = self.router.clone().oneshot(request).await?;
        if !answer.status().is_success() {
            bail!("{address} is not drawn: {}", answer.status());
        }
        Ok(to_bytes(answer.into_body(), MAX_PAGE).await?.to_vec())
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
        let path = self.out.join(file);
        let folder = path.parent().unwrap_or(&self.out);
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(&path, bytes).with_context(|| path.display().to_string())
    }
}
