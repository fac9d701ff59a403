package sandbox

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// How long an impersonation token, and the session that it opens, live.
const (
	impersonationTokenTime = 5 * time.Minute
	impersonationMinutes   = 60
)

// The impersonator of a token that was minted without naming one.
const (
	sandboxImpersonatorID    = "sandbox"
	sandboxImpersonatorEmail = "impersonator@sandbox.example"
)

func impersonationRoutes() []route {
	return []route{handle(&b2b.ImpersonationAuthenticate, (*Server).impersonate)}
}

// impersonate opens a session of a member for somebody else. It asks for no
// second factor, ends after an hour, and cannot be prolonged.
func (s *Server) impersonate(r *request[b2b.AuthenticateImpersonation]) (*b2b.AuthenticateImpersonationResponse, error) {
	token, err := r.tx.Token(store.TokenImpersonation, hashToken(r.Body.ImpersonationToken.Reveal()))
	if err != nil {
		return nil, err
	}
	if token == nil || !token.Live(r.now) {
		return nil, refuse(b2b.ErrUnableToAuthImpersonationToken)
	}
	var by b2b.ImpersonatedFactor
	if err := json.Unmarshal([]byte(token.Doc), &by); err != nil {
		return nil, fmt.Errorf("read impersonator: %w", err)
	}
	row := &store.Session{
		ID: newID("session"), Member: token.Member, StartedAt: r.now.Unix(), LastAccessedAt: r.now.Unix(),
		ExpiresAt: r.now.Unix() + impersonationMinutes*minute, Factors: []b2b.AuthenticationFactor{impersonatedFactor(by, r.now)},
	}
	if err := r.actOn(token.Member, b2b.ErrMemberNotFound); err != nil {
		return nil, err
	}
	in, err := s.handOut(r.call, row)
	if err != nil {
		return nil, err
	}
	if err := r.tx.SpendToken(token, r.now); err != nil {
		return nil, err
	}
	return &b2b.AuthenticateImpersonationResponse{
		MemberID: r.member.MemberID, OrganizationID: r.org.OrganizationID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		SessionToken: in.token, MemberSession: in.session, MemberAuthenticated: true,
	}, r.tx.AddSession(row, hashToken(in.token.Reveal()))
}

func impersonatedFactor(by b2b.ImpersonatedFactor, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeImpersonated, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodImpersonation,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at, ImpersonatedFactor: &by,
	}
}

// isImpersonated reports whether somebody else than the member has opened a
// session with those factors.
func isImpersonated(factors []b2b.AuthenticationFactor) bool {
	for _, f := range factors {
		if f.Type == b2b.AuthenticationFactorTypeImpersonated {
			return true
		}
	}
	return false
}

// impersonationToken is the answer of POST /sandbox/v1/impersonation_tokens.
type impersonationToken struct {
	Token      string    `json:"impersonation_token"`
	ExpiresAt  time.Time `json:"expires_at"`
	RequestID  string    `json:"request_id"`
	StatusCode int       `json:"status_code"`
}

// mintImpersonation makes the token that only the dashboard makes otherwise. It
// takes organization_id, member_id and, if wanted, impersonator_id and
// impersonator_email_address.
func (s *Server) mintImpersonation(w http.ResponseWriter, r *http.Request) {
	sent, err := readBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	now := s.now().Truncate(time.Second).UTC()
	answer := impersonationToken{Token: newToken(), ExpiresAt: now.Add(impersonationTokenTime), RequestID: requestID(r), StatusCode: http.StatusOK}
	err = s.store.Write(r.Context(), func(tx *store.Tx) error {
		org, member, err := findImpersonated(tx, sent)
		if err != nil {
			return err
		}
		return tx.AddToken(store.Token{
			Hash: hashToken(answer.Token), Kind: store.TokenImpersonation, Organization: org.Seq, Member: member.Seq,
			Email: member.EmailAddress, Doc: impersonator(sent), CreatedAt: now.Unix(), ExpiresAt: answer.ExpiresAt.Unix(),
		})
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, answer)
}

// findImpersonated finds the member that a token is wanted for.
func findImpersonated(tx *store.Tx, sent fields) (*store.Organization, *store.Member, error) {
	org, err := tx.Organization(sent.text("organization_id"))
	if err == nil && org == nil {
		err = refuse(b2b.ErrOrganizationNotFound)
	}
	if err != nil {
		return nil, nil, err
	}
	member, err := tx.LiveMember(org.Seq, sent.text("member_id"))
	if err == nil && member == nil {
		err = refuse(b2b.ErrMemberNotFound)
	}
	return org, member, err
}

// impersonator is who a token is minted for, as JSON.
func impersonator(sent fields) string {
	return encode(b2b.ImpersonatedFactor{
		ImpersonatorID:           cmp.Or(sent.text("impersonator_id"), sandboxImpersonatorID),
		ImpersonatorEmailAddress: cmp.Or(sent.text("impersonator_email_address"), sandboxImpersonatorEmail),
	})
}
