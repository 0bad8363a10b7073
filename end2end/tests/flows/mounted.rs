//! Pages that stand below a path of somebody's site.

use vestibule_testing::{
    Person, ServerBuilder,
    browser::{House, Script},
    pages::{LogIn, LogOut, LoggedIn, SignUp, SignUpSent},
};

fn below_auth(server: ServerBuilder) -> ServerBuilder {
    server.set("mount", "/auth")
}

with_script_and_without! {
    /// Page objects open our pages where they stand.
    async fn the_whole_way(script: Script) {
        House::run_with(script, below_auth, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::new(&house.server);
            let page = SignUp::open(browser).await;
            assert_eq!(browser.path().await, "/auth/signup");
            page.sign_up(&ada.email, &ada.password).await;
            let mail = house.mailbox.wait_for(&ada.email).await;
            SignUpSent::on(browser).await.confirm(&mail.code()).await;
            LoggedIn::on(browser).await;
            assert_eq!(browser.path().await, "/");

            LogOut::open(browser).await.button().await.follow().await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
        })
        .await;
    }
}
