-- Times are Unix milliseconds. Digests are SHA-256: the secrets themselves never come here.

CREATE TABLE accounts (
    id                    TEXT    NOT NULL PRIMARY KEY,
    email                 TEXT    NOT NULL,
    -- What makes two spellings one account.
    email_key             TEXT    NOT NULL UNIQUE,
    email_confirmed_at    INTEGER,
    password_hash         TEXT,
    new_password_demanded INTEGER NOT NULL DEFAULT 0 CHECK (new_password_demanded IN (0, 1)),
    created_at            INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    digest       BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    account      TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE sign_ups (
    digest        BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    email         TEXT    NOT NULL,
    -- Only while the sign-up can be confirmed: none for a taken address, none any more once confirmed.
    password_hash TEXT,
    started_at    INTEGER NOT NULL,
    sent_at       INTEGER NOT NULL,
    sends         INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    confirmed_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_ups_by_end ON sign_ups (expires_at);

CREATE TABLE sign_up_secrets (
    -- Grows with every mail, so the newest are the highest.
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    sign_up    BLOB    NOT NULL REFERENCES sign_ups (digest) ON DELETE CASCADE,
    code       BLOB    NOT NULL CHECK (length(code) = 32),
    link       BLOB    NOT NULL UNIQUE CHECK (length(link) = 32),
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_up_secrets_by_sign_up ON sign_up_secrets (sign_up);
CREATE INDEX sign_up_secrets_by_end ON sign_up_secrets (expires_at);

CREATE TABLE limits (
    name  TEXT    NOT NULL,
    key   BLOB    NOT NULL CHECK (length(key) = 32),
    -- How full the bucket was at `at`.
    level REAL    NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (name, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX limits_by_time ON limits (at);

CREATE TABLE outbox (
    -- Never used twice: a slow sender that forgets its letter must not forget another one.
    id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    sealed   BLOB    NOT NULL,
    due_at   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX outbox_by_time ON outbox (due_at);
