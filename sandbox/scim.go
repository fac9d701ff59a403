package sandbox

import (
	"crypto/rand"
	"encoding/base64"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// The bearer tokens of SCIM connections.
const (
	bearerBytes    = 36 // 48 characters
	bearerYears    = 5
	bearerLastFour = 4
)

// How many groups a page of them has.
const (
	defaultGroups = 100
	maxGroups     = 1000
)

// groupList is the kind of the cursors over groups.
func groupList() searchKind { return searchKind{name: "scim_groups"} }

func scimConnectionRoutes() []route {
	return []route{
		handle(&b2b.SCIMConnectionCreate, (*Server).createSCIM),
		handle(&b2b.SCIMConnectionGet, (*Server).getSCIM),
		handle(&b2b.SCIMConnectionUpdate, (*Server).updateSCIM),
		handle(&b2b.SCIMConnectionDelete, (*Server).deleteSCIM),
		handle(&b2b.SCIMConnectionGetGroups, (*Server).getSCIMGroups),
		handle(&b2b.SCIMConnectionRotateStart, (*Server).startRotation),
		handle(&b2b.SCIMConnectionRotateComplete, (*Server).completeRotation),
		handle(&b2b.SCIMConnectionRotateCancel, (*Server).cancelRotation),
	}
}

type scimConnection struct{ b2b.SCIMConnection }

func (d *scimConnection) hide() map[string]b2b.Secret { return nil }

func (d *scimConnection) reveal(_ map[string]b2b.Secret, origin string) {
	d.BaseURL = origin + "/v1/b2b/scim/" + d.ConnectionID
}

func (d *scimConnection) state() string { return d.Status }

// withToken is the connection as it is shown once, with its token.
func (d *scimConnection) withToken(token b2b.Secret) *b2b.SCIMConnectionWithToken {
	return &b2b.SCIMConnectionWithToken{
		OrganizationID: d.OrganizationID, ConnectionID: d.ConnectionID, Status: d.Status, DisplayName: d.DisplayName,
		IdentityProvider: d.IdentityProvider, BaseURL: d.BaseURL, BearerToken: token, BearerTokenExpiresAt: d.BearerTokenExpiresAt,
		SCIMGroupImplicitRoleAssignments: d.SCIMGroupImplicitRoleAssignments,
	}
}

// withNextToken is the connection as it is shown once, with its next token.
func (d *scimConnection) withNextToken(token b2b.Secret) *b2b.SCIMConnectionWithNextToken {
	return &b2b.SCIMConnectionWithNextToken{
		OrganizationID: d.OrganizationID, ConnectionID: d.ConnectionID, Status: d.Status, DisplayName: d.DisplayName,
		IdentityProvider: d.IdentityProvider, BaseURL: d.BaseURL, BearerTokenLastFour: d.BearerTokenLastFour, NextBearerToken: token,
		BearerTokenExpiresAt: d.BearerTokenExpiresAt, NextBearerTokenExpiresAt: d.NextBearerTokenExpiresAt,
		SCIMGroupImplicitRoleAssignments: d.SCIMGroupImplicitRoleAssignments,
	}
}

// groupRoles are the roles that the connection gives to groups, by their ids.
func (d *scimConnection) groupRoles() []store.GroupRole {
	var roles []store.GroupRole
	for _, a := range d.SCIMGroupImplicitRoleAssignments {
		roles = append(roles, store.GroupRole{RoleID: a.RoleID, Group: a.GroupID})
	}
	return roles
}

// newBearer makes a bearer token, and what is kept of it.
func newBearer(now time.Time) (token, lastFour string, expires time.Time, kept store.SCIMToken) {
	var raw [bearerBytes]byte
	_, _ = rand.Read(raw[:]) // never fails: it ends the program instead
	token = base64.URLEncoding.EncodeToString(raw[:])
	expires = now.AddDate(bearerYears, 0, 0)
	return token, token[len(token)-bearerLastFour:], expires, store.SCIMToken{Hash: hashToken(token), ExpiresAt: expires.Unix()}
}

// activeSCIM finds the organization's SCIM connection, and reads it into doc.
func (s *Server) activeSCIM(c *call, doc *scimConnection) (*store.Connection, error) {
	rows, err := c.tx.ConnectionsOf(c.org.Seq)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		id, named := c.path["connection_id"]
		if row.Kind == store.ConnectionSCIM && row.Status == "active" && (!named || row.ID == id) {
			return row, s.openConnection(c, row, doc)
		}
	}
	return nil, refuse(b2b.ErrNoActiveSCIMConnection)
}

// keepSCIM writes doc, which is then as the API shows it.
func (s *Server) keepSCIM(c *call, row *store.Connection, doc *scimConnection) error {
	if err := s.fillConnection(row, doc); err != nil {
		return err
	}
	return c.tx.UpdateConnection(row)
}

func (s *Server) createSCIM(req *request[b2b.CreateSCIMConnection]) (*b2b.CreateSCIMConnectionResponse, error) {
	if err := checkDisplayName(req.Body.DisplayName); err != nil {
		return nil, err
	}
	if req.org.SCIMActiveConnection != nil {
		return nil, refuse(b2b.ErrActiveSCIMConnectionExists)
	}
	token, lastFour, expires, kept := newBearer(req.now)
	doc := &scimConnection{b2b.SCIMConnection{
		OrganizationID: req.org.OrganizationID, ConnectionID: newID("scim-connection"), Status: "active", DisplayName: given(req.Body.DisplayName, ""),
		IdentityProvider: given(req.Body.IdentityProvider, genericProvider), BearerTokenLastFour: lastFour, BearerTokenExpiresAt: &expires,
	}}
	row := &store.Connection{ID: doc.ConnectionID, Organization: req.org.Seq, Kind: store.ConnectionSCIM, CreatedAt: req.now.Unix()}
	if err := s.fillConnection(row, doc); err != nil {
		return nil, err
	}
	if err := req.tx.AddConnection(row); err != nil {
		return nil, err
	}
	if err := req.tx.SetSCIMToken(row.ID, false, kept); err != nil {
		return nil, err
	}
	doc.reveal(nil, originOf(req.ctx))
	return &b2b.CreateSCIMConnectionResponse{Connection: doc.withToken(b2b.Secret(token))}, nil
}

func (s *Server) getSCIM(req *request[none]) (*b2b.GetSCIMConnectionResponse, error) {
	doc := &scimConnection{}
	if _, err := s.activeSCIM(req.call, doc); err != nil {
		return nil, err
	}
	return &b2b.GetSCIMConnectionResponse{Connection: &doc.SCIMConnection}, nil
}

func (s *Server) updateSCIM(req *request[b2b.UpdateSCIMConnection]) (*b2b.UpdateSCIMConnectionResponse, error) {
	doc, b := &scimConnection{}, req.Body
	row, err := s.activeSCIM(req.call, doc)
	if err != nil {
		return nil, err
	}
	if err := checkDisplayName(b.DisplayName); err != nil {
		return nil, err
	}
	if err := s.checkGroupRoles(req.call, row, b.SCIMGroupImplicitRoleAssignments); err != nil {
		return nil, err
	}
	set(&doc.DisplayName, b.DisplayName)
	set(&doc.IdentityProvider, b.IdentityProvider)
	setList(&doc.SCIMGroupImplicitRoleAssignments, b.SCIMGroupImplicitRoleAssignments)
	if err := s.keepSCIM(req.call, row, doc); err != nil {
		return nil, err
	}
	return &b2b.UpdateSCIMConnectionResponse{Connection: &doc.SCIMConnection}, req.tx.SetSCIMRoles(row, doc.groupRoles(), 0)
}

// checkGroupRoles checks assignments, and fills in the names of their groups.
func (s *Server) checkGroupRoles(c *call, row *store.Connection, assignments []b2b.SCIMGroupImplicitRoleAssignment) error {
	for i := range assignments {
		a := &assignments[i]
		if a.GroupID == "" {
			return refuse(b2b.ErrSCIMGroupRoleAssignmentDoesNotContainGroupID)
		}
		group, err := c.tx.SCIMGroup(row.ID, a.GroupID)
		if err != nil {
			return err
		}
		if group == nil {
			return refuse(b2b.ErrSCIMGroupRoleAssignmentGroupDoesNotExist, "there is no group %q", a.GroupID)
		}
		a.GroupName = group.DisplayName
		if err := s.checkImplicitRoles(c, []string{a.RoleID}); err != nil {
			return err
		}
	}
	return nil
}

// deleteSCIM ends the connection. The members it has made stay, without what they
// had through it.
func (s *Server) deleteSCIM(req *request[none]) (*b2b.DeleteSCIMConnectionResponse, error) {
	doc := &scimConnection{}
	row, err := s.activeSCIM(req.call, doc)
	if err != nil {
		return nil, err
	}
	doc.Status, doc.SCIMGroupImplicitRoleAssignments = "deleted", nil
	if err := s.keepSCIM(req.call, row, doc); err != nil {
		return nil, err
	}
	return &b2b.DeleteSCIMConnectionResponse{ConnectionID: row.ID}, req.tx.EmptyDirectory(row)
}

func (s *Server) getSCIMGroups(req *request[b2b.GetSCIMConnectionGroups]) (*b2b.GetSCIMConnectionGroupsResponse, error) {
	row, err := s.activeSCIM(req.call, &scimConnection{})
	if err != nil {
		return nil, err
	}
	limit := defaultGroups
	if n := req.Body.Limit; n != nil && *n != 0 {
		limit = *n
	}
	if limit < 0 || limit > maxGroups {
		return nil, refuse(b2b.ErrBadRequest, "limit: must be 0 to %d", maxGroups)
	}
	var from store.Position
	if text := req.Body.Cursor; text != nil {
		at, ok := s.position(groupList(), *text)
		if !ok {
			return nil, refuse(b2b.ErrBadRequest, "cursor: not one of this list")
		}
		from = at
	}
	groups, err := req.tx.SCIMGroups(row.ID, from.CreatedAt, from.ID, limit+1)
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetSCIMConnectionGroupsResponse{}
	for i, g := range groups {
		if i == limit {
			last := groups[limit-1]
			answer.NextCursor = s.cursor(groupList(), &store.Position{CreatedAt: last.CreatedAt, ID: last.ID})
			break
		}
		answer.SCIMGroups = append(answer.SCIMGroups, b2b.SCIMGroup{
			GroupID: g.ID, GroupName: g.DisplayName, OrganizationID: req.org.OrganizationID, ConnectionID: row.ID,
		})
	}
	return answer, nil
}

// startRotation makes the next token; both work until the rotation is completed or
// cancelled. Starting again makes another one.
func (s *Server) startRotation(req *request[none]) (*b2b.RotateSCIMConnectionStartResponse, error) {
	doc := &scimConnection{}
	row, err := s.activeSCIM(req.call, doc)
	if err != nil {
		return nil, err
	}
	token, lastFour, expires, kept := newBearer(req.now)
	doc.NextBearerTokenLastFour, doc.NextBearerTokenExpiresAt = lastFour, &expires
	if err := req.tx.SetSCIMToken(row.ID, true, kept); err != nil {
		return nil, err
	}
	if err := s.keepSCIM(req.call, row, doc); err != nil {
		return nil, err
	}
	return &b2b.RotateSCIMConnectionStartResponse{Connection: doc.withNextToken(b2b.Secret(token))}, nil
}

func (s *Server) completeRotation(req *request[none]) (*b2b.RotateSCIMConnectionCompleteResponse, error) {
	doc, err := s.endRotation(req.call, func(doc *scimConnection) error {
		doc.BearerTokenLastFour, doc.BearerTokenExpiresAt = doc.NextBearerTokenLastFour, doc.NextBearerTokenExpiresAt
		return req.tx.UseNextSCIMToken(doc.ConnectionID)
	})
	if err != nil {
		return nil, err
	}
	return &b2b.RotateSCIMConnectionCompleteResponse{Connection: &doc.SCIMConnection}, nil
}

func (s *Server) cancelRotation(req *request[none]) (*b2b.RotateSCIMConnectionCancelResponse, error) {
	doc, err := s.endRotation(req.call, func(doc *scimConnection) error { return req.tx.DropNextSCIMToken(doc.ConnectionID) })
	if err != nil {
		return nil, err
	}
	return &b2b.RotateSCIMConnectionCancelResponse{Connection: &doc.SCIMConnection}, nil
}

// endRotation ends the rotation that has begun.
func (s *Server) endRotation(c *call, end func(*scimConnection) error) (*scimConnection, error) {
	doc := &scimConnection{}
	row, err := s.activeSCIM(c, doc)
	if err != nil {
		return nil, err
	}
	if doc.NextBearerTokenExpiresAt == nil {
		return nil, refuse(b2b.ErrSCIMConnectionNotRotatingToken)
	}
	if err := end(doc); err != nil {
		return nil, err
	}
	doc.NextBearerTokenLastFour, doc.NextBearerTokenExpiresAt = "", nil
	return doc, s.keepSCIM(c, row, doc)
}
