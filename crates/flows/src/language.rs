//! Which language a request is answered in: the one that its address asks for, else the one that was chosen in this
//! browser, else the first that its reader prefers, else the host's first. What a request causes is said in it too, mails
//! included.

use std::sync::{Arc, OnceLock};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    middleware::Next,
    response::Response,
};
use tokio::task::futures::TaskLocalFuture;
use vestibule_core::routes;
use vestibule_http::cookies::Cookie;
use vestibule_ui::LanguageLink;
use vestibule_words::{Language, negotiate};

use crate::{Builder, Vestibule, answer::with_cookie, brand::Branded};

/// The word in an address that asks for a language: `?lang=de`.
const PARAMETER: &str = "lang";

/// What is kept of an address when its page is asked for in another language: nothing that could be a secret.
const KEPT: &str = "return_to";

tokio::task_local! {
    static CURRENT: Manner;
}

/// How a request is answered.
#[derive(Clone)]
pub struct Manner {
    language: Language,
    /// Of the request's head, or of the organisation of whoever sent it, once that is known. A scope within this one has
    /// the same, so that what is drawn outside of it after a failure looks like the rest.
    brand: Shown,
    /// Whose it is: two of us in a process have nothing in common.
    of: Option<Vestibule>,
}

/// In whose brand something is shown, once that is known; `None` inside is the host's own for good.
type Shown = Arc<OnceLock<Option<Arc<Branded>>>>;

/// What is done in a language, and for a brand.
pub(crate) type Speaking<F> = TaskLocalFuture<Manner, F>;

/// The language of a request, and whose pages it is shown.
#[derive(Clone)]
pub(crate) struct Choice {
    manner: Manner,
    /// Whether the address asks for the language, which is remembered.
    is_asked: bool,
}

impl Choice {
    /// Whatever `work` says is said in this language and for this brand.
    pub(crate) fn scope<F: Future>(self, work: F) -> Speaking<F> {
        CURRENT.scope(self.manner, work)
    }
}

/// What `work` says, in a language.
#[cfg(feature = "dev")]
pub(crate) fn within<T>(language: Language, work: impl FnOnce() -> T) -> T {
    CURRENT.sync_scope(Manner { language, brand: Shown::default(), of: None }, work)
}

/// The brand of what is being done; none is the host's own.
pub(crate) fn brand() -> Option<Arc<Branded>> {
    CURRENT.try_with(|manner| manner.brand.get().cloned()).ok().flatten().flatten()
}

/// Whether it is known in whose brand the rest of what is being done is shown.
pub(crate) fn is_brand_known() -> bool {
    // Outside of a request nobody is shown anything.
    CURRENT.try_with(|manner| manner.brand.get().is_some()).unwrap_or(true)
}

/// Shows the rest of what is being done in a brand, or in the host's own.
pub(crate) fn show(brand: Option<Arc<Branded>>) {
    // The first answer stands.
    let _ = CURRENT.try_with(|manner| manner.brand.set(brand));
}

impl Builder {
    /// The languages that people may have our pages and mails in. Each is shown what its browser asks for, and may choose
    /// another one; the first is for those who ask for none of them. Without this, all is in English.
    #[must_use]
    pub fn languages(mut self, languages: Vec<Language>) -> Self {
        self.context.languages = languages;
        self
    }
}

impl Vestibule {
    /// The language of what is being done: the request's, or the host's first where nobody asked, as on a command line.
    pub(crate) fn language(&self) -> Language {
        CURRENT.try_with(|manner| manner.language).unwrap_or_else(|_| self.first())
    }

    fn first(&self) -> Language {
        self.0.languages.first().copied().unwrap_or_default()
    }

    /// The language that a request is answered in, and whose pages it is shown.
    pub(crate) fn choice(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Choice {
        let around = CURRENT
            .try_with(|manner| manner.of.as_ref().is_some_and(|of| of.is(self)).then(|| Arc::clone(&manner.brand)))
            .ok()
            .flatten();
        let brand = around.unwrap_or_else(|| match self.brand_of(headers, uri) {
            Some(brand) => Arc::new(Some(brand).into()),
            None => Shown::default(),
        });
        let manner = |language| Manner { language, brand, of: Some(self.clone()) };
        let offered = &*self.0.languages;
        // Most hosts speak one language, and nobody has to look for it.
        if offered.len() < 2 {
            return Choice { manner: manner(self.first()), is_asked: false };
        }
        let known = |tag: &str| Language::from_tag(tag).filter(|language| offered.contains(language));
        if let Some(language) = asked(method, uri).and_then(|tag| known(&tag)) {
            return Choice { manner: manner(language), is_asked: true };
        }
        let chosen = Cookie::Language.plain(headers, &self.0.base).and_then(known);
        let language = chosen.or_else(|| negotiate(&accepted(headers), offered)).unwrap_or_else(|| self.first());
        Choice { manner: manner(language), is_asked: false }
    }

    /// The page at this address in each language, where there is a choice of them.
    pub(crate) fn language_links(&self, method: &Method, uri: &Uri) -> Vec<LanguageLink> {
        // What was posted here has no page of its own to come back to.
        let has_page =
            *method != Method::POST || !matches!(uri.path(), routes::SIGN_UP_RESEND | routes::CONFIRM_EMAIL_RESEND);
        if self.0.languages.len() < 2 || !has_page {
            return Vec::new();
        }
        let kept = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).find(|(name, _)| name == KEPT);
        let link = |language: Language| {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(kept.clone()).append_pair(PARAMETER, language.tag());
            LanguageLink { language, href: format!("?{}", query.finish()) }
        };
        self.0.languages.iter().copied().map(link).collect()
    }
}

/// The tag that an address asks for. Nothing is chosen by posting a form.
fn asked(method: &Method, uri: &Uri) -> Option<String> {
    let mut query = form_urlencoded::parse(uri.query().filter(|_| method.is_safe())?.as_bytes());
    query.find(|(name, _)| name == PARAMETER).map(|(_, tag)| tag.into_owned())
}

/// Several headers of one name are one list (RFC 9110, 5.3).
fn accepted(headers: &HeaderMap) -> String {
    let lists: Vec<&str> =
        headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|list| list.to_str().ok()).collect();
    lists.join(",")
}

/// Answers in the language of the request, remembers one that was asked for, and tells caches what a page depends on.
pub(crate) async fn complete(State(vestibule): State<Vestibule>, request: Request, next: Next) -> Response {
    let choice = vestibule.choice(request.method(), request.uri(), request.headers());
    let (language, is_asked) = (choice.manner.language, choice.is_asked);
    let mut response = choice.scope(next.run(request)).await;
    // What caches keep is a file, which speaks no language.
    let is_file =
        response.headers().get(header::CACHE_CONTROL).is_some_and(|caching| caching.as_bytes().starts_with(b"public"));
    if is_file || vestibule.0.languages.len() < 2 {
        return response;
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
    if is_asked {
        response = with_cookie(response, Cookie::Language.set(language.tag(), &vestibule.0.base));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::accepted;
    use axum::http::{HeaderMap, Method, Uri, header};

    #[test]
    fn a_language_is_asked_for_by_an_address_and_not_by_a_form() {
        let uri = Uri::from_static("/login?return_to=%2F%3Flang%3Dar&lang=de");
        assert_eq!(super::asked(&Method::GET, &uri).as_deref(), Some("de"));
        assert_eq!(super::asked(&Method::POST, &uri), None);
        assert_eq!(super::asked(&Method::GET, &Uri::from_static("/login")), None);
    }

    #[test]
    fn two_lists_are_one() {
        let mut headers = HeaderMap::new();
        for list in ["fr, de;q=0.5", "ar;q=0.7"] {
            headers.append(header::ACCEPT_LANGUAGE, list.parse().expect("a header"));
        }
        assert_eq!(accepted(&headers), "fr, de;q=0.5,ar;q=0.7");
    }
}
