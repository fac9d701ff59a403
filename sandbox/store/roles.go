package store

import "fmt"

// DropRoles takes roles from all members of an organization, however they got
// them.
func (t *Tx) DropRoles(org *Organization, roles []string) error {
	if len(roles) == 0 {
		return nil
	}
	text, err := list(roles)
	if err == nil {
		_, err = t.exec("DELETE FROM member_roles WHERE organization = ? AND role_id IN (SELECT value FROM json_each(?))", org.Seq, text)
	}
	if err != nil {
		return fmt.Errorf("drop roles: %w", err)
	}
	return nil
}
