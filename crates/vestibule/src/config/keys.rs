//! Every key, with its default and what it does: the one list, which docs/configuration.md repeats and a test compares.

/// A key of the configuration.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) default: &'static str,
    pub(super) says: &'static str,
}

const fn key(name: &'static str, default: &'static str, says: &'static str) -> Key {
    Key { name, default, says }
}

pub(super) const KEYS: &[Key] = &[
    key(
        "base_url",
        "required",
        "The origin under which people reach the pages: `https://login.example.com`. Plain `http` only on this machine. Links in mails begin with it; no request can change it.",
    ),
    key("listen", "`127.0.0.1:3000`", "The address and port to listen on. TLS is a proxy's work."),
    key(
        "database",
        "`sqlite:vestibule.db`",
        "`sqlite:PATH`, or `sqlite::memory:` for data that end with the process. The file is made, readable by its owner only.",
    ),
    key(
        "secret",
        "required",
        "At least 32 random bytes in base64. Everything that we derive comes from it: whoever knows it can forge forms and read waiting letters. Another secret makes open forms stale, drops waiting letters, and makes authenticators and backup codes useless; sessions live on.",
    ),
    key("secret_file", "", "A file with the secret, in its place."),
    key("product", "`Vestibule`", "The name on every page and in every mail, 1 to 60 characters."),
    key(
        "languages",
        "`en`",
        "The languages that people may have pages and mails in, the first for whoever asks for none of them: `[\"en\", \"de\", \"ar\"]`, in the environment with commas. docs/languages.md",
    ),
    key(
        "theme",
        "`foyer`",
        "The look: `foyer`, `ledger`, `folio`, `console`, `vibe`, or a theme of yours, as a folder or packed: docs/theming.md.",
    ),
    key(
        "stylesheet",
        "`layers`",
        "`plain` serves our rules without the cascade layer `vestibule`, each selector as heavy as two classes: for a host whose own resets stand in no layer and would win over all of ours.",
    ),
    key("mount", "none", "A path that the pages stand below: `/auth` makes the log-in `/auth/login`."),
    key("home", "`/`", "The path of the page that a log-in leads to, unless another one was wanted."),
    key(
        "smtp",
        "required, but for development and testing",
        "`smtps://USER:PASSWORD@HOST:PORT`, or `smtp://HOST:PORT?tls=required` for STARTTLS. Without encryption only to this machine.",
    ),
    key("mail_from", "required with `smtp`", "Where mails come from: `Northwind <login@example.com>`."),
    key(
        "development",
        "`false`",
        "Offers the gallery (`/gallery`) and the mailbox (`/dev/mail`), which show everything to everybody: only with a `base_url` on this machine.",
    ),
    key(
        "registry",
        "`true` in development",
        "Offers our sources as items to copy (`/r/registry.json`), the same everywhere: docs/registry.md. The `vestibule` binary carries them; a host of yours does with the feature `registry`.",
    ),
    key(
        "testing",
        "`false`",
        "Offers the test kit's control API (docs/testing.md), which opens every account to programs on this machine: only with a `base_url` on this machine or below `.test`, and a `listen` on this machine.",
    ),
    key(
        "assets",
        "what this version carries, or `site`",
        "The folder with the stylesheet and the scripts. Packages carry them; a checkout doesn't.",
    ),
    key(
        "trusted_proxies",
        "none",
        "Addresses and networks whose `X-Forwarded-For` is believed: `[\"127.0.0.1\", \"10.0.0.0/8\"]`, in the environment with commas. Everybody else's is ignored.",
    ),
    key(
        "password_min_length",
        "`15`",
        "The shortest new password in characters, from 8. NIST SP 800-63B-4 asks for 15 where a password stands alone.",
    ),
    key("properties", "none", "A TOML file that says what people are asked about themselves: docs/properties.md."),
    key(
        "contact",
        "none",
        "Where people write to who can't go on by themselves, as they will read it: `help@example.com`.",
    ),
    key("session_idle_minutes", "`60`", "A session that is not used for this long ends."),
    key("session_absolute_hours", "`24`", "A session ends after this long in any case."),
    key("organisation_required", "`false`", "Whether everybody must belong to an organisation."),
    key(
        "second_factor_required_since",
        "never",
        "From this time on everybody must have a second factor, which is offered before: `2027-03-01T00:00:00Z`.",
    ),
    key("log", "`text`", "`text` or `json`, to standard error. No secret is ever written."),
    key("log_level", "`info`", "`error`, `warn`, `info`, `debug` or `trace`, for our own lines; libraries only warn."),
];

/// Every key as a table in Markdown, with its default and what it does.
#[must_use]
pub fn markdown() -> String {
    let rows = KEYS.iter().map(|Key { name, default, says }| format!("| `{name}` | {default} | {says} |\n"));
    format!("| key | default | what it does |\n| --- | --- | --- |\n{}", rows.collect::<String>())
}
