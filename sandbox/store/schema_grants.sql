-- What providers gave along with the last sign-in: encrypted, because the API has
-- to show it. The source is a provider of OAuth, or an OIDC connection.
CREATE TABLE provider_grants (
	member INTEGER NOT NULL REFERENCES members(seq) ON DELETE CASCADE,
	source TEXT    NOT NULL,
	doc    BLOB    NOT NULL,
	PRIMARY KEY (member, source)
) WITHOUT ROWID;
