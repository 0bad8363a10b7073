//! A host: an axum application with our pages below `/auth`, a mail server beside it, and people who come to it.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc, time::UNIX_EPOCH};

use axum::{Router, extract::Path, routing::get};
use time::OffsetDateTime;
use tokio::net::TcpListener;
use vestibule::{
    Background, Builder, Forbidden, Smtp, SqlStore, User, Vestibule,
    core::{
        login_state::{Policy, PropertyName},
        org::Role,
        property::{Property, PropertyKind, Required},
    },
    http::{assets::Assets, base_url::BaseUrl, clock, secret::Secret},
};
use vestibule_testing::{Answer, Client, Clock, Mail, Mailbox, Person};

const MOUNT: &str = "/auth";

/// The host. It ends with the test.
pub(crate) struct Host {
    pub(crate) mailbox: Mailbox,
    pub(crate) clock: Arc<Clock>,
    address: SocketAddr,
    base_url: String,
    _background: Background,
}

/// The test's clock, for the server.
struct Shown(Arc<Clock>);

impl clock::Clock for Shown {
    fn now(&self) -> OffsetDateTime {
        let since = self.0.now().duration_since(UNIX_EPOCH).expect("the test is later than that");
        OffsetDateTime::UNIX_EPOCH + since
    }
}

impl Host {
    /// Opens one with something chosen.
    pub(crate) async fn with(choose: impl FnOnce(Builder) -> Builder) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("the loopback has a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let base_url = format!("http://localhost:{}", address.port());
        let (mailbox, clock) = (Mailbox::open().await, Arc::new(Clock::new()));
        let auth = choose(builder(&base_url).await.clock(Arc::new(Shown(clock.clone()))));
        let auth = auth.build().expect("nothing is missing");
        let smtp = Smtp::new(&mailbox.url(), "login@example.org").expect("a mail server of this machine");
        let background = auth.start(Some(smtp));
        let app = Router::new()
            .route("/", get(async |user: User| format!("home of {}", user.email)))
            .route("/orgs/{org}/bills", get(bills))
            .merge(auth.router())
            .layer(auth.layer());
        let app = app.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { mailbox, clock, address, base_url, _background: background }
    }

    /// A browser that was never here.
    pub(crate) fn browser(&self) -> Client {
        Client::of(&self.base_url, self.address, MOUNT.parse().expect("a mount"))
    }

    /// The next mail to an address that says this.
    pub(crate) async fn mail(&self, to: &str, says: &str) -> Mail {
        loop {
            let mail = self.mailbox.wait_for(to).await;
            if mail.subject.contains(says) || mail.text.contains(says) {
                return mail;
            }
        }
    }

    /// Somebody who was never here.
    pub(crate) fn stranger(&self) -> Person {
        Person::at(self.browser())
    }
}

pub(crate) async fn builder(base_url: &str) -> Builder {
    let store = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let base = BaseUrl::parse(base_url).expect("an origin");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), "x".into())).into_iter().collect::<BTreeMap<_, _>>());
    Vestibule::builder(Arc::new(store), secret, base).assets(assets).mount(MOUNT.parse().expect("a mount"))
}

/// For those who manage the organisation.
async fn bills(user: User, Path(org): Path<String>) -> Result<String, Forbidden> {
    let membership = user.require_role(&org, Role::Admin)?;
    Ok(format!("bills of {}", membership.name))
}

/// Everybody has an organisation and a nickname.
pub(crate) fn asks_for_both(builder: Builder) -> Builder {
    let nickname = Property {
        name: PropertyName("nickname".to_owned()),
        label: "Nickname".to_owned(),
        why: None,
        kind: PropertyKind::Text { max: 20 },
        required: Required::Everybody,
    };
    builder.policy(Policy { organisation_required: true, ..Policy::default() }).properties(vec![nickname])
}

/// Takes somebody new through the walk of such a host, up to the last answer.
pub(crate) async fn walk(host: &Host, person: &Person, org: &str) -> Answer {
    person.sign_up().await;
    let answer = person.confirm_by_code(&host.mailbox).await;
    assert_eq!(answer.location().as_deref(), Some("/auth/properties"), "{}", answer.text());
    let form = person.browser.form("/auth/properties", "properties").await;
    let answer = person.browser.submit(&form.fill("nickname", "Ada")).await;
    assert_eq!(answer.location().as_deref(), Some("/auth/choose-org"), "{}", answer.text());
    let form = person.browser.form("/auth/choose-org", "create").await;
    person.browser.submit(&form.fill("name", org)).await
}
