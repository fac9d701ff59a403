-- Counts the changes of what the API shows of organizations, so that who remembers
-- them knows whether they are still the same. It is no state.
CREATE TABLE organizations_version (n INTEGER NOT NULL);
INSERT INTO organizations_version VALUES (0);

CREATE TRIGGER organizations_version_inserted AFTER INSERT ON organizations BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
CREATE TRIGGER organizations_version_deleted AFTER DELETE ON organizations BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
CREATE TRIGGER organizations_version_updated AFTER UPDATE OF id, name, slug, external_id, settings, created_at, updated_at ON organizations BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
CREATE TRIGGER connections_version_inserted AFTER INSERT ON connections BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
CREATE TRIGGER connections_version_deleted AFTER DELETE ON connections BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
CREATE TRIGGER connections_version_updated AFTER UPDATE ON connections BEGIN
	UPDATE organizations_version SET n = n + 1;
END;
