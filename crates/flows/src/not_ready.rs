//! The pages of login states whose own screens are not drawn yet. They are honest, and they let nobody through (L-04).

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{login_state::LoginState, routes};
use vestibule_ui::screens::{NotReady, NotReadyModel, NotReadyStep};

use crate::{Vestibule, Visitor, answer::see_other, page::show};

/// The URLs that lead here.
pub(crate) const PATHS: [&str; 5] = [
    routes::SECOND_FACTOR,
    routes::UPDATE_PASSWORD,
    routes::PROPERTIES,
    routes::CHOOSE_ORG,
    routes::ENROL_SECOND_FACTOR,
];

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor, uri: axum::http::Uri) -> Response {
    if uri.path() == visitor.state.path() { draw(&vestibule, &visitor) } else { see_other(visitor.state.path()) }
}

/// Says what is missing, if anything is.
pub(crate) fn draw(vestibule: &Vestibule, visitor: &Visitor) -> Response {
    let step = match visitor.state {
        LoginState::TwoFactorRequired { .. } => NotReadyStep::SecondFactor,
        LoginState::EmailNotConfirmedYet { .. } => NotReadyStep::ConfirmEmail,
        LoginState::UpdatePasswordRequired { .. } => NotReadyStep::UpdatePassword,
        LoginState::UserMissingRequiredProperties { .. } => NotReadyStep::Properties,
        LoginState::UserMustBeInAtLeastOneOrg => NotReadyStep::ChooseOrg,
        LoginState::TwoFactorEnrollmentRequired { .. } => NotReadyStep::EnrolSecondFactor,
        LoginState::LoginRequired | LoginState::LoggedIn => return see_other(visitor.state.path()),
    };
    let email = visitor.account.as_ref().map(|account| account.email.to_string()).unwrap_or_default();
    show::<NotReady>(vestibule, visitor, StatusCode::OK, NotReadyModel { email, step })
}
