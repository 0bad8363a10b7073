//! A browser without a window.

mod answer;
mod form;
mod jar;
pub mod raw;

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

pub use answer::Answer;
pub use form::Form;

use vestibule_core::mount::Mount;

use crate::PATIENCE;
use jar::Jar;

/// How many redirects a browser follows before it gives up.
const MAX_REDIRECTS: usize = 10;

/// A browser without a window: cookies and an address of its own. Clones share their cookies, as tabs do.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    server: SocketAddr,
    base_url: String,
    mount: Mount,
    space: Option<Arc<HeaderValue>>,
    jar: Arc<Mutex<Jar>>,
}

impl Client {
    pub(crate) fn new(base_url: &str, server: SocketAddr, address: Ipv4Addr) -> Self {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .local_address(IpAddr::V4(address))
            .timeout(PATIENCE)
            .no_proxy()
            .build()
            .expect("a client needs nothing that could be missing");
        let base_url = base_url.to_owned();
        Self { http, server, base_url, mount: Mount::default(), space: None, jar: Arc::default() }
    }

    /// At a site whose log-in pages stand there.
    pub(crate) fn at(self, mount: Mount) -> Self {
        Self { mount, ..self }
    }

    /// A browser at a server that the test runs in its own process.
    #[must_use]
    pub fn of(base_url: &str, server: SocketAddr, mount: Mount) -> Self {
        Self::new(base_url, server, Ipv4Addr::LOCALHOST).at(mount)
    }

    /// The same browser in a space of a server under test: see [`Control::space`](crate::Control::space).
    ///
    /// # Panics
    /// When no header can carry the name.
    #[must_use]
    pub fn in_space(&self, name: &str) -> Self {
        let name = HeaderValue::from_str(name).expect("a space has a plain name");
        Self { space: Some(Arc::new(name)), ..self.clone() }
    }

    /// Another browser at the same address and in the same space, which never was here.
    pub(crate) fn fresh(&self) -> Self {
        Self { jar: Arc::default(), ..self.clone() }
    }

    /// Where on the site the log-in pages stand.
    #[must_use]
    pub const fn mount(&self) -> Mount {
        self.mount
    }

    /// Somebody else's browser that got hold of this one's cookies as they are now.
    #[must_use]
    pub fn with_stolen_cookies(&self) -> Self {
        let jar = self.cookies().clone();
        Self { jar: Arc::new(Mutex::new(jar)), ..self.clone() }
    }

    /// The value of a cookie. The name is the plain one: `session` also finds `__Host-session`.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies().get(name)
    }

    /// Plants a cookie, or replaces one.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies().set(name, value);
    }

    /// Forgets a cookie.
    pub fn drop_cookie(&self, name: &str) {
        self.cookies().remove(name);
    }

    /// Asks for a page; a redirect is the answer, not an order.
    pub async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path).send().await
    }

    /// Asks for a page and follows where it leads.
    ///
    /// # Panics
    /// When it leads in circles.
    pub async fn open(&self, path: &str) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Follows where an answer leads.
    ///
    /// # Panics
    /// When it leads in circles.
    pub async fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..MAX_REDIRECTS {
            let Some(location) = answer.location() else { return answer };
            answer = self.get(&self.path_of(&location)).await;
        }
        panic!("more than {MAX_REDIRECTS} redirects");
    }

    /// Opens the page of a form: what a person does before filling it in.
    ///
    /// # Panics
    /// When the page has no form of this name.
    pub async fn form(&self, path: &str, name: &str) -> Form {
        self.open(path).await.form(name)
    }

    /// Sends a form as a browser would.
    pub async fn submit(&self, form: &Form) -> Answer {
        self.submission(form).send().await
    }

    /// What [`submit`](Self::submit) would send, to be spoiled first.
    #[must_use]
    pub fn submission(&self, form: &Form) -> Request {
        self.request(Method::POST, &form.action)
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document")
            // What Chromium writes on a form of a page with `Referrer-Policy: no-referrer`.
            .header("origin", "null")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.encode())
    }

    /// Any request at all. The host and the cookies are those of a browser, everything else is the caller's.
    ///
    /// # Panics
    /// When the base URL has a host that no header can carry.
    #[must_use]
    pub fn request(&self, method: Method, path: &str) -> Request {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_str(self.authority()).expect("a host is plain ASCII"));
        headers.insert(header::ACCEPT, HeaderValue::from_static("text/html,*/*;q=0.8"));
        if let Some(space) = &self.space {
            headers.insert("x-test-space", HeaderValue::clone(space));
        }
        if let Some(cookies) = self.cookies().header() {
            headers.insert(header::COOKIE, cookies);
        }
        Request { client: self.clone(), method, path: path.to_owned(), headers, body: Vec::new() }
    }

    fn authority(&self) -> &str {
        self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest)
    }

    /// The path of an address of ours; another origin's stays whole, and no request leaves the loopback for it.
    fn path_of(&self, location: &str) -> String {
        let path = location.strip_prefix(&self.base_url).unwrap_or(location);
        assert!(path.starts_with('/'), "this leads away: {location}");
        path.to_owned()
    }

    fn cookies(&self) -> MutexGuard<'_, Jar> {
        self.jar.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that is about to be sent.
pub struct Request {
    client: Client,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Request {
    /// Sets a header, in place of any of this name.
    ///
    /// # Panics
    /// When the header isn't one: [`raw`] sends those.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (HeaderName::try_from(name), HeaderValue::try_from(value));
        self.headers.insert(name.expect("a header's name"), value.expect("a header's value"));
        self
    }

    /// Adds a header beside those of this name.
    ///
    /// # Panics
    /// When the header isn't one: [`raw`] sends those.
    #[must_use]
    pub fn another_header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (HeaderName::try_from(name), HeaderValue::try_from(value));
        self.headers.append(name.expect("a header's name"), value.expect("a header's value"));
        self
    }

    /// Leaves a header out.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// Sends these bytes along.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends it and keeps the cookies of the answer.
    ///
    /// # Panics
    /// When there is no answer.
    pub async fn send(self) -> Answer {
        self.try_send().await.unwrap_or_else(|error| panic!("no answer: {error:?}"))
    }

    /// As [`send`](Self::send), for a server that may hang up.
    ///
    /// # Errors
    /// What came in place of an answer.
    pub async fn try_send(self) -> Result<Answer, reqwest::Error> {
        let url = format!("http://{}{}", self.client.server, self.path);
        let request = self.client.http.request(self.method, url).headers(self.headers).body(self.body);
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await?;
        self.client.cookies().keep(&headers);
        Ok(Answer { status, headers, body, path: self.path })
    }
}
