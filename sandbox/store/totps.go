package store

import (
	"database/sql"
	"fmt"
)

// TOTP is a member's authenticator app. There is at most one for each member.
type TOTP struct {
	ID        string
	Secret    []byte // encrypted
	Verified  bool   // a code of it was accepted, or it was migrated
	LastStep  int64  // the time step of the newest code accepted; no older code is
	CreatedAt int64
	ExpiresAt int64 // of the enrolment; means nothing once Verified
}

// RecoveryCode is one that was not spent.
type RecoveryCode struct {
	Position int
	Code     []byte // encrypted
}

// TOTP returns the member's; nil when there is none.
func (t *Tx) TOTP(member int64) (*TOTP, error) {
	var found TOTP
	ok, err := t.row("SELECT id, secret, verified, last_step, created_at, expires_at FROM totps WHERE member = ?", []any{member},
		&found.ID, &found.Secret, &found.Verified, &found.LastStep, &found.CreatedAt, &found.ExpiresAt)
	if err != nil {
		return nil, fmt.Errorf("read TOTP: %w", err)
	}
	if !ok {
		return nil, nil
	}
	return &found, nil
}

// EachTOTP calls each with the id of every member who has a TOTP, and its encrypted
// secret.
func (t *Tx) EachTOTP(each func(member string, secret []byte) error) error {
	return t.rows("SELECT m.id, t.secret FROM totps t JOIN members m ON m.seq = t.member", nil, func(rows *sql.Rows) error {
		var member string
		var secret []byte
		if err := rows.Scan(&member, &secret); err != nil {
			return err
		}
		return each(member, secret)
	})
}

// PutTOTP gives the member a TOTP and recovery codes, in place of those before.
func (t *Tx) PutTOTP(member int64, totp TOTP, codes [][]byte) error {
	if _, err := t.DeleteTOTP(member); err != nil {
		return err
	}
	_, err := t.exec("INSERT INTO totps(member, id, secret, verified, last_step, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
		member, totp.ID, totp.Secret, totp.Verified, totp.LastStep, totp.CreatedAt, totp.ExpiresAt)
	if err != nil {
		return fmt.Errorf("write TOTP: %w", err)
	}
	return t.PutRecoveryCodes(member, codes)
}

// TOTPAccepted notes that the code of a time step was used.
func (t *Tx) TOTPAccepted(member, step int64) error {
	if _, err := t.exec("UPDATE totps SET verified = 1, last_step = ? WHERE member = ?", step, member); err != nil {
		return fmt.Errorf("note the TOTP code: %w", err)
	}
	return nil
}

// DeleteTOTP removes the member's TOTP and recovery codes, and reports whether
// there was one.
func (t *Tx) DeleteTOTP(member int64) (bool, error) {
	n, err := t.exec("DELETE FROM totps WHERE member = ?", member)
	if err == nil {
		_, err = t.exec("DELETE FROM recovery_codes WHERE member = ?", member)
	}
	if err != nil {
		return false, fmt.Errorf("delete TOTP: %w", err)
	}
	return n > 0, nil
}

// RecoveryCodes returns those that the member has not spent, in their order.
func (t *Tx) RecoveryCodes(member int64) ([]RecoveryCode, error) {
	var codes []RecoveryCode
	err := t.rows("SELECT position, code FROM recovery_codes WHERE member = ? AND spent_at IS NULL ORDER BY position", []any{member}, func(rows *sql.Rows) error {
		var c RecoveryCode
		err := rows.Scan(&c.Position, &c.Code)
		codes = append(codes, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read recovery codes: %w", err)
	}
	return codes, nil
}

// PutRecoveryCodes replaces the member's recovery codes, spent or not.
func (t *Tx) PutRecoveryCodes(member int64, codes [][]byte) error {
	if _, err := t.exec("DELETE FROM recovery_codes WHERE member = ?", member); err != nil {
		return fmt.Errorf("drop recovery codes: %w", err)
	}
	for i, code := range codes {
		if _, err := t.exec("INSERT INTO recovery_codes(member, position, code) VALUES (?, ?, ?)", member, i, code); err != nil {
			return fmt.Errorf("write recovery codes: %w", err)
		}
	}
	return nil
}

// SpendRecoveryCode marks a code as spent.
func (t *Tx) SpendRecoveryCode(member int64, position int, at int64) error {
	_, err := t.exec("UPDATE recovery_codes SET spent_at = ? WHERE member = ? AND position = ? AND spent_at IS NULL", at, member, position)
	if err != nil {
		return fmt.Errorf("spend recovery code: %w", err)
	}
	return nil
}
