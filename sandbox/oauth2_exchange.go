package sandbox

import (
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// exchangeTime is how old an access token may be that becomes a session.
const exchangeTime = 5 * time.Minute

// exchangeAccessToken makes a session of the member that an app acts for, so that
// the app can do all that the member may do. The token is spent.
func (s *Server) exchangeAccessToken(req *request[b2b.ExchangeSessionAccessToken]) (*b2b.ExchangeSessionAccessTokenResponse, error) {
	claims, err := s.accessClaims(req.call, req.Body.AccessToken.Reveal())
	switch {
	case err != nil:
		return nil, err
	case claims == nil || claims.ID == "":
		return nil, refuse(b2b.ErrIDPAccessTokenNotFound)
	case req.now.Sub(claims.IssuedAt.Time) >= exchangeTime:
		return nil, refuse(b2b.ErrOAuthAccessTokenExchangeTokenTooOld)
	case !slices.Contains(strings.Fields(claims.Scope), scopeFullAccess):
		return nil, refuse(b2b.ErrOAuthAccessTokenExchangeMissingFullAccess)
	}
	hash := hashToken(claims.ID)
	token, err := req.tx.AppToken(hash, store.AppAccess, req.now.Unix())
	if err != nil {
		return nil, err
	}
	if token == nil {
		return nil, refuse(b2b.ErrOAuthAccessTokenExchangeTokenInvalidGrant)
	}
	if req.member, req.org, err = req.liveMember(token.Member); err != nil {
		return nil, err
	}
	if req.member == nil {
		return nil, refuse(b2b.ErrOAuthAccessTokenExchangeTokenInvalidGrant)
	}
	if err := req.tx.SpendAppToken(hash); err != nil {
		return nil, err
	}
	in, err := s.signIn(req.call, &holding{}, exchangeFactor(claims.ClientID, req.now), credentials{minutes: req.Body.SessionDurationMinutes, claims: req.Body.SessionCustomClaims})
	if err != nil {
		return nil, err
	}
	return &b2b.ExchangeSessionAccessTokenResponse{
		MemberID: req.member.MemberID, Member: shown(req.member, req.org, req.now), Organization: req.org.Organization,
		SessionToken: in.token, MemberSession: in.session,
	}, nil
}

// exchangeFactor is what a session holds that an app has opened.
func exchangeFactor(client string, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeOAuth, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodOAuthAccessTokenExchange,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		OAuthAccessTokenExchangeFactor: &b2b.OAuthAccessTokenExchangeFactor{ClientID: client},
	}
}
