-- Every moment is a Unix time in seconds. `seq` numbers are ours alone and join
-- tables; `id` texts are what the API shows.

CREATE TABLE settings (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE organizations (
	seq          INTEGER PRIMARY KEY AUTOINCREMENT,
	id           TEXT    NOT NULL UNIQUE,
	name         TEXT    NOT NULL,
	slug         TEXT    NOT NULL UNIQUE,
	external_id  TEXT    UNIQUE,
	settings     TEXT    NOT NULL,           -- JSON: the fields of the API that no search asks for
	live_members INTEGER NOT NULL DEFAULT 0, -- those not deleted; kept by triggers
	created_at   INTEGER NOT NULL,
	updated_at   INTEGER NOT NULL
);
CREATE INDEX organizations_order ON organizations(created_at, id);

CREATE TABLE organization_domains (
	organization INTEGER NOT NULL REFERENCES organizations(seq) ON DELETE CASCADE,
	kind         TEXT    NOT NULL CHECK (kind IN ('allowed', 'claimed')),
	position     INTEGER NOT NULL,
	domain       TEXT    NOT NULL,
	PRIMARY KEY (organization, kind, position)
) WITHOUT ROWID;
CREATE INDEX organization_domains_find ON organization_domains(kind, domain, organization);

CREATE VIRTUAL TABLE organization_text USING fts5(
	name, slug, domains, content='', contentless_delete=1, tokenize='trigram'
);

CREATE TABLE connections (
	id           TEXT    PRIMARY KEY,
	organization INTEGER NOT NULL REFERENCES organizations(seq) ON DELETE CASCADE,
	kind         TEXT    NOT NULL CHECK (kind IN ('saml', 'oidc', 'external', 'scim')),
	status       TEXT    NOT NULL,
	doc          TEXT    NOT NULL, -- JSON of the contract's connection object
	created_at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX connections_of ON connections(organization, kind, status);

CREATE TABLE members (
	seq                 INTEGER PRIMARY KEY AUTOINCREMENT,
	id                  TEXT    NOT NULL UNIQUE,
	organization        INTEGER NOT NULL REFERENCES organizations(seq) ON DELETE CASCADE,
	email               TEXT    NOT NULL, -- in lower case
	email_domain        TEXT    GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL,
	email_id            TEXT    NOT NULL,
	email_verified      INTEGER NOT NULL DEFAULT 0,
	status              TEXT    NOT NULL,
	name                TEXT    NOT NULL DEFAULT '',
	external_id         TEXT,
	is_breakglass       INTEGER NOT NULL DEFAULT 0,
	phone               TEXT    NOT NULL DEFAULT '',
	phone_id            TEXT    NOT NULL DEFAULT '',
	phone_verified      INTEGER NOT NULL DEFAULT 0,
	mfa_enrolled        INTEGER NOT NULL DEFAULT 0,
	default_mfa_method  TEXT    NOT NULL DEFAULT '',
	password_id         TEXT,
	password_hash       TEXT,
	failures            INTEGER NOT NULL DEFAULT 0, -- in a row, since the last success
	lock_created_at     INTEGER,
	lock_expires_at     INTEGER,
	trusted_metadata    TEXT,             -- JSON object; null when empty
	untrusted_metadata  TEXT,
	sso_registrations   TEXT,             -- JSON list of the contract's objects; null when empty
	oauth_registrations TEXT,
	scim_registration   TEXT,
	created_at          INTEGER NOT NULL,
	updated_at          INTEGER NOT NULL
);
CREATE INDEX members_order ON members(organization, created_at, id, status);
CREATE INDEX members_order_all ON members(created_at, id);
CREATE UNIQUE INDEX members_email ON members(organization, email) WHERE status <> 'deleted';
CREATE INDEX members_domain ON members(organization, email_domain);
CREATE INDEX members_email_all ON members(email, organization, status);
CREATE UNIQUE INDEX members_external_id ON members(organization, external_id) WHERE external_id IS NOT NULL AND status <> 'deleted';
CREATE UNIQUE INDEX members_phone ON members(organization, phone) WHERE phone <> '' AND status <> 'deleted';
CREATE INDEX members_breakglass ON members(created_at, id, organization, status) WHERE is_breakglass = 1;
CREATE INDEX members_password ON members(password_id) WHERE password_id IS NOT NULL;

CREATE VIRTUAL TABLE member_text USING fts5(
	email, phone, content='', contentless_delete=1, tokenize='trigram'
);

CREATE TRIGGER members_inserted AFTER INSERT ON members BEGIN
	INSERT INTO member_text(rowid, email, phone) VALUES (new.seq, new.email, new.phone);
	UPDATE organizations SET live_members = live_members + 1 WHERE seq = new.organization AND new.status <> 'deleted';
END;
CREATE TRIGGER members_deleted AFTER DELETE ON members BEGIN
	DELETE FROM member_text WHERE rowid = old.seq;
	UPDATE organizations SET live_members = live_members - 1 WHERE seq = old.organization AND old.status <> 'deleted';
END;
CREATE TRIGGER members_renamed AFTER UPDATE OF email, phone ON members
WHEN old.email <> new.email OR old.phone <> new.phone BEGIN
	DELETE FROM member_text WHERE rowid = old.seq;
	INSERT INTO member_text(rowid, email, phone) VALUES (new.seq, new.email, new.phone);
END;
CREATE TRIGGER members_moved AFTER UPDATE OF status ON members
WHEN (old.status = 'deleted') <> (new.status = 'deleted') BEGIN
	UPDATE organizations SET live_members = live_members + iif(new.status = 'deleted', -1, 1) WHERE seq = new.organization;
END;

-- Roles that are stored: direct ones, and those that SSO and SCIM gave. Those of
-- an e-mail domain follow from the organization, stytch_member from nothing.
CREATE TABLE member_roles (
	member       INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	role_id      TEXT    NOT NULL,
	source       TEXT    NOT NULL, -- a type of MemberRoleSource
	details      TEXT    NOT NULL DEFAULT '{}',
	organization INTEGER NOT NULL,
	PRIMARY KEY (member, role_id, source, details)
) WITHOUT ROWID;
CREATE INDEX member_roles_find ON member_roles(organization, role_id, member);

CREATE TABLE retired_emails (
	email_id     TEXT    PRIMARY KEY,
	member       INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	organization INTEGER NOT NULL,
	email        TEXT    NOT NULL,
	retired_at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX retired_emails_of ON retired_emails(member);
CREATE INDEX retired_emails_find ON retired_emails(organization, email);

-- One for each member. Its secret is encrypted: the API has to show it.
CREATE TABLE totps (
	member     INTEGER PRIMARY KEY REFERENCES members(seq) ON DELETE CASCADE,
	id         TEXT    NOT NULL UNIQUE,
	secret     BLOB    NOT NULL,
	verified   INTEGER NOT NULL DEFAULT 0, -- a code was accepted, or it was migrated
	last_step  INTEGER NOT NULL DEFAULT 0, -- the time step of the last code accepted
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL            -- of the enrolment, while not verified
);

CREATE TABLE recovery_codes (
	member   INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	code     BLOB    NOT NULL, -- encrypted
	spent_at INTEGER,
	PRIMARY KEY (member, position)
) WITHOUT ROWID;

-- Of tokens and codes only hashes are stored.
CREATE TABLE sessions (
	id               TEXT    PRIMARY KEY,
	token_hash       BLOB    NOT NULL UNIQUE,
	member           INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	started_at       INTEGER NOT NULL,
	last_accessed_at INTEGER NOT NULL,
	expires_at       INTEGER NOT NULL,
	factors          TEXT    NOT NULL, -- JSON list of AuthenticationFactor
	custom_claims    TEXT    NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX sessions_of ON sessions(member);
CREATE INDEX sessions_expiry ON sessions(expires_at);

CREATE TABLE intermediate_sessions (
	token_hash   BLOB    PRIMARY KEY,
	organization INTEGER REFERENCES organizations(seq) ON DELETE CASCADE,
	member       INTEGER REFERENCES members(seq) ON DELETE CASCADE,
	email        TEXT    NOT NULL,
	factors      TEXT    NOT NULL,
	created_at   INTEGER NOT NULL,
	expires_at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX intermediate_sessions_of ON intermediate_sessions(member);
CREATE INDEX intermediate_sessions_in ON intermediate_sessions(organization);

-- Links and codes that were sent and may be redeemed once.
CREATE TABLE tokens (
	hash         BLOB    PRIMARY KEY,
	kind         TEXT    NOT NULL,
	organization INTEGER REFERENCES organizations(seq) ON DELETE CASCADE,
	member       INTEGER REFERENCES members(seq) ON DELETE CASCADE,
	email        TEXT    NOT NULL DEFAULT '',
	doc          TEXT    NOT NULL DEFAULT '{}',
	created_at   INTEGER NOT NULL,
	expires_at   INTEGER NOT NULL,
	spent_at     INTEGER
) WITHOUT ROWID;
CREATE INDEX tokens_of ON tokens(member, kind);
CREATE INDEX tokens_in ON tokens(organization, kind, email);

CREATE TABLE outbox (
	seq          INTEGER PRIMARY KEY AUTOINCREMENT,
	id           TEXT    NOT NULL UNIQUE,
	channel      TEXT    NOT NULL CHECK (channel IN ('email', 'sms')),
	kind         TEXT    NOT NULL,
	recipient    TEXT    NOT NULL,
	organization TEXT    NOT NULL DEFAULT '', -- ids, which outlive what they name
	member       TEXT    NOT NULL DEFAULT '',
	doc          TEXT    NOT NULL,
	created_at   INTEGER NOT NULL,
	expires_at   INTEGER
);
CREATE INDEX outbox_to ON outbox(recipient, kind, seq);

CREATE TABLE signing_keys (
	kid        TEXT    PRIMARY KEY,
	private    BLOB    NOT NULL,
	created_at INTEGER NOT NULL,
	retired_at INTEGER
) WITHOUT ROWID;
