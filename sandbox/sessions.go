package sandbox

import (
	"net/http"
	"strings"

	"github.com/google/uuid"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// sessionRoutes are the endpoints of sessions.
func sessionRoutes() []route {
	return []route{
		{endpoint: &b2b.SessionsGetJWKS, handler: func(s *Server) http.HandlerFunc { return s.showKeys }},
		handle(&b2b.SessionsGet, (*Server).listSessions),
		handle(&b2b.SessionsAuthenticate, (*Server).authenticateSession),
		handle(&b2b.SessionsExchange, (*Server).exchangeSession),
		handle(&b2b.SessionsAttest, (*Server).attestSession),
		askingUserInfo(handle(&b2b.SessionsMigrate, (*Server).migrateSession)),
		handleFound(&b2b.SessionsRevoke, (*Server).findRevoked, (*Server).revokeSession),
	}
}

// listSessions shows the live sessions of a member, the oldest first.
func (s *Server) listSessions(r *request[b2b.GetSession]) (*b2b.GetSessionResponse, error) {
	rows, err := r.tx.SessionsOf(r.member.Seq, r.now.Unix())
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetSessionResponse{}
	for _, row := range rows {
		answer.MemberSessions = append(answer.MemberSessions, memberSession(row, r.org, r.member))
	}
	return answer, nil
}

// authenticateSession checks a session, and what it may do when asked. It lives
// longer only with a duration.
func (s *Server) authenticateSession(r *request[b2b.AuthenticateSession]) (*b2b.AuthenticateSessionResponse, error) {
	row, err := s.findSession(r.tx, r.now, reveal(r.Body.SessionToken), reveal(r.Body.SessionJWT))
	if err != nil {
		return nil, err
	}
	isNews := row.LastAccessedAt != r.now.Unix() || r.Body.SessionDurationMinutes != nil || r.Body.SessionCustomClaims != nil
	if isNews { // else it was used in this second already, and nothing changes
		if err := r.mustWrite(); err != nil {
			return nil, err
		}
	}
	if err := r.actOn(row.Member, b2b.ErrSessionNotFound); err != nil {
		return nil, err
	}
	if err := r.extend(row, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims); err != nil {
		return nil, err
	}
	in, err := s.handOut(r.call, row)
	if err != nil {
		return nil, err
	}
	verdict, err := s.verdict(r.call, in.session, r.Body.AuthorizationCheck)
	if err != nil {
		return nil, err
	}
	if isNews {
		if err := r.tx.UpdateSession(row); err != nil {
			return nil, err
		}
	}
	return &b2b.AuthenticateSessionResponse{
		MemberSession: *in.session, SessionToken: in.token,
		Member: shown(r.member, r.org, r.now), Organization: r.org.Organization, Verdict: verdict,
	}, nil
}

// actOn makes a member the one that c is about: who is not active is refused as
// missing.
func (c *call) actOn(member int64, missing string) (err error) {
	if c.member, err = c.tx.MemberBySeq(member); err != nil {
		return err
	}
	if c.member == nil || c.member.Status != b2b.MemberStatusActive {
		return refuse(missing)
	}
	c.org, err = c.tx.OrganizationBySeq(c.member.OrganizationSeq)
	return err
}

// extend notes that a session is used now, prolongs it where a duration is given,
// and merges its claims. That of an impersonator ends when it ends.
func (c *call) extend(row *store.Session, minutes *int, claims b2b.Object) (err error) {
	row.LastAccessedAt = c.now.Unix()
	if minutes != nil && *minutes > 0 {
		if isImpersonated(row.Factors) {
			return refuse(b2b.ErrSessionNotMutable)
		}
		row.ExpiresAt = c.now.Unix() + int64(*minutes)*minute
	}
	row.CustomClaims, err = mergeClaims(row.CustomClaims, claims)
	return err
}

// handOut makes of the row of a session what its owner is given, beside the JWT
// that the answer carries in session_jwt.
func (s *Server) handOut(c *call, row *store.Session) (*signedIn, error) {
	shown := memberSession(row, c.org, c.member)
	if err := s.signSession(c, &shown); err != nil {
		return nil, err
	}
	return &signedIn{token: b2b.Secret(s.vault.sessionToken(row.ID)), session: &shown}, nil
}

// verdict says which roles of a session grant an action; nil when nothing is
// asked. A session that may not is refused.
func (s *Server) verdict(c *call, session *b2b.MemberSession, check *b2b.AuthorizationCheck) (*b2b.AuthorizationVerdict, error) {
	if check == nil {
		return nil, nil
	}
	asked, err := c.tx.Organization(check.OrganizationID)
	if err != nil {
		return nil, err
	}
	if asked == nil || asked.Seq != c.org.Seq {
		return nil, refuse(b2b.ErrSessionAuthorizationTenancyError)
	}
	roles, err := s.roles(c.tx, c.org)
	if err != nil {
		return nil, err
	}
	granted := granting(roles, session.Roles, check.ResourceID, check.Action)
	if len(granted) == 0 {
		return nil, forbidden(check.ResourceID, check.Action)
	}
	return &b2b.AuthorizationVerdict{Authorized: true, GrantingRoles: granted}, nil
}

// findRevoked finds whose sessions a request wants to end: a session header needs
// the right to, and must be of the same organization.
func (s *Server) findRevoked(r *request[b2b.RevokeSession]) error {
	if !r.namesOne() {
		return nil // validation says so in its turn
	}
	var err error
	if id := orEmpty(r.Body.MemberID); id != "" {
		r.member, err = r.tx.MemberByID(id)
		if err == nil && (r.member == nil || r.member.Status == b2b.MemberStatusDeleted) {
			err = refuse(b2b.ErrMemberNotFound)
		}
	} else {
		var row *store.Session
		if row, err = s.revoked(r); err == nil {
			r.member, err = r.tx.MemberBySeq(row.Member)
		}
	}
	if err != nil {
		return err
	}
	r.org, err = r.tx.OrganizationBySeq(r.member.OrganizationSeq)
	return err
}

// namesOne reports whether a request names what it is about in one way.
func (c *call) namesOne() bool { return c.validateExclusive() == nil }

// revoked finds the one session that a request wants to end.
func (s *Server) revoked(r *request[b2b.RevokeSession]) (*store.Session, error) {
	id := orEmpty(r.Body.MemberSessionID)
	if id == "" {
		return s.findSession(r.tx, r.now, reveal(r.Body.SessionToken), reveal(r.Body.SessionJWT))
	}
	if !isSessionID(id) {
		return nil, refuse(b2b.ErrInvalidSessionID)
	}
	row, err := r.tx.SessionByID(id, r.now.Unix())
	if err == nil && row == nil {
		err = refuse(b2b.ErrSessionNotFound)
	}
	return row, err
}

// isSessionID reports whether text has the shape of our session ids.
func isSessionID(text string) bool {
	kind, rest, _ := strings.Cut(text, "-")
	_, id, found := strings.Cut(rest, "-")
	return kind == "session" && found && uuid.Validate(id) == nil
}

// revokeSession ends one session, or all that a member has.
func (s *Server) revokeSession(r *request[b2b.RevokeSession]) (*b2b.RevokeSessionResponse, error) {
	if orEmpty(r.Body.MemberID) != "" {
		return &b2b.RevokeSessionResponse{}, r.tx.RevokeSessions(r.member.Seq)
	}
	row, err := s.revoked(r)
	if err != nil {
		return nil, err
	}
	return &b2b.RevokeSessionResponse{}, r.tx.RevokeSession(row.ID)
}
