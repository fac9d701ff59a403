package views

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// methodName is a sign-in or MFA method in words.
func methodName(method string) string {
	switch method {
	case b2b.AllowedAuthMethodsSSO:
		return "SSO"
	case b2b.AllowedAuthMethodsMagicLink:
		return "magic link"
	case b2b.AllowedAuthMethodsEmailOTP:
		return "e-mail code"
	case b2b.AllowedAuthMethodsPassword:
		return "password"
	case b2b.AllowedMFAMethodsSMSOTP:
		return "SMS code"
	case b2b.AllowedMFAMethodsTOTP:
		return "authenticator app"
	}
	if provider, ok := strings.CutSuffix(method, "_oauth"); ok && provider != "" {
		return strings.ToUpper(provider[:1]) + provider[1:] + " OAuth"
	}
	return method
}

// plural counts things: "1 member", "2 members".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// day is a moment as a date, in UTC as the API has it; "" when there is none.
func day(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// moment is a date and time of day, in UTC; "" when there is none.
func moment(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04 UTC")
}

// orNone is text, or a word that says that there is none.
func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

// deref is *p, or "" when there is none.
func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// tooShort says in a few words why a text cannot be searched for.
func tooShort(err error) string {
	if q, ok := errors.AsType[*api.QueryError](err); ok && q.Min > 0 {
		return fmt.Sprintf("type %d characters or more", q.Min)
	}
	return err.Error()
}
