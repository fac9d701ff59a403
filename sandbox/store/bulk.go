package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// SeedMember is a member as Bulk writes it. Texts that are "" and moments that are
// 0 are absent; documents are JSON; moments are Unix seconds.
type SeedMember struct {
	ID, Email, EmailID, Status, Name, ExternalID            string
	EmailVerified, IsBreakglass, PhoneVerified, MFAEnrolled bool
	Phone, PhoneID, DefaultMFAMethod                        string
	PasswordID, PasswordHash                                string
	Failures                                                int
	LockCreatedAt, LockExpiresAt                            int64
	TrustedMetadata, UntrustedMetadata                      string
	SSORegistrations, OAuthRegistrations, SCIMRegistration  string
	SCIMConnection, SCIMUser                                string // of the directory that knows the member; the User's document
	CreatedAt, UpdatedAt                                    int64
	Roles                                                   []string // assigned directly
	Retired                                                 []SeedRetiredEmail
	TOTP                                                    *SeedTOTP
	Sessions                                                []SeedSession
}

// SeedRetiredEmail is an address that a member has had.
type SeedRetiredEmail struct {
	ID, Email string
	At        int64
}

// SeedTOTP is a registration that is in use. Secret and codes are encrypted.
type SeedTOTP struct {
	ID            string
	Secret        []byte
	RecoveryCodes [][]byte
	CreatedAt     int64
}

// SeedSession is a session of a member.
type SeedSession struct {
	ID, Factors                          string
	TokenHash                            []byte
	StartedAt, LastAccessedAt, ExpiresAt int64
}

// Bulk writes many members, far faster than one by one: while it does, the
// members' indexes and triggers are away.
type Bulk struct {
	tx                                                        *Tx
	next                                                      int64 // seq of the next member
	members, roles, retired, totps, recovery, sessions, users *batch
}

// How the writer's connection fills the database: with room for the indexes of random
// ids, of which each KiB takes two of memory, and then, to sort the other indexes, with
// as little at once as usually, and the rest in files.
const (
	fillingCache = "PRAGMA cache_size = -65536"
	usualCache   = "PRAGMA cache_size = -8192"
	emptyCache   = "PRAGMA shrink_memory"
	sortInFiles  = "PRAGMA temp_store = FILE"
	sortInMemory = "PRAGMA temp_store = MEMORY"
)

// Bulk runs fill in one transaction, as Write does: a database that was killed
// meanwhile is as it was before. No member may be written but through the Bulk.
// Afterwards the indexes are made again; indexed is told how many of them are.
func (s *Store) Bulk(ctx context.Context, fill func(*Tx, *Bulk) error, indexed func(done, total int)) error {
	if err := s.bulk(ctx, fill, indexed); err != nil {
		return err
	}
	if err := s.Write(ctx, func(tx *Tx) error { return tx.define(emptyCache) }); err != nil {
		return err
	}
	return explain(s.path, s.writer.emptyLog(ctx))
}

func (s *Store) bulk(ctx context.Context, fill func(*Tx, *Bulk) error, indexed func(done, total int)) error {
	return s.writeLong(ctx, func(tx *Tx) (err error) {
		away, err := tx.takeAway("members")
		if err != nil {
			return fmt.Errorf("take indexes away: %w", err)
		}
		// Rows may come before those they refer to; the commit checks them all.
		if err := tx.define("PRAGMA defer_foreign_keys = 1"); err != nil {
			return err
		}
		if err := tx.define(fillingCache); err != nil {
			return err
		}
		b, err := newBulk(tx)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, tx.defineAll(usualCache, sortInMemory)) }()
		first := b.next
		if err := fill(tx, b); err != nil {
			return err
		}
		if err := b.flush(); err != nil {
			return err
		}
		if err := tx.defineAll(usualCache, emptyCache, sortInFiles); err != nil {
			return err
		}
		return tx.putBack(away, first, indexed)
	})
}

func newBulk(tx *Tx) (*Bulk, error) {
	b := &Bulk{tx: tx}
	if _, err := tx.row("SELECT ifnull(max(seq), 0) + 1 FROM members", nil, &b.next); err != nil {
		return nil, fmt.Errorf("number members: %w", err)
	}
	b.members = newBatch(tx, "members", "seq, id, organization, email, email_id, email_verified, status, name, external_id, is_breakglass, "+
		"phone, phone_id, phone_verified, mfa_enrolled, default_mfa_method, password_id, password_hash, failures, lock_created_at, lock_expires_at, "+
		"trusted_metadata, untrusted_metadata, sso_registrations, oauth_registrations, scim_registration, created_at, updated_at")
	b.roles = newBatch(tx, "member_roles", "member, role_id, source, organization")
	b.retired = newBatch(tx, "retired_emails", "email_id, member, organization, email, retired_at")
	b.totps = newBatch(tx, "totps", "member, id, secret, verified, created_at, expires_at")
	b.recovery = newBatch(tx, "recovery_codes", "member, position, code")
	b.sessions = newBatch(tx, "sessions", "id, token_hash, member, started_at, last_accessed_at, expires_at, factors")
	b.users = newBatch(tx, "scim_users", "member, connection, user_name, doc, created_at, updated_at")
	return b, nil
}

// flush writes what is still held.
func (b *Bulk) flush() error {
	for _, held := range []*batch{b.members, b.roles, b.retired, b.totps, b.recovery, b.sessions, b.users} {
		if err := held.flush(); err != nil {
			return err
		}
	}
	return nil
}

// Member adds m to the organization whose seq is given.
func (b *Bulk) Member(organization int64, m *SeedMember) error {
	seq := b.next
	b.next++
	err := b.members.add(seq, m.ID, organization, m.Email, m.EmailID, m.EmailVerified, m.Status, m.Name, orNull(m.ExternalID), m.IsBreakglass,
		m.Phone, m.PhoneID, m.PhoneVerified, m.MFAEnrolled, m.DefaultMFAMethod, orNull(m.PasswordID), orNull(m.PasswordHash),
		m.Failures, zeroNull(m.LockCreatedAt), zeroNull(m.LockExpiresAt),
		orNull(m.TrustedMetadata), orNull(m.UntrustedMetadata), orNull(m.SSORegistrations), orNull(m.OAuthRegistrations), orNull(m.SCIMRegistration),
		m.CreatedAt, m.UpdatedAt)
	if err != nil {
		return err
	}
	return b.belongings(seq, organization, m)
}

// belongings adds the rows of other tables.
func (b *Bulk) belongings(seq, organization int64, m *SeedMember) error {
	for _, role := range m.Roles {
		if err := b.roles.add(seq, role, "direct_assignment", organization); err != nil {
			return err
		}
	}
	for _, old := range m.Retired {
		if err := b.retired.add(old.ID, seq, organization, old.Email, old.At); err != nil {
			return err
		}
	}
	for _, s := range m.Sessions {
		if err := b.sessions.add(s.ID, s.TokenHash, seq, s.StartedAt, s.LastAccessedAt, s.ExpiresAt, s.Factors); err != nil {
			return err
		}
	}
	if m.SCIMUser != "" {
		if err := b.users.add(seq, m.SCIMConnection, m.Email, m.SCIMUser, m.CreatedAt, m.UpdatedAt); err != nil {
			return err
		}
	}
	if m.TOTP == nil {
		return nil
	}
	if err := b.totps.add(seq, m.TOTP.ID, m.TOTP.Secret, true, m.TOTP.CreatedAt, m.TOTP.CreatedAt+3600); err != nil {
		return err
	}
	for i, code := range m.TOTP.RecoveryCodes {
		if err := b.recovery.add(seq, i, code); err != nil {
			return err
		}
	}
	return nil
}

func zeroNull(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// batchValues is up to how many values one statement inserts: to pass more takes
// longer, because the driver looks for each among all.
const batchValues = 128

// batch inserts rows of one table, many with one statement.
type batch struct {
	tx              *Tx
	insert          string
	columns, queued int
	rows            int // so many are inserted at once
	args            []any
}

func newBatch(tx *Tx, table, columns string) *batch {
	n := strings.Count(columns, ",") + 1
	rows := max(1, batchValues/n)
	return &batch{
		tx: tx, columns: n, rows: rows, insert: "INSERT INTO " + table + "(" + columns + ") VALUES ",
		args: make([]any, 0, n*rows),
	}
}

func (b *batch) add(values ...any) error {
	b.args = append(b.args, values...)
	b.queued++
	if b.queued < b.rows {
		return nil
	}
	return b.flush()
}

func (b *batch) flush() error {
	if b.queued == 0 {
		return nil
	}
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", b.columns), ",") + ")"
	_, err := b.tx.exec(b.insert+strings.TrimSuffix(strings.Repeat(row+",", b.queued), ","), b.args...)
	b.args, b.queued = b.args[:0], 0
	return err
}

// definition is an index or trigger as the schema has it.
type definition struct{ kind, name, text string }

// takeAway drops the indexes and triggers of table and returns them. Those of its
// constraints stay.
func (t *Tx) takeAway(table string) ([]definition, error) {
	var found []definition
	err := t.rows("SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, rowid",
		[]any{table}, func(rows *sql.Rows) error {
			var d definition
			err := rows.Scan(&d.kind, &d.name, &d.text)
			found = append(found, d)
			return err
		})
	if err != nil {
		return nil, err
	}
	for _, d := range found {
		if err := t.define("DROP " + d.kind + " " + d.name); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// putBack makes up for the triggers that did not run for the members from first
// on, and restores what takeAway dropped.
func (t *Tx) putBack(away []definition, first int64, indexed func(done, total int)) error {
	for i, d := range away {
		indexed(i+1, len(away)+2)
		if err := t.define(d.text); err != nil {
			return fmt.Errorf("restore %s %s: %w", d.kind, d.name, err)
		}
	}
	indexed(len(away)+1, len(away)+2)
	_, err := t.exec(`INSERT INTO member_text(rowid, local, phone) SELECT organization << 32 | seq, substr(email, 1, instr(email, '@') + 2), phone
		FROM members WHERE seq >= ? ORDER BY organization, seq`, first)
	if err != nil {
		return fmt.Errorf("index texts: %w", err)
	}
	if err := t.countAlike(); err != nil {
		return err
	}
	_, err = t.exec("UPDATE organizations SET live_members = (SELECT count(*) FROM members WHERE organization = organizations.seq AND status <> 'deleted')")
	if err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	_, err = t.exec(`INSERT INTO member_changes SELECT seq, (SELECT ifnull(max(n), 0) + 1 FROM member_changes) FROM organizations WHERE true
		ON CONFLICT DO UPDATE SET n = excluded.n`)
	if err != nil {
		return fmt.Errorf("note changes: %w", err)
	}
	return nil
}

// countAlike counts the members of each organization by what they have in common.
func (t *Tx) countAlike() error {
	if err := t.define("DELETE FROM member_counts"); err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	_, err := t.exec(`INSERT INTO member_counts SELECT organization, email_domain, status, is_breakglass, has_password, count(*)
		FROM members INDEXED BY members_brief GROUP BY 1, 2, 3, 4, 5`)
	if err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	return nil
}

// define runs a statement that changes the schema: it is not worth keeping.
func (t *Tx) define(query string) error {
	_, err := t.conn.sql.ExecContext(context.WithoutCancel(t.ctx), query)
	return err
}

func (t *Tx) defineAll(queries ...string) error {
	for _, query := range queries {
		if err := t.define(query); err != nil {
			return err
		}
	}
	return nil
}

// Connection adds a connection. Its document says kind and status too.
func (b *Bulk) Connection(c Connection) error { return b.tx.AddConnection(&c) }

// IsEmpty reports whether the database holds no organization.
func (t *Tx) IsEmpty() (bool, error) {
	var one int
	found, err := t.row("SELECT 1 FROM organizations LIMIT 1", nil, &one)
	return !found, err
}
