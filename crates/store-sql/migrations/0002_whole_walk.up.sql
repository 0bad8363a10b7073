-- Who asks for a new password: the word of a reason.
ALTER TABLE accounts ADD COLUMN password_update TEXT;
UPDATE accounts SET password_update = 'administrator' WHERE new_password_demanded = 1;
ALTER TABLE accounts DROP COLUMN new_password_demanded;
ALTER TABLE accounts ADD COLUMN disabled_at INTEGER;
-- Where the proof of the address is asked for: whether there was one before. What is not known was not proven.
ALTER TABLE accounts ADD COLUMN email_was_proven INTEGER NOT NULL DEFAULT 0 CHECK (email_was_proven IN (0, 1));

-- Sessions of before live on (Q-28): a password had begun them, nobody knows where.
CREATE TABLE new_sessions (
    digest           BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    -- What its owner ends it by.
    id               TEXT    NOT NULL UNIQUE,
    account          TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at       INTEGER NOT NULL,
    last_seen_at     INTEGER NOT NULL,
    expires_at       INTEGER NOT NULL,
    first_factor_at  INTEGER NOT NULL,
    second_factor_at INTEGER,
    fresh_at         INTEGER NOT NULL,
    device           TEXT    NOT NULL,
    address          TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO new_sessions
SELECT digest, lower(hex(randomblob(16))), account, created_at, last_seen_at, expires_at,
       created_at, NULL, created_at, '', '127.0.0.1'
FROM sessions;

DROP TABLE sessions;
ALTER TABLE new_sessions RENAME TO sessions;
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE properties (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE totps (
    account   TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    -- The authenticator that was proven; sealed.
    secret    BLOB,
    since     INTEGER,
    last_step INTEGER,
    -- The one that waits for its first code; sealed, too.
    pending   BLOB,
    CHECK ((secret IS NULL) = (since IS NULL) AND (secret IS NULL) = (last_step IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE backup_codes (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (account, digest)
) STRICT, WITHOUT ROWID;

-- Until their owner says that they are saved; sealed.
CREATE TABLE backup_codes_to_show (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    digest     BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    id         TEXT    NOT NULL UNIQUE,
    account    TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX devices_by_account ON devices (account);
CREATE INDEX devices_by_end ON devices (expires_at);

CREATE TABLE challenges (
    digest     BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    purpose    TEXT    NOT NULL,
    -- None for an address without one, and none any more once the challenge is worth nothing.
    account    TEXT    REFERENCES accounts (id) ON DELETE CASCADE,
    email      TEXT    NOT NULL,
    sent_at    INTEGER NOT NULL,
    sends      INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX challenges_by_account ON challenges (account, purpose);
CREATE INDEX challenges_by_end ON challenges (expires_at);

CREATE TABLE challenge_secrets (
    -- Grows with every mail, so the newest are the highest.
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    challenge  BLOB    NOT NULL REFERENCES challenges (digest) ON DELETE CASCADE,
    -- None once it is spent, and none beside a link that a code was exchanged for.
    code       BLOB    CHECK (length(code) = 32),
    link       BLOB    NOT NULL UNIQUE CHECK (length(link) = 32),
    -- In the past once it is spent or was ended early: what asks for the time can't find it good. The row stays as long
    -- as its challenge, to say what became of the link.
    expires_at INTEGER NOT NULL,
    spent_at   INTEGER,
    CHECK (spent_at IS NULL OR (code IS NULL AND expires_at = 0))
) STRICT;

CREATE INDEX challenge_secrets_by_challenge ON challenge_secrets (challenge);

CREATE TABLE orgs (
    id          TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    -- What two spellings of one name have in common.
    name_key    TEXT    NOT NULL,
    max_members INTEGER,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX orgs_by_name ON orgs (name_key);

CREATE TABLE org_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    org    TEXT NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    rule   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX org_domains_by_org ON org_domains (org);

CREATE TABLE org_members (
    org     TEXT    NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    account TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role    TEXT    NOT NULL,
    since   INTEGER NOT NULL,
    PRIMARY KEY (org, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX org_members_by_account ON org_members (account);

CREATE TABLE org_invitations (
    id          TEXT    NOT NULL PRIMARY KEY,
    link        BLOB    NOT NULL UNIQUE CHECK (length(link) = 32),
    org         TEXT    NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    email       TEXT    NOT NULL,
    email_key   TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    -- None when an operator invites, and none any more when the inviter's account is gone.
    inviter     TEXT    REFERENCES accounts (id) ON DELETE SET NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    accepted_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX org_invitations_by_address ON org_invitations (email_key, org);
CREATE INDEX org_invitations_by_org ON org_invitations (org);
CREATE INDEX org_invitations_by_inviter ON org_invitations (inviter);
CREATE INDEX org_invitations_by_end ON org_invitations (expires_at);

CREATE TABLE org_join_requests (
    org        TEXT    NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    account    TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (org, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX org_join_requests_by_account ON org_join_requests (account);
