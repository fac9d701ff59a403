package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
)

// SCIMToken is what is kept of a bearer token.
type SCIMToken struct {
	Hash      []byte
	ExpiresAt int64 // Unix seconds
}

// SCIMTokens returns the tokens of a connection: the one in use, then the next.
func (t *Tx) SCIMTokens(connection string) ([]SCIMToken, error) {
	var found []SCIMToken
	err := t.rows("SELECT hash, expires_at FROM scim_tokens WHERE connection = ? ORDER BY next", []any{connection}, func(rows *sql.Rows) error {
		var k SCIMToken
		err := rows.Scan(&k.Hash, &k.ExpiresAt)
		found = append(found, k)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read bearer tokens: %w", err)
	}
	return found, nil
}

// SetSCIMToken makes k the token of a connection that is in use, or the next one.
func (t *Tx) SetSCIMToken(connection string, next bool, k SCIMToken) error {
	_, err := t.exec("INSERT OR REPLACE INTO scim_tokens(connection, next, hash, expires_at) VALUES (?,?,?,?)", connection, next, k.Hash, k.ExpiresAt)
	if err != nil {
		return fmt.Errorf("write bearer token: %w", err)
	}
	return nil
}

// UseNextSCIMToken puts the next token in place of the one in use.
func (t *Tx) UseNextSCIMToken(connection string) error {
	_, err := t.exec("DELETE FROM scim_tokens WHERE connection = ? AND next = 0", connection)
	if err == nil {
		_, err = t.exec("UPDATE scim_tokens SET next = 0 WHERE connection = ?", connection)
	}
	if err != nil {
		return fmt.Errorf("replace bearer token: %w", err)
	}
	return nil
}

// DropNextSCIMToken forgets the next token.
func (t *Tx) DropNextSCIMToken(connection string) error {
	if _, err := t.exec("DELETE FROM scim_tokens WHERE connection = ? AND next = 1", connection); err != nil {
		return fmt.Errorf("drop bearer token: %w", err)
	}
	return nil
}

// EmptyDirectory forgets the tokens, users and groups of a SCIM connection, and
// what members have through it. The members stay.
func (t *Tx) EmptyDirectory(c *Connection) error {
	for _, query := range []string{
		`DELETE FROM member_roles WHERE organization = ?1 AND source = 'scim_connection_group' AND json_extract(details, '$.connection_id') = ?2`,
		`UPDATE members SET scim_registration = NULL WHERE organization = ?1 AND json_extract(scim_registration, '$.connection_id') = ?2`,
		`DELETE FROM scim_tokens WHERE ?1 AND connection = ?2`,
		`DELETE FROM scim_groups WHERE ?1 AND connection = ?2`,
		`DELETE FROM scim_users WHERE ?1 AND connection = ?2`,
	} {
		if _, err := t.exec(query, c.Organization, c.ID); err != nil {
			return fmt.Errorf("empty directory: %w", err)
		}
	}
	return nil
}

// SCIMUser is a member as its directory knows it. Moments are Unix seconds.
type SCIMUser struct {
	Member               int64 // seq
	MemberID, Status     string
	Connection, UserName string
	Doc                  string // JSON of the User as the directory has sent it
	CreatedAt, UpdatedAt int64
}

const selectUser = `SELECT u.member, m.id, m.status, u.connection, u.user_name, u.doc, u.created_at, u.updated_at
	FROM scim_users u JOIN members m ON m.seq = u.member `

func scanUser(rows *sql.Rows) (*SCIMUser, error) {
	var u SCIMUser
	return &u, rows.Scan(&u.Member, &u.MemberID, &u.Status, &u.Connection, &u.UserName, &u.Doc, &u.CreatedAt, &u.UpdatedAt)
}

// SCIMUser returns the user of a connection whose member has that id; nil when
// there is none.
func (t *Tx) SCIMUser(connection, memberID string) (*SCIMUser, error) {
	return t.scimUser("WHERE u.connection = ? AND m.id = ?", connection, memberID)
}

// SCIMUserByName returns the user of a connection with that name, in whatever
// case; nil when there is none.
func (t *Tx) SCIMUserByName(connection, name string) (*SCIMUser, error) {
	return t.scimUser("WHERE u.connection = ? AND u.user_name = ?", connection, name)
}

func (t *Tx) scimUser(where string, args ...any) (*SCIMUser, error) {
	var found *SCIMUser
	err := t.rows(selectUser+where, args, func(rows *sql.Rows) (err error) {
		found, err = scanUser(rows)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find user: %w", err)
	}
	return found, nil
}

// SCIMUsers calls each for the users of a connection, the oldest first.
func (t *Tx) SCIMUsers(connection string, each func(*SCIMUser) error) error {
	return t.rows(selectUser+"WHERE u.connection = ? ORDER BY u.created_at, u.member", []any{connection}, func(rows *sql.Rows) error {
		u, err := scanUser(rows)
		if err != nil {
			return fmt.Errorf("list users: %w", err)
		}
		return each(u)
	})
}

// PutSCIMUser keeps u, new or not. ErrTaken when another has its name.
func (t *Tx) PutSCIMUser(u *SCIMUser) error {
	_, err := t.exec(`INSERT INTO scim_users(member, connection, user_name, doc, created_at, updated_at) VALUES (?,?,?,?,?,?)
		ON CONFLICT(member) DO UPDATE SET connection = excluded.connection, user_name = excluded.user_name, doc = excluded.doc, updated_at = excluded.updated_at`,
		u.Member, u.Connection, u.UserName, u.Doc, u.CreatedAt, u.UpdatedAt)
	if err != nil {
		return fmt.Errorf("write user: %w", taken(err))
	}
	return nil
}

// DeleteSCIMUser makes the directory forget a member, its groups too.
func (t *Tx) DeleteSCIMUser(member int64) error {
	if _, err := t.exec("DELETE FROM scim_users WHERE member = ?", member); err != nil {
		return fmt.Errorf("delete user: %w", err)
	}
	return nil
}

// SetSCIMRoles makes the roles that a member has through the groups of a SCIM
// connection those of its assignments, whose groups are ids; with member 0 it does
// so for all.
func (t *Tx) SetSCIMRoles(c *Connection, assignments []GroupRole, member int64) error {
	_, err := t.exec(`DELETE FROM member_roles WHERE (?1 = 0 OR member = ?1) AND organization = ?2
		AND source = 'scim_connection_group' AND json_extract(details, '$.connection_id') = ?3`, member, c.Organization, c.ID)
	if err != nil {
		return fmt.Errorf("take back roles: %w", err)
	}
	for _, a := range assignments {
		details, err := json.Marshal(struct {
			Connection string `json:"connection_id"`
			Group      string `json:"group_id"`
		}{c.ID, a.Group})
		if err != nil {
			return err
		}
		_, err = t.exec(`INSERT OR IGNORE INTO member_roles(member, role_id, source, details, organization)
			SELECT member, ?, 'scim_connection_group', ?, ? FROM scim_group_members WHERE group_id = ? AND (?5 = 0 OR member = ?5)`,
			a.RoleID, string(details), c.Organization, a.Group, member)
		if err != nil {
			return fmt.Errorf("give roles of groups: %w", err)
		}
	}
	return nil
}
