package sandbox

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Channel and kinds of messages.
const (
	channelEmail = "email"
	channelSMS   = "sms"

	mailInvite        = "invite"
	mailLogin         = "login"
	mailSignup        = "signup"
	mailDiscovery     = "discovery"
	mailPasswordReset = "password_reset"
	mailEmailUpdate   = "email_update"
	mailOTP           = "otp"
)

// What links say of themselves in stytch_token_type.
const (
	linkToOrganization = "multi_tenant_magic_links"
	linkToDiscovery    = "discovery"
	linkToPassword     = "multi_tenant_passwords"
)

// How many messages the outbox shows.
const (
	defaultMessages = 100
	maxMessages     = 1000
)

// mail puts a message into the outbox: what a real project would send. It makes up
// the id and the times; created and expires are kept in whole seconds.
func (s *Server) mail(tx *store.Tx, m store.Message, created, expires time.Time) error {
	m.ID = newID("message")
	m.CreatedAt, m.ExpiresAt = created.UTC().Format(time.RFC3339), expires.UTC().Format(time.RFC3339)
	return tx.AddMessage(&m, created.Unix(), expires.Unix())
}

// linkURL appends a token to the redirect URL of a mail, as Stytch does.
func linkURL(redirect, kind, token string) string {
	u, err := url.Parse(redirect)
	if err != nil {
		return ""
	}
	query := u.Query()
	query.Set("stytch_token_type", kind)
	query.Set("token", token)
	u.RawQuery = query.Encode()
	return u.String()
}

// outboxPage is the answer of GET /sandbox/v1/outbox.
type outboxPage struct {
	Messages   []store.Message `json:"messages"`
	RequestID  string          `json:"request_id"`
	StatusCode int             `json:"status_code"`
}

// showOutbox lists messages, the newest first.
func (s *Server) showOutbox(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	limit, err := messageLimit(query.Get("limit"))
	kinds := []string{"", mailInvite, mailLogin, mailSignup, mailDiscovery, mailPasswordReset, mailEmailUpdate, mailOTP}
	if err == nil && !slices.Contains(kinds, query.Get("kind")) {
		err = refuse(b2b.ErrBadRequest, "kind: must be one of %v", kinds[1:])
	}
	page := outboxPage{Messages: []store.Message{}, RequestID: requestID(r), StatusCode: http.StatusOK}
	if err == nil {
		err = s.store.Read(r.Context(), func(tx *store.Tx) error {
			found, err := tx.Messages(query.Get("to"), query.Get("kind"), limit)
			page.Messages = append(page.Messages, found...)
			return err
		})
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, page)
}

// clearOutbox forgets all messages. Their links and codes go on working.
func (s *Server) clearOutbox(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Write(r.Context(), func(tx *store.Tx) error { return tx.DeleteMessages() }); err != nil {
		s.fail(w, r, err)
		return
	}
	writeDone(w, r)
}

func messageLimit(text string) (int, error) {
	if text == "" || text == "0" {
		return defaultMessages, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > maxMessages {
		return 0, refuse(b2b.ErrBadRequest, "limit: must be a number from 0 to %d", maxMessages)
	}
	return n, nil
}
