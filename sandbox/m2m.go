package sandbox

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Bounds of a client that the contract has error types for and no numbers.
const (
	maxClientName   = 128 // characters
	maxClientScopes = 100
)

var clientIDLook = regexp.MustCompile(`^[A-Za-z0-9._|~-]{1,128}$`)

// m2mRoutes are the endpoints of machine-to-machine clients.
func m2mRoutes() []route {
	return []route{
		handle(&b2b.M2MClientsCreate, (*Server).createM2MClient),
		handle(&b2b.M2MClientsGet, (*Server).getM2MClient),
		handle(&b2b.M2MClientsSearch, (*Server).searchM2MClients),
		handle(&b2b.M2MClientsUpdate, (*Server).updateM2MClient),
		handle(&b2b.M2MClientsDelete, (*Server).deleteM2MClient),
		handle(&b2b.M2MClientsSecretsRotateStart, (*Server).startM2MRotation),
		handle(&b2b.M2MClientsSecretsRotate, (*Server).rotateM2MSecret),
		handle(&b2b.M2MClientsSecretsRotateCancel, (*Server).cancelM2MRotation),
	}
}

func (s *Server) createM2MClient(req *request[b2b.CreateM2MClient]) (*b2b.CreateM2MClientResponse, error) {
	secret := newToken()
	if req.Body.ClientSecret != nil && req.Body.ClientSecret.Reveal() != "" {
		secret = req.Body.ClientSecret.Reveal()
	}
	c := &store.M2MClient{CreatedAt: req.now.Unix(), M2MClient: b2b.M2MClient{
		ClientID: newID("m2m-client"), ClientName: orEmpty(req.Body.ClientName), ClientDescription: orEmpty(req.Body.ClientDescription),
		Status: b2b.M2MClientStatusActive, ClientSecretLastFour: lastFour(secret),
	}}
	if id := orEmpty(req.Body.ClientID); id != "" {
		c.ClientID = id
	}
	if !clientIDLook.MatchString(c.ClientID) {
		return nil, refuse(b2b.ErrM2MClientInvalidClientID)
	}
	c.SecretHash = s.vault.hashSecret(secret, c.ClientID)
	var err error
	if c.TrustedMetadata, err = req.mergeMetadata("trusted_metadata", nil, req.Body.TrustedMetadata); err != nil {
		return nil, err
	}
	if err := setScopes(c, req.Body.Scopes); err != nil {
		return nil, err
	}
	err = req.tx.InsertM2MClient(c)
	if errors.Is(err, store.ErrTaken) {
		return nil, refuse(b2b.ErrDuplicateM2MClientID)
	}
	if err != nil {
		return nil, err
	}
	return &b2b.CreateM2MClientResponse{M2MClient: b2b.M2MClientWithClientSecret{
		ClientID: c.ClientID, ClientSecret: b2b.Secret(secret), ClientName: c.ClientName, ClientDescription: c.ClientDescription,
		Status: c.Status, Scopes: c.Scopes, ClientSecretLastFour: c.ClientSecretLastFour, TrustedMetadata: c.TrustedMetadata,
	}}, nil
}

// setScopes checks the name and the scopes that c will have.
func setScopes(c *store.M2MClient, scopes []string) error {
	if utf8.RuneCountInString(c.ClientName) > maxClientName {
		return refuse(b2b.ErrM2MClientInvalidClientName, "client_name: at most %d characters", maxClientName)
	}
	if len(scopes) > maxClientScopes {
		return refuse(b2b.ErrTooManyM2MClientScopes, "scopes: at most %d", maxClientScopes)
	}
	for _, scope := range scopes {
		if scope == "" || strings.ContainsAny(scope, " \t\r\n\"\\") {
			return refuse(b2b.ErrBadRequest, "scopes: %q cannot be one", scope)
		}
	}
	c.Scopes = scopes
	return nil
}

// lastFour is what of a secret may be shown.
func lastFour(secret string) string {
	runes := []rune(secret)
	return string(runes[max(len(runes)-4, 0):])
}

// m2mClient finds the client that the path names.
func (c *call) m2mClient() (*store.M2MClient, error) {
	found, err := c.tx.M2MClient(c.path["client_id"])
	if err == nil && found == nil {
		return nil, refuse(b2b.ErrM2MClientNotFound)
	}
	return found, err
}

func (s *Server) getM2MClient(req *request[none]) (*b2b.GetM2MClientResponse, error) {
	c, err := req.m2mClient()
	if err != nil {
		return nil, err
	}
	return &b2b.GetM2MClientResponse{M2MClient: c.M2MClient}, nil
}

func (s *Server) searchM2MClients(req *request[searchBody]) (*b2b.SearchM2MClientsResponse, error) {
	kind := searchKind{name: "m2m", filters: b2b.M2MClientFilters, known: func(name string) string { return name }}
	query, err := s.query(kind, req.Body)
	if err != nil {
		return nil, err
	}
	page, err := req.tx.SearchM2MClients(query)
	if err != nil {
		return nil, err
	}
	answer := &b2b.SearchM2MClientsResponse{ResultsMetadata: b2b.ResultsMetadata{Total: page.Total, NextCursor: s.cursor(kind, page.Next)}}
	for _, c := range page.Items {
		answer.M2MClients = append(answer.M2MClients, c.M2MClient)
	}
	return answer, nil
}

func (s *Server) updateM2MClient(req *request[b2b.UpdateM2MClient]) (*b2b.UpdateM2MClientResponse, error) {
	c, err := req.m2mClient()
	if err != nil {
		return nil, err
	}
	set(&c.ClientName, req.Body.ClientName)
	set(&c.ClientDescription, req.Body.ClientDescription)
	set(&c.Status, req.Body.Status)
	scopes := c.Scopes
	setList(&scopes, req.Body.Scopes)
	if err := setScopes(c, scopes); err != nil {
		return nil, err
	}
	if c.TrustedMetadata, err = req.mergeMetadata("trusted_metadata", c.TrustedMetadata, req.Body.TrustedMetadata); err != nil {
		return nil, err
	}
	if err := req.tx.UpdateM2MClient(c); err != nil {
		return nil, err
	}
	return &b2b.UpdateM2MClientResponse{M2MClient: c.M2MClient}, nil
}

func (s *Server) deleteM2MClient(req *request[none]) (*b2b.DeleteM2MClientResponse, error) {
	c, err := req.m2mClient()
	if err != nil {
		return nil, err
	}
	return &b2b.DeleteM2MClientResponse{ClientID: c.ClientID}, req.tx.DeleteM2MClient(c.Seq)
}

// startM2MRotation makes the next secret. The old one works as well, until rotate.
func (s *Server) startM2MRotation(req *request[none]) (*b2b.RotateM2MClientSecretStartResponse, error) {
	c, err := req.m2mClient()
	if err != nil {
		return nil, err
	}
	if c.NextSecretHash != nil {
		return nil, refuse(b2b.ErrM2MClientAlreadyRotatingSecret)
	}
	secret := newToken()
	last := lastFour(secret)
	c.NextSecretHash, c.NextClientSecretLastFour = s.vault.hashSecret(secret, c.ClientID), &last
	if err := req.tx.UpdateM2MClient(c); err != nil {
		return nil, err
	}
	return &b2b.RotateM2MClientSecretStartResponse{M2MClient: b2b.M2MClientWithNextClientSecret{
		ClientID: c.ClientID, NextClientSecret: b2b.Secret(secret), ClientName: c.ClientName, ClientDescription: c.ClientDescription,
		Status: c.Status, Scopes: c.Scopes, ClientSecretLastFour: c.ClientSecretLastFour, TrustedMetadata: c.TrustedMetadata, NextClientSecretLastFour: &last,
	}}, nil
}

// rotateM2MSecret puts the next secret in the place of the old one.
func (s *Server) rotateM2MSecret(req *request[none]) (*b2b.RotateM2MClientSecretResponse, error) {
	c, err := req.endM2MRotation(func(c *store.M2MClient) {
		c.SecretHash, c.ClientSecretLastFour = c.NextSecretHash, *c.NextClientSecretLastFour
	})
	if err != nil {
		return nil, err
	}
	return &b2b.RotateM2MClientSecretResponse{M2MClient: c.M2MClient}, nil
}

// cancelM2MRotation drops the next secret.
func (s *Server) cancelM2MRotation(req *request[none]) (*b2b.RotateM2MClientSecretCancelResponse, error) {
	c, err := req.endM2MRotation(func(*store.M2MClient) {})
	if err != nil {
		return nil, err
	}
	return &b2b.RotateM2MClientSecretCancelResponse{M2MClient: c.M2MClient}, nil
}

func (c *call) endM2MRotation(end func(*store.M2MClient)) (*store.M2MClient, error) {
	client, err := c.m2mClient()
	if err != nil {
		return nil, err
	}
	if client.NextSecretHash == nil {
		return nil, refuse(b2b.ErrM2MClientNotRotatingSecret)
	}
	end(client)
	client.NextSecretHash, client.NextClientSecretLastFour = nil, nil
	return client, c.tx.UpdateM2MClient(client)
}
