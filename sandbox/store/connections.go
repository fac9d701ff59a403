package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// Kinds of connections.
const (
	ConnectionSAML     = "saml"
	ConnectionOIDC     = "oidc"
	ConnectionExternal = "external"
	ConnectionSCIM     = "scim"
)

// Connection is one of an organization's ways to its identity provider.
type Connection struct {
	ID           string
	Organization int64 // seq
	Kind, Status string
	Doc          string // JSON of the contract's object, without its secrets
	Secret       []byte // encrypted JSON of those; nil for none
	CreatedAt    int64
}

const selectConnection = "SELECT id, organization, kind, status, doc, secret, created_at FROM connections "

// Connection returns the connection of that id, in whatever state; nil when there
// is none.
func (t *Tx) Connection(id string) (*Connection, error) {
	found, err := t.connections("WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// ConnectionsOf returns the connections of an organization, in whatever state, the
// oldest first.
func (t *Tx) ConnectionsOf(organization int64) ([]*Connection, error) {
	return t.connections("WHERE organization = ? ORDER BY created_at, position, id", organization)
}

// ConnectionsThrough returns the external connections that lead to the connection
// of that id.
func (t *Tx) ConnectionsThrough(id string) ([]*Connection, error) {
	return t.connections("WHERE kind = 'external' AND json_extract(doc, '$.external_connection_id') = ?", id)
}

func (t *Tx) connections(where string, args ...any) ([]*Connection, error) {
	var found []*Connection
	err := t.rows(selectConnection+where, args, func(rows *sql.Rows) error {
		var c Connection
		err := rows.Scan(&c.ID, &c.Organization, &c.Kind, &c.Status, &c.Doc, &c.Secret, &c.CreatedAt)
		found = append(found, &c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find connections: %w", err)
	}
	return found, nil
}

// AddConnection keeps a new connection.
func (t *Tx) AddConnection(c *Connection) error {
	_, err := t.exec(`INSERT INTO connections(id, organization, kind, status, doc, secret, created_at, position)
		VALUES (?,?,?,?,?,?,?, (SELECT ifnull(max(position), 0) + 1 FROM connections))`,
		c.ID, c.Organization, c.Kind, c.Status, c.Doc, c.Secret, c.CreatedAt)
	if err != nil {
		return fmt.Errorf("add connection: %w", err)
	}
	return nil
}

// UpdateConnection writes status, document and secret of c.
func (t *Tx) UpdateConnection(c *Connection) error {
	_, err := t.exec("UPDATE connections SET status = ?, doc = ?, secret = ? WHERE id = ?", c.Status, c.Doc, c.Secret, c.ID)
	if err != nil {
		return fmt.Errorf("update connection: %w", err)
	}
	return nil
}

// DeleteConnection removes c, the members' registrations with it and the roles
// that it gave.
func (t *Tx) DeleteConnection(c *Connection) error {
	for _, query := range []string{
		`DELETE FROM member_roles WHERE organization = ?1 AND json_extract(details, '$.connection_id') = ?2`,
		`UPDATE members SET sso_registrations = (
			SELECT CASE WHEN count(*) > 0 THEN json_group_array(json(value)) END
			FROM json_each(sso_registrations) WHERE json_extract(value, '$.connection_id') <> ?2)
		WHERE organization = ?1 AND EXISTS (SELECT 1 FROM json_each(sso_registrations) WHERE json_extract(value, '$.connection_id') = ?2)`,
		`DELETE FROM connections WHERE organization = ?1 AND id = ?2`,
	} {
		if _, err := t.exec(query, c.Organization, c.ID); err != nil {
			return fmt.Errorf("delete connection: %w", err)
		}
	}
	return nil
}

// GroupRole is a role that a connection gives to the members of a group.
type GroupRole struct{ RoleID, Group string }

// SetConnectionRoles makes the roles that an SSO connection gives those of its
// assignments: to everybody registered with it, and to those in a group that
// their registration names.
func (t *Tx) SetConnectionRoles(c *Connection, roles []string, groups []GroupRole) error {
	_, err := t.exec(`DELETE FROM member_roles WHERE organization = ? AND source IN ('sso_connection', 'sso_connection_group')
		AND json_extract(details, '$.connection_id') = ?`, c.Organization, c.ID)
	if err != nil {
		return fmt.Errorf("take back roles: %w", err)
	}
	const give = `INSERT OR IGNORE INTO member_roles(member, role_id, source, details, organization)
		SELECT m.seq, ?, ?, ?, m.organization FROM members m, json_each(m.sso_registrations) r
		WHERE m.organization = ? AND json_extract(r.value, '$.connection_id') = ?`
	for _, role := range roles {
		details := fmt.Sprintf(`{"connection_id":%q}`, c.ID)
		if _, err := t.exec(give, role, "sso_connection", details, c.Organization, c.ID); err != nil {
			return fmt.Errorf("give roles: %w", err)
		}
	}
	for _, g := range groups {
		details, err := json.Marshal(struct {
			Connection string `json:"connection_id"`
			Group      string `json:"group"`
		}{c.ID, g.Group})
		if err != nil {
			return err
		}
		_, err = t.exec(give+` AND EXISTS (SELECT 1 FROM json_each(r.value, '$.sso_attributes.groups') WHERE value = ?)`,
			g.RoleID, "sso_connection_group", string(details), c.Organization, c.ID, g.Group)
		if err != nil {
			return fmt.Errorf("give roles of groups: %w", err)
		}
	}
	return nil
}

// ReplaceRolesFrom replaces the roles that m has through a connection.
func (t *Tx) ReplaceRolesFrom(m *Member, connection string, roles []b2b.MemberRole) error {
	_, err := t.exec(`DELETE FROM member_roles WHERE member = ? AND source <> 'scim_connection_group' AND json_extract(details, '$.connection_id') = ?`, m.Seq, connection)
	if err != nil {
		return fmt.Errorf("take back roles: %w", err)
	}
	for _, role := range roles {
		for _, source := range role.Sources {
			if err := t.AddRole(m, role.RoleID, source); err != nil {
				return err
			}
		}
	}
	return nil
}
