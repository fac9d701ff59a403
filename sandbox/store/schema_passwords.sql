-- Passwords of projects where one holds in all organizations of an address.
CREATE TABLE address_passwords (
	email TEXT PRIMARY KEY,
	id    TEXT NOT NULL,
	hash  TEXT NOT NULL -- "" when a new one has to be set first
) WITHOUT ROWID;
