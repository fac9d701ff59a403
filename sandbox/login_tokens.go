package sandbox

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// spendCode uses up a typed code of c's member. A wrong one counts against the
// member.
func (c *call) spendCode(kind, token string) error {
	found, err := c.tx.Token(kind, hashToken(token))
	switch {
	case err != nil:
		return err
	case found == nil || found.Member != c.member.Seq: // an address or number can have changed hands
		return c.failed(refuse(b2b.ErrOTPCodeNotFound))
	case !found.Live(c.now):
		return refuse(deadType(found, b2b.ErrUnableToAuthOTPCode))
	}
	return c.tx.SpendToken(found, c.now)
}

// deadType is the error type of what was used before or has run out: used, but for
// a change of address whose time is over.
func deadType(found *store.Token, used string) string {
	if found.Kind == store.TokenEmailUpdate && found.SpentAt == 0 {
		return b2b.ErrUnableToVerifyMemberEmailUpdate
	}
	return used
}

// linkDoc is what a link keeps beside its columns.
type linkDoc struct {
	Challenge string `json:"code_challenge,omitzero"` // of PKCE
}

// spendLink uses up a link that was found; used is the error type of one that was
// used before or has run out. A wrong verifier leaves it as it is.
func (c *call) spendLink(found *store.Token, used, verifier string) error {
	if !found.Live(c.now) {
		return refuse(deadType(found, used))
	}
	var doc linkDoc
	if err := json.Unmarshal([]byte(found.Doc), &doc); err != nil {
		return fmt.Errorf("read token: %w", err)
	}
	if err := checkPKCE(doc.Challenge, verifier); err != nil {
		return err
	}
	return c.tx.SpendToken(found, c.now)
}

// checkPKCE checks the verifier that comes with a token against the challenge
// that came when it was asked for: both, or neither.
func checkPKCE(challenge, verifier string) error {
	sum := sha256.Sum256([]byte(verifier))
	switch {
	case challenge == "" && verifier == "":
		return nil
	case challenge == "":
		return refuse(b2b.ErrPKCEDidNotExpectCodeVerifier)
	case verifier == "":
		return refuse(b2b.ErrPKCEExpectedCodeVerifier)
	case !sameText(challenge, base64.RawURLEncoding.EncodeToString(sum[:])):
		return refuse(b2b.ErrPKCEMismatch)
	}
	return nil
}

// checkChallenge checks that a PKCE challenge, "" for none, is the hash of
// something.
func checkChallenge(challenge string) error {
	if challenge == "" {
		return nil
	}
	if raw, err := base64.RawURLEncoding.Strict().DecodeString(challenge); err != nil || len(raw) != sha256.Size {
		return refuse(b2b.ErrInvalidPKCECodeChallenge, "the challenge must be a SHA-256 hash in base64url, without padding")
	}
	return nil
}

// letter is a link or code that is to be mailed.
type letter struct {
	kind      string // of the outbox
	token     string // kind of what redeems it
	email     string
	lives     time.Duration
	redirect  string // "" mails a code
	linkType  string // stytch_token_type of the link
	challenge string // of PKCE
}

// post mails a letter to c's member, or to nobody's address yet, and keeps what
// redeems it.
func (s *Server) post(c *call, l letter) error {
	message := store.Message{Channel: channelEmail, Kind: l.kind, To: l.email}
	kept := store.Token{Kind: l.token, Email: l.email, CreatedAt: c.now.Unix(), ExpiresAt: c.now.Add(l.lives).Unix()}
	if c.member != nil {
		message.OrganizationID, message.MemberID = c.org.OrganizationID, c.member.MemberID
		kept.Organization, kept.Member = c.org.Seq, c.member.Seq
	}
	if l.redirect == "" {
		message.Code = newCode()
		kept.Hash = hashToken(c.codeToken(l.email, message.Code))
		// Only the newest code works.
		if err := c.tx.SupersedeTokens(l.token, kept.Organization, l.email, c.now); err != nil {
			return err
		}
	} else {
		message.Token = newToken()
		message.URL = linkURL(l.redirect, l.linkType, message.Token)
		kept.Hash = hashToken(message.Token)
	}
	doc, err := json.Marshal(linkDoc{Challenge: l.challenge})
	if err != nil {
		return fmt.Errorf("write token: %w", err)
	}
	kept.Doc = string(doc)
	if err := c.tx.AddToken(kept); err != nil {
		return err
	}
	return s.mail(c.tx, message, c.now, c.now.Add(l.lives))
}

// minutesOr is a number of minutes that was sent, or the default.
func minutesOr(sent *int, standard int) time.Duration {
	if sent == nil {
		return time.Duration(standard) * time.Minute
	}
	return time.Duration(*sent) * time.Minute
}
