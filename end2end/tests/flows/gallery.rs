//! Every story, looked at by axe-core and by a camera.

use std::{fs, path::PathBuf};

use vestibule_end2end::{
    axe,
    stories::{self, Story},
};
use vestibule_testing::{
    Server, ServerBuilder,
    browser::{Browser, House, Script},
    pages::{LogIn, Page, SCREENS},
    workspace,
};

/// A desk and a phone.
const SIZES: [(&str, u32, u32); 2] = [("desk", 1280, 900), ("phone", 390, 844)];

/// Every story in one scheme and size: no violation, and a picture of each.
async fn look_at_all(scheme: &'static str, (device, width, height): (&'static str, u32, u32)) {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        browser.resize(width, height).await;
        let folder = workspace().join("target/pictures").join(format!("{scheme}-{device}"));
        fs::create_dir_all(&folder).expect("the target folder is ours");
        let mut found = Vec::new();
        for story in stories::list(&house.server).await {
            show(browser, &story, scheme).await;
            take(browser, folder.join(format!("{}-{}.png", story.screen, story.story))).await;
            let name = format!("{}/{}", story.screen, story.story);
            found.extend(axe::violations(browser).await.into_iter().map(|line| format!("{name}: {line}")));
        }
        assert!(found.is_empty(), "{scheme} {device}: {found:#?}");
    })
    .await;
}

async fn show(browser: &Browser, story: &Story, scheme: &str) {
    browser.goto(&format!("{}?scheme={scheme}&mode=islands", story.path)).await;
    browser.hydrated().await;
}

async fn take(browser: &Browser, file: PathBuf) {
    browser.driver().screenshot(&file).await.expect("the browser takes pictures");
}

#[tokio::test]
async fn light_desk() {
    look_at_all("light", SIZES[0]).await;
}

#[tokio::test]
async fn light_phone() {
    look_at_all("light", SIZES[1]).await;
}

#[tokio::test]
async fn dark_desk() {
    look_at_all("dark", SIZES[0]).await;
}

#[tokio::test]
async fn dark_phone() {
    look_at_all("dark", SIZES[1]).await;
}

/// What a page object promises is in some story of its screen.
#[tokio::test]
async fn every_part_is_drawn_somewhere() {
    let server = Server::builder().development().start().await;
    let client = server.client();
    let mut drawn = Vec::new();
    for story in stories::list(&server).await {
        let elements = client.get(&format!("{}?mode=none", story.path)).await.elements();
        drawn.extend(elements.into_iter().map(|element| (story.screen.clone(), element)));
    }
    for (screen, parts) in SCREENS {
        for part in *parts {
            let is_it = |name: &str, value| drawn.iter().any(|(at, element)| at == screen && element.is(name, value));
            assert!(is_it("data-part", part.part) && is_it("data-name", part.data_name), "{screen}: {}", part.name);
        }
    }
}

/// A check that finds nothing has to prove that it can.
#[tokio::test]
async fn axe_sees_a_missing_label() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        LogIn::open(browser).await;
        assert_eq!(axe::violations(browser).await, Vec::<String>::new());
        browser.evaluate::<()>("document.querySelectorAll('label').forEach(label => label.remove())").await;
        let found = axe::violations(browser).await;
        assert!(found.len() == 2 && found.iter().all(|line| line.starts_with("label ")), "{found:#?}");
    })
    .await;
}

/// The pages that hold the stories have to be as clean as what they hold.
#[tokio::test]
async fn the_gallery_and_the_mailbox_are_clean_too() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        for (path, screen) in [("/gallery", "gallery"), ("/dev/mail", "dev-mail")] {
            browser.goto(path).await;
            Page::on(browser, screen).await;
            assert_eq!(axe::violations(browser).await, Vec::<String>::new(), "{path}");
        }
    })
    .await;
}

/// What is loaded anew or sent to somebody shows the same story in the same way.
#[tokio::test]
async fn the_gallery_s_address_carries_the_story_and_the_knobs() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        let is_at = async |path: &str| (browser.path().await == path).then_some(());
        let asked =
            "/gallery?story=log-in/wrong-password&width=390px&theme=ledger&scheme=dark&language=ar&direction=ltr";
        browser.goto(asked).await;
        browser.hydrated().await;
        let frame = "const { src, style } = document.querySelector('iframe[name=story]'); \
                     return `${new URL(src).pathname}${new URL(src).search} ${style.maxInlineSize}`";
        let shown = "/gallery/log-in/wrong-password?scheme=dark&language=ar&script=on&theme=ledger&direction=ltr 390px";
        browser.until("the story", async || (browser.evaluate::<String>(frame).await == shown).then_some(())).await;
        browser.until("the same address", async || is_at(asked).await).await;

        browser.evaluate::<()>("document.querySelector('input[name=scheme][value=light]').click()").await;
        let light = asked.replace("dark", "light");
        browser.until("the other scheme in it", async || is_at(&light).await).await;
        browser
            .evaluate::<()>("document.querySelector('a[target=story][href=\"/gallery/sign-up/empty\"]').click()")
            .await;
        let other = light.replace("log-in/wrong-password", "sign-up/empty");
        browser.until("the other story in it", async || is_at(&other).await).await;

        // Whoever comes without an address of their own has what was last.
        browser.goto("/gallery").await;
        browser.until("what was last", async || is_at(&other).await).await;
        browser.goto("/gallery?story=log-in/empty").await;
        browser.until("what is asked for", async || is_at("/gallery?story=log-in/empty").await).await;
    })
    .await;
}
