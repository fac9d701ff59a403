package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"

	"example.com/orgdeck/api/b2b"
)

// Actor is a member as whom a Client acts: who it is, what its roles allow, and
// the session that proves it.
type Actor struct {
	Member       b2b.Member
	Organization b2b.Organization
	Session      b2b.MemberSession // its Roles are those that count
	Roles        []b2b.PolicyRole  // of the project and of the organization
	Token        b2b.Secret        `json:"-"` // of the session
}

// Name is what the member is called: by name, or else by e-mail.
func (a *Actor) Name() string {
	if a.Member.Name != "" {
		return a.Member.Name
	}
	return a.Member.EmailAddress
}

// workbench begins the paths that a sandbox has beside the API: they are for whoever
// develops, not for members.
const workbench = "/sandbox/"

// As returns a client that does everything as a member: calls that take a session
// carry it, and what only the project may do, or is of another organization, is
// refused with an *ActingError before it leaves. Limits, transport and log are
// those of c, and c stays as it is.
func (c *Client) As(a Actor) *Client {
	next := *c
	WithSession(a.Token)(&next)
	next.actor, next.lapsed = &a, &atomic.Bool{}
	next.serve()
	return &next
}

// Actor returns the member as whom c acts; nil for the project itself. It must
// not be changed.
func (c *Client) Actor() *Actor { return c.actor }

// Lapsed reports whether the server has said that the session under which c acts
// is over: expired or revoked.
func (c *Client) Lapsed() bool { return c.lapsed != nil && c.lapsed.Load() }

// ActingError refuses what a client that acts as a member may not do. Nothing was
// sent.
type ActingError struct{ Problem string } // a sentence without its full stop

// Error implements error.
func (e *ActingError) Error() string { return e.Problem }

// PermissionError is an answer with status 403 to a member, with what the contract
// says it lacks. The answer itself is in Err.
type PermissionError struct {
	Needs []Need
	Err   error
}

// Error implements error.
func (e *PermissionError) Error() string { return e.Err.Error() }

// Unwrap returns the answer.
func (e *PermissionError) Unwrap() error { return e.Err }

// reason says what the server said, and what is missing where it did not say so.
func (e *PermissionError) reason(said string) string {
	var missing []string
	for _, n := range e.Needs {
		named := n.Permission != Permission{} && strings.Contains(said, n.Permission.Resource) && strings.Contains(said, n.Permission.Action)
		if text := n.String(); !named && !strings.Contains(said, text) && !slices.Contains(missing, text) {
			missing = append(missing, text)
		}
	}
	if len(missing) == 0 {
		return said
	}
	return strings.TrimSuffix(said, ".") + "; it takes " + strings.Join(missing, ", ")
}

// Refusal says why the member may not call e on what belongs to an organization,
// or on one of its members; "" when there is no reason known. An endpoint whose
// fields have permissions of their own is refused when none of them may be sent.
func (a *Actor) Refusal(e b2b.Endpoint, organizationID, memberID string) string {
	switch {
	case !e.SessionHeaders && !isShown(e):
		return sentence(a.projectOnly())
	case organizationID != "" && !a.isOwn(organizationID):
		return sentence(a.elsewhere())
	case !e.SessionHeaders:
		return ""
	}
	missing, all := a.missing(e, fieldNames(e), memberID == a.Member.MemberID)
	if len(missing) == 0 || e.RBAC.Action == b2b.PerField && len(missing) < all {
		return ""
	}
	return a.Name() + " may not do this: it takes " + oneOf(missing) + "."
}

func oneOf(needs []Need) string {
	if len(needs) == 1 {
		return needs[0].String()
	}
	return needs[0].String() + " or another right to change a field"
}

// missing are the needs of a call with those fields that the member does not
// meet, and how many there are in all.
func (a *Actor) missing(e b2b.Endpoint, fields []string, self bool) (missing []Need, all int) {
	needs := Needs(e, fields)
	for _, n := range needs {
		if !n.met(a.Roles, a.Session.Roles, self) {
			missing = append(missing, n)
		}
	}
	return missing, len(needs)
}

func fieldNames(e b2b.Endpoint) []string {
	names := make([]string, len(e.Request))
	for i, f := range e.Request {
		names[i] = f.Name
	}
	return names
}

// isOwn reports whether an id, slug or external id is that of the member's
// organization.
func (a *Actor) isOwn(id string) bool {
	o := a.Organization
	return id == o.OrganizationID || id == o.OrganizationSlug || o.OrganizationExternalID != nil && id == *o.OrganizationExternalID
}

func (a *Actor) elsewhere() string {
	return a.Name() + " belongs to " + a.Organization.OrganizationName + ": other organizations are out of reach while acting as a member"
}

func (a *Actor) projectOnly() string {
	return "only the project may do this, not " + a.Name() + ": stop acting first"
}

// admit refuses what is not for the member before it is sent.
func (a *Actor) admit(e b2b.Endpoint, path string, body []byte) error {
	if strings.HasPrefix(e.Path, workbench) {
		return nil
	}
	for _, id := range organizationsIn(e, path, body) {
		if !a.isOwn(id) {
			return &ActingError{a.elsewhere()}
		}
	}
	switch {
	case e.SessionHeaders:
		return nil
	case e.ID() == b2b.OrganizationsSearch.ID():
		return &ActingError{a.elsewhere()}
	case !isShown(e):
		return &ActingError{a.projectOnly()}
	}
	return nil
}

// isShown reports whether e, which no session can call, is asked by the project all
// the same: what it reads is no secret, and without it there is nothing to look at.
func isShown(e b2b.Endpoint) bool {
	switch e.ID() {
	case b2b.OrganizationsGet.ID(), b2b.OrganizationsMetrics.ID(), b2b.OrganizationsMembersGet.ID(), b2b.SessionsGet.ID(), b2b.SessionsGetJWKS.ID(),
		b2b.RBACPolicy.ID(), b2b.RBACOrganizationsGetOrgPolicy.ID(), b2b.SCIMConnectionGetGroups.ID(), b2b.PasswordsStrengthCheck.ID():
		return true
	}
	return false
}

// organizationsIn are the organizations that a request names.
func organizationsIn(e b2b.Endpoint, path string, body []byte) []string {
	const one, many = "organization_id", "organization_ids"
	var found []string
	path, query, _ := strings.Cut(path, "?")
	segments := strings.Split(path, "/")
	for i, segment := range strings.Split(e.Path, "/") {
		if segment == "{"+one+"}" && i < len(segments) {
			id, err := url.PathUnescape(segments[i])
			if err != nil {
				id = segments[i]
			}
			found = append(found, id)
		}
	}
	if values, err := url.ParseQuery(query); err == nil && values.Get(one) != "" {
		found = append(found, values.Get(one))
	}
	var named struct {
		One  string   `json:"organization_id"`
		Many []string `json:"organization_ids"`
	}
	if json.Unmarshal(body, &named) == nil {
		found = append(found, named.Many...)
		if named.One != "" {
			found = append(found, named.One)
		}
	}
	return found
}

// noted looks at what went wrong with a call of e with in that carried a session:
// it may be over, or its roles may not be enough.
func (c *Client) noted(e b2b.Endpoint, in any, err error) error {
	if !c.acting || !e.SessionHeaders {
		return err
	}
	if c.lapsed != nil && e.ID() != b2b.SessionsRevoke.ID() && HasType(err, b2b.ErrSessionNotFound, b2b.ErrInvalidSessionToken) {
		c.lapsed.Store(true)
	}
	answer, ok := errors.AsType[*Error](err)
	if !ok || answer.StatusCode != http.StatusForbidden || answer.Type == b2b.ErrSessionAuthorizationTenancyError {
		return err
	}
	fields := sentFields(e, in)
	needs := Needs(e, fields)
	if c.actor != nil {
		needs, _ = c.actor.missing(e, fields, false)
	}
	return &PermissionError{Needs: needs, Err: err}
}

// sentFields are the names of the fields that in sends to e.
func sentFields(e b2b.Endpoint, in any) []string {
	body, err := bodyOf(e, in)
	if err != nil {
		return nil
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(body, &fields) != nil {
		return nil
	}
	return sortedKeys(fields)
}
