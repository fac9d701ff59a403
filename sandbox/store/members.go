package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// Member is a row of members: the API's object, and what the API does not show.
// Its Roles are the stored ones; those of e-mail domains and stytch_member
// follow from the organization. Its IsAdmin and IsLocked are left to the caller.
type Member struct {
	Seq             int64 // 0 until inserted
	OrganizationSeq int64
	EmailID         string // of the present address
	PhoneID         string
	PasswordHash    string
	Failures        int // wrong secrets in a row
	b2b.Member
	kept []any // values of memberChanging that the database has; nil when they are not known
}

const memberColumns = `m.seq, m.organization, (SELECT id FROM organizations WHERE seq = m.organization), m.id, m.email, m.email_id, m.email_verified,
	m.status, m.name, m.external_id, m.is_breakglass, m.phone, m.phone_id, m.phone_verified, m.mfa_enrolled, m.default_mfa_method,
	m.password_id, m.password_hash, m.failures, m.lock_created_at, m.lock_expires_at, m.trusted_metadata, m.untrusted_metadata,
	m.sso_registrations, m.oauth_registrations, m.scim_registration, m.created_at, m.updated_at,
	(SELECT id FROM totps WHERE member = m.seq AND verified = 1),
	(SELECT json_group_array(json_array(role_id, source, details) ORDER BY role_id, source, details) FROM member_roles WHERE member = m.seq),
	iif(EXISTS (SELECT 1 FROM retired_emails WHERE member = m.seq),
		(SELECT json_group_array(json_array(email_id, email) ORDER BY retired_at, email) FROM retired_emails WHERE member = m.seq), '[]')`

// MemberByID finds a member by id, deleted or not; nil when there is none.
func (t *Tx) MemberByID(id string) (*Member, error) { return t.memberWhere("m.id = ?", id) }

// MemberBySeq finds a member by number, deleted or not; nil when there is none.
func (t *Tx) MemberBySeq(seq int64) (*Member, error) { return t.memberWhere("m.seq = ?", seq) }

// MemberByPasswordID finds the member of an organization with that password.
func (t *Tx) MemberByPasswordID(organization int64, id string) (*Member, error) {
	return t.memberWhere("m.organization = ? AND m.password_id = ? AND m.status <> 'deleted'", organization, id)
}

// LiveMember finds a member that is not deleted by id or external id, in this
// order; nil when there is none in the organization.
func (t *Tx) LiveMember(organization int64, ref string) (*Member, error) {
	for _, column := range []string{"id", "external_id"} {
		m, err := t.memberWhere("m."+column+" = ? AND m.organization = ? AND m.status <> 'deleted'", ref, organization)
		if m != nil || err != nil {
			return m, err
		}
	}
	return nil, nil
}

// MemberByEmail finds the live member of an organization with that address, in
// lower case; nil when there is none.
func (t *Tx) MemberByEmail(organization int64, email string) (*Member, error) {
	return t.memberWhere("m.organization = ? AND m.email = ? AND m.status <> 'deleted'", organization, email)
}

func (t *Tx) memberWhere(where string, args ...any) (*Member, error) {
	found, err := t.membersWhere(where, args...)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (t *Tx) membersWhere(where string, args ...any) ([]*Member, error) {
	var found []*Member
	mayChange := t.conn.memory == nil
	err := t.few("SELECT "+memberColumns+" FROM members m WHERE "+where, args, func(rows *sql.Rows) error {
		m, err := scanMember(rows, mayChange)
		found = append(found, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find members: %w", err)
	}
	return found, nil
}

// scanMember reads a member, and for one that may be changed also what the database
// has of it.
func scanMember(rows *sql.Rows, mayChange bool) (*Member, error) {
	var m Member
	var external, passwordID, passwordHash, trusted, untrusted, sso, oauth, scim, totp sql.NullString
	var lockCreated, lockExpires, created, updated sql.NullInt64
	var roles, retired string
	err := rows.Scan(&m.Seq, &m.OrganizationSeq, &m.OrganizationID, &m.MemberID, &m.EmailAddress, &m.EmailID, &m.EmailAddressVerified,
		&m.Status, &m.Name, &external, &m.IsBreakglass, &m.MFAPhoneNumber, &m.PhoneID, &m.MFAPhoneNumberVerified, &m.MFAEnrolled, &m.DefaultMFAMethod,
		&passwordID, &passwordHash, &m.Failures, &lockCreated, &lockExpires, &trusted, &untrusted,
		&sso, &oauth, &scim, &created, &updated, &totp, &roles, &retired)
	if err != nil {
		return nil, err
	}
	if mayChange {
		m.kept = []any{m.EmailAddress, m.EmailID, m.EmailAddressVerified, m.Status, m.Name, text(external), m.IsBreakglass,
			m.MFAPhoneNumber, m.PhoneID, m.MFAPhoneNumberVerified, m.MFAEnrolled, m.DefaultMFAMethod,
			text(passwordID), text(passwordHash), m.Failures, number(lockCreated), number(lockExpires),
			text(trusted), text(untrusted), text(sso), text(oauth), text(scim), number(updated)}
	}
	m.ExternalID, m.MemberPasswordID, m.PasswordHash = pointer(external), passwordID.String, passwordHash.String
	m.LockCreatedAt, m.LockExpiresAt = moment(lockCreated), moment(lockExpires)
	m.CreatedAt, m.UpdatedAt, m.TOTPRegistrationID = moment(created), moment(updated), totp.String
	err = cmp.Or(decode(trusted, &m.TrustedMetadata), decode(untrusted, &m.UntrustedMetadata), decode(sso, &m.SSORegistrations),
		decode(oauth, &m.OAuthRegistrations), decode(scim, &m.SCIMRegistration), m.addRoles(roles), m.addRetiredEmails(retired))
	if err != nil {
		return nil, fmt.Errorf("columns of %s: %w", m.MemberID, err)
	}
	return &m, nil
}

// addRoles adds the roles that text lists, with their sources.
func (m *Member) addRoles(text string) error {
	return eachIn(text, func(row [3]string) error {
		from := b2b.MemberRoleSource{Type: row[1]}
		err := json.Unmarshal([]byte(row[2]), &from.Details)
		m.addRole(row[0], from)
		return err
	})
}

// addRole adds a source to a role that m has, or the role. Roles come sorted.
func (m *Member) addRole(role string, source b2b.MemberRoleSource) {
	if n := len(m.Roles); n > 0 && m.Roles[n-1].RoleID == role {
		m.Roles[n-1].Sources = append(m.Roles[n-1].Sources, source)
		return
	}
	m.Roles = append(m.Roles, b2b.MemberRole{RoleID: role, Sources: []b2b.MemberRoleSource{source}})
}

func (m *Member) addRetiredEmails(text string) error {
	return eachIn(text, func(row [2]string) error {
		m.RetiredEmailAddresses = append(m.RetiredEmailAddresses, b2b.RetiredEmail{EmailID: row[0], EmailAddress: row[1]})
		return nil
	})
}

// columns are the values of every column of m that can change, in the order of
// memberChanging.
func (m *Member) columns() ([]any, error) {
	var failed error
	text := func(v any, size int) any {
		encoded, err := encode(v, size)
		failed = cmp.Or(failed, err)
		return encoded
	}
	scim := 0
	if m.SCIMRegistration != nil {
		scim = 1
	}
	values := []any{m.EmailAddress, m.EmailID, m.EmailAddressVerified, m.Status, m.Name, deref(m.ExternalID), m.IsBreakglass,
		m.MFAPhoneNumber, m.PhoneID, m.MFAPhoneNumberVerified, m.MFAEnrolled, m.DefaultMFAMethod,
		orNull(m.MemberPasswordID), orNull(m.PasswordHash), m.Failures, unix(m.LockCreatedAt), unix(m.LockExpiresAt),
		text(m.TrustedMetadata, len(m.TrustedMetadata)), text(m.UntrustedMetadata, len(m.UntrustedMetadata)),
		text(m.SSORegistrations, len(m.SSORegistrations)), text(m.OAuthRegistrations, len(m.OAuthRegistrations)),
		text(m.SCIMRegistration, scim), unix(m.UpdatedAt)}
	return values, failed
}

const memberChanging = `email, email_id, email_verified, status, name, external_id, is_breakglass,
	phone, phone_id, phone_verified, mfa_enrolled, default_mfa_method,
	password_id, password_hash, failures, lock_created_at, lock_expires_at,
	trusted_metadata, untrusted_metadata, sso_registrations, oauth_registrations, scim_registration, updated_at`

// memberValues is a place for each column of memberChanging.
const memberValues = "?,?,?,?,?,?,?, ?,?,?,?,?, ?,?,?,?,?, ?,?,?,?,?,?"

// InsertMember adds m, without its roles, and sets its Seq. ErrTaken when a live
// member of the organization has its address, external id or phone number.
func (t *Tx) InsertMember(m *Member) error {
	values, err := m.columns()
	if err != nil {
		return err
	}
	m.Seq, err = t.insert("INSERT INTO members("+memberChanging+", id, organization, created_at) VALUES ("+memberValues+",?,?,?)",
		append(values, m.MemberID, m.OrganizationSeq, unix(m.CreatedAt))...)
	if err != nil {
		return fmt.Errorf("insert member: %w", taken(err))
	}
	return nil
}

// UpdateMember writes every field of m that has changed, but for its roles and
// retired addresses. ErrTaken as for InsertMember.
func (t *Tx) UpdateMember(m *Member) error {
	values, err := m.columns()
	if err != nil {
		return err
	}
	// What is not written costs no change of the indexes on it.
	var set []string
	var changed []any
	for i, column := range strings.FieldsFunc(memberChanging, isBetweenNames) {
		if i >= len(m.kept) || m.kept[i] != values[i] {
			set, changed = append(set, column+" = ?"), append(changed, values[i])
		}
	}
	if len(set) == 0 {
		return nil
	}
	if _, err := t.exec("UPDATE members SET "+strings.Join(set, ", ")+" WHERE seq = ?", append(changed, m.Seq)...); err != nil {
		return fmt.Errorf("update member: %w", taken(err))
	}
	m.kept = values
	return nil
}

func isBetweenNames(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' }

// SetDirectRoles replaces the roles assigned to m directly.
func (t *Tx) SetDirectRoles(m *Member, roles []string) error {
	if _, err := t.exec(`DELETE FROM member_roles WHERE member = ? AND source = 'direct_assignment'`, m.Seq); err != nil {
		return fmt.Errorf("set roles: %w", err)
	}
	for _, role := range roles {
		if err := t.AddRole(m, role, b2b.MemberRoleSource{Type: "direct_assignment"}); err != nil {
			return err
		}
	}
	return nil
}

// AddRole stores one role of m with its source; having it already is no error.
func (t *Tx) AddRole(m *Member, role string, source b2b.MemberRoleSource) error {
	details := []byte("{}")
	if len(source.Details) > 0 {
		var err error
		if details, err = json.Marshal(source.Details); err != nil {
			return err
		}
	}
	_, err := t.exec(`INSERT OR IGNORE INTO member_roles(member, role_id, source, details, organization) VALUES (?,?,?,?,?)`,
		m.Seq, role, source.Type, string(details), m.OrganizationSeq)
	if err != nil {
		return fmt.Errorf("add role: %w", err)
	}
	return nil
}

// RetireEmail notes that email, of that id, was m's.
func (t *Tx) RetireEmail(m *Member, emailID, email string, at time.Time) error {
	_, err := t.exec(`INSERT INTO retired_emails(email_id, member, organization, email, retired_at) VALUES (?,?,?,?,?)`,
		emailID, m.Seq, m.OrganizationSeq, email, at.Unix())
	if err != nil {
		return fmt.Errorf("retire address: %w", err)
	}
	return nil
}

// UnretireEmail forgets a retired address of m.
func (t *Tx) UnretireEmail(m *Member, emailID string) error {
	if _, err := t.exec(`DELETE FROM retired_emails WHERE member = ? AND email_id = ?`, m.Seq, emailID); err != nil {
		return fmt.Errorf("unlink retired address: %w", err)
	}
	return nil
}

// RetiredBy returns the number of the live member of the organization on whom
// email is retired; 0 when there is none.
func (t *Tx) RetiredBy(organization int64, email string) (seq int64, err error) {
	_, err = t.row(`SELECT r.member FROM retired_emails r JOIN members m ON m.seq = r.member
		WHERE r.organization = ? AND r.email = ? AND m.status <> 'deleted'`, []any{organization, email}, &seq)
	return seq, err
}

// IsMemberExternalIDTaken reports whether a live member of the organization other
// than the one numbered except has that external id.
func (t *Tx) IsMemberExternalIDTaken(organization int64, id string, except int64) (bool, error) {
	var one int
	return t.row(`SELECT 1 FROM members WHERE organization = ? AND external_id = ? AND status <> 'deleted' AND seq <> ?`,
		[]any{organization, id, except}, &one)
}

// IsPhoneTaken is IsMemberExternalIDTaken for phone numbers.
func (t *Tx) IsPhoneTaken(organization int64, phone string, except int64) (bool, error) {
	var one int
	return t.row(`SELECT 1 FROM members WHERE organization = ? AND phone = ? AND phone <> '' AND status <> 'deleted' AND seq <> ?`,
		[]any{organization, phone, except}, &one)
}
