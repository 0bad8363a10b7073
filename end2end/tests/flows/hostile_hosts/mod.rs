//! Our screens in pages whose own stylesheets reset everything: they look as they do alone.

mod page;

use page::{Looks, Story, bootstrap, differences, tailwind};
use vestibule_testing::{
    Server, ServerBuilder,
    browser::{House, Script},
};

/// Between them they draw every sort of button and control, messages, a summary, lists, badges and secrets.
const STORIES: [&str; 8] = [
    "log-in/wrong-password",
    "log-in/nothing-typed",
    "second-factor/wrong-code",
    "properties/every-kind",
    "account/full",
    "account-sessions/several",
    "enrol-second-factor/chosen",
    "backup-codes/fresh",
];

/// The line that docs/embedding-leptos.md asks of a host with Tailwind.
const LINE: &str = "@layer theme, base, vestibule, components, utilities;";

/// The look that stylesheets of hosts are tried on.
const FOYER: &str = "foyer";

/// A reset as many pages begin with.
const STAR: &str = include_str!("star.css");

/// What may differ: how the element's name begins, and the property's.
type Known = (&'static str, &'static str);

/// The list of a select is drawn by the system, which takes colours from the options and no room.
const LIST: Known = ("control option", "padding");

/// Tailwind insists, in an earlier layer than ours, that what is hidden takes no room, and nothing can answer that: buttons
/// that wait for script push away what stands below them when it comes.
const TAILWIND: &[Known] = &[
    LIST,
    ("reveal", ""),
    ("button.secondary.copy", ""),
    ("button.secondary.print", ""),
    ("button span", ""),
    ("control", "width"),
    ("secret.key", "height"),
    ("card", "height"),
    ("page", "height"),
];

/// What a host loads around our stylesheet.
struct Host {
    before: Vec<String>,
    after: Vec<String>,
}

impl Host {
    fn before(sheets: &[&str]) -> Self {
        Self { before: sheets.iter().map(|sheet| (*sheet).to_owned()).collect(), after: Vec::new() }
    }

    fn after(mut self, sheet: &str) -> Self {
        self.after.push(sheet.to_owned());
        self
    }

    fn around<'s>(&'s self, ours: &'s str) -> Vec<&'s str> {
        self.before.iter().map(String::as_str).chain([ours]).chain(self.after.iter().map(String::as_str)).collect()
    }
}

/// Our stylesheet's forms by the server's key.
const LAYERS: &str = "layers";
const PLAIN: &str = "plain";

/// What differs in a host's page, story by story.
async fn differing(form: &str, host: &Host) -> Vec<String> {
    let mut found = Vec::new();
    let form = form.to_owned();
    let found_here = &mut found;
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        let server = Server::builder().development().set("stylesheet", &form).start().await;
        for path in STORIES {
            let story = Story::fetch(&server, path, FOYER).await;
            let alone: Looks = story.looks(browser, &[&story.ours]).await;
            let here = story.looks(browser, &host.around(&story.ours)).await;
            assert!(alone.len() > 10, "{path} is drawn");
            found_here.extend(differences(&alone, &here).into_iter().map(|difference| format!("{path}: {difference}")));
        }
    })
    .await;
    found
}

/// Everything looks as it does alone, but for what is known.
async fn check(form: &str, host: &Host, known: &[Known]) {
    let found = differing(form, host).await;
    let is = |difference: &str, (element, property): &Known| {
        let difference = difference.split_once(": ").map_or("", |(_, difference)| difference);
        difference
            .strip_prefix(element)
            .is_some_and(|rest| rest.split(' ').nth(1).is_some_and(|name| name.starts_with(property)))
    };
    let unknown: Vec<_> = found.iter().filter(|found| !known.iter().any(|known| is(found, known))).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    for known in known {
        assert!(found.iter().any(|found| is(found, known)), "{known:?} is no more");
    }
}

/// A host that we know to lose to: were it otherwise, the checks would see nothing.
async fn check_that_it_loses(form: &str, host: &Host) {
    let found = differing(form, host).await;
    let loses = |what: &str| {
        found.iter().any(|difference| difference.contains(": button.primary") && difference.contains(what))
    };
    assert!(loses(" padding-left: ") && loses(" background-color: "), "{found:#?}");
}

#[tokio::test]
async fn tailwind_before_ours() {
    check(LAYERS, &Host::before(&[&tailwind()]), TAILWIND).await;
}

#[tokio::test]
async fn tailwind_after_ours_with_the_line_before() {
    let tailwind = tailwind();
    check(LAYERS, &Host::before(&[LINE]).after(&tailwind), TAILWIND).await;
    check_that_it_loses(LAYERS, &Host::before(&[]).after(&tailwind)).await;
}

#[tokio::test]
async fn bootstrap_s_reboot_and_a_plain_stylesheet() {
    let host = Host::before(&[]).after(&bootstrap());
    check(PLAIN, &host, &[]).await;
    let found = differing(LAYERS, &host).await;
    assert!(found.iter().any(|difference| difference.contains("title font-size")), "{found:#?}");
}

#[tokio::test]
async fn a_reset_of_everything_and_a_plain_stylesheet() {
    let host = Host::before(&[STAR]).after(STAR);
    check(PLAIN, &host, &[LIST]).await;
    check_that_it_loses(LAYERS, &host).await;
}

/// The line lets a host's utilities win, which is why a host writes them.
#[tokio::test]
async fn a_utility_of_the_host_s_wins_over_ours() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let story = Story::fetch(&house.server, STORIES[0], FOYER).await.with_class("p-0");
        let tailwind = tailwind();
        let padding = async |sheets: &[&str]| {
            let looks = story.looks(&house.browser, sheets).await;
            let button = looks.iter().find(|(name, _)| name.starts_with("button.primary"));
            button.expect("there is one").1["padding-left"].clone()
        };
        assert_eq!(padding(&[LINE, &story.ours, &tailwind]).await, "0px");
        assert_eq!(padding(&[&tailwind, &story.ours]).await, "16px", "without the line it loses");
    })
    .await;
}

/// Without layers and with them everything is the same where no host interferes, in every look.
#[tokio::test]
async fn the_plain_stylesheet_looks_like_the_other_one() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let plain = Server::builder().development().set("stylesheet", PLAIN).start().await;
        for theme in [FOYER, "ledger", "folio", "console", "vibe"] {
            for path in STORIES {
                let layered = Story::fetch(&house.server, path, theme).await;
                let flat = Story::fetch(&plain, path, theme).await;
                assert!(layered.ours.contains("@layer") && !flat.ours.contains("@layer"), "{theme}");
                let looks = layered.looks(&house.browser, &[&layered.ours]).await;
                let flat = flat.looks(&house.browser, &[&flat.ours]).await;
                assert_eq!(differences(&looks, &flat), Vec::<String>::new(), "{path} in {theme}");
            }
        }
    })
    .await;
}
