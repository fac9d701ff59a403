package sandbox

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// resolveSession finds the live session of a token or of a JWT, of which one is
// "". Its errors: invalid_session_token and unable_to_parse_session_jwt when it is
// malformed, session_not_found when there is no such session, or no more.
func (s *Server) resolveSession(tx *store.Tx, now time.Time, token, jwt string) (*session, error) {
	row, err := s.findSession(tx, now, token, jwt)
	if err != nil {
		return nil, err
	}
	member, err := tx.MemberBySeq(row.Member)
	if err != nil {
		return nil, err
	}
	if member == nil || member.Status != b2b.MemberStatusActive {
		return nil, refuse(b2b.ErrSessionNotFound)
	}
	org, err := tx.OrganizationBySeq(member.OrganizationSeq)
	if err != nil {
		return nil, err
	}
	return &session{MemberSession: memberSession(row, org, member), member: member}, nil
}

// findSession finds the row of a live session.
func (s *Server) findSession(tx *store.Tx, now time.Time, token, jwt string) (*store.Session, error) {
	var row *store.Session
	var err error
	switch {
	case jwt != "":
		var id string
		if id, err = s.sessionIDOf(tx, now, jwt); err == nil {
			row, err = tx.SessionByID(id, now.Unix())
		}
	case !isToken(token):
		err = refuse(b2b.ErrInvalidSessionToken)
	default:
		row, err = tx.SessionByToken(hashToken(token), now.Unix())
	}
	if err == nil && row == nil {
		return nil, refuse(b2b.ErrSessionNotFound)
	}
	return row, err
}

// isToken reports whether text has the shape of our tokens.
func isToken(text string) bool {
	raw, err := base64.URLEncoding.DecodeString(text)
	return err == nil && len(raw) == tokenBytes
}

// memberSession is a session as the API shows it.
func memberSession(row *store.Session, org *store.Organization, m *store.Member) b2b.MemberSession {
	started, accessed, expires := moment(row.StartedAt), moment(row.LastAccessedAt), moment(row.ExpiresAt)
	shown := b2b.MemberSession{
		MemberSessionID: row.ID, MemberID: m.MemberID, OrganizationID: org.OrganizationID, OrganizationSlug: org.OrganizationSlug,
		StartedAt: &started, LastAccessedAt: &accessed, ExpiresAt: &expires,
		AuthenticationFactors: row.Factors, Roles: sessionRoles(allRoles(m, org), row.Factors),
	}
	if len(row.CustomClaims) > 0 {
		shown.CustomClaims = row.CustomClaims
	}
	return shown
}

func moment(unix int64) time.Time { return time.Unix(unix, 0).UTC() }

// sessionRoles are those of a member's roles that hold in a session with the given
// factors: what an SSO connection grants, only when that was used to sign in.
func sessionRoles(roles []b2b.MemberRole, factors []b2b.AuthenticationFactor) []string {
	var held []string
	for _, role := range roles {
		if len(role.Sources) == 0 || slices.ContainsFunc(role.Sources, func(from b2b.MemberRoleSource) bool { return counts(from, factors) }) {
			held = append(held, role.RoleID)
		}
	}
	return held
}

// counts reports whether a role from that source holds.
func counts(from b2b.MemberRoleSource, factors []b2b.AuthenticationFactor) bool {
	if from.Type != "sso_connection" && from.Type != "sso_connection_group" {
		return true
	}
	var connection string
	if json.Unmarshal(from.Details["connection_id"], &connection) != nil {
		return false
	}
	return slices.ContainsFunc(factors, func(f b2b.AuthenticationFactor) bool {
		return f.SAMLSSOFactor != nil && f.SAMLSSOFactor.ProviderID == connection ||
			f.OIDCSSOFactor != nil && f.OIDCSSOFactor.ProviderID == connection
	})
}
