package api

import (
	"cmp"
	"context"
	"slices"

	"example.com/orgdeck/api/b2b"
)

// SSOService manages the connections of organizations to identity providers, and
// signs members in by them.
type SSOService service

// Connections returns every connection of an organization but SCIM, pending ones
// too: GET /v1/b2b/sso/{organization_id}.
func (s *SSOService) Connections(ctx context.Context, organizationID string) (*b2b.GetSSOConnectionsResponse, error) {
	return call[b2b.GetSSOConnectionsResponse](ctx, s.client, b2b.SSOGetConnections, nil, organizationID)
}

// Authenticate signs a member in by the token that an SSO flow has ended with:
// POST /v1/b2b/sso/authenticate. The token works once.
func (s *SSOService) Authenticate(request b2b.AuthenticateSSO) Change[b2b.AuthenticateSSOResponse] {
	return write(s.client, b2b.SSOAuthenticate, nil, request, whole[b2b.AuthenticateSSOResponse]).
		saying("Sign in by an SSO token", None).
		final("a token that was used is used")
}

// DeleteConnection removes a connection of whatever kind, and the members'
// registrations with it: DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}.
func (s *SSOService) DeleteConnection(organizationID, connectionID string) Change[string] {
	ch := write(s.client, b2b.SSODeleteConnection, []string{organizationID, connectionID}, nil, func(r *b2b.DeleteSSOConnectionResponse) string { return r.ConnectionID }).
		saying("Delete the connection "+connectionID, TypeName).
		final("a new connection has another id, and has to be set up at the identity provider")
	ch.Word = connectionID
	return ch
}

// takeBack deletes a connection that was just made, by the name that it was given.
func (s *SSOService) takeBack(organizationID, connectionID, name string) Undoer {
	ch := s.DeleteConnection(organizationID, connectionID)
	ch.Summary, ch.Word = "Delete "+nameOfConnection(name, connectionID), cmp.Or(name, connectionID)
	return ch
}

// CreateSAML makes a SAML connection, which is pending until it is complete:
// POST /v1/b2b/sso/saml/{organization_id}.
func (s *SSOService) CreateSAML(organizationID string, request b2b.CreateSAMLConnection) Change[b2b.SAMLConnection] {
	return write(s.client, b2b.SSOSAMLCreateConnection, []string{organizationID}, request, func(r *b2b.CreateSAMLConnectionResponse) b2b.SAMLConnection { return orZero(r.Connection) }).
		saying("Create a SAML connection", None).
		undoneBy(func(after b2b.SAMLConnection) Undoer {
			return s.takeBack(organizationID, after.ConnectionID, after.DisplayName)
		})
}

// UpdateSAML changes a SAML connection to what to says, sending only the fields
// that differ: PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}.
// The certificate and the keys are added to those there are; an attribute mapping
// replaces the old one.
func (s *SSOService) UpdateSAML(connection b2b.SAMLConnection, to b2b.UpdateSAMLConnection) Change[b2b.SAMLConnection] {
	return update(s.client, edit[b2b.SAMLConnection, b2b.UpdateSAMLConnection]{
		endpoint: b2b.SSOSAMLUpdateConnection,
		path:     []string{connection.OrganizationID, connection.ConnectionID},
		name:     nameOfConnection(connection.DisplayName, connection.ConnectionID),
		current: func(c b2b.SAMLConnection) values {
			return withNothing(valuesOf(c), "x509_certificate", "signing_private_key", "saml_encryption_private_key")
		},
		read:  func(ctx context.Context) (b2b.SAMLConnection, error) { return s.saml(ctx, connection) },
		again: s.UpdateSAML,
		lossy: map[string]string{
			"x509_certificate":            "a certificate is removed by its id",
			"signing_private_key":         "a signing key cannot be taken back",
			"saml_encryption_private_key": "an encryption key is removed by its id",
		},
	}, connection, to, func(r *b2b.UpdateSAMLConnectionResponse) b2b.SAMLConnection { return orZero(r.Connection) })
}

// saml reads one connection anew.
func (s *SSOService) saml(ctx context.Context, connection b2b.SAMLConnection) (b2b.SAMLConnection, error) {
	all, err := s.Connections(ctx, connection.OrganizationID)
	if err != nil {
		return b2b.SAMLConnection{}, err
	}
	i := slices.IndexFunc(all.SAMLConnections, func(c b2b.SAMLConnection) bool { return c.ConnectionID == connection.ConnectionID })
	if i < 0 {
		return connection, nil // gone: the update itself says so
	}
	return all.SAMLConnections[i], nil
}

// UpdateSAMLByURL takes over what the identity provider's metadata says:
// PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url.
func (s *SSOService) UpdateSAMLByURL(connection b2b.SAMLConnection, metadataURL string) Change[b2b.SAMLConnection] {
	request := b2b.UpdateSAMLByURL{MetadataURL: metadataURL}
	return write(s.client, b2b.SSOSAMLUpdateByURL, []string{connection.OrganizationID, connection.ConnectionID}, request, func(r *b2b.UpdateSAMLByURLResponse) b2b.SAMLConnection { return orZero(r.Connection) }).
		saying("Update "+nameOfConnection(connection.DisplayName, connection.ConnectionID)+" from its metadata", None).
		final("what the metadata replaces has to be typed again")
}

// DeleteVerificationCertificate removes a certificate of a SAML connection and
// returns its id:
// DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}.
func (s *SSOService) DeleteVerificationCertificate(connection b2b.SAMLConnection, certificateID string) Change[string] {
	ch := write(s.client, b2b.SSOSAMLDeleteVerificationCertificate, []string{connection.OrganizationID, connection.ConnectionID, certificateID}, nil,
		func(r *b2b.DeleteSAMLVerificationCertificateResponse) string { return r.CertificateID }).
		saying("Delete a verification certificate of "+nameOfConnection(connection.DisplayName, connection.ConnectionID), Confirm)
	i := slices.IndexFunc(connection.VerificationCertificates, func(c b2b.SAMLX509Certificate) bool { return c.CertificateID == certificateID })
	if i < 0 {
		return ch
	}
	return ch.undoneBy(func(string) Undoer {
		before := connection
		before.VerificationCertificates = nil
		return s.UpdateSAML(before, b2b.UpdateSAMLConnection{X509Certificate: &connection.VerificationCertificates[i].Certificate}).Overwrite()
	})
}

// DeleteEncryptionKey removes a private key of a SAML connection and returns its
// id:
// DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}.
func (s *SSOService) DeleteEncryptionKey(connection b2b.SAMLConnection, privateKeyID string) Change[string] {
	return write(s.client, b2b.SSOSAMLDeleteEncryptionPrivateKey, []string{connection.OrganizationID, connection.ConnectionID, privateKeyID}, nil,
		func(r *b2b.DeleteSAMLEncryptionPrivateKeyResponse) string { return r.PrivateKeyID }).
		saying("Delete an encryption key of "+nameOfConnection(connection.DisplayName, connection.ConnectionID), Confirm).
		final("what was encrypted for the key cannot be read any more")
}

// CreateOIDC makes an OIDC connection, which is pending until it is complete:
// POST /v1/b2b/sso/oidc/{organization_id}.
func (s *SSOService) CreateOIDC(organizationID string, request b2b.CreateOIDCConnection) Change[b2b.OIDCConnection] {
	return write(s.client, b2b.SSOOIDCCreateConnection, []string{organizationID}, request, func(r *b2b.CreateOIDCConnectionResponse) b2b.OIDCConnection { return orZero(r.Connection) }).
		saying("Create an OIDC connection", None).
		undoneBy(func(after b2b.OIDCConnection) Undoer {
			return s.takeBack(organizationID, after.ConnectionID, after.DisplayName)
		})
}

// UpdateOIDC changes an OIDC connection to what to says, sending only the fields
// that differ: PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}.
// With a new issuer the server looks up the addresses that are not sent; when it
// cannot, Warning of the answer says so.
func (s *SSOService) UpdateOIDC(connection b2b.OIDCConnection, to b2b.UpdateOIDCConnection) Change[b2b.UpdateOIDCConnectionResponse] {
	base := valuesOf(connection)
	sent, fields := difference(b2b.SSOOIDCUpdateConnection, base, to)
	ch := write(s.client, b2b.SSOOIDCUpdateConnection, []string{connection.OrganizationID, connection.ConnectionID}, sent, whole[b2b.UpdateOIDCConnectionResponse])
	ch.update, ch.Fields = true, fields
	ch.Summary = summaryOf(fields, nameOfConnection(connection.DisplayName, connection.ConnectionID))
	return ch.final("the identity provider may have answered to the new values already")
}

// CreateExternal lets the members of an organization in by the connection of
// another one: POST /v1/b2b/sso/external/{organization_id}.
func (s *SSOService) CreateExternal(organizationID string, request b2b.CreateExternalSSOConnection) Change[b2b.ExternalSSOConnection] {
	return write(s.client, b2b.SSOExternalCreateConnection, []string{organizationID}, request, func(r *b2b.CreateExternalSSOConnectionResponse) b2b.ExternalSSOConnection {
		return orZero(r.Connection)
	}).
		saying("Create an external connection", None).
		undoneBy(func(after b2b.ExternalSSOConnection) Undoer {
			return s.takeBack(organizationID, after.ConnectionID, after.DisplayName)
		})
}

// UpdateExternal changes an external connection to what to says, sending only the
// fields that differ: PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}.
func (s *SSOService) UpdateExternal(connection b2b.ExternalSSOConnection, to b2b.UpdateExternalSSOConnection) Change[b2b.ExternalSSOConnection] {
	return update(s.client, edit[b2b.ExternalSSOConnection, b2b.UpdateExternalSSOConnection]{
		endpoint: b2b.SSOExternalUpdateConnection,
		path:     []string{connection.OrganizationID, connection.ConnectionID},
		name:     nameOfConnection(connection.DisplayName, connection.ConnectionID),
		current:  func(c b2b.ExternalSSOConnection) values { return valuesOf(c) },
		read: func(ctx context.Context) (b2b.ExternalSSOConnection, error) {
			all, err := s.Connections(ctx, connection.OrganizationID)
			if err != nil {
				return connection, err
			}
			for _, c := range all.ExternalConnections {
				if c.ConnectionID == connection.ConnectionID {
					return c, nil
				}
			}
			return connection, nil // gone: the update itself says so
		},
		again: s.UpdateExternal,
	}, connection, to, func(r *b2b.UpdateExternalSSOConnectionResponse) b2b.ExternalSSOConnection {
		return orZero(r.Connection)
	})
}

// orZero is what p points to; the zero value for nil.
func orZero[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// withNothing adds fields that an update takes and no object shows, as empty.
func withNothing(v values, names ...string) values {
	for _, name := range names {
		v[name] = []byte(`""`)
	}
	return v
}

func nameOfConnection(name, id string) string {
	if name != "" {
		return "the connection " + name
	}
	return "the connection " + id
}
