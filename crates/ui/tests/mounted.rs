//! Every address on a screen is one of ours, below the path that the host chose, or the host's own home.
#![cfg(feature = "ssr")]

use leptos::prelude::*;
use vestibule_core::mount::Mount;
use vestibule_ui::{Entry, Frame, screens};

fn frame(mount: &str) -> Frame {
    let mount: Mount = mount.parse().expect("a mount");
    Frame { mount, home: "/app".to_owned(), ..Frame::story() }
}

fn draw(story: &Entry, frame: Frame) -> String {
    let owner = Owner::new();
    // The props of an island are JSON in an attribute.
    owner.with(|| story.view(frame).to_html()).replace("&quot;", "\"")
}

/// The paths on this site that the markup leads to, posts to or asks.
fn paths(html: &str) -> Vec<&str> {
    let attributes = ["href=\"", "action=\"", "src=\"", "\"href\":\"", "\"asks\":\"", "\"action\":\""];
    let values = attributes.iter().flat_map(|name| html.split(name).skip(1)).filter_map(|rest| rest.split('"').next());
    values.filter(|value| value.starts_with('/')).collect()
}

#[test]
fn every_address_of_a_screen_is_below_the_mount_of_its_host() {
    let mut seen = 0;
    for story in screens::entries() {
        let html = draw(&story, frame("/my/auth"));
        let stray: Vec<_> =
            paths(&html).into_iter().filter(|path| !path.starts_with("/my/auth/") && *path != "/app").collect();
        assert!(stray.is_empty(), "{}: {stray:?}", story.path());
        seen += paths(&html).len();
    }
    assert!(seen > 500, "the addresses are found in the markup: {seen}");
}

#[test]
fn without_a_mount_the_same_screen_stands_at_the_top() {
    for story in screens::entries() {
        let at_the_top = draw(&story, frame(""));
        assert_eq!(draw(&story, frame("/auth")).replace("\"/auth/", "\"/"), at_the_top, "{}", story.path());
    }
}
