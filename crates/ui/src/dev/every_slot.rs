//! A log-in page with something of the host's in every slot.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vestibule_words::Text;

use crate::{
    Frame, Layout, Screen, Slots, Story,
    screens::{LogIn, LogInModel},
};

/// The page.
pub struct EverySlot;

/// How it is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EverySlotModel {
    /// Another layout than the theme's.
    pub layout: Option<Layout>,
}

const fn of(layout: Layout) -> EverySlotModel {
    EverySlotModel { layout: Some(layout) }
}

fn slots() -> Slots {
    Slots {
        logo: Some("<a data-part=\"link\" href=\"/\">Northwind</a>".to_owned()),
        legal: Some("Northwind Savings is overseen by the Office of Good Conduct.".to_owned()),
        footer: Some("<a data-part=\"link\" href=\"/terms\">Terms</a>".to_owned()),
        aside: Some(
            "<p>Open on weekdays from 8 to 18 o\u{2019}clock.</p><p>020 7946 0123</p><p>Everything works today.</p>"
                .to_owned(),
        ),
        illustration: Some(
            "<svg width=\"120\" height=\"40\" viewBox=\"0 0 120 40\"><path d=\"M2 36 30 8l16 16L70 4l48 32z\" \
             fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"></path></svg>"
                .to_owned(),
        ),
    }
}

impl Screen for EverySlot {
    type Model = EverySlotModel;

    const NAME: &'static str = "every-slot";

    const STORIES: &'static [Story<EverySlotModel>] = &[
        Story { name: "theme", model: EverySlotModel::default },
        Story { name: "split", model: || of(Layout::Split) },
        Story { name: "split-end", model: || of(Layout::SplitEnd) },
        Story { name: "bare", model: || of(Layout::Bare) },
        Story { name: "full", model: || of(Layout::Full) },
        Story { name: "inline", model: || of(Layout::Inline) },
    ];

    fn title(frame: &Frame, _: &EverySlotModel) -> Text {
        LogIn::title(frame, &LogInModel::default())
    }

    fn view(frame: Frame, model: EverySlotModel) -> impl IntoView + 'static {
        let layout = model.layout.unwrap_or(frame.layout);
        LogIn::view(Frame { layout, slots: slots(), ..frame }, LogInModel::default())
    }
}
