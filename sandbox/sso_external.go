package sandbox

import (
	"encoding/json"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

type externalConnection struct{ b2b.ExternalSSOConnection }

func (d *externalConnection) hide() map[string]b2b.Secret { return nil }

func (d *externalConnection) reveal(map[string]b2b.Secret, string) {}

func (d *externalConnection) state() string {
	d.Status = "active"
	return d.Status
}

// createExternal lets members in by the connection of another organization.
func (s *Server) createExternal(req *request[b2b.CreateExternalSSOConnection]) (*b2b.CreateExternalSSOConnectionResponse, error) {
	b := req.Body
	if err := checkDisplayName(b.DisplayName); err != nil {
		return nil, err
	}
	owner, err := req.findOrganization(b.ExternalOrganizationID)
	if err != nil {
		return nil, err
	}
	if owner.Seq == req.org.Seq {
		return nil, refuse(b2b.ErrExternalOrganizationIDSameAsOrganizationID)
	}
	target, err := req.externalTarget(owner)
	if err != nil {
		return nil, err
	}
	doc := &externalConnection{b2b.ExternalSSOConnection{
		OrganizationID: req.org.OrganizationID, ConnectionID: newID("external-connection"), DisplayName: given(b.DisplayName, ""),
		ExternalOrganizationID: owner.OrganizationID, ExternalConnectionID: target.ID,
	}}
	for _, a := range b.ConnectionImplicitRoleAssignments {
		doc.ExternalConnectionImplicitRoleAssignments = append(doc.ExternalConnectionImplicitRoleAssignments, b2b.ExternalConnectionImplicitRoleAssignment(a))
	}
	for _, a := range b.GroupImplicitRoleAssignments {
		doc.ExternalGroupImplicitRoleAssignments = append(doc.ExternalGroupImplicitRoleAssignments, b2b.ExternalGroupImplicitRoleAssignment(a))
	}
	if err := s.checkExternalRoles(req.call, doc, target); err != nil {
		return nil, err
	}
	if err := s.addConnection(req.call, store.ConnectionExternal, doc.ConnectionID, doc); err != nil {
		return nil, err
	}
	return &b2b.CreateExternalSSOConnectionResponse{Connection: &doc.ExternalSSOConnection}, nil
}

// externalTarget finds the connection that an external one is to lead to.
func (r *request[B]) externalTarget(owner *store.Organization) (*store.Connection, error) {
	target, err := r.tx.Connection(r.sent.text("external_connection_id"))
	if err != nil {
		return nil, err
	}
	if target == nil || target.Organization != owner.Seq || target.Kind != store.ConnectionSAML && target.Kind != store.ConnectionOIDC {
		return nil, refuse(b2b.ErrExternalConnectionIDNotFound)
	}
	if target.Status != "active" {
		return nil, refuse(b2b.ErrExternalConnectionNotActive)
	}
	through, err := r.tx.ConnectionsThrough(target.ID)
	if err != nil {
		return nil, err
	}
	for _, c := range through {
		if c.Organization == r.org.Seq {
			return nil, refuse(b2b.ErrDuplicateExternalSSOConnection, "%s leads there already", c.ID)
		}
	}
	return target, nil
}

func (s *Server) updateExternal(req *request[b2b.UpdateExternalSSOConnection]) (*b2b.UpdateExternalSSOConnectionResponse, error) {
	doc := &externalConnection{}
	row, err := s.findConnection(req.call, store.ConnectionExternal, b2b.ErrSSOConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	if err := checkDisplayName(req.Body.DisplayName); err != nil {
		return nil, err
	}
	set(&doc.DisplayName, req.Body.DisplayName)
	setList(&doc.ExternalConnectionImplicitRoleAssignments, req.Body.ExternalConnectionImplicitRoleAssignments)
	setList(&doc.ExternalGroupImplicitRoleAssignments, req.Body.ExternalGroupImplicitRoleAssignments)
	target, err := req.tx.Connection(doc.ExternalConnectionID)
	if err != nil {
		return nil, err
	}
	if err := s.checkExternalRoles(req.call, doc, target); err != nil {
		return nil, err
	}
	if err := s.saveConnectionAndRoles(req.call, row, doc, doc.roles()); err != nil {
		return nil, err
	}
	return &b2b.UpdateExternalSSOConnectionResponse{Connection: &doc.ExternalSSOConnection}, nil
}

// roles are those that the connection gives.
func (d *externalConnection) roles() connectionRoles {
	var roles connectionRoles
	for _, a := range d.ExternalConnectionImplicitRoleAssignments {
		roles.all = append(roles.all, a.RoleID)
	}
	for _, a := range d.ExternalGroupImplicitRoleAssignments {
		roles.groups = append(roles.groups, store.GroupRole{RoleID: a.RoleID, Group: a.Group})
	}
	return roles
}

// checkExternalRoles checks the roles; those of groups need a SAML connection at
// the other end that says groups.
func (s *Server) checkExternalRoles(c *call, doc *externalConnection, target *store.Connection) error {
	if len(doc.ExternalGroupImplicitRoleAssignments) > 0 && target != nil && target.Kind == store.ConnectionSAML {
		var saml b2b.SAMLConnection
		if err := json.Unmarshal([]byte(target.Doc), &saml); err != nil {
			return err
		}
		if !fields(saml.AttributeMapping).has("groups") {
			return refuse(b2b.ErrSAMLConnectionAttributeMappingMissingGroupsKey)
		}
	}
	return s.checkImplicitRoles(c, doc.roles().ids())
}
