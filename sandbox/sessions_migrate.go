package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// userInfoKey is where the answer of the project's user-info endpoint is kept, in
// the context of a request.
type userInfoKey struct{}

// askingUserInfo asks the project's user-info endpoint about the session token of
// a request before its transaction begins: no other write has to wait for it.
func askingUserInfo(of route) route {
	inner := of.handler
	of.handler = func(s *Server) http.HandlerFunc {
		next := inner(s)
		return func(w http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
			r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), &afterError{err: err, rest: r.Body}))
			var sent fields
			if s.userInfo != "" && json.Unmarshal(body, &sent) == nil {
				email, err := userInfo(r.Context(), s.userInfo, sent.text("session_token"))
				r = r.WithContext(context.WithValue(r.Context(), userInfoKey{}, fetched{[]byte(email), err}))
			}
			next(w, r)
		}
	}
	return of
}

// userInfo returns the address of whom a user-info endpoint knows by a token, in
// lower case.
func userInfo(ctx context.Context, address, token string) (email string, err error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", fmt.Errorf("ask %s: %w", address, err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	var user struct {
		Email string `json:"email"`
	}
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s answers %s", address, answer.Status)
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, maxBody)).Decode(&user); err != nil || user.Email == "" {
		return "", fmt.Errorf("%s answers without an email", address)
	}
	return strings.ToLower(user.Email), nil
}

// migrateSession makes a session of one that the project's earlier system has. The
// member has to be there.
func (s *Server) migrateSession(r *request[b2b.MigrateSession]) (*b2b.MigrateSessionResponse, error) {
	asked, ok := r.ctx.Value(userInfoKey{}).(fetched)
	if !ok {
		return nil, refuse(b2b.ErrMigrateFromExternalMissingUserinfo)
	}
	if asked.err != nil {
		return nil, refuse(b2b.ErrMigrateFromExternalUnexpectedResponse, "%s", asked.err)
	}
	var err error
	if r.member, err = r.tx.MemberByEmail(r.org.Seq, string(asked.text)); err != nil {
		return nil, err
	}
	if r.member == nil {
		return nil, refuse(b2b.ErrMigrateFromExternalEmailDoesNotExist)
	}
	if err := unlocked(r.member, r.now); err != nil {
		return nil, err
	}
	r.member.Status, r.member.UpdatedAt = b2b.MemberStatusActive, &r.now
	if err := r.tx.UpdateMember(r.member); err != nil {
		return nil, err
	}
	in, err := s.signIn(r.call, &holding{}, importedFactor(r.now), credentials{minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims})
	if err != nil {
		return nil, err
	}
	return &b2b.MigrateSessionResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		SessionToken: in.token, MemberSession: in.session,
	}, nil
}

func importedFactor(at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeImported, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodImportedAuth0,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
	}
}
