//! Screens for those who build: the gallery of every story, and the development mailbox. Never in a release's reach
//! (H-12): the server offers them only when asked to, and only on loopback.

#![expect(unreachable_pub, reason = "the component macros write a second, hidden function with the same visibility")]

mod every_slot;
mod gallery;
mod host_app;
mod host_page;
mod knobs;
mod mailbox;
mod preview;
mod setting;

pub use every_slot::{EverySlot, EverySlotModel};
pub use gallery::{Gallery, GalleryGroup, GalleryModel};
pub use host_app::{HostApp, HostAppModel};
pub use host_page::{HostPage, HostPageModel};
pub use knobs::Knobs;
pub use mailbox::{DevMail, DevMailItem, DevMailMessage, DevMailMessageModel, DevMailModel};

use crate::Entry;

/// The stories of the development screens: checked like all others.
#[must_use]
pub fn entries() -> Vec<Entry> {
    [
        Entry::of::<Gallery>(),
        Entry::of::<DevMail>(),
        Entry::of::<DevMailMessage>(),
        Entry::of::<HostPage>(),
        Entry::of::<HostApp>(),
        Entry::of::<EverySlot>(),
    ]
    .concat()
}
