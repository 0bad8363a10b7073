//! The page behind the log-in: `/`.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule::{
    User, Vestibule, Visitor, show,
    ui::screens::{LoggedIn, LoggedInModel},
};

pub(crate) async fn page(State(vestibule): State<Vestibule>, user: User, visitor: Visitor) -> Response {
    show::<LoggedIn>(&vestibule, &visitor, StatusCode::OK, LoggedInModel { email: user.email.to_string() })
}
