//! Northwind's server.

use std::{env, error::Error, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, header::CONTENT_SECURITY_POLICY},
    response::Response,
    routing::post,
};
use leptos::{
    config::LeptosOptions,
    context::{provide_context, use_context},
    nonce::use_nonce,
    prelude::get_configuration,
};
use leptos_axum::{
    LeptosRoutes, ResponseOptions, generate_route_list_with_exclusions, handle_server_fns,
    render_app_async_with_context, site_pkg_dir_service, site_pkg_dir_service_route_path,
};
use {{crate_name}}::{App, shell};
use tokio::{net::TcpListener, signal::ctrl_c};
use vestibule::{AppPage, SqlStore, config::Config};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Without it nobody hears what goes wrong.
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let options = get_configuration(None)?.leptos_options;
    let config = Config::read(None, env::vars_os())?;
    let store = SqlStore::open(&config.database).await?;
    let auth = config
        .builder(Arc::new(store))?
        .product("Northwind")
        .mount("/auth".parse()?)
        .home("/invoices".parse()?)
        .shell({
            let options = options.clone();
            move |page, request| draw(options.clone(), page, request)
        })
        .build()?;
    let background = auth.start(config.smtp);

    // What is below /auth is answered by us, and drawn by the application.
    let routes = generate_route_list_with_exclusions(App, Some(vec!["/auth/{*any}".to_owned()]));
    let app = Router::new()
        .route("/api/{*function}", post(handle_server_fns))
        .leptos_routes_with_handler(routes, pages)
        .route_service(&site_pkg_dir_service_route_path(&options), site_pkg_dir_service(&options))
        .fallback(pages)
        .with_state(options)
        .merge(auth.router())
        .layer(auth.layer());

    let listener = TcpListener::bind(config.listen).await?;
    println!("{{project-name}}: ready at {}", config.base_url.origin());
    // Limits are counted by client address, so the pages have to know it.
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async { ctrl_c().await.unwrap_or_default() })
        .await?;
    background.stop().await;
    Ok(())
}

/// Northwind's own pages.
async fn pages(State(options): State<LeptosOptions>, page: AppPage, request: Request) -> Response {
    draw(options, page, request).await
}

/// Every page of the application, ours included: it is told who is there, and its answer goes through our hands.
async fn draw(options: LeptosOptions, page: AppPage, request: Request) -> Response {
    let login = page.login();
    let context = move || {
        provide_context(login.clone());
        say_policy();
    };
    let app = render_app_async_with_context(context, move || shell(options.clone()));
    page.answer(app(request).await)
}

/// No script but ours, and of those in the page only the ones of this answer, which carry Leptos's nonce.
fn say_policy() {
    let (Some(nonce), Some(answer)) = (use_nonce(), use_context::<ResponseOptions>()) else { return };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    answer.insert_header(CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy).expect("a nonce is base64"));
}
