package store

import (
	"database/sql"
	"fmt"
)

// SCIMGroup is a group of a directory. Moments are Unix seconds.
type SCIMGroup struct {
	ID, Connection, DisplayName, ExternalID string
	CreatedAt, UpdatedAt                    int64
}

// SCIMGroupMember is a member of a group, by its id and its name for the directory.
type SCIMGroupMember struct {
	Seq          int64
	ID, UserName string
}

const selectGroup = "SELECT id, connection, display_name, external_id, created_at, updated_at FROM scim_groups "

func (t *Tx) scimGroups(where string, args ...any) ([]SCIMGroup, error) {
	var found []SCIMGroup
	err := t.rows(selectGroup+where, args, func(rows *sql.Rows) error {
		var g SCIMGroup
		err := rows.Scan(&g.ID, &g.Connection, &g.DisplayName, &g.ExternalID, &g.CreatedAt, &g.UpdatedAt)
		found = append(found, g)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find groups: %w", err)
	}
	return found, nil
}

// SCIMGroup returns the group of a connection with that id; nil when there is none.
func (t *Tx) SCIMGroup(connection, id string) (*SCIMGroup, error) {
	found, err := t.scimGroups("WHERE connection = ? AND id = ?", connection, id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// SCIMGroups returns at most limit groups of a connection, the oldest first, from
// the one after that made at created with that id.
func (t *Tx) SCIMGroups(connection string, created int64, id string, limit int) ([]SCIMGroup, error) {
	return t.scimGroups("WHERE connection = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?", connection, created, id, limit)
}

// SCIMGroupsOf returns the groups that a member is in, by name.
func (t *Tx) SCIMGroupsOf(member int64) ([]SCIMGroup, error) {
	return t.scimGroups("WHERE id IN (SELECT group_id FROM scim_group_members WHERE member = ?) ORDER BY display_name, id", member)
}

// PutSCIMGroup keeps g, new or not.
func (t *Tx) PutSCIMGroup(g SCIMGroup) error {
	_, err := t.exec(`INSERT INTO scim_groups(id, connection, display_name, external_id, created_at, updated_at) VALUES (?,?,?,?,?,?)
		ON CONFLICT(id) DO UPDATE SET display_name = excluded.display_name, external_id = excluded.external_id, updated_at = excluded.updated_at`,
		g.ID, g.Connection, g.DisplayName, g.ExternalID, g.CreatedAt, g.UpdatedAt)
	if err != nil {
		return fmt.Errorf("write group: %w", err)
	}
	return nil
}

// DeleteSCIMGroup removes a group.
func (t *Tx) DeleteSCIMGroup(id string) error {
	if _, err := t.exec("DELETE FROM scim_groups WHERE id = ?", id); err != nil {
		return fmt.Errorf("delete group: %w", err)
	}
	return nil
}

// SCIMGroupMembers returns the members of a group, by number.
func (t *Tx) SCIMGroupMembers(group string) ([]SCIMGroupMember, error) {
	var found []SCIMGroupMember
	err := t.rows(`SELECT m.seq, m.id, u.user_name FROM scim_group_members g JOIN members m ON m.seq = g.member JOIN scim_users u ON u.member = g.member
		WHERE g.group_id = ? ORDER BY m.seq`, []any{group}, func(rows *sql.Rows) error {
		var m SCIMGroupMember
		err := rows.Scan(&m.Seq, &m.ID, &m.UserName)
		found = append(found, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list members of group: %w", err)
	}
	return found, nil
}

// AddToSCIMGroup puts a user into a group; one that is there stays.
func (t *Tx) AddToSCIMGroup(group string, member int64) error {
	if _, err := t.exec("INSERT OR IGNORE INTO scim_group_members(group_id, member) VALUES (?,?)", group, member); err != nil {
		return fmt.Errorf("add to group: %w", err)
	}
	return nil
}

// RemoveFromSCIMGroup takes a user out of a group.
func (t *Tx) RemoveFromSCIMGroup(group string, member int64) error {
	if _, err := t.exec("DELETE FROM scim_group_members WHERE group_id = ? AND member = ?", group, member); err != nil {
		return fmt.Errorf("remove from group: %w", err)
	}
	return nil
}
