//! Sessions in stories.

use super::{DeviceItem, SessionItem, SessionsModel, SessionsNotice};
use crate::Story;

fn here() -> SessionItem {
    SessionItem {
        id: "1".to_owned(),
        device: "Firefox on Linux".to_owned(),
        address: "192.0.2.7".to_owned(),
        began: "2026-11-24 08:12 UTC".to_owned(),
        seen: "2026-11-25 14:03 UTC".to_owned(),
        current: true,
    }
}

fn elsewhere() -> SessionItem {
    SessionItem {
        id: "2".to_owned(),
        device: "Safari on iPhone".to_owned(),
        address: "2001:db8:85a3::8a2e:370:7334".to_owned(),
        current: false,
        ..here()
    }
}

fn remembered() -> DeviceItem {
    DeviceItem { id: "d1".to_owned(), device: "Firefox on Linux".to_owned(), until: "2026-12-25 08:12 UTC".to_owned() }
}

fn several() -> SessionsModel {
    SessionsModel {
        sessions: vec![here(), elsewhere(), SessionItem { device: "Chrome on Windows".to_owned(), ..elsewhere() }],
        devices: vec![remembered()],
        notice: None,
    }
}

fn noticed(notice: SessionsNotice) -> SessionsModel {
    SessionsModel { notice: Some(notice), ..several() }
}

fn long() -> SessionsModel {
    let device = "Konqueror on Haiku, in a window of the terminal server of the department of typesetting".to_owned();
    let session = SessionItem {
        device: device.clone(),
        address: "2001:db8:1234:5678:9abc:def0:1234:5678".to_owned(),
        ..elsewhere()
    };
    SessionsModel {
        sessions: vec![here(), session, SessionItem { device: "x".repeat(90), ..elsewhere() }],
        devices: vec![DeviceItem { device, ..remembered() }],
        notice: None,
    }
}

pub(super) const STORIES: &[Story<SessionsModel>] = &[
    Story { name: "only-this", model: || SessionsModel { sessions: vec![here()], ..SessionsModel::default() } },
    Story { name: "several", model: several },
    Story { name: "long-texts", model: long },
    Story { name: "ended", model: || noticed(SessionsNotice::Ended) },
    Story {
        name: "others-ended",
        model: || SessionsModel { sessions: vec![here()], ..noticed(SessionsNotice::OthersEnded { count: 2 }) },
    },
    Story {
        name: "device-forgotten",
        model: || SessionsModel { devices: Vec::new(), ..noticed(SessionsNotice::DeviceForgotten) },
    },
    Story { name: "gone", model: || noticed(SessionsNotice::Gone) },
    Story { name: "stale-form", model: || noticed(SessionsNotice::StaleForm) },
];
