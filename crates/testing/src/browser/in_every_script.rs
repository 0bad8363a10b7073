//! One flow, three tests.

/// Makes one test of a flow for each way that script can fare. Its tests run on tokio, which the crate that they are in
/// has to have.
///
/// ```no_run
/// use vestibule_testing::{browser::House, in_every_script, pages::LogIn};
///
/// in_every_script! {
///     /// What the flow shows.
///     async fn nobody_gets_in_without_a_password(house: &House) {
///         let page = LogIn::open(&house.browser).await;
///         page.button().await.follow().await;
///         LogIn::on(&house.browser).await;
///     }
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! in_every_script {
    ($($(#[$doc:meta])* async fn $name:ident($house:ident: &House) $body:block)+) => {
        $($(#[$doc])*
        mod $name {
            use super::*;

            async fn flow($house: &House) $body

            #[tokio::test]
            async fn with_script() {
                House::run($crate::browser::Script::On, flow).await;
            }

            #[tokio::test]
            async fn without_script() {
                House::run($crate::browser::Script::Off, flow).await;
            }

            #[tokio::test]
            async fn with_missing_wasm() {
                House::run($crate::browser::Script::WasmMissing, flow).await;
            }
        })+
    };
}
