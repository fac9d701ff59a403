-- What discovery has to know of somebody who has not chosen an organization yet.
ALTER TABLE intermediate_sessions ADD COLUMN email_verified INTEGER NOT NULL DEFAULT 0;
ALTER TABLE intermediate_sessions ADD COLUMN oauth_tenants TEXT NOT NULL DEFAULT '{}'; -- JSON: provider to tenant ids

-- Wrong codes of discovery, which count for the address: there is no member.
CREATE TABLE address_failures (
	email        TEXT    PRIMARY KEY,
	failures     INTEGER NOT NULL, -- in a row
	locked_until INTEGER
) WITHOUT ROWID;
