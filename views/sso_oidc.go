package views

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// oidcValues are what the form of an OIDC connection asks for.
type oidcValues struct {
	namedProvider

	issuer, clientID, clientSecret               string
	authorization, token, userinfo, jwks, scopes string
	mapping                                      string
}

func editOIDCForm(env *Env, c b2b.OIDCConnection) ui.View {
	v := &oidcValues{
		namedProvider: namedProvider{c.DisplayName, c.IdentityProvider}, issuer: c.Issuer, clientID: c.ClientID,
		authorization: c.AuthorizationURL, token: c.TokenURL, userinfo: c.UserinfoURL, jwks: c.JWKSURL,
		scopes: c.CustomScopes, mapping: mappingLines(c.AttributeMapping),
	}
	return &ui.Form[b2b.UpdateOIDCConnectionResponse]{
		Name:    "Edit " + ofOIDC(c).name(),
		Review:  true,
		FieldOf: api.FieldOf,
		Groups:  func() []ui.FormGroup { return v.groups(c) },
		Send: func() ui.Write[b2b.UpdateOIDCConnectionResponse] {
			return write(env.API.SSO.UpdateOIDC(c, v.update(c)))
		},
		Done: oidcSaved,
	}
}

// oidcSaved tells every view of the change, and what the server warns of after
// that.
func oidcSaved(after b2b.UpdateOIDCConnectionResponse) tea.Cmd {
	if after.Connection == nil {
		return nil
	}
	c := ofOIDC(*after.Connection)
	saved := connectionSaved(c)
	if after.Warning == nil || *after.Warning == "" {
		return saved
	}
	warned := ui.Announce(ui.Changed[ssoWarning]{Value: ssoWarning{c.id(), *after.Warning}})
	return tea.Sequence(announceConnection(c), warned, ui.Toast(ui.Info, "Saved, but the server warns: "+*after.Warning))
}

func (v *oidcValues) groups(c b2b.OIDCConnection) []ui.FormGroup {
	e := b2b.SSOOIDCUpdateConnection
	return []ui.FormGroup{
		{Title: "Connection", Fields: v.nameFields(e, ssoProviders())},
		{Title: "From the identity provider", Fields: []ui.FormField{
			textField(e, "issuer", "Issuer", &v.issuer,
				"A URL. When it changes, the server reads its /.well-known/openid-configuration and fills in the addresses below."),
			textField(e, "client_id", "Client id", &v.clientID, ""),
			{
				Field:  huh.NewInput().Key("client_secret").Title("Client secret").EchoMode(huh.EchoModePassword).CharLimit(4096).Value(&v.clientSecret),
				Help:   secretHelp(c),
				Secret: true,
			},
		}},
		{Title: "Addresses", Help: "Found by the issuer. Type one only where the provider has none at its well-known place.", Fields: []ui.FormField{
			textField(e, "authorization_url", "Authorization URL", &v.authorization, ""),
			textField(e, "token_url", "Token URL", &v.token, ""),
			textField(e, "userinfo_url", "Userinfo URL", &v.userinfo, ""),
			textField(e, "jwks_url", "JWKS URL", &v.jwks, ""),
		}},
		{Title: "Attributes", Fields: []ui.FormField{
			textField(e, "custom_scopes", "Scopes", &v.scopes, "With blanks between, in place of openid email profile."),
			{
				Field: linesField("attribute_mapping", "Attributes", &v.mapping, 3).Validate(func(s string) error {
					_, err := parseMapping(s, c.AttributeMapping)
					return err
				}),
				Help: "One a line: email = email. Without any, the standard claims are taken.",
			},
		}},
	}
}

func secretHelp(c b2b.OIDCConnection) string {
	if c.ClientSecret != "" {
		return "It is not shown. Leave it empty to keep the one there is."
	}
	return "It is not shown."
}

// update is the request for what was typed; the api leaves out what is as before.
func (v *oidcValues) update(c b2b.OIDCConnection) b2b.UpdateOIDCConnection {
	to := b2b.UpdateOIDCConnection{
		DisplayName: &v.name, IdentityProvider: filled(v.provider), Issuer: &v.issuer, ClientID: &v.clientID,
		AuthorizationURL: &v.authorization, TokenURL: &v.token, UserinfoURL: &v.userinfo, JWKSURL: &v.jwks,
		CustomScopes: &v.scopes, AttributeMapping: mappingUpdate(v.mapping, c.AttributeMapping),
	}
	if v.clientSecret != "" {
		to.ClientSecret = api.Ptr(b2b.Secret(v.clientSecret))
	}
	return to
}
