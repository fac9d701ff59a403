package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Bounds of connections that the contract leaves open.
const (
	maxConnections = 50 // of an organization
	maxDisplayName = 128
	maxURL         = 2048
)

func ssoRoutes() []route {
	return []route{
		handle(&b2b.SSOAuthenticate, (*Server).authenticateSSO),
		handle(&b2b.SSOGetConnections, (*Server).getConnections),
		handle(&b2b.SSODeleteConnection, (*Server).deleteConnection),
		handle(&b2b.SSOSAMLCreateConnection, (*Server).createSAML),
		handle(&b2b.SSOSAMLUpdateConnection, (*Server).updateSAML),
		fetching("metadata_url", metadataAddress, handle(&b2b.SSOSAMLUpdateByURL, (*Server).updateSAMLByURL)),
		handle(&b2b.SSOSAMLDeleteVerificationCertificate, (*Server).deleteVerificationCertificate),
		handle(&b2b.SSOSAMLDeleteEncryptionPrivateKey, (*Server).deleteEncryptionKey),
		handle(&b2b.SSOOIDCCreateConnection, (*Server).createOIDC),
		fetching("issuer", discoveryAddress, handle(&b2b.SSOOIDCUpdateConnection, (*Server).updateOIDC)),
		handle(&b2b.SSOExternalCreateConnection, (*Server).createExternal),
		handle(&b2b.SSOExternalUpdateConnection, (*Server).updateExternal),
	}
}

// connectionDoc is a connection as the API shows it.
type connectionDoc interface {
	// hide takes the secrets out and returns them by name.
	hide() map[string]b2b.Secret
	// reveal puts them back in, and what depends on the server's address.
	reveal(secrets map[string]b2b.Secret, origin string)
	// state is the status that follows from what is filled in.
	state() string
}

// openConnection reads the document of a connection into doc.
func (s *Server) openConnection(c *call, row *store.Connection, doc connectionDoc) error {
	if err := json.Unmarshal([]byte(row.Doc), doc); err != nil {
		return fmt.Errorf("read connection %s: %w", row.ID, err)
	}
	secrets := map[string]b2b.Secret{}
	if row.Secret != nil {
		plain, err := s.vault.open(row.Secret, row.ID)
		if err == nil {
			err = json.Unmarshal([]byte(plain), &secrets)
		}
		if err != nil {
			return fmt.Errorf("read secrets of connection %s: %w", row.ID, err)
		}
	}
	doc.reveal(secrets, originOf(c.ctx))
	return nil
}

// findConnection reads the connection that the path names into doc; missing is the
// error type when the organization has none of that kind.
func (s *Server) findConnection(c *call, kind, missing string, doc connectionDoc) (*store.Connection, error) {
	row, err := c.tx.Connection(c.path["connection_id"])
	if err != nil {
		return nil, err
	}
	if row == nil || row.Organization != c.org.Seq || row.Kind != kind {
		return nil, refuse(missing)
	}
	return row, s.openConnection(c, row, doc)
}

// fill writes doc into row, its secrets encrypted, and its status.
func (s *Server) fillConnection(row *store.Connection, doc connectionDoc) error {
	row.Status, row.Secret = doc.state(), nil
	secrets := doc.hide()
	text, err := json.Marshal(doc)
	if err != nil {
		return fmt.Errorf("write connection %s: %w", row.ID, err)
	}
	row.Doc = string(text)
	if len(secrets) == 0 {
		return nil
	}
	plain, err := json.Marshal(secrets)
	if err != nil {
		return fmt.Errorf("write secrets of connection %s: %w", row.ID, err)
	}
	row.Secret = s.vault.seal(string(plain), row.ID)
	return nil
}

// saveConnection writes doc, and what follows from it for the organization. doc
// is then as the API shows it.
func (s *Server) saveConnection(c *call, row *store.Connection, doc connectionDoc) error {
	if err := s.fillConnection(row, doc); err != nil {
		return err
	}
	if err := c.tx.UpdateConnection(row); err != nil {
		return err
	}
	if err := settleConnections(c, c.org.Seq); err != nil {
		return err
	}
	return s.openConnection(c, row, doc)
}

// saveConnectionAndRoles is saveConnection that also gives the members of the
// connection its roles.
func (s *Server) saveConnectionAndRoles(c *call, row *store.Connection, doc connectionDoc, roles connectionRoles) error {
	if err := s.saveConnection(c, row, doc); err != nil {
		return err
	}
	return c.tx.SetConnectionRoles(row, roles.all, roles.groups)
}

// addConnection is saveConnection for a new one.
func (s *Server) addConnection(c *call, kind, id string, doc connectionDoc) error {
	others, err := ssoConnections(c, c.org.Seq)
	if err != nil {
		return err
	}
	if len(others) >= maxConnections {
		return refuse(b2b.ErrTooManySSOConnections, "an organization has at most %d connections", maxConnections)
	}
	row := &store.Connection{ID: id, Organization: c.org.Seq, Kind: kind, CreatedAt: c.now.Unix()}
	if err := s.fillConnection(row, doc); err != nil {
		return err
	}
	if err := c.tx.AddConnection(row); err != nil {
		return err
	}
	if err := settleConnections(c, c.org.Seq); err != nil {
		return err
	}
	return s.openConnection(c, row, doc)
}

// ssoConnections are an organization's connections but for SCIM, the oldest first.
func ssoConnections(c *call, organization int64) ([]*store.Connection, error) {
	all, err := c.tx.ConnectionsOf(organization)
	return slices.DeleteFunc(all, func(row *store.Connection) bool { return row.Kind == store.ConnectionSCIM }), err
}

// settleConnections makes the settings of an organization fit its connections: the
// default is an active one as long as there is any, and none lets members in that
// is not there.
func settleConnections(c *call, organization int64) error {
	org, err := c.tx.OrganizationBySeq(organization)
	if err != nil {
		return err
	}
	active := func(id string) bool {
		return slices.ContainsFunc(org.SSOActiveConnections, func(a b2b.ActiveSSOConnection) bool { return a.ConnectionID == id })
	}
	changed := false
	if id := org.SSODefaultConnectionID; id == nil || !active(*id) {
		changed = id != nil || len(org.SSOActiveConnections) > 0
		org.SSODefaultConnectionID = nil
		if len(org.SSOActiveConnections) > 0 {
			org.SSODefaultConnectionID = &org.SSOActiveConnections[0].ConnectionID
		}
	}
	if slices.ContainsFunc(org.SSOJITProvisioningAllowedConnections, func(id string) bool { return !active(id) }) {
		changed = true
		allowed := slices.DeleteFunc(org.SSOJITProvisioningAllowedConnections, func(id string) bool { return !active(id) })
		org.SSOJITProvisioningAllowedConnections = allowed
		if len(allowed) == 0 && org.SSOJITProvisioning == b2b.SSOJITProvisioningRestricted {
			closeSSOProvisioning(org)
		}
	}
	if !changed {
		return nil
	}
	org.UpdatedAt = &c.now
	return c.tx.UpdateOrganization(org)
}

// closeSSOProvisioning lets nobody in by SSO any more, where the last connection
// that did is gone and there is another way in.
func closeSSOProvisioning(org *store.Organization) {
	if org.EmailJITProvisioning != b2b.EmailJITProvisioningNotAllowed || org.EmailInvites != b2b.EmailInvitesNotAllowed {
		org.SSOJITProvisioning = b2b.SSOJITProvisioningNotAllowed
	}
}

func (s *Server) getConnections(req *request[none]) (*b2b.GetSSOConnectionsResponse, error) {
	rows, err := ssoConnections(req.call, req.org.Seq)
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetSSOConnectionsResponse{}
	for _, row := range rows {
		switch row.Kind {
		case store.ConnectionSAML:
			var doc samlConnection
			err = s.openConnection(req.call, row, &doc)
			answer.SAMLConnections = append(answer.SAMLConnections, doc.SAMLConnection)
		case store.ConnectionOIDC:
			var doc oidcConnection
			err = s.openConnection(req.call, row, &doc)
			answer.OIDCConnections = append(answer.OIDCConnections, doc.OIDCConnection)
		case store.ConnectionExternal:
			var doc externalConnection
			err = s.openConnection(req.call, row, &doc)
			answer.ExternalConnections = append(answer.ExternalConnections, doc.ExternalSSOConnection)
		}
		if err != nil {
			return nil, err
		}
	}
	return answer, nil
}

// deleteConnection removes a connection, with the external ones of other
// organizations that lead to it.
func (s *Server) deleteConnection(req *request[none]) (*b2b.DeleteSSOConnectionResponse, error) {
	row, err := req.tx.Connection(req.path["connection_id"])
	if err != nil {
		return nil, err
	}
	if row == nil || row.Organization != req.org.Seq || row.Kind == store.ConnectionSCIM {
		return nil, refuse(b2b.ErrSSOConnectionNotFound)
	}
	if id := req.org.SSODefaultConnectionID; id != nil && *id == row.ID && len(req.org.SSOActiveConnections) > 1 {
		return nil, refuse(b2b.ErrCannotDeleteDefaultSSOConnection, "make another connection the default first")
	}
	gone, err := req.tx.ConnectionsThrough(row.ID)
	if err != nil {
		return nil, err
	}
	for _, c := range append(gone, row) {
		if err := req.tx.DeleteConnection(c); err != nil {
			return nil, err
		}
		if err := settleConnections(req.call, c.Organization); err != nil {
			return nil, err
		}
	}
	return &b2b.DeleteSSOConnectionResponse{ConnectionID: row.ID}, nil
}
