package views

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// newConnectionMenu asks which kind of connection to make.
func newConnectionMenu(env *Env, org b2b.Organization) tea.Cmd {
	open := func(form ui.View) func() tea.Cmd { return func() tea.Cmd { return ui.Open(form) } }
	return ui.Open(ui.NewMenu("New SSO connection",
		ui.Item{Name: "SAML", Detail: "most companies: Okta, Entra, Google, ADFS …", Run: open(newSAMLForm(env, org))},
		ui.Item{Name: "OIDC", Detail: "OpenID Connect, by an issuer and a client", Run: open(newOIDCForm(env, org))},
		ui.Item{Name: "External", Detail: "by the connection of another organization", Run: open(newExternalForm(env, org))},
	))
}

// connectionMade shows a new connection, whose values the provider waits for.
func connectionMade(env *Env, org b2b.Organization, c ssoConnection, next string) tea.Cmd {
	return tea.Sequence(announceConnection(c), ui.Push(newSSODetail(env, org, c)), ui.Toast(ui.Success, "Created "+c.name()+". "+next))
}

// namedProvider are what a new connection is asked for.
type namedProvider struct{ name, provider string }

func (v *namedProvider) nameFields(e b2b.Endpoint, providers []string) []ui.FormField {
	return []ui.FormField{
		textField(e, "display_name", "Name", &v.name, "What it is called here and in the sign-in of members. Up to 128 characters."),
		providerField(&v.provider, providers),
	}
}

// providerField asks which identity provider a connection leads to. Stytch uses
// it to describe the provider; the protocol is the same for all.
func providerField(value *string, providers []string) ui.FormField {
	if !slices.Contains(providers, *value) && *value != "" {
		providers = append(slices.Clip(providers), *value)
	}
	providers = byText(providers, providerName)
	options := make([]huh.Option[string], len(providers))
	for i, p := range providers {
		options[i] = huh.NewOption(ui.Clean(providerName(p)), p)
	}
	return ui.FormField{
		Field: huh.NewSelect[string]().Value(value).Options(options...).Key("identity_provider").Title("Identity provider"),
		Help:  "Says which product it is; the protocol is the same for all.",
	}
}

func ssoProviders() []string { return b2b.OIDCConnectionIdentityProviderValues() }

func newSAMLForm(env *Env, org b2b.Organization) ui.View {
	v := &namedProvider{provider: b2b.OIDCConnectionIdentityProviderGeneric}
	return &ui.Form[b2b.SAMLConnection]{
		Name:    "New SAML connection of " + org.OrganizationName,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{
				Help:   "The next page has the addresses that the identity provider asks for. What it gives in return goes in after that.",
				Fields: v.nameFields(b2b.SSOSAMLCreateConnection, ssoProviders()),
			}}
		},
		Send: func() ui.Write[b2b.SAMLConnection] {
			return write(env.API.SSO.CreateSAML(org.OrganizationID, b2b.CreateSAMLConnection{DisplayName: filled(v.name), IdentityProvider: filled(v.provider)}))
		},
		Done: func(c b2b.SAMLConnection) tea.Cmd {
			return connectionMade(env, org, ofSAML(c), "Give the provider the ACS URL and the audience.")
		},
	}
}

func newOIDCForm(env *Env, org b2b.Organization) ui.View {
	v := &namedProvider{provider: b2b.OIDCConnectionIdentityProviderGeneric}
	return &ui.Form[b2b.OIDCConnection]{
		Name:    "New OIDC connection of " + org.OrganizationName,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{
				Help:   "The next page has the redirect URL that the identity provider asks for. The client it gives in return goes in after that.",
				Fields: v.nameFields(b2b.SSOOIDCCreateConnection, ssoProviders()),
			}}
		},
		Send: func() ui.Write[b2b.OIDCConnection] {
			return write(env.API.SSO.CreateOIDC(org.OrganizationID, b2b.CreateOIDCConnection{DisplayName: filled(v.name), IdentityProvider: filled(v.provider)}))
		},
		Done: func(c b2b.OIDCConnection) tea.Cmd {
			return connectionMade(env, org, ofOIDC(c), "Give the provider the redirect URL.")
		},
	}
}

// linesField asks for several lines of text.
func linesField(key, title string, value *string, lines int) *huh.Text {
	return huh.NewText().Key(key).Title(title).ExternalEditor(false).ShowLineNumbers(false).Lines(lines).CharLimit(1 << 16).Value(value)
}
