package views

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// fromNow says how far a moment is from now: "in 42 min", "3 days ago"; "" when
// there is none.
func fromNow(t *time.Time, now time.Time) string {
	switch {
	case t == nil:
		return ""
	case t.After(now):
		return "in " + span(t.Sub(now))
	case now.Sub(*t) < time.Minute:
		return "just now"
	}
	return span(now.Sub(*t)) + " ago"
}

// span is a time in its largest unit that says enough.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "under 1 min"
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	case d < 48*time.Hour:
		return fmt.Sprintf("%.0f hours", d.Hours())
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}

// ending says when a session ends, as its member would ask.
func ending(s b2b.MemberSession, now time.Time) string {
	switch {
	case s.ExpiresAt == nil:
		return "never"
	case s.ExpiresAt.After(now):
		return fromNow(s.ExpiresAt, now)
	}
	return "ended"
}

// factorName is how a factor was proven, in words.
func factorName(f b2b.AuthenticationFactor) string {
	if name := knownFactor(f.Type); name != "" {
		return name
	}
	way := f.DeliveryMethod
	switch {
	case way == b2b.AuthenticationFactorDeliveryMethodSSOSAML:
		return "SAML SSO"
	case way == b2b.AuthenticationFactorDeliveryMethodSSOOIDC:
		return "OIDC SSO"
	case way == b2b.AuthenticationFactorDeliveryMethodOAuthAccessTokenExchange:
		return "token of a connected app"
	case strings.HasPrefix(way, "oauth_exchange_"):
		return methodName(strings.TrimPrefix(way, "oauth_exchange_")+"_oauth") + ", exchanged"
	case strings.HasPrefix(way, "oauth_"):
		return methodName(strings.TrimPrefix(way, "oauth_") + "_oauth")
	}
	return strings.TrimSpace(f.Type + " " + way)
}

// knownFactor names the factors that are proven in one way only.
func knownFactor(kind string) string {
	switch kind {
	case b2b.AuthenticationFactorTypeMagicLink, b2b.AuthenticationFactorTypeEmailOTP, b2b.AuthenticationFactorTypeTOTP,
		b2b.AuthenticationFactorTypePassword:
		return methodName(kind)
	case b2b.AuthenticationFactorTypeOTP:
		return "SMS code"
	case b2b.AuthenticationFactorTypeRecoveryCodes:
		return "recovery code"
	case b2b.AuthenticationFactorTypeImpersonated:
		return "impersonation"
	case b2b.AuthenticationFactorTypeImported:
		return "taken over from Auth0"
	case b2b.AuthenticationFactorTypeTrustedAuthToken:
		return "trusted token"
	}
	return ""
}

// factorNames are the factors of a session in the order of their proof.
func factorNames(s b2b.MemberSession) string {
	names := make([]string, len(s.AuthenticationFactors))
	for i, f := range s.AuthenticationFactors {
		names[i] = factorName(f)
	}
	return orNone(strings.Join(names, " + "))
}

// factorFields are what is known of a factor, besides its name.
func factorFields(f b2b.AuthenticationFactor, now time.Time) []ui.DetailField {
	fields := []ui.DetailField{
		{Name: "Last proven", Value: momentFromNow(f.LastAuthenticatedAt, now)},
		{Name: "First proven", Value: momentFromNow(f.CreatedAt, now)},
	}
	for _, p := range factorParts(f) {
		label := api.Label(p.name)
		fields = append(fields, ui.DetailField{Name: strings.ToUpper(label[:1]) + label[1:], Value: p.text})
	}
	return fields
}

// momentFromNow is a moment with how far away it is.
func momentFromNow(t *time.Time, now time.Time) string {
	if t == nil {
		return ""
	}
	return moment(t) + "  " + fromNow(t, now)
}

// factorParts are the members of the object in which a factor says by what it
// was proven, whichever of its many kinds that is.
func factorParts(f b2b.AuthenticationFactor) []copyable {
	data, err := json.Marshal(f)
	if err != nil {
		return nil
	}
	var objects map[string]json.RawMessage
	_ = json.Unmarshal(data, &objects) // what was just encoded decodes
	var parts []copyable
	for kind, object := range objects {
		var members map[string]*string
		if !strings.HasSuffix(kind, "_factor") || json.Unmarshal(object, &members) != nil {
			continue
		}
		for name, text := range members {
			if deref(text) != "" {
				parts = append(parts, copyable{name, *text})
			}
		}
	}
	return byText(parts, func(c copyable) string { return c.name })
}
