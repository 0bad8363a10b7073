//! What the application wants to know: before it lets people in, and later as their profile.

mod model;
mod stories;

use leptos::prelude::*;
use vestibule_core::{
    property::{PropertyKind, YES},
    routes,
};
use vestibule_words::{Message, Text};

use super::leave::leave;
use crate::{
    Frame, Screen, Story,
    parts::{
        Account, Alert, AlertKind, Choice, Form, Lead, LineField, LineKind, Link, LongField, Nav, Page, Press,
        SelectField, Summary, Title,
    },
};

pub use model::{PropertiesMode, PropertiesModel, PropertyField};

/// The screen of properties.
pub struct Properties;

impl Screen for Properties {
    type Model = PropertiesModel;

    const NAME: &'static str = "properties";

    const STORIES: &'static [Story<PropertiesModel>] = stories::STORIES;

    fn title(frame: &Frame, model: &PropertiesModel) -> Text {
        frame.say(match model.mode {
            PropertiesMode::Required => Message::PropertiesTitle,
            PropertiesMode::Profile => Message::ProfileTitle,
        })
    }

    fn view(frame: Frame, model: PropertiesModel) -> impl IntoView + 'static {
        let title = Self::title(&frame, &model);
        let PropertiesModel { email, mode, fields, saved, stale_form } = model;
        let is_refused = fields.iter().any(|field| field.error.is_some());
        let notice = match (stale_form, saved) {
            (true, _) => Some((AlertKind::Info, Message::StaleForm)),
            (false, true) if is_refused => None,
            (false, true) => Some((AlertKind::Good, Message::ProfileSaved)),
            (false, false) => None,
        };
        let alert =
            notice.map(|(kind, message)| view! { <Alert screen=Self::NAME kind=kind text=frame.say(message)/> });
        // Beside what was refused nothing looks like success, and the summary is the one alert of the page.
        let rest = (saved && is_refused && !stale_form).then(|| {
            let text = frame.say(Message::ProfileRestSaved);
            view! { <p data-part="hint">{text}</p> }
        });
        let items = fields.iter().filter_map(|field| Some(((field.id(), field.error?), field.label.clone().into())));
        let items = items.collect();
        let (lead, action, button) = match mode {
            PropertiesMode::Required => {
                (Message::PropertiesLead { count: fields.len() }, routes::PROPERTIES, Message::Continue)
            }
            PropertiesMode::Profile => (Message::ProfileLead, routes::ACCOUNT_PROFILE, Message::ProfileSave),
        };
        let [lead, button] = [lead, button].map(|message| frame.say(message));
        let fields = fields.into_iter().map(|field| draw(&frame, field)).collect_view();
        let way_out = way_out(&frame, mode);
        view! {
            <Page frame=frame.clone() screen=Self::NAME>
                <Title text=title/>
                <Lead text=lead/>
                <Account email=email/>
                {alert}
                <Summary frame=frame.clone() screen=Self::NAME items=items/>
                {rest}
                <Form frame=frame name="properties" action=action>
                    {fields}
                    <Press name="save" text=button/>
                </Form>
                {way_out}
            </Page>
        }
    }
}

fn way_out(frame: &Frame, mode: PropertiesMode) -> AnyView {
    let mount = frame.mount;
    match mode {
        PropertiesMode::Required => leave(frame).into_any(),
        PropertiesMode::Profile => {
            let back = frame.say(Message::BackToAccount);
            view! { <Nav><Link name="account" href=mount.at(routes::ACCOUNT) text=back/></Nav> }.into_any()
        }
    }
}

/// Draws the control that fits what is asked.
fn draw(frame: &Frame, field: PropertyField) -> AnyView {
    let id = field.id();
    let autocomplete = autocomplete(&field.name);
    let PropertyField { label, why, kind, optional, value, error, .. } = field;
    let label = if optional { frame.say(Message::OptionalLabel { label: &label }) } else { label.into() };
    let hint = why.map(Text::from);
    let frame = frame.clone();
    let line = match kind {
        PropertyKind::Text { .. } => LineKind::Text,
        PropertyKind::Number { min, .. } => LineKind::Number { negative: min < 0 },
        PropertyKind::Date => LineKind::Date,
        PropertyKind::Url => LineKind::Url,
        PropertyKind::LongText { .. } => {
            return view! { <LongField frame=frame id=id label=label hint=hint optional=optional value=value error=error/> }.into_any();
        }
        PropertyKind::Choice { choices } => {
            return view! { <SelectField frame=frame id=id label=label choices=choices hint=hint optional=optional value=value error=error/> }.into_any();
        }
        PropertyKind::Checkbox => {
            return view! { <Choice frame=frame id=id label=label checked=value == YES hint=hint error=error/> }
                .into_any();
        }
        PropertyKind::Terms { url } => {
            let read = frame.say(Message::ReadTerms);
            // In its own tab: what was typed here stays.
            let link =
                view! { <a data-part="link" data-name="terms" href=url target="_blank" rel="noopener">{read}</a> };
            return view! { <Choice frame=frame id=id label=label checked=value == YES required=!optional hint=hint error=error>{link}</Choice> }.into_any();
        }
    };
    view! { <LineField frame=frame id=id kind=line label=label autocomplete=autocomplete hint=hint optional=optional value=value error=error/> }.into_any()
}

/// What browsers know by themselves, under the names that applications use for it (WCAG 1.3.5).
fn autocomplete(name: &str) -> Option<&'static str> {
    Some(match name {
        "name" | "full_name" => "name",
        "first_name" | "given_name" => "given-name",
        "last_name" | "family_name" => "family-name",
        "phone" => "tel",
        "company" => "organization",
        "job_title" => "organization-title",
        "country" => "country-name",
        "birthday" => "bday",
        "website" => "url",
        _ => return None,
    })
}
