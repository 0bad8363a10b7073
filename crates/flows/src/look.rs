//! The look of the pages: a theme as the files that browsers load and what it says of the page.

use std::{collections::BTreeMap, io::Write};

use bytes::Bytes;
use vestibule_http::assets::Assets;
use vestibule_theme::{MailColours, Mode, Theme, ValueError};
use vestibule_ui::{Layout, Slots};

/// Our stylesheet among the built files.
pub(crate) const STYLESHEET: &str = "vestibule.css";

/// What a theme becomes in front of people.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    /// The one stylesheet of its pages, among the built files.
    pub(crate) stylesheet: String,
    pub(crate) layout: Layout,
    pub(crate) mails: Mails,
    /// As the theme wrote them: its pictures have no address yet.
    slots: Slots,
    /// The names of its pictures and fonts.
    files: Vec<String>,
    /// The folder of its files among the built files.
    folder: String,
}

impl Default for Look {
    /// Ours, as it is.
    fn default() -> Self {
        let (slots, files) = (Slots::default(), Vec::new());
        let (stylesheet, layout, mails) = (STYLESHEET.to_owned(), Layout::default(), Mails::default());
        Self { stylesheet, layout, mails, slots, files, folder: String::new() }
    }
}

/// The colours of mails.
#[derive(Debug, Clone)]
pub(crate) struct Mails {
    /// For every client.
    pub(crate) light: MailColours,
    /// For clients that ask for dark ones.
    pub(crate) dark: MailColours,
}

impl Mails {
    fn of(theme: &Theme) -> Result<Self, ValueError> {
        Ok(Self { light: theme.mail(Mode::Light)?, dark: theme.mail(Mode::Dark)? })
    }
}

impl Default for Mails {
    /// Foyer's.
    fn default() -> Self {
        let foyer = Theme::built_in("foyer").expect("it is one of ours");
        Self::of(&foyer).expect("a test reads each of ours")
    }
}

impl Look {
    /// The look of a theme, and its files among the others. Its stylesheet is ours with its own behind it, so that a page
    /// waits for one file, and nothing is seen without a look or with another one.
    pub(crate) fn of(theme: &Theme, assets: &mut Assets) -> Self {
        let folder = format!("theme/{}", theme.name);
        let stylesheet = format!("{folder}/{STYLESHEET}");
        let mut whole = assets.get(STYLESHEET).unwrap_or_default().to_vec();
        whole.extend_from_slice(theme.stylesheet().as_bytes());
        let mut contents = BTreeMap::from([(format!("{stylesheet}.br"), compress(&whole))]);
        contents.insert(stylesheet.clone(), Bytes::from(whole));
        contents.extend(theme.files.iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes.clone())));
        *assets = assets.with(contents);
        let files = theme.files.keys().cloned().collect();
        // What a browser understands may be more than we do; the pages are the theme's even so.
        let mails = Mails::of(theme).unwrap_or_else(|error| {
            tracing::warn!(%error, theme = %theme.name, "mails are in the default colours");
            Mails::default()
        });
        Self { stylesheet, layout: theme.layout, mails, slots: theme.slots.clone(), files, folder }
    }

    /// The slots with what the host put there itself, and else the theme's, whose pictures are at the addresses that `at`
    /// gives to built files.
    pub(crate) fn slots(&self, own: &Slots, at: impl Fn(&str) -> String) -> Slots {
        let placed = |own: &Option<String>, slot: &Option<String>| {
            own.clone().or_else(|| {
                let place = |html: String, file: &String| {
                    html.replace(&format!("=\"{file}\""), &format!("=\"{}\"", at(&format!("{}/{file}", self.folder))))
                };
                slot.clone().map(|html| self.files.iter().fold(html, place))
            })
        };
        Slots {
            logo: placed(&own.logo, &self.slots.logo),
            legal: placed(&own.legal, &self.slots.legal),
            footer: placed(&own.footer, &self.slots.footer),
            aside: placed(&own.aside, &self.slots.aside),
        }
    }
}

/// Brotli as quick as it pays: this is done whenever a server starts.
fn compress(plain: &[u8]) -> Bytes {
    let mut compressed = brotli::CompressorWriter::new(Vec::new(), 4096, 6, 22);
    compressed.write_all(plain).expect("memory takes everything");
    Bytes::from(compressed.into_inner())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use bytes::Bytes;
    use vestibule_http::assets::Assets;
    use vestibule_theme::Theme;
    use vestibule_ui::Slots;

    use super::{Look, STYLESHEET};

    fn assets() -> Assets {
        Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), Bytes::from_static(b"a{}"))]))
    }

    #[test]
    fn the_stylesheet_is_ours_and_then_the_theme_s() {
        let theme = Theme::built_in("ledger").expect("it is one of ours");
        let mut assets = assets();
        let look = Look::of(&theme, &mut assets);
        let expected = format!("a{{}}{}", theme.stylesheet());
        assert_eq!(assets.get(&look.stylesheet).as_deref(), Some(expected.as_bytes()));
    }

    #[test]
    fn mails_are_in_the_theme_s_colours() {
        let mut theme = Theme::built_in("console").expect("it is one of ours");
        let look = Look::of(&theme, &mut assets());
        assert_eq!((look.mails.light.accent.as_str(), look.mails.dark.accent.as_str()), ("#0f663a", "#5ee38b"));
        theme.tokens = ":root { --auth-ink: device-cmyk(0 0 0 1); }".to_owned();
        assert_eq!(Look::of(&theme, &mut assets()).mails.light, Look::default().mails.light);
    }

    #[test]
    fn a_slot_of_the_host_s_wins_and_a_theme_s_picture_gets_its_address() {
        let mut theme = Theme::built_in("folio").expect("it is one of ours");
        theme.files.insert("logo.svg".to_owned(), Bytes::from_static(b"<svg/>"));
        theme.slots.logo = Some("<img src=\"logo.svg\" alt=\"Acme\">".to_owned());
        theme.slots.legal = Some("Acme".to_owned());
        let look = Look::of(&theme, &mut assets());
        let own = Slots { legal: Some("Northwind".to_owned()), ..Slots::default() };
        let slots = look.slots(&own, |file| format!("/assets/1/{file}"));
        assert_eq!(slots.logo.as_deref(), Some("<img src=\"/assets/1/theme/folio/logo.svg\" alt=\"Acme\">"));
        assert_eq!(slots.legal.as_deref(), Some("Northwind"));
    }
}
