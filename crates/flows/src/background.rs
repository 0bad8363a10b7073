//! What a Vestibule does while nobody asks: mail, and forgetting.

use std::time::Duration;

use tokio::{sync::watch, task::JoinHandle, time::timeout};

use crate::{Postman, Smtp, Vestibule};

/// How often what has ended is forgotten.
const REAP_EVERY: Duration = Duration::from_secs(600);

/// The tasks beside the pages. Dropped, they are told to end, and nobody waits for them.
#[derive(Debug)]
pub struct Background {
    stop: watch::Sender<()>,
    tasks: [JoinHandle<()>; 2],
}

impl Vestibule {
    /// Starts what has to run beside the pages: mails are sent, what has ended is forgotten. Without a mail server mails
    /// reach the development mailbox at most.
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    #[must_use]
    pub fn start(&self, smtp: Option<Smtp>) -> Background {
        #[cfg(feature = "dev")]
        if self.0.testing.is_some() {
            tracing::warn!(
                path = self.at(vestibule_core::routes::TEST),
                "the test kit's control API is on: whoever is on this machine can be anybody"
            );
        }
        let (stop, _) = watch::channel(());
        let postman = tokio::spawn(Postman::new(self.clone(), smtp).run(told(&stop)));
        let reaper = tokio::spawn(reap(self.clone(), told(&stop)));
        Background { stop, tasks: [postman, reaper] }
    }
}

impl Background {
    /// Ends them. A mail under way is finished; others wait in the store for the next start.
    pub async fn stop(self) {
        self.stop.send_replace(());
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::error!(error = &error as &dyn std::error::Error, "a task in the background ended badly");
            }
        }
    }
}

/// Done when the tasks were told to stop, or nobody is left to tell them.
fn told(stop: &watch::Sender<()>) -> impl Future<Output = ()> + use<> {
    let mut told = stop.subscribe();
    async move {
        // A sender that is gone means the same.
        let _ = told.changed().await;
    }
}

async fn reap(vestibule: Vestibule, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        if let Err(error) = vestibule.0.store.reap(vestibule.now()).await {
            tracing::error!(error = &error as &dyn std::error::Error, "nothing was forgotten");
        }
        if timeout(REAP_EVERY, &mut stop).await.is_ok() {
            return;
        }
    }
}
