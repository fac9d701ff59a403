-- Numbers the changes of what members are searched by, and keeps of each organization
-- the number of its last one, so that who remembers what a search has found knows
-- where to search again. It follows from nothing and is no state: numbers only grow,
-- and organizations that are gone keep theirs.
CREATE TABLE member_changes (
	organization INTEGER PRIMARY KEY,
	n            INTEGER NOT NULL
);
CREATE INDEX member_changes_order ON member_changes(n);

CREATE TRIGGER member_changes_inserted AFTER INSERT ON members BEGIN
	INSERT INTO member_changes VALUES (new.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_deleted AFTER DELETE ON members BEGIN
	INSERT INTO member_changes VALUES (old.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_updated AFTER UPDATE OF email, external_id, status, is_breakglass, phone, password_id ON members BEGIN
	INSERT INTO member_changes VALUES (new.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_role_given AFTER INSERT ON member_roles BEGIN
	INSERT INTO member_changes VALUES (new.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_role_taken AFTER DELETE ON member_roles BEGIN
	INSERT INTO member_changes VALUES (old.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_domain_given AFTER INSERT ON organization_role_domains BEGIN
	INSERT INTO member_changes VALUES (new.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;
CREATE TRIGGER member_changes_domain_taken AFTER DELETE ON organization_role_domains BEGIN
	INSERT INTO member_changes VALUES (old.organization, (SELECT ifnull(max(n), 0) + 1 FROM member_changes))
	ON CONFLICT DO UPDATE SET n = excluded.n;
END;

-- Numbers in which a text is looked for one by one, and members passed in the order of
-- a search, are told with all that is counted by beside them.
DROP INDEX members_phone_in;
CREATE INDEX members_phone_in ON members(organization, phone, email_domain, status, is_breakglass, has_password, created_at) WHERE phone <> '';
DROP INDEX members_order_all;
CREATE INDEX members_order_all ON members(created_at, id, organization, email_domain, status, is_breakglass, has_password, phone);
