//! A mailed link that was used or has ended: what its page says, and a new one to the same address. Whoever holds it has
//! read the mailbox, so nobody types the address again; looking at the page sends nothing (L-08).

use axum::{http::StatusCode, response::Response};
use vestibule_core::{
    challenge::{LinkEnd, Purpose},
    email::EmailAddress,
};
use vestibule_http::{cookies::Cookie, form::Fields, secret::digest_of_token};
use vestibule_store::EndedLink;
use vestibule_ui::screens::{EmailLink, EmailLinkModel, EmailLinkState, LinkOver};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge,
    page::show,
};

/// What is known of a link that isn't good; `None` when it never was for this purpose, or was forgotten.
pub(crate) async fn find(vestibule: &Vestibule, token: &str, purpose: Purpose) -> Result<Option<EndedLink>, Response> {
    let found = vestibule.0.store.ended_link(digest_of_token(token), purpose, vestibule.now()).await;
    found.map_err(|error| failed(&error))
}

/// The page of a link that isn't good.
pub(crate) async fn page(vestibule: &Vestibule, visitor: &Visitor, purpose: Purpose, token: &str) -> Response {
    match find(vestibule, token, purpose).await {
        Ok(Some(link)) => Over { purpose, link, token }.show(vestibule, visitor),
        Ok(None) => unknown(vestibule, visitor, purpose),
        Err(response) => response,
    }
}

/// The page of a link of which nothing is known.
pub(crate) fn unknown(vestibule: &Vestibule, visitor: &Visitor, purpose: Purpose) -> Response {
    let model = EmailLinkModel { purpose, state: EmailLinkState::Ended };
    show::<EmailLink>(vestibule, visitor, StatusCode::GONE, model)
}

/// A link that is over, and its token.
pub(crate) struct Over<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) link: EndedLink,
    pub(crate) token: &'a str,
}

impl Over<'_> {
    pub(crate) fn show(&self, vestibule: &Vestibule, visitor: &Visitor) -> Response {
        self.draw(vestibule, visitor, StatusCode::GONE, None, false)
    }

    /// The same page for a form that was drawn elsewhere.
    pub(crate) fn stale(&self, vestibule: &Vestibule, visitor: &Visitor) -> Response {
        self.draw(vestibule, visitor, StatusCode::FORBIDDEN, None, true)
    }

    /// The same page after too many mails.
    pub(crate) fn too_many(&self, vestibule: &Vestibule, visitor: &Visitor, wait: u64) -> Response {
        let page = self.draw(vestibule, visitor, StatusCode::TOO_MANY_REQUESTS, Some(wait), false);
        retry_after(wait, page)
    }

    fn draw(
        &self,
        vestibule: &Vestibule,
        visitor: &Visitor,
        status: StatusCode,
        wait: Option<u64>,
        stale_form: bool,
    ) -> Response {
        let EndedLink { email, end } = &self.link;
        let (email, token) = (email.masked(), self.token.to_owned());
        let state = EmailLinkState::Over(LinkOver { end: *end, email, token, wait, stale_form });
        show::<EmailLink>(vestibule, visitor, status, EmailLinkModel { purpose: self.purpose, state })
    }
}

/// The page that says that a new link is on its way, for a browser that has no page to wait on.
pub(crate) fn sent(vestibule: &Vestibule, visitor: &Visitor, purpose: Purpose, email: &EmailAddress) -> Response {
    let state = EmailLinkState::Sent { email: email.masked() };
    show::<EmailLink>(vestibule, visitor, StatusCode::OK, EmailLinkModel { purpose, state })
}

/// Mails a new link to the address of one that is over, and leads to the page that waits for it.
pub(crate) async fn send(
    vestibule: &Vestibule,
    visitor: &Visitor,
    fields: &Fields,
    purpose: Purpose,
    waits_at: &str,
) -> Result<Response, Response> {
    let token = fields.text("token");
    let Some(link) = find(vestibule, token, purpose).await? else {
        return Err(unknown(vestibule, visitor, purpose));
    };
    let over = Over { purpose, link, token };
    if !visitor.owns(vestibule, fields) {
        return Err(over.stale(vestibule, visitor));
    }
    let email = &over.link.email;
    if let Some(wait) = challenge::count_mail(vestibule, visitor, email).await? {
        return Err(over.too_many(vestibule, visitor, wait));
    }
    let account = vestibule.0.store.account_by_email(email).await.map_err(|error| failed(&error))?;
    let cookie = challenge::start(vestibule, visitor, purpose, email, account.as_ref()).await?;
    let response = with_cookie(see_other(waits_at), cookie);
    Ok(with_cookie(response, Cookie::Link.clear(&vestibule.0.base)))
}

/// A link to confirm an address that is confirmed by now: there is nothing left to send.
pub(crate) async fn is_done(vestibule: &Vestibule, link: EndedLink) -> Result<EndedLink, Response> {
    let account = vestibule.0.store.account_by_email(&link.email).await.map_err(|error| failed(&error))?;
    let is_proven = account.is_some_and(|account| account.mailbox.is_proven());
    Ok(EndedLink { end: if is_proven { LinkEnd::Used } else { link.end }, ..link })
}
