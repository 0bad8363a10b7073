//! Pages of the gallery as files: every address in them leads to a file beside them, or nowhere.

use std::{collections::BTreeSet, path::Path};

/// The schemes that each page is written in, the first of them for who opens the list.
pub(super) const SCHEMES: [&str; 2] = ["light", "dark"];

/// Attributes that hold an address.
const ADDRESSES: [&str; 3] = [" href=\"", " src=\"", " action=\""];

/// How pages are written: in which scheme, and how many folders below the list.
#[derive(Clone, Copy)]
pub(super) struct Still {
    pub(super) scheme: &'static str,
    pub(super) depth: usize,
}

impl Still {
    /// The list's file.
    pub(super) const fn index(self) -> &'static str {
        match self.scheme.as_bytes() {
            b"dark" => "dark.html",
            _ => "index.html",
        }
    }

    /// The file of a page of the gallery, its query apart: `/gallery/log-in/empty` is `log-in/empty-light.html`.
    pub(super) fn file(self, path: &str) -> String {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let scheme = SCHEMES.into_iter().find(|scheme| query.contains(&format!("scheme={scheme}")));
        format!("{}-{}.html", path.trim_start_matches("/gallery/"), scheme.unwrap_or(self.scheme))
    }

    /// A page whose addresses are files.
    pub(super) fn page(self, html: &str) -> String {
        ADDRESSES.iter().fold(html.to_owned(), |html, start| {
            let mut pieces = html.split(start);
            let mut still = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
                still.extend([*start, &*self.address(address), "\"", rest]);
            }
            still
        })
    }

    /// The list of the gallery, without what needs script, and with the way to the list of the other scheme.
    pub(super) fn list(self, html: &str) -> String {
        let without = cut(&cut(html, "<script", "</script>", ""), "<link rel=\"preload\"", ">", "");
        let other =
            Self { scheme: SCHEMES.into_iter().find(|scheme| *scheme != self.scheme).unwrap_or_default(), ..self };
        let link = format!("<p><a data-dev=\"alone\" href=\"{}\">{}</a></p>", other.index(), other.scheme);
        let page = self.page(&cut(&without, "<form data-dev=\"knobs\"", "</form>", &link));
        page.replace("data-scheme=\"auto\"", &format!("data-scheme=\"{}\"", self.scheme))
    }

    fn address(self, address: &str) -> String {
        let up = "../".repeat(self.depth);
        if is_file(address) {
            format!("{up}{}", file(address))
        } else if address.starts_with("/gallery/") {
            format!("{up}{}", self.file(address))
        } else if address.starts_with('/') {
            // Where it leads needs a server.
            "#".to_owned()
        } else {
            address.to_owned()
        }
    }
}

/// The pages that a page of the gallery leads to.
pub(super) fn pages(html: &str) -> BTreeSet<&str> {
    addresses(html).filter(|address| address.starts_with("/gallery/") && !is_file(address)).collect()
}

/// What a page loads.
pub(super) fn files(html: &str) -> BTreeSet<String> {
    addresses(html)
        .filter(|address| is_file(address) && Path::new(address).extension().is_some_and(|ending| ending == "css"))
        .map(str::to_owned)
        .collect()
}

/// The file of something that a page loads: its build apart, which is another one for each version of it.
pub(super) fn file(address: &str) -> String {
    if let Some(own) = address.strip_prefix("/gallery/files/") {
        return format!("files/{own}");
    }
    let built = address.split_once("/assets/").map_or(address, |(_, built)| built);
    format!("assets/{}", built.split_once('/').map_or(built, |(_, name)| name))
}

fn is_file(address: &str) -> bool {
    ["/assets/", "/gallery/look/", "/gallery/files/"].iter().any(|start| address.starts_with(start))
}

fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let found = ADDRESSES.iter().flat_map(move |start| html.split(start).skip(1));
    found.map(|piece| piece.split('"').next().unwrap_or_default())
}

/// Each piece from `start` to `end` with something else in its place.
fn cut(html: &str, start: &str, end: &str, instead: &str) -> String {
    let mut pieces = html.split(start);
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left.push_str(instead);
        left.push_str(piece.split_once(end).map_or("", |(_, rest)| rest));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::{Still, files, pages};

    const STILL: Still = Still { scheme: "light", depth: 1 };

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(STILL.page(&format!("<a href=\"{address}\">a</a>")), format!("<a href=\"{expected}\">a</a>"));
    }

    #[test]
    fn an_address_is_a_file_or_nowhere() {
        check("/assets/0123/theme/acme/vestibule.css", "../assets/theme/acme/vestibule.css");
        check("/gallery/look/assets/0123/theme/acme/forced.css", "../assets/theme/acme/forced.css");
        check("/gallery/files/wall.css", "../files/wall.css");
        check("/gallery/log-in/empty", "../log-in/empty-light.html");
        check("/gallery/log-in/empty?scheme=dark&amp;lang=en", "../log-in/empty-dark.html");
        check("/signup", "#");
        check("#card", "#card");
        check("https://example.org/", "https://example.org/");
    }

    #[test]
    fn the_list_has_no_script_and_a_way_to_the_other_one() {
        let list = "<html data-scheme=\"auto\"><script src=\"/assets/1/a.js\"></script><form data-dev=\"knobs\" hidden><b></b></form><a href=\"/gallery/a/b\">b</a>";
        let expected = "<html data-scheme=\"light\"><p><a data-dev=\"alone\" href=\"dark.html\">dark</a></p><a href=\"a/b-light.html\">b</a>";
        assert_eq!(Still { depth: 0, ..STILL }.list(list), expected);
    }

    #[test]
    fn what_a_page_leads_to_and_loads_is_found() {
        let html = "<link href=\"/assets/1/a.css\"><a href=\"/gallery/a/b\">b</a><iframe src=\"/gallery/a/c\"></iframe><a href=\"/login\">l</a>";
        assert_eq!(pages(html).into_iter().collect::<Vec<_>>(), ["/gallery/a/b", "/gallery/a/c"]);
        assert_eq!(files(html).into_iter().collect::<Vec<_>>(), ["/assets/1/a.css"]);
    }
}
