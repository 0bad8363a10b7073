//! From a screen and its model to the bytes of a page.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use hydration_context::SsrSharedContext;
use leptos::prelude::{Owner, RenderHtml};
use vestibule_http::{
    chance,
    headers::{Framing, Nonce, content_security_policy},
};
use vestibule_ui::{Frame, Screen};

use crate::{Vestibule, Visitor, answer, app_page::undrawn, shell::Drawn};

/// Shows a screen to a visitor.
pub fn show<S: Screen>(vestibule: &Vestibule, visitor: &Visitor, status: StatusCode, model: S::Model) -> Response {
    let response = if visitor.drawn == Drawn::ByTheHost {
        let mut response = status.into_response();
        response.extensions_mut().insert(undrawn::<S>(vestibule, visitor, &model));
        response
    } else {
        page::<S>(vestibule, visitor.frame(vestibule), visitor.nonce.as_ref(), status, model)
    };
    match visitor.introduction(vestibule) {
        Some(cookie) => answer::with_cookie(response, cookie),
        None => response,
    }
}

/// A screen as a page, for a frame.
pub(crate) fn page<S: Screen>(
    vestibule: &Vestibule,
    frame: Frame,
    nonce: Option<&Nonce>,
    status: StatusCode,
    model: S::Model,
) -> Response {
    let title = S::title(&frame, &model);
    let replaced = vestibule.0.replaced.view::<S>();
    // The browser has neither the host's views nor its words, so it gets nothing to draw such a page from.
    let is_ours = replaced.is_none() && frame.wording.is_none();
    let data = (Bundle::PRODUCT == Bundle::Whole && is_ours).then(|| {
        let model = serde_json::to_string(&model).expect("a model is plain data");
        data_block(S::NAME, &frame, &model)
    });
    let look = vestibule.look();
    let document = Document {
        title: &title,
        frame: &frame,
        bundle: Bundle::PRODUCT,
        stylesheet: vestibule.address(&look, &look.stylesheet),
        font: vestibule.font(&look),
        mark: vestibule.mark(&look),
        more: Vec::new(),
        framing: Framing::Never,
        data,
        nonce,
    };
    let body = match replaced {
        Some(view) => draw(|| view(frame.clone(), model)),
        None => draw(|| S::view(frame.clone(), model)),
    };
    document.response(vestibule, status, &body)
}

/// Runs a view to HTML. With islands no part of it but an island will be adopted by the browser, without them all of it.
pub(crate) fn draw<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    let context = if cfg!(feature = "islands") { SsrSharedContext::new_islands() } else { SsrSharedContext::new() };
    let owner = Owner::new_root(Some(Arc::new(context)));
    let html = owner.with(|| view().to_html());
    owner.unset();
    html
}

/// Which script a page starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "dev"), expect(dead_code, reason = "a product's pages have one bundle"))]
pub(crate) enum Bundle {
    /// The product's islands.
    Islands,
    /// The gallery's islands.
    Gallery,
    /// The whole screen, as inside a host's Leptos app.
    Whole,
    /// None.
    None,
}

impl Bundle {
    /// What the product's pages start.
    pub(crate) const PRODUCT: Self = if cfg!(feature = "islands") { Self::Islands } else { Self::Whole };

    /// The files of it that every page needs.
    pub(crate) const PRODUCT_SCRIPT: &str = if cfg!(feature = "islands") { "vestibule.js" } else { "whole.js" };
    pub(crate) const PRODUCT_WASM: &str = if cfg!(feature = "islands") { "vestibule.wasm" } else { "whole.wasm" };

    /// What the development pages start.
    #[cfg(feature = "dev")]
    pub(crate) const GALLERY: Self = if cfg!(feature = "islands") { Self::Gallery } else { Self::None };

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Islands => Some("vestibule"),
            Self::Gallery => Some("gallery"),
            Self::Whole => Some("whole"),
            Self::None => None,
        }
    }
}

/// What a page that hydrates whole needs to draw its screen again: the name, the frame, the model.
pub(crate) fn data_block(screen: &str, frame: &Frame, model: &str) -> String {
    let frame = serde_json::to_string(frame).expect("a frame is plain data");
    // `<` would let the data end its own element, or begin a comment that swallows it (HTML, 4.12.1.3).
    let json = format!("{{\"frame\":{frame},\"model\":{model}}}").replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"vestibule-screen\" data-screen=\"{screen}\">{json}</script>")
}

/// What a page loads beside its stylesheet and its bundle.
#[cfg_attr(not(feature = "dev"), expect(dead_code, reason = "only development pages do"))]
pub(crate) enum More {
    /// A stylesheet's address.
    Style(String),
    /// The address of a script, and its data as attributes.
    Script(String, String),
}

impl More {
    fn html(&self, nonce: &str) -> String {
        match self {
            Self::Style(href) => format!("<link rel=\"stylesheet\" href=\"{href}\">"),
            Self::Script(src, data) => format!("<script defer nonce=\"{nonce}\" src=\"{src}\"{data}></script>"),
        }
    }
}

/// The document around a screen.
pub(crate) struct Document<'a> {
    pub(crate) title: &'a str,
    pub(crate) frame: &'a Frame,
    pub(crate) bundle: Bundle,
    /// The address of the page's stylesheet.
    pub(crate) stylesheet: String,
    /// The address of the font that nearly every text is in.
    pub(crate) font: Option<String>,
    /// The address of the picture in the browser's tab.
    pub(crate) mark: Option<String>,
    /// What else a development page loads.
    pub(crate) more: Vec<More>,
    pub(crate) framing: Framing,
    /// A block of data for a page that hydrates whole: its attributes and its JSON.
    pub(crate) data: Option<String>,
    /// The host's nonce; without one the page draws its own.
    pub(crate) nonce: Option<&'a Nonce>,
}

impl Document<'_> {
    pub(crate) fn response(&self, vestibule: &Vestibule, status: StatusCode, body: &str) -> Response {
        let own = || chance::name(vestibule.0.chance.as_ref());
        let nonce = self.nonce.map_or_else(own, |nonce| nonce.as_str().to_owned());
        let asset = |file: &str| vestibule.at(&vestibule.0.assets.url(file));
        let html = self.html(&asset, &nonce, body);
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::CONTENT_SECURITY_POLICY, content_security_policy(&nonce, self.framing)),
        ];
        (status, headers, html).into_response()
    }

    fn html(&self, asset: &dyn Fn(&str) -> String, nonce: &str, body: &str) -> String {
        let Self { title, frame, data, stylesheet, font, mark, .. } = self;
        let (language, direction, scheme) = (frame.language.tag(), frame.direction.as_str(), frame.scheme.as_str());
        let (title, product) = (escape(title), escape(&frame.product));
        let more: String = self.more.iter().map(|more| more.html(nonce)).collect();
        let script = self.bundle.name().map(|bundle| scripts(asset, bundle, nonce)).unwrap_or_default();
        let data = data.as_deref().unwrap_or_default();
        let mark = mark.as_deref().unwrap_or("data:,");
        // Asked for with the stylesheet and not after it, it is mostly there for the first frame.
        let font = font
            .as_ref()
            .map(|font| format!("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{font}\">"));
        let font = font.unwrap_or_default();
        format!(
            "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\" data-scheme=\"{scheme}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\"><title>{title} · {product}</title>\
             <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"{mark}\">{font}<link rel=\"stylesheet\" href=\"{stylesheet}\">{more}{script}</head>\
             <body>{body}{data}</body></html>"
        )
    }
}

/// One module and the wasm that it asks for, which may arrive at the same time. The module imports nothing: a policy of
/// nonces alone would not let it.
fn scripts(asset: &dyn Fn(&str) -> String, bundle: &str, nonce: &str) -> String {
    let (module, wasm) = (asset(&format!("{bundle}.js")), asset(&format!("{bundle}.wasm")));
    format!(
        "<script type=\"module\" nonce=\"{nonce}\" src=\"{module}\"></script>\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">"
    )
}

/// Text as it may stand in an element.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
