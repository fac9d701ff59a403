package sandbox

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// checkImplicitRoles checks that a connection may give roles.
func (s *Server) checkImplicitRoles(c *call, ids []string) error {
	known, err := s.roles(c.tx, c.org)
	if err != nil {
		return err
	}
	for _, id := range ids {
		exists := slices.ContainsFunc(known, func(r b2b.PolicyRole) bool { return r.RoleID == id })
		if !exists || id == b2b.RoleMember {
			return refuse(b2b.ErrInvalidRBACRoleAssignment, "%q cannot be assigned by a connection", id)
		}
	}
	return nil
}

// connectionRoles are the roles that the assignments of a connection give.
type connectionRoles struct {
	all    []string // to everybody
	groups []store.GroupRole
}

// ids are the roles by name, for checking.
func (r connectionRoles) ids() []string {
	ids := slices.Clone(r.all)
	for _, g := range r.groups {
		ids = append(ids, g.RoleID)
	}
	return ids
}

// checkDisplayName checks a connection's name; nil and "" are none.
func checkDisplayName(name *string) error {
	if name == nil {
		return nil
	}
	if utf8.RuneCountInString(*name) > maxDisplayName || strings.ContainsFunc(*name, unicode.IsControl) {
		return refuse(b2b.ErrInvalidDisplayName, "display_name: at most %d characters, without control characters", maxDisplayName)
	}
	return nil
}

// parseAddress is a URL that a server could be asked at; nil when text is none.
func parseAddress(text string) *url.URL {
	u, err := url.Parse(text)
	if err != nil || len(text) > maxURL || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil
	}
	return u
}

// isSafe reports whether nobody on the way can read what goes to u: a provider on
// this machine needs no TLS.
func isSafe(u *url.URL) bool {
	host := u.Hostname()
	return u.Scheme == "https" || host == "localhost" || host == "127.0.0.1" || host == "::1"
}

// checkAddresses checks URLs that were sent, each with its own error type.
func checkAddresses(sent map[string]*string) error {
	for kind, text := range sent {
		if text != nil && *text != "" && parseAddress(*text) == nil {
			return refuse(kind)
		}
	}
	return nil
}

// statusOf is active once nothing is missing.
func statusOf(parts ...string) string {
	if slices.Contains(parts, "") {
		return "pending"
	}
	return "active"
}

// given is the text that was sent, or what stands for none.
func given(text *string, otherwise string) string {
	if text == nil {
		return otherwise
	}
	return cmp.Or(*text, otherwise)
}

func ptrTime(t time.Time) *time.Time { return &t }
