-- What makes searches quick however many members there are. All of it follows from
-- the members and organizations, and is no state.

ALTER TABLE members ADD COLUMN has_password INTEGER GENERATED ALWAYS AS (password_id IS NOT NULL) VIRTUAL;

-- A member by its place among those of the organization, with all that is counted
-- by or put in order, so that nobody has to be read for that.
CREATE INDEX members_brief ON members(organization, seq, email_domain, status, is_breakglass, has_password, created_at);
DROP INDEX members_order_all;
CREATE INDEX members_order_all ON members(created_at, id, organization, email_domain, status, is_breakglass, has_password);
CREATE INDEX members_external_all ON members(external_id, organization) WHERE external_id IS NOT NULL;
CREATE INDEX members_phone_all ON members(phone, organization) WHERE phone <> '';
CREATE INDEX members_phone_in ON members(organization, phone) WHERE phone <> '';

-- How many members of an organization are alike in what is counted by.
CREATE TABLE member_counts (
	organization  INTEGER NOT NULL,
	email_domain  TEXT    NOT NULL,
	status        TEXT    NOT NULL,
	is_breakglass INTEGER NOT NULL,
	has_password  INTEGER NOT NULL,
	members       INTEGER NOT NULL,
	PRIMARY KEY (organization, email_domain, status, is_breakglass, has_password)
) WITHOUT ROWID;
INSERT INTO member_counts SELECT organization, email_domain, status, is_breakglass, has_password, count(*) FROM members GROUP BY 1, 2, 3, 4, 5;

-- Its row numbers hold the organization above the member's, so that what is found
-- says where without being looked up. Of an address it has what stands before the
-- domain, and two characters of that, so that every three that cross the @ are
-- there; domains are few and looked for among the counts.
DROP TABLE member_text;
CREATE VIRTUAL TABLE member_text USING fts5(
	local, phone, content='', contentless_delete=1, tokenize='trigram'
);
INSERT INTO member_text(rowid, local, phone)
SELECT organization << 32 | seq, substr(email, 1, instr(email, '@') + 2), phone FROM members ORDER BY organization, seq;

DROP TRIGGER members_inserted;
DROP TRIGGER members_deleted;
DROP TRIGGER members_renamed;
CREATE TRIGGER members_inserted AFTER INSERT ON members BEGIN
	INSERT INTO member_text(rowid, local, phone) VALUES (new.organization << 32 | new.seq, substr(new.email, 1, instr(new.email, '@') + 2), new.phone);
	UPDATE organizations SET live_members = live_members + 1 WHERE seq = new.organization AND new.status <> 'deleted';
	INSERT INTO member_counts VALUES (new.organization, new.email_domain, new.status, new.is_breakglass, new.has_password, 1)
	ON CONFLICT DO UPDATE SET members = members + 1;
END;
CREATE TRIGGER members_deleted AFTER DELETE ON members BEGIN
	DELETE FROM member_text WHERE rowid = old.organization << 32 | old.seq;
	UPDATE organizations SET live_members = live_members - 1 WHERE seq = old.organization AND old.status <> 'deleted';
	UPDATE member_counts SET members = members - 1 WHERE (organization, email_domain, status, is_breakglass, has_password)
		= (old.organization, old.email_domain, old.status, old.is_breakglass, old.has_password);
	DELETE FROM member_counts WHERE (organization, email_domain, status, is_breakglass, has_password)
		= (old.organization, old.email_domain, old.status, old.is_breakglass, old.has_password) AND members = 0;
END;
CREATE TRIGGER members_renamed AFTER UPDATE OF email, phone ON members
WHEN old.email <> new.email OR old.phone <> new.phone BEGIN
	DELETE FROM member_text WHERE rowid = old.organization << 32 | old.seq;
	INSERT INTO member_text(rowid, local, phone) VALUES (new.organization << 32 | new.seq, substr(new.email, 1, instr(new.email, '@') + 2), new.phone);
END;
CREATE TRIGGER members_counted AFTER UPDATE OF email, status, is_breakglass, password_id ON members
WHEN (old.email_domain, old.status, old.is_breakglass, old.has_password) <> (new.email_domain, new.status, new.is_breakglass, new.has_password) BEGIN
	UPDATE member_counts SET members = members - 1 WHERE (organization, email_domain, status, is_breakglass, has_password)
		= (old.organization, old.email_domain, old.status, old.is_breakglass, old.has_password);
	DELETE FROM member_counts WHERE (organization, email_domain, status, is_breakglass, has_password)
		= (old.organization, old.email_domain, old.status, old.is_breakglass, old.has_password) AND members = 0;
	INSERT INTO member_counts VALUES (new.organization, new.email_domain, new.status, new.is_breakglass, new.has_password, 1)
	ON CONFLICT DO UPDATE SET members = members + 1;
END;

-- Which roles an organization gives by the domain of an address.
CREATE TABLE organization_role_domains (
	organization INTEGER NOT NULL REFERENCES organizations(seq) ON DELETE CASCADE,
	role_id      TEXT    NOT NULL,
	domain       TEXT    NOT NULL,
	PRIMARY KEY (organization, role_id, domain)
) WITHOUT ROWID;
INSERT OR IGNORE INTO organization_role_domains
SELECT o.seq, a.value ->> 'role_id', a.value ->> 'domain' FROM organizations o, json_each(o.settings, '$.rbac_email_implicit_role_assignments') a WHERE a.type = 'object';
CREATE TRIGGER organizations_inserted AFTER INSERT ON organizations BEGIN
	INSERT OR IGNORE INTO organization_role_domains
	SELECT new.seq, a.value ->> 'role_id', a.value ->> 'domain' FROM json_each(iif(json_valid(new.settings), new.settings, '{}'), '$.rbac_email_implicit_role_assignments') a WHERE a.type = 'object';
END;
CREATE TRIGGER organizations_changed AFTER UPDATE OF settings ON organizations WHEN old.settings <> new.settings BEGIN
	DELETE FROM organization_role_domains WHERE organization = new.seq;
	INSERT OR IGNORE INTO organization_role_domains
	SELECT new.seq, a.value ->> 'role_id', a.value ->> 'domain' FROM json_each(iif(json_valid(new.settings), new.settings, '{}'), '$.rbac_email_implicit_role_assignments') a WHERE a.type = 'object';
END;
