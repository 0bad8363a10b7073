//! A reset of the limits frees whoever is locked out.

use crate::server;

#[tokio::test]
async fn a_reset_frees_who_is_locked_out() {
    let server = server().await;
    let control = server.control();
    let ada = control.person("LoginRequired").make().await;
    let lock_out = async || {
        for _ in 0..20 {
            if ada.log_in_with("not the right one at all").await.status == 429 {
                return;
            }
        }
        panic!("guesses have no end");
    };
    lock_out().await;
    assert_eq!(ada.log_in().await.status, 429, "not even the right one is looked at");
    control.reset_limits().await;
    lock_out().await;
    control.reset_limits().await;
    assert_eq!(ada.log_in().await.status, 303);
}
