//! `vestibule theme dev`: the gallery on a folder that is being written, and what is to be mended in it.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use axum::Router;
use vestibule::{
    Remark, Remarks,
    theme::{Theme, Times, check::Finding},
};

use super::{
    check::rebuilt,
    fonts,
    gallery::{Gallery, Shown},
};

/// How often the files' times are looked at.
const EVERY: Duration = Duration::from_millis(100);

/// Shows a theme's folder as it is written, until it is stopped.
pub(super) async fn dev(folder: PathBuf, port: Option<u16>) -> anyhow::Result<()> {
    let remarks = Remarks::default();
    let gallery = Gallery::open(Shown::Folder(folder.clone(), remarks.clone()), port, Router::new()).await?;
    println!("{0}/gallery\n{0}/gallery/wall", gallery.address);
    println!("Saved files are shown at once, and checked; i names what is pointed at. Ctrl+C ends.");
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended?,
        failed = follow(&folder, &remarks) => failed?,
    }
    gallery.close().await;
    Ok(())
}

/// Checks the folder whenever something in it was saved, and says what changed: here, and to the gallery's pages, whose
/// looks don't wait for it.
async fn follow(folder: &Path, remarks: &Remarks) -> anyhow::Result<()> {
    let mut ticks = tokio::time::interval(EVERY);
    let (mut times, mut last) = (None, String::new());
    loop {
        ticks.tick().await;
        let now = Some(Times::of(folder));
        if now == times {
            continue;
        }
        times = now;
        let read = folder.to_owned();
        let Checked { said, found } = tokio::task::spawn_blocking(move || check(&read)).await?;
        remarks.set(found);
        if said != last {
            println!("{said}");
            last = said;
        }
    }
}

/// What a check of the files came to.
struct Checked {
    /// For the terminal.
    said: String,
    /// For the pages. A folder that is no theme has none: its gallery says why by itself.
    found: Vec<Remark>,
}

fn check(folder: &Path) -> Checked {
    // What keeps it from being written is among what is found.
    let _ = fonts::write(folder);
    let theme = match Theme::read(folder) {
        Ok(theme) => theme,
        Err(error) => return Checked { said: error.sentence(), found: Vec::new() },
    };
    let mut findings = theme.check();
    findings.extend(rebuilt::check(&theme));
    let mut said: Vec<_> = findings.iter().map(Finding::to_string).collect();
    said.push(match findings.len() {
        0 => format!("{}: nothing to mend in the files.", theme.name),
        1 => format!("{}: one thing to mend.", theme.name),
        many => format!("{}: {many} things to mend.", theme.name),
    });
    Checked { said: said.join("\n"), found: findings.into_iter().map(remark).collect() }
}

fn remark(finding: Finding) -> Remark {
    Remark {
        weight: finding.code.weight().as_str().to_owned(),
        code: finding.code.as_str().to_owned(),
        title: finding.code.title().to_owned(),
        place: finding.place.to_string(),
        what: finding.what,
        instead: finding.instead,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{super::new::new, Checked, check};

    #[test]
    fn what_is_to_be_mended_is_said_here_and_there() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        new(&acme, None).expect("it is free");
        let write = |file: &str, text: &str| fs::write(acme.join(file), text).expect("a file");
        fs::remove_file(acme.join("theme.toml")).expect("it is there");
        let Checked { said, found } = check(&acme);
        assert!(said.starts_with("theme.toml can't be read") && found.is_empty(), "{said}");

        write("theme.toml", "name = 'Acme'\ncontract = 1\n");
        write("parts.css", "\n.card { color: red }\n");
        write("footer.html", "<p>One<div>two</div></p>");
        let Checked { said, found } = check(&acme);
        let remark = found.iter().find(|remark| remark.code == "T111").expect("a class is no part");
        assert_eq!((remark.weight.as_str(), remark.place.as_str()), ("fault", "parts.css:2"));
        assert_eq!(remark.instead, "Use `[data-part=\"card\"]`");
        assert!(found.iter().any(|remark| remark.place.starts_with("footer.html")), "{found:?}");
        assert!(said.contains("fault[T111]") && said.contains("--> parts.css:2"), "{said}");

        write("parts.css", "");
        write("footer.html", "<p>One</p>");
        let Checked { said, found } = check(&acme);
        assert_eq!((found, said.as_str()), (Vec::new(), "acme: nothing to mend in the files."));
    }
}
