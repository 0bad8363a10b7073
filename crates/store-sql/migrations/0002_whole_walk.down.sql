DROP TABLE org_join_requests;
DROP TABLE org_invitations;
DROP TABLE org_members;
DROP TABLE org_domains;
DROP TABLE orgs;
DROP TABLE challenge_secrets;
DROP TABLE challenges;
DROP TABLE devices;
DROP TABLE backup_codes_to_show;
DROP TABLE backup_codes;
DROP TABLE totps;
DROP TABLE properties;

-- A version that knows no second factor would let a session through that has shown one factor of two, or whose account
-- is turned off: everybody logs in again.
DROP TABLE sessions;

CREATE TABLE sessions (
    digest       BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    account      TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_end ON sessions (expires_at);

ALTER TABLE accounts ADD COLUMN new_password_demanded INTEGER NOT NULL DEFAULT 0
    CHECK (new_password_demanded IN (0, 1));
UPDATE accounts SET new_password_demanded = 1 WHERE password_update IS NOT NULL;
ALTER TABLE accounts DROP COLUMN password_update;
ALTER TABLE accounts DROP COLUMN disabled_at;
ALTER TABLE accounts DROP COLUMN email_was_proven;
