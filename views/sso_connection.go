package views

import (
	"cmp"
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// The kinds of SSO connections, in words.
const (
	kindSAML     = "SAML"
	kindOIDC     = "OIDC"
	kindExternal = "external"
)

// connectionActive is the status of a connection that members can sign in by.
const connectionActive = "active"

// ssoConnection is a connection of whatever kind: one of the three is set.
type ssoConnection struct {
	saml     *b2b.SAMLConnection
	oidc     *b2b.OIDCConnection
	external *b2b.ExternalSSOConnection
}

func ofSAML(c b2b.SAMLConnection) ssoConnection { return ssoConnection{saml: &c} }

func ofOIDC(c b2b.OIDCConnection) ssoConnection { return ssoConnection{oidc: &c} }

func ofExternal(c b2b.ExternalSSOConnection) ssoConnection { return ssoConnection{external: &c} }

// connectionsIn are all connections of an answer, by kind, the oldest first.
func connectionsIn(answer *b2b.GetSSOConnectionsResponse) []ssoConnection {
	var all []ssoConnection
	for _, c := range answer.SAMLConnections {
		all = append(all, ofSAML(c))
	}
	for _, c := range answer.OIDCConnections {
		all = append(all, ofOIDC(c))
	}
	for _, c := range answer.ExternalConnections {
		all = append(all, ofExternal(c))
	}
	return all
}

// connectionByID finds a connection.
func connectionByID(all []ssoConnection, id string) (ssoConnection, bool) {
	i := slices.IndexFunc(all, func(c ssoConnection) bool { return c.id() == id })
	if i < 0 {
		return ssoConnection{}, false
	}
	return all[i], true
}

// ssoFacts are what connections of every kind have.
type ssoFacts struct{ id, organization, name, kind, status, provider string }

func (c ssoConnection) facts() ssoFacts {
	switch {
	case c.saml != nil:
		return ssoFacts{c.saml.ConnectionID, c.saml.OrganizationID, c.saml.DisplayName, kindSAML, c.saml.Status, c.saml.IdentityProvider}
	case c.oidc != nil:
		return ssoFacts{c.oidc.ConnectionID, c.oidc.OrganizationID, c.oidc.DisplayName, kindOIDC, c.oidc.Status, c.oidc.IdentityProvider}
	case c.external != nil:
		return ssoFacts{c.external.ConnectionID, c.external.OrganizationID, c.external.DisplayName, kindExternal, c.external.Status, ""}
	}
	return ssoFacts{}
}

func (c ssoConnection) id() string { return c.facts().id }

// name is what a connection is called: by name, or else by id.
func (c ssoConnection) name() string {
	f := c.facts()
	return cmp.Or(f.name, f.id)
}

func (c ssoConnection) active() bool { return c.facts().status == connectionActive }

// word is what has to be typed to delete a connection: its name, or its id where
// the name has what nobody can type.
func (c ssoConnection) word() string { return typeable(c.name(), c.id()) }

// typeable is name if it can be typed as it is shown, else id.
func typeable(name, id string) string {
	if name == "" || ui.Clean(name) != name {
		return id
	}
	return name
}

// expires is when the first of the certificates ends that the identity provider
// is known by; nil when there is none, or none that says.
func (c ssoConnection) expires() *time.Time {
	if c.saml == nil {
		return nil
	}
	var first *time.Time
	for _, certificate := range c.saml.VerificationCertificates {
		if at := certificate.ExpiresAt; at != nil && (first == nil || at.Before(*first)) {
			first = at
		}
	}
	return first
}

// missing are what a connection needs before members can sign in by it, in
// words.
func (c ssoConnection) missing() []string {
	var missing []string
	need := func(there bool, what string) {
		if !there {
			missing = append(missing, what)
		}
	}
	switch {
	case c.saml != nil:
		need(c.saml.IDPEntityID != "", "the provider's entity id")
		need(c.saml.IDPSSOURL != "", "the provider's sign-in URL")
		need(len(c.saml.VerificationCertificates) > 0, "a verification certificate")
		need(len(c.saml.AttributeMapping) > 0, "the attribute mapping")
	case c.oidc != nil:
		need(c.oidc.Issuer != "", "the issuer")
		need(c.oidc.ClientID != "", "the client id")
		need(c.oidc.ClientSecret != "", "the client secret")
		need(c.oidc.AuthorizationURL != "", "the authorization URL")
		need(c.oidc.TokenURL != "", "the token URL")
		need(c.oidc.UserinfoURL != "", "the userinfo URL")
		need(c.oidc.JWKSURL != "", "the JWKS URL")
	}
	return missing
}

// providerName is an identity provider in words.
func providerName(id string) string {
	if name, ok := providerNames()[id]; ok {
		return name
	}
	return id
}

// isProvider reports whether a name is that of a product, as connections are
// often called: it tells nothing of whose connection it is.
func isProvider(name string) bool {
	for _, product := range providerNames() {
		if name == product {
			return true
		}
	}
	return false
}

func providerNames() map[string]string {
	return map[string]string{
		b2b.OIDCConnectionIdentityProviderClasslink:       "ClassLink",
		b2b.OIDCConnectionIdentityProviderCyberark:        "CyberArk",
		b2b.OIDCConnectionIdentityProviderDuo:             "Duo",
		b2b.OIDCConnectionIdentityProviderGeneric:         "Another one",
		b2b.OIDCConnectionIdentityProviderGoogleWorkspace: "Google Workspace",
		b2b.OIDCConnectionIdentityProviderJumpcloud:       "JumpCloud",
		b2b.OIDCConnectionIdentityProviderKeycloak:        "Keycloak",
		b2b.OIDCConnectionIdentityProviderMiniorange:      "miniOrange",
		b2b.OIDCConnectionIdentityProviderMicrosoftEntra:  "Microsoft Entra",
		b2b.OIDCConnectionIdentityProviderOkta:            "Okta",
		b2b.OIDCConnectionIdentityProviderOnelogin:        "OneLogin",
		b2b.OIDCConnectionIdentityProviderPingfederate:    "PingFederate",
		b2b.OIDCConnectionIdentityProviderRippling:        "Rippling",
		b2b.OIDCConnectionIdentityProviderSalesforce:      "Salesforce",
		b2b.OIDCConnectionIdentityProviderShibboleth:      "Shibboleth",
	}
}
