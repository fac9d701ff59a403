package views

import (
	"context"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// sessionOfAnHour is how long the sessions last that a sign-in opens, in minutes.
const sessionOfAnHour = 60

// holder is who has proven an address and has not chosen an organization.
type holder struct {
	email string
	token b2b.Secret // of the intermediate session
	until *time.Time
	found []b2b.DiscoveredOrganization
}

// entry is what comes of entering an organization: a session, or what is still owed
// for one.
type entry struct {
	member       b2b.Member
	org          b2b.Organization
	session      *b2b.MemberSession
	token, jwt   b2b.Secret // of the session
	intermediate b2b.Secret // while something is owed
	mfa          *b2b.MFARequired
	primary      *b2b.PrimaryRequired
}

func enteredByExchange(r b2b.ExchangeIntermediateSessionResponse) entry {
	return entry{r.Member, r.Organization, r.MemberSession, r.SessionToken, r.SessionJWT, r.IntermediateSessionToken, r.MFARequired, r.PrimaryRequired}
}

func enteredByCreation(r b2b.CreateDiscoveredOrganizationResponse) entry {
	return entry{r.Member, r.Organization, r.MemberSession, r.SessionToken, r.SessionJWT, r.IntermediateSessionToken, r.MFARequired, r.PrimaryRequired}
}

func enteredByLink(r b2b.AuthenticateMagicLinkResponse) entry {
	return entry{r.Member, r.Organization, r.MemberSession, r.SessionToken, r.SessionJWT, r.IntermediateSessionToken, r.MFARequired, r.PrimaryRequired}
}

func enteredByCode(r b2b.AuthenticateEmailOTPResponse) entry {
	return entry{r.Member, r.Organization, r.MemberSession, r.SessionToken, r.SessionJWT, r.IntermediateSessionToken, r.MFARequired, r.PrimaryRequired}
}

func enteredByPassword(r b2b.ResetPasswordByEmailResponse) entry {
	return entry{r.Member, r.Organization, r.MemberSession, r.SessionToken, r.SessionJWT, r.IntermediateSessionToken, r.MFARequired, r.PrimaryRequired}
}

func enteredByTOTP(r b2b.AuthenticateTOTPResponse) entry {
	return entry{member: r.Member, org: r.Organization, session: r.MemberSession, token: r.SessionToken, jwt: r.SessionJWT}
}

func enteredBySMS(r b2b.AuthenticateSMSOTPResponse) entry {
	return entry{member: r.Member, org: r.Organization, session: r.MemberSession, token: r.SessionToken, jwt: r.SessionJWT}
}

func enteredByRecovery(r b2b.RecoverByRecoveryCodeResponse) entry {
	return entry{member: r.Member, org: r.Organization, session: r.MemberSession, token: r.SessionToken, jwt: r.SessionJWT}
}

// answering describes a change whose answer is wanted as something else, and whose
// failures say what to do next.
func answering[T, U any](change api.Change[T], as func(T) U) ui.Write[U] {
	w := write(change)
	return ui.Write[U]{
		Summary: w.Summary, Method: w.Method, Path: w.Path, Body: w.Body, Curl: w.Curl,
		Danger: w.Danger, Word: w.Word, Undo: w.Undo,
		Do: advising(change.Do, as),
	}
}

// advising is a call whose answer is wanted as something else, and whose failures
// say what to do next.
func advising[T, U any](call async.Call[T], as func(T) U) async.Call[U] {
	return func(ctx context.Context) (U, error) {
		value, err := call(ctx)
		if err != nil {
			var none U
			return none, advised{explained{err}}
		}
		return as(value), nil
	}
}

// advised is an error of signing in, with what to do next.
type advised struct{ explained }

// Sentence implements ui.Explained.
func (e advised) Sentence() string {
	sentence := e.explained.Sentence()
	if next := adviceOn(e.error); next != "" {
		sentence += " " + next
	}
	return sentence
}

// adviceOn says what to do about a refusal.
func adviceOn(err error) string {
	switch {
	case api.HasType(err, b2b.ErrIntermediateSessionNotFound):
		return "The proof of the address has run out or is used up: go back to the address, and send a new link or code."
	case api.HasType(err, b2b.ErrMagicLinkNotFound, b2b.ErrUnableToAuthMagicLink):
		return "A link works once, and for an hour: go back, and send another."
	case api.HasType(err, b2b.ErrOTPCodeNotFound, b2b.ErrUnableToAuthOTPCode):
		return "Only the newest code works, once and for a few minutes: look again, or have another sent."
	case api.HasType(err, b2b.ErrUnableToAuthenticateTOTP):
		return "Wait for the next code of the app; its clock must be right."
	case api.HasType(err, b2b.ErrTOTPCodeAlreadyAuthenticated):
		return "Each code works once: wait for the next one."
	case api.HasType(err, b2b.ErrInvalidRecoveryCode, b2b.ErrUnableToAuthenticateRecoveryCode):
		return "Try another of the member's recovery codes."
	case api.IsRateLimited(err):
		return "Wait a moment, and try again."
	case api.IsUnauthorized(err) && !api.HasType(err, b2b.ErrUnauthorizedCredentials):
		return "Go back, and try again with a new proof."
	}
	return ""
}
