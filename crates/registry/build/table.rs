//! The parts that are offered.

/// A part.
pub(crate) struct Part {
    /// How it is asked for: its `data-part`, where that is nobody else's.
    pub(crate) name: &'static str,
    /// The file of its components.
    pub(crate) file: &'static str,
    /// Its components, the one first that it is named for.
    pub(crate) components: &'static [&'static str],
    /// Its stylesheet.
    pub(crate) css: &'static str,
    /// The `data-part` that its story draws.
    pub(crate) draws: &'static str,
    /// Its story.
    pub(crate) story: &'static str,
}

const fn part(
    [name, file, css, draws]: [&'static str; 4],
    components: &'static [&'static str],
    story: &'static str,
) -> Part {
    Part { name, file, components, css, draws, story }
}

/// All of them, from the page inwards.
pub(crate) const TABLE: &[Part] = &[
    part(["page", "page", "page", "page"], &["Page"], r#"<Page frame=Frame::story() screen="hello">"Hello"</Page>"#),
    part(["title", "text", "text", "title"], &["Title"], r#"<Title text="Log in".into()/>"#),
    part(["lead", "text", "text", "lead"], &["Lead"], r#"<Lead text="We've sent you a link.".into()/>"#),
    // The screen of that name is asked for more often.
    part(
        ["account-line", "text", "account", "account"],
        &["Account"],
        r#"<Account email="ada@example.org".to_owned()/>"#,
    ),
    part(
        ["nav", "text", "text", "nav"],
        &["Nav"],
        r#"<Nav text="New here?".into()><a href="/signup">"Sign up"</a></Nav>"#,
    ),
    part(["link", "text", "text", "link"], &["Link"], r#"<Link name="sign-up" href="/signup" text="Sign up".into()/>"#),
    part(
        ["alert", "alert", "alert", "alert"],
        &["Alert", "WaitAlert", "Note", "Summary"],
        r#"<Alert screen="log-in" kind=AlertKind::Warn text="Too many tries.".into()/>"#,
    ),
    part(
        ["form", "form", "button", "form"],
        &["Form"],
        r#"<Form frame=Frame::story() name="log-in" action="/login">"Fields"</Form>"#,
    ),
    part(
        ["button", "form", "button", "button"],
        &["Press", "Go", "PressItem"],
        r#"<Go name="home" kind=Kind::Secondary href="/" text="Home".into()/>"#,
    ),
    part(
        ["field", "field", "field", "field"],
        &["Field"],
        r#"<Field frame=Frame::story() id=FieldId::new("story", "name") kind="text" label="Name".into() hint=None error=None note=()><input/></Field>"#,
    ),
    part(
        ["control", "control", "field", "control"],
        &["EmailField", "PasswordField", "CodeField", "UserName"],
        r#"<EmailField frame=Frame::story() id=FieldId::new("story", "email") value=String::new() error=None/>"#,
    ),
    part(
        ["line", "plain", "field", "control"],
        &["LineField", "LongField"],
        r#"<LineField frame=Frame::story() id=FieldId::new("story", "name") kind=LineKind::Text label="Name".into() value=String::new() error=None/>"#,
    ),
    part(
        ["select", "select", "select", "control"],
        &["SelectField"],
        r#"<SelectField frame=Frame::story() id=FieldId::new("story", "size") label="Size".into() choices=vec!["S".to_owned()] value=String::new() error=None/>"#,
    ),
    part(
        ["choice", "choice", "choice", "choice"],
        &["Choice"],
        r#"<Choice frame=Frame::story() id=FieldId::new("story", "remember") label="Remember me".into() checked=true error=None/>"#,
    ),
    part(
        ["section", "list", "section", "section"],
        &["Section"],
        r#"<Section screen="account" name="email" title="Email".into()>"ada@example.org"</Section>"#,
    ),
    part(["facts", "list", "section", "facts"], &["Facts"], r#"<Facts><p>"ada@example.org"</p></Facts>"#),
    part(
        ["list", "list", "list", "item"],
        &["List", "Item"],
        r#"<List name="sessions"><Item name="session" state=ItemState::Current>"This browser"</Item></List>"#,
    ),
    part(["badge", "list", "list", "badge"], &["Badge"], r#"<Badge kind=BadgeKind::Role text="Owner".into()/>"#),
    part(
        ["user", "user", "user", "user"],
        &["UserButton"],
        r#"<UserButton frame=Frame::story() email=Some("ada@example.org".to_owned())/>"#,
    ),
];
