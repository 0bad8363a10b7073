//! The room between the street and your application: every page of logging in, in front of an axum router.
//!
//! # In front of a router
//!
//! A [`Vestibule`] is built once, from a store, a secret and the address under which people reach you. Its pages are a
//! router to merge, below a path of your choice; its layer lets your handlers ask who is there.
//!
//! ```no_run
//! # #[cfg(all(feature = "ssr", feature = "sqlite"))]
//! # async fn tour() -> Result<(), Box<dyn std::error::Error>> {
//! use std::{net::SocketAddr, sync::Arc};
//!
//! use axum::{Router, routing::get};
//! use vestibule::{SqlStore, User, config::Config};
//!
//! async fn invoices(user: User) -> String {
//!     format!("Invoices of {}", user.email)
//! }
//!
//! let config = Config::read(None, std::env::vars_os())?;
//! let store = SqlStore::open(&config.database).await?;
//! let auth = config.builder(Arc::new(store))?.mount("/auth".parse()?).home("/invoices".parse()?).build()?;
//! // Mails are sent and what has ended is forgotten.
//! let background = auth.start(config.smtp);
//!
//! let app = Router::new().route("/invoices", get(invoices)).merge(auth.router()).layer(auth.layer());
//!
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
//! axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
//!     .with_graceful_shutdown(async { tokio::signal::ctrl_c().await.unwrap_or_default() })
//!     .await?;
//! background.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! # Who is there
//!
//! - [`User`] lets nobody through who hasn't met every requirement: a page leads to what is missing and comes back,
//!   anything else is told 401. `Option<User>` lets everybody through.
//! - [`Fresh`] wants a factor that was shown within the last ten minutes: for what is sensitive.
//! - [`Visitor`] says where somebody stands, whatever that is.
//! - [`UserButton`] prints itself into the bar of your pages.
//!
//! ```
//! # #[cfg(feature = "ssr")]
//! # mod tour {
//! use vestibule::{Fresh, User, Visitor, core::login_state::LoginState};
//!
//! async fn greeting(user: Option<User>) -> String {
//!     user.map_or_else(|| "Hello.".to_owned(), |user| format!("Hello, {}.", user.email))
//! }
//!
//! async fn delete_everything(Fresh(user): Fresh) -> String {
//!     format!("Nothing is left of {}.", user.email)
//! }
//!
//! async fn banner(visitor: Visitor) -> &'static str {
//!     match visitor.state() {
//!         LoginState::EmailNotConfirmedYet { .. } => "Look into your mailbox.",
//!         _ => "",
//!     }
//! }
//! # }
//! ```
//!
//! What belongs to an organisation asks for a role in it, and [`Forbidden`] is 403:
//!
//! ```
//! # #[cfg(feature = "ssr")]
//! # mod tour {
//! use vestibule::{Forbidden, Role, User};
//!
//! async fn bills(org: &str, user: User) -> Result<String, Forbidden> {
//!     let membership = user.require_role(org, Role::Admin)?;
//!     Ok(format!("Bills of {}", membership.name))
//! }
//! # }
//! ```
//!
//! Scripts ask `GET /session` below the mount, which is JSON, or import `/client.js`, which asks for them and notices a
//! log-out in another tab.
//!
//! # Your look, your words, your screens
//!
//! Looks are plain CSS over the parts that every screen is made of. [`Slots`](ui::Slots) put your markup on every screen,
//! a [`Wording`](words::Wording) says messages otherwise, and a view of yours can take the place of any screen of
//! [`ui::screens`]: it gets the same model.
//!
//! ```
//! # #[cfg(feature = "ssr")]
//! # mod tour {
//! use vestibule::{
//!     Builder,
//!     ui::Slots,
//!     words::{Language, Message, Text, Wording},
//! };
//!
//! fn in_our_words(message: Message<'_>, _: Language) -> Option<Text> {
//!     match message {
//!         Message::LogInTitle => Some("Log in to your invoices".into()),
//!         _ => None,
//!     }
//! }
//!
//! fn dressed(builder: Builder) -> Builder {
//!     let terms = "<a data-part=\"link\" href=\"/terms\">Terms</a>".to_owned();
//!     builder
//!         .product("Northwind")
//!         .slots(Slots { legal: Some(terms), ..Slots::default() })
//!         .wording(Wording::new(in_our_words))
//! }
//! # }
//! ```
//!
//! # Choosing everything yourself
//!
//! [`Config`](config::Config) reads a file and the environment. Without it, the builder takes every choice as a type:
//!
//! ```
//! # #[cfg(all(feature = "ssr", feature = "sqlite"))]
//! # async fn tour() -> Result<vestibule::Vestibule, Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//!
//! use vestibule::{
//!     SqlStore, Vestibule,
//!     core::login_state::{Policy, SecondFactorPolicy},
//!     http::{base_url::BaseUrl, secret::Secret},
//! };
//!
//! let store = SqlStore::open("sqlite::memory:").await?;
//! let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=")?;
//! let base = BaseUrl::parse("https://northwind.example")?;
//! let policy = Policy { organisation_required: true, second_factor: SecondFactorPolicy::Optional };
//! # let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
//! # let assets = vestibule::http::assets::Assets::of(files.map(|file| (file.to_owned(), "x".into())).into_iter().collect());
//! let auth = Vestibule::builder(Arc::new(store), secret, base)
//!     # .assets(assets)
//!     .policy(policy)
//!     .build()?;
//! # Ok(auth)
//! # }
//! # #[cfg(all(feature = "ssr", feature = "sqlite"))]
//! # tokio::runtime::Runtime::new().expect("a runtime").block_on(tour()).expect("it is built");
//! ```
//!
//! # Features
//!
//! This crate is one name for the crates of the house. Its features choose the side, and none is on by default:
//!
//! | feature | gives |
//! | --- | --- |
//! | `ssr` | [`Vestibule`], its builder, the extractors: what a server needs |
//! | `sqlite` | [`SqlStore`], which remembers everything in one file |
//! | `hydrate` | what a browser needs that adopts what the server sent |
//! | `csr` | what a browser needs that draws everything itself |
//! | `islands` | behaviours hydrate as leaf islands; without it whole screens do |
//! | `dev` | the gallery of every screen, the development mailbox, and the control API of the test kit |
//! | `registry` | our sources as items to copy, for the key `registry` |
//! | `theme-check` | what is wrong with a theme, for `vestibule theme check` |
//!
//! `ssr`, `hydrate` and `csr` never belong into one build.

#[cfg(feature = "ssr")]
pub mod config;

pub use vestibule_core as core;
pub use vestibule_core::org::Role;
pub use vestibule_ui as ui;
pub use vestibule_ui::components;
pub use vestibule_words as words;

#[cfg(feature = "registry")]
pub use vestibule_registry as registry;
#[cfg(feature = "sqlite")]
pub use vestibule_store_sql::{OpenError, SqlStore};
#[cfg(feature = "ssr")]
pub use {
    vestibule_flows::{
        AppPage, AuthLayer, AuthService, Background, Brand, BuildError, Builder, Forbidden, Fresh, Postman, Remark,
        Remarks, SessionLife, Smtp, SmtpError, User, UserButton, Vestibule, Visitor, shipped_assets, show,
    },
    vestibule_http as http, vestibule_store as store, vestibule_theme as theme,
};
