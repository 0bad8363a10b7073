//! From a socket to the router: bounded heads, clients that are too slow, and an end that cuts nobody off.

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// The largest head of a request, in bytes (H-02).
const MAX_HEAD: usize = 32 * 1024;

/// How long a head may take to arrive: a client that sends a byte a second keeps no socket.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// How long an end waits for answers under way.
const GRACE: Duration = Duration::from_secs(10);

/// The pause after a failure to accept: the process has too many files open, and asking faster helps nobody.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until `stop` is done and then until the answers under way are out.
pub(crate) async fn listen(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(MAX_HEAD);
    let http = Arc::new(http);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => serve_one(&http, stream, peer, router.clone(), &graceful),
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "a connection can't be accepted");
                sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    if timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some answers were still under way");
    }
}

fn serve_one(http: &http1::Builder, stream: TcpStream, peer: SocketAddr, router: Router, graceful: &GracefulShutdown) {
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    // Without it an answer waits for the acknowledgement of the one before.
    let _ = stream.set_nodelay(true);
    let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        // Clients that hang up in the middle are their own business.
        let _ = connection.await;
    });
}
