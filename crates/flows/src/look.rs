//! The look of the pages: a theme as the files that browsers load and what it says of the page.

use std::{borrow::Cow, collections::BTreeMap, io::Write};

use bytes::Bytes;
use vestibule_http::assets::Assets;
use vestibule_theme::{MailColours, Mode, Stylesheet, Theme, ValueError, placed};
use vestibule_ui::{Frame, Layout, Slots};
use vestibule_words::Phrases;

use crate::{Vestibule, language, page::escape};

/// Our stylesheet among the built files.
pub(crate) const STYLESHEET: &str = "vestibule.css";

/// Its form without layers, which is made of it where a host asks for that.
const PLAIN: &str = "vestibule.plain.css";

/// What a theme becomes in front of people.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    /// The one stylesheet of its pages, among the built files.
    pub(crate) stylesheet: String,
    /// The first of its fonts, among the built files: nearly every text is in it.
    pub(crate) font: Option<String>,
    /// Its mark, among the built files, for a tab of the browser.
    pub(crate) mark: Option<String>,
    pub(crate) layout: Layout,
    pub(crate) phrases: Phrases,
    /// Its own built files, where they are none of the pages' build.
    pub(crate) own: Option<Assets>,
    pub(crate) mails: Mails,
    /// As the theme wrote them: its pictures have no address yet.
    slots: Slots,
    /// The names of its pictures and fonts.
    files: Vec<String>,
    /// The folder of its files among the built files.
    folder: String,
    /// The built files of a theme that is being written; without them its files are among all others.
    #[cfg(feature = "dev")]
    pub(crate) live: Option<Assets>,
}

impl Default for Look {
    /// Ours, as it is.
    fn default() -> Self {
        let (slots, files) = (Slots::default(), Vec::new());
        Self {
            stylesheet: STYLESHEET.to_owned(),
            font: None,
            mark: None,
            layout: Layout::default(),
            phrases: Phrases::default(),
            own: None,
            mails: Mails::default(),
            slots,
            files,
            folder: String::new(),
            #[cfg(feature = "dev")]
            live: None,
        }
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
    /// Ours, in the form that a host asks for.
    pub(crate) fn ours(form: Stylesheet, assets: &mut Assets) -> Self {
        if form == Stylesheet::Plain {
            let ours = form.form(&read(assets)).into_owned();
            *assets = assets.with(both(PLAIN, ours));
            return Self { stylesheet: PLAIN.to_owned(), ..Self::default() };
        }
        Self::default()
    }

    /// The look of a theme, and its files among the others. Its stylesheet is ours with its own behind it, so that a page
    /// waits for one file, and nothing is seen without a look or with another one.
    pub(crate) fn of(theme: &Theme, form: Stylesheet, assets: &mut Assets) -> Self {
        let folder = format!("theme/{}", theme.name);
        let stylesheet = format!("{folder}/{}", if form == Stylesheet::Plain { PLAIN } else { STYLESHEET });
        let whole = read(assets) + &theme.stylesheet();
        let mut contents = both(&stylesheet, form.form(&whole).into_owned());
        contents.extend(theme.files.iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes.clone())));
        *assets = assets.with(contents);
        let files = theme.files.keys().cloned().collect();
        // What a browser understands may be more than we do; the pages are the theme's even so.
        let mails = Mails::of(theme).unwrap_or_else(|error| {
            tracing::warn!(%error, theme = %theme.name, "mails are in the default colours");
            Mails::default()
        });
        Self {
            stylesheet,
            font: theme
                .fonts
                .first()
                .filter(|font| theme.files.contains_key(&font.file))
                .map(|font| format!("{folder}/{}", font.file)),
            mark: theme.mark().map(|mark| format!("{folder}/{mark}")),
            layout: theme.layout,
            phrases: theme.phrases.clone(),
            own: None,
            mails,
            slots: theme.slots.clone(),
            files,
            folder,
            #[cfg(feature = "dev")]
            live: None,
        }
    }

    /// Its stylesheet's folder and file.
    #[cfg(feature = "dev")]
    pub(crate) fn parted(&self) -> (&str, &str) {
        self.stylesheet.rsplit_once('/').unwrap_or(("", &self.stylesheet))
    }

    /// The slots with what the host put there itself, and else the theme's, whose pictures are at the addresses that `at`
    /// gives to built files, and in which `{product}` stands for the product's name.
    pub(crate) fn slots(&self, own: &Slots, product: &str, at: impl Fn(&str) -> String) -> Slots {
        let product = escape(product);
        let slot = |own: &Option<String>, slot: &Option<String>| {
            // A tenant's own is nearer than the host's.
            let theirs = self.own.is_some() && slot.is_some();
            own.clone().filter(|_| !theirs).or_else(|| {
                let named = slot.as_ref().map(|html| html.replace("{product}", &product))?;
                let files = self.files.iter().map(String::as_str);
                Some(placed(&named, files, |file| at(&format!("{}/{file}", self.folder))))
            })
        };
        Slots {
            logo: slot(&own.logo, &self.slots.logo),
            legal: slot(&own.legal, &self.slots.legal),
            footer: slot(&own.footer, &self.slots.footer),
            aside: slot(&own.aside, &self.slots.aside),
            illustration: slot(&own.illustration, &self.slots.illustration),
        }
    }
}

impl Vestibule {
    /// How the pages look now.
    pub(crate) fn look(&self) -> Cow<'_, Look> {
        #[cfg(feature = "dev")]
        if let Some(live) = &self.0.live {
            return Cow::Owned(live.now().look);
        }
        match language::brand() {
            Some(brand) => Cow::Owned(brand.look.clone()),
            None => Cow::Borrowed(&self.0.look),
        }
    }

    /// The address of a built file that belongs to a look.
    pub(crate) fn address(&self, look: &Look, file: &str) -> String {
        #[cfg(feature = "dev")]
        if let Some(assets) = &look.live {
            return self.at(&crate::dev::address(assets, file));
        }
        self.at(&look.own.as_ref().unwrap_or(&self.0.assets).url(file))
    }

    /// The address of a look's first font, which pages ask for before their stylesheet names it.
    pub(crate) fn font(&self, look: &Look) -> Option<String> {
        look.font.as_ref().map(|font| self.address(look, font))
    }

    /// The address of a look's mark.
    pub(crate) fn mark(&self, look: &Look) -> Option<String> {
        look.mark.as_ref().map(|mark| self.address(look, mark))
    }

    /// A frame in a look.
    pub(crate) fn in_look(&self, frame: Frame, look: &Look) -> Frame {
        let slots = look.slots(&self.0.slots, &frame.product, |file| self.address(look, file));
        Frame { layout: look.layout, phrases: look.phrases.clone(), slots, ..frame }
    }
}

/// Our stylesheet as it was built.
fn read(assets: &Assets) -> String {
    String::from_utf8_lossy(&assets.get(STYLESHEET).unwrap_or_default()).into_owned()
}

/// A file, and its compressed form.
fn both(name: &str, text: String) -> BTreeMap<String, Bytes> {
    let compressed = compress(text.as_bytes());
    BTreeMap::from([(format!("{name}.br"), compressed), (name.to_owned(), Bytes::from(text))])
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
    use vestibule_theme::{Stylesheet, Theme};
    use vestibule_ui::Slots;

    use super::{Look, STYLESHEET};

    fn assets() -> Assets {
        Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), Bytes::from_static(b"a{}"))]))
    }

    #[test]
    fn the_stylesheet_is_ours_and_then_the_theme_s() {
        let theme = Theme::built_in("ledger").expect("it is one of ours");
        let mut assets = assets();
        let look = Look::of(&theme, Stylesheet::Layers, &mut assets);
        let expected = format!("a{{}}{}", theme.stylesheet());
        assert_eq!(assets.get(&look.stylesheet).as_deref(), Some(expected.as_bytes()));
    }

    #[test]
    fn a_plain_stylesheet_has_no_layer_and_stands_beside_the_one_that_has() {
        let built = Bytes::from_static(b"@layer v{a{}}");
        let mut assets = Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), built.clone())]));
        let text = |assets: &Assets, look: &Look| {
            String::from_utf8(assets.get(&look.stylesheet).expect("it is among the files").to_vec()).expect("text")
        };
        let look = Look::ours(Stylesheet::Plain, &mut assets);
        assert_eq!(text(&assets, &look), "a:not(._._){}\n");
        let theme = Theme::built_in("ledger").expect("it is one of ours");
        let look = Look::of(&theme, Stylesheet::Plain, &mut assets);
        let themed = text(&assets, &look);
        assert!(themed.starts_with("a:not(._._){}") && themed.contains("--auth-brand:"), "{themed}");
        assert!(!themed.contains("@layer"), "{themed}");
        assert_eq!(assets.get(STYLESHEET), Some(built));
        assert_eq!(Look::ours(Stylesheet::Layers, &mut assets).stylesheet, STYLESHEET);
    }

    #[test]
    fn mails_are_in_the_theme_s_colours() {
        let mut theme = Theme::built_in("console").expect("it is one of ours");
        let look = Look::of(&theme, Stylesheet::Layers, &mut assets());
        assert_eq!((look.mails.light.accent.as_str(), look.mails.dark.accent.as_str()), ("#0f663a", "#5ee38b"));
        theme.tokens = ":root { --auth-ink: device-cmyk(0 0 0 1); }".to_owned();
        assert_eq!(Look::of(&theme, Stylesheet::Layers, &mut assets()).mails.light, Look::default().mails.light);
    }

    #[test]
    fn a_slot_of_the_host_s_wins_and_a_theme_s_picture_gets_its_address() {
        let mut theme = Theme::built_in("folio").expect("it is one of ours");
        theme.files.insert("logo.svg".to_owned(), Bytes::from_static(b"<svg/>"));
        theme.slots.logo = Some("<img src=\"logo.svg\" alt=\"{product}\">".to_owned());
        theme.slots.legal = Some("Acme".to_owned());
        let look = Look::of(&theme, Stylesheet::Layers, &mut assets());
        let own = Slots { legal: Some("Northwind".to_owned()), ..Slots::default() };
        let slots = look.slots(&own, "Acme & Co", |file| format!("/assets/1/{file}"));
        assert_eq!(slots.logo.as_deref(), Some("<img src=\"/assets/1/theme/folio/logo.svg\" alt=\"Acme &amp; Co\">"));
        assert_eq!(slots.legal.as_deref(), Some("Northwind"));
    }
}
