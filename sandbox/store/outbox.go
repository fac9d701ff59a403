package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
)

// Message is a mail or SMS that the sandbox would have sent. It is shown as it is
// by GET /sandbox/v1/outbox, so that a developer can follow the link or type the
// code.
type Message struct {
	ID             string `json:"id"`
	Channel        string `json:"channel"` // "email" or "sms"
	Kind           string `json:"kind"`    // "invite", "login", "signup", "discovery", "password_reset", "email_update" or "otp"
	To             string `json:"to"`
	Token          string `json:"token"`
	Code           string `json:"code"`
	URL            string `json:"url"`
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	CreatedAt      string `json:"created_at"` // RFC 3339
	ExpiresAt      string `json:"expires_at"`
}

// AddMessage keeps a message. created and expires are Unix seconds.
func (t *Tx) AddMessage(m *Message, created, expires int64) error {
	doc, err := json.Marshal(m)
	if err == nil {
		_, err = t.exec("INSERT INTO outbox(id, channel, kind, recipient, organization, member, doc, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			m.ID, m.Channel, m.Kind, m.To, m.OrganizationID, m.MemberID, string(doc), created, expires)
	}
	if err != nil {
		return fmt.Errorf("write message: %w", err)
	}
	return nil
}

// Messages returns at most limit messages to an address and of a kind, the newest
// first; "" stands for all of them.
func (t *Tx) Messages(to, kind string, limit int) ([]Message, error) {
	var messages []Message
	err := t.rows("SELECT doc FROM outbox WHERE (?1 = '' OR recipient = ?1) AND (?2 = '' OR kind = ?2) ORDER BY seq DESC LIMIT ?3",
		[]any{to, kind, limit}, func(rows *sql.Rows) error {
			var doc string
			if err := rows.Scan(&doc); err != nil {
				return err
			}
			var m Message
			err := json.Unmarshal([]byte(doc), &m)
			messages = append(messages, m)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("read outbox: %w", err)
	}
	return messages, nil
}

// DeleteMessages forgets all messages.
func (t *Tx) DeleteMessages() error {
	if _, err := t.exec("DELETE FROM outbox"); err != nil {
		return fmt.Errorf("clear outbox: %w", err)
	}
	return nil
}
