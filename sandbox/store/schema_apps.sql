-- What other programs sign in with: machine-to-machine clients, and connected apps
-- that members have let in. Of secrets and tokens only hashes are kept.

CREATE TABLE m2m_clients (
	seq                   INTEGER PRIMARY KEY AUTOINCREMENT,
	id                    TEXT    NOT NULL UNIQUE,
	name                  TEXT    NOT NULL,
	description           TEXT    NOT NULL,
	status                TEXT    NOT NULL,
	scopes                TEXT    NOT NULL, -- JSON list
	trusted_metadata      TEXT    NOT NULL DEFAULT '{}',
	secret_hash           BLOB    NOT NULL,
	secret_last_four      TEXT    NOT NULL,
	next_secret_hash      BLOB,             -- while the secret is rotated, both count
	next_secret_last_four TEXT,
	created_at            INTEGER NOT NULL
);
CREATE INDEX m2m_clients_order ON m2m_clients(created_at, id);
CREATE INDEX m2m_clients_name ON m2m_clients(name);

CREATE TABLE connected_apps (
	seq              INTEGER PRIMARY KEY AUTOINCREMENT,
	id               TEXT    NOT NULL UNIQUE,
	doc              TEXT    NOT NULL, -- JSON of ConnectedApp
	secret_hash      BLOB,             -- null for public apps
	next_secret_hash BLOB,
	created_at       INTEGER NOT NULL
);
CREATE INDEX connected_apps_order ON connected_apps(created_at, id);

-- What a member has let an app do.
CREATE TABLE app_grants (
	app        INTEGER NOT NULL REFERENCES connected_apps(seq) ON DELETE CASCADE,
	member     INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	scopes     TEXT    NOT NULL, -- JSON list
	granted_at INTEGER NOT NULL,
	PRIMARY KEY (app, member)
) WITHOUT ROWID;
CREATE INDEX app_grants_of ON app_grants(member);

-- Authorization codes, and the access tokens that they were changed for.
CREATE TABLE app_tokens (
	hash       BLOB    PRIMARY KEY,
	kind       TEXT    NOT NULL CHECK (kind IN ('code', 'access')),
	app        INTEGER NOT NULL REFERENCES connected_apps(seq) ON DELETE CASCADE,
	member     INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	doc        TEXT    NOT NULL, -- JSON of AppToken
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX app_tokens_of ON app_tokens(member, app);
CREATE INDEX app_tokens_by ON app_tokens(app);
