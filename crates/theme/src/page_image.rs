//! The one picture of a tenant's pages.

use bytes::Bytes;

use crate::{Theme, ThemeError, folder::MAX_KIB};

impl Theme {
    /// The same with another picture behind the card (layout `full`) or beside it (`split`, `split-end`). It is served as it
    /// is, and only PNG and WebP are: they hold no script, so anybody may send one.
    ///
    /// # Errors
    /// [`ThemeError`] for anything else, and for more than 512 KiB: a page waits for it.
    pub fn with_page_image(mut self, picture: Bytes) -> Result<Self, ThemeError> {
        let file = match &*picture {
            [0x89, b'P', b'N', b'G', ..] => "page.png",
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "page.webp",
            _ => return Err(ThemeError::Picture),
        };
        if picture.len() > MAX_KIB * 1024 {
            return Err(ThemeError::TooLarge { file: file.to_owned(), max: MAX_KIB });
        }
        self.files.insert(file.to_owned(), picture);
        self.tokens.extend(["\n:root { --auth-page-image: url(\"", file, "\"); }\n"]);
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use crate::{Colour, Theme, ThemeError};

    #[test]
    fn a_picture_is_on_the_page_in_any_colour_and_by_its_kind() {
        let theme = Theme::built_in("foyer").expect("it is one of ours");
        let theme = theme.with_page_image(Bytes::from_static(b"RIFF\x04\0\0\0WEBPVP8 ")).expect("it is WebP");
        assert!(theme.stylesheet().contains("--auth-page-image: url(\"page.webp\")"), "{}", theme.stylesheet());
        assert!(theme.files.contains_key("page.webp"));
        let derived = theme.derive(Colour::parse("#ffe600").expect("a colour")).expect("it can be read");
        assert!(derived.tokens.contains("url(\"page.webp\")"), "{}", derived.tokens);
    }

    #[test]
    fn what_could_hold_a_script_or_is_too_large_is_refused() {
        let theme = || Theme::built_in("foyer").expect("it is one of ours");
        let svg = theme().with_page_image(Bytes::from_static(b"<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assert!(matches!(svg, Err(ThemeError::Picture)));
        let large = [b"\x89PNG".to_vec(), vec![0; 600 * 1024]].concat();
        assert!(matches!(theme().with_page_image(large.into()), Err(ThemeError::TooLarge { .. })));
    }
}
