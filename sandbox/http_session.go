package sandbox

import (
	"net/http"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// The headers that make a request act as a member.
const (
	headerSessionToken = "X-Stytch-Member-Session"
	headerSessionJWT   = "X-Stytch-Member-SessionJWT"
)

// session is a live member session together with its member, who is active.
type session struct {
	b2b.MemberSession // as the API shows it; Roles are those valid for this session
	member            *store.Member
}

// enter finds the session that a request acts under, and refuses that of another
// organization. Endpoints without session headers ignore them.
func (s *Server) enter(r *http.Request, c *call) error {
	if !c.endpoint.SessionHeaders {
		return nil
	}
	token, jwt := r.Header.Get(headerSessionToken), r.Header.Get(headerSessionJWT)
	switch {
	case token == "" && jwt == "":
		return nil
	case token != "" && jwt != "":
		return refuse(b2b.ErrTooManySessionArguments, "send one of %s and %s", headerSessionToken, headerSessionJWT)
	}
	found, err := s.resolveSession(c.tx, c.now, token, jwt)
	if err != nil {
		return err
	}
	if c.org != nil && c.org.Seq != found.member.OrganizationSeq {
		return refuse(b2b.ErrSessionAuthorizationTenancyError)
	}
	c.session = found
	return nil
}
