package sandbox

import (
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// withFactor adds a factor, or renews the one of the same kind and way.
func withFactor(factors []b2b.AuthenticationFactor, proven b2b.AuthenticationFactor) []b2b.AuthenticationFactor {
	factors = slices.Clone(factors)
	i := slices.IndexFunc(factors, func(f b2b.AuthenticationFactor) bool {
		return f.Type == proven.Type && f.DeliveryMethod == proven.DeliveryMethod
	})
	if i < 0 {
		return append(factors, proven)
	}
	proven.CreatedAt = factors[i].CreatedAt
	factors[i] = proven
	return factors
}

// travelling are the factors that count in other organizations too: those that
// say who somebody is, not what one organization knows of them.
func travelling(factors []b2b.AuthenticationFactor) []b2b.AuthenticationFactor {
	return slices.DeleteFunc(slices.Clone(factors), func(f b2b.AuthenticationFactor) bool {
		switch f.Type {
		case b2b.AuthenticationFactorTypeMagicLink, b2b.AuthenticationFactorTypeEmailOTP, b2b.AuthenticationFactorTypeOAuth:
			return false
		}
		return true
	})
}

// primaryOwed says which methods would let m in whose held factors do not; nil
// when they do.
func primaryOwed(org *store.Organization, m *store.Member, held *holding) *b2b.PrimaryRequired {
	methods := b2b.AllowedAuthMethodsValues()
	if org.AuthMethods == b2b.AuthMethodsRestricted && (m == nil || !m.IsBreakglass) {
		methods = org.AllowedAuthMethods
	}
	switch {
	case held.session == nil && !primaryMet(org, m, held.factors):
		return &b2b.PrimaryRequired{AllowedAuthMethods: methods}
	case held.session == nil && !held.emailProven:
		return &b2b.PrimaryRequired{AllowedAuthMethods: provingEmail(methods)}
	}
	return nil
}

// provingEmail are those of the methods that go to the address; all of them when
// none does.
func provingEmail(methods []string) []string {
	proving := slices.DeleteFunc(slices.Clone(methods), func(method string) bool {
		return method != b2b.AllowedAuthMethodsMagicLink && method != b2b.AllowedAuthMethodsEmailOTP
	})
	if len(proving) == 0 {
		return methods
	}
	return proving
}

// primaryMet reports whether one of factors is a first factor that the
// organization allows.
func primaryMet(org *store.Organization, m *store.Member, factors []b2b.AuthenticationFactor) bool {
	return slices.ContainsFunc(factors, func(f b2b.AuthenticationFactor) bool {
		method := primaryMethod(f)
		return method != "" && allowsMethod(org, m, method)
	})
}

// allowsMethod reports whether m, nil for somebody new, may sign in so.
func allowsMethod(org *store.Organization, m *store.Member, method string) bool {
	return org.AuthMethods != b2b.AuthMethodsRestricted || m != nil && m.IsBreakglass || slices.Contains(org.AllowedAuthMethods, method)
}

// primaryMethod is what organizations call a factor among allowed_auth_methods;
// "" for second factors.
func primaryMethod(f b2b.AuthenticationFactor) string {
	switch f.Type {
	case b2b.AuthenticationFactorTypeMagicLink:
		return b2b.AllowedAuthMethodsMagicLink
	case b2b.AuthenticationFactorTypeEmailOTP:
		return b2b.AllowedAuthMethodsEmailOTP
	case b2b.AuthenticationFactorTypePassword:
		return b2b.AllowedAuthMethodsPassword
	case b2b.AuthenticationFactorTypeSSO:
		return b2b.AllowedAuthMethodsSSO
	case b2b.AuthenticationFactorTypeOAuth:
		return oauthMethod(f.DeliveryMethod)
	}
	return ""
}

func oauthMethod(delivery string) string {
	switch delivery {
	case b2b.AuthenticationFactorDeliveryMethodOAuthGoogle:
		return b2b.AllowedAuthMethodsGoogleOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthMicrosoft:
		return b2b.AllowedAuthMethodsMicrosoftOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthSlack:
		return b2b.AllowedAuthMethodsSlackOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthGitHub:
		return b2b.AllowedAuthMethodsGitHubOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthHubSpot:
		return b2b.AllowedAuthMethodsHubSpotOAuth
	}
	return ""
}

// emailFactor is what following a link or typing a code from a mail proves.
func emailFactor(kind, id, email string, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: kind, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodEmail,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		EmailFactor: &b2b.EmailFactor{EmailID: id, EmailAddress: email},
	}
}
