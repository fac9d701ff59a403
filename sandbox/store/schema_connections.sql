-- What connections keep that nobody may read, and the directories that SCIM fills.

ALTER TABLE connections ADD COLUMN secret BLOB; -- encrypted JSON of the secret fields; null for none
ALTER TABLE connections ADD COLUMN position INTEGER NOT NULL DEFAULT 0; -- tells the age of those made within a second
CREATE INDEX connections_position ON connections(position);
CREATE INDEX connections_external ON connections(json_extract(doc, '$.external_connection_id')) WHERE kind = 'external';

-- The bearer tokens of a SCIM connection: the one in use, and, while that is being
-- replaced, the next. Only hashes are stored.
CREATE TABLE scim_tokens (
	connection TEXT    NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
	next       INTEGER NOT NULL DEFAULT 0,
	hash       BLOB    NOT NULL,
	expires_at INTEGER NOT NULL,
	PRIMARY KEY (connection, next)
) WITHOUT ROWID;

-- A user of a directory is a member; what the API shows of it is in the member's
-- scim_registration.
CREATE TABLE scim_users (
	member     INTEGER PRIMARY KEY REFERENCES members(seq) ON DELETE CASCADE,
	connection TEXT    NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
	user_name  TEXT    NOT NULL COLLATE NOCASE,
	doc        TEXT    NOT NULL, -- JSON of the User as the directory has sent it
	created_at INTEGER NOT NULL,
	updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX scim_users_name ON scim_users(connection, user_name);
CREATE INDEX scim_users_order ON scim_users(connection, created_at, member);

CREATE TABLE scim_groups (
	id           TEXT    PRIMARY KEY,
	connection   TEXT    NOT NULL REFERENCES connections(id) ON DELETE CASCADE,
	display_name TEXT    NOT NULL COLLATE NOCASE,
	external_id  TEXT    NOT NULL DEFAULT '',
	created_at   INTEGER NOT NULL,
	updated_at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX scim_groups_order ON scim_groups(connection, created_at, id);

CREATE TABLE scim_group_members (
	group_id TEXT    NOT NULL REFERENCES scim_groups(id) ON DELETE CASCADE,
	member   INTEGER NOT NULL REFERENCES scim_users(member) ON DELETE CASCADE,
	PRIMARY KEY (group_id, member)
) WITHOUT ROWID;
CREATE INDEX scim_group_members_of ON scim_group_members(member);

-- The directories of a project that was seeded before there were any.
INSERT OR IGNORE INTO scim_users(member, connection, user_name, doc, created_at, updated_at)
SELECT m.seq, c.id, m.email, json_object(
	'schemas', json_array('urn:ietf:params:scim:schemas:core:2.0:User'), 'userName', m.email, 'displayName', m.name,
	'externalId', ifnull(json_extract(m.scim_registration, '$.external_id'), ''),
	'emails', json_array(json_object('value', m.email, 'type', 'work', 'primary', json('true')))), m.created_at, m.updated_at
FROM connections c JOIN members m ON m.organization = c.organization AND json_extract(m.scim_registration, '$.connection_id') = c.id
WHERE c.kind = 'scim';
