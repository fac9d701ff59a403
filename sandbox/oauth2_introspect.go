package sandbox

import (
	"encoding/json"
	"fmt"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// accessClaims are those of an access token that it can be asked for.
type accessClaims struct {
	jwt.RegisteredClaims
	Scope        string                `json:"scope"`
	ClientID     string                `json:"client_id"`
	Organization b2b.OrganizationClaim `json:"https://stytch.com/organization"`
}

// introspectToken tells the client that a token was given to whether it is still
// good, and what it is good for. Of a token that is not, it tells nothing.
func (s *Server) introspectToken(req *request[b2b.IntrospectIDPTokenNetwork]) (*b2b.IntrospectIDPTokenNetworkResponse, error) {
	if err := s.ownProject(req.call); err != nil {
		return nil, err
	}
	if err := s.checkClient(req.call, req.Body.ClientID, reveal(req.Body.ClientSecret)); err != nil {
		return nil, err
	}
	claims, err := s.accessClaims(req.call, req.Body.Token.Reveal())
	if err != nil {
		return nil, err
	}
	if claims == nil || claims.ClientID != req.Body.ClientID || !claims.ExpiresAt.After(req.now) {
		return &b2b.IntrospectIDPTokenNetworkResponse{}, nil
	}
	good, err := req.isGood(claims)
	if err != nil || !good {
		return &b2b.IntrospectIDPTokenNetworkResponse{}, err
	}
	return &b2b.IntrospectIDPTokenNetworkResponse{
		Active: true, TokenType: "access_token", Iss: claims.Issuer, Sub: claims.Subject, Aud: claims.Audience, Scope: claims.Scope, ClientID: claims.ClientID,
		Exp: int(claims.ExpiresAt.Unix()), IAT: int(claims.IssuedAt.Unix()), HttpsStytchComOrganization: claims.Organization,
	}, nil
}

// checkClient checks the credentials of a client of either kind.
func (s *Server) checkClient(c *call, id, secret string) error {
	machine, err := c.tx.M2MClient(id)
	if err != nil {
		return err
	}
	if machine == nil {
		_, err := s.appOfRequest(c, id, secret)
		return err
	}
	if !s.vault.isOf(machine.SecretHash, secret, id) && !s.vault.isOf(machine.NextSecretHash, secret, id) {
		return refuse(b2b.ErrInvalidClientSecret)
	}
	return nil
}

// accessClaims reads an access token of ours, expired or not; nil when text is
// none.
func (s *Server) accessClaims(c *call, text string) (*accessClaims, error) {
	raw, err := s.verify(c.tx, c.now, text)
	if isProblem(err) || err == nil && (raw[claimScope] == nil || raw[claimSession] != nil) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	encoded, err := json.Marshal(raw)
	if err != nil {
		return nil, fmt.Errorf("read access token: %w", err)
	}
	var claims accessClaims
	isOne := json.Unmarshal(encoded, &claims) == nil && claims.ExpiresAt != nil && claims.IssuedAt != nil
	if !isOne {
		return nil, nil
	}
	if claims.ClientID == "" { // a machine is its own subject
		claims.ClientID = claims.Subject
	}
	return &claims, nil
}

// isGood reports whether whoever a token was given to, and for, is still there.
func (c *call) isGood(claims *accessClaims) (bool, error) {
	if claims.ID == "" {
		machine, err := c.tx.M2MClient(claims.ClientID)
		return machine != nil && machine.Status == b2b.M2MClientStatusActive, err
	}
	token, err := c.tx.AppToken(hashToken(claims.ID), store.AppAccess, c.now.Unix())
	if err != nil || token == nil {
		return false, err
	}
	member, _, err := c.liveMember(token.Member)
	return member != nil, err
}
