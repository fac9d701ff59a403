package views

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// ssoWarning is what the server has warned of at a change that it took.
type ssoWarning struct{ id, text string }

// announceConnection tells every view what the server now holds.
func announceConnection(c ssoConnection) tea.Cmd {
	return ui.Announce(ui.Changed[ssoConnection]{Value: c})
}

// connectionSaved tells every view of a change, and says what follows from it.
func connectionSaved(c ssoConnection) tea.Cmd {
	said := "Saved " + c.name() + "."
	if missing := c.missing(); !c.active() && len(missing) > 0 {
		said = "Saved. Still missing: " + missing[0]
		if len(missing) > 1 {
			said += ", and " + plural(len(missing)-1, "thing") + " more"
		}
		said += "."
	}
	return tea.Batch(announceConnection(c), ui.Toast(ui.Success, said))
}

// deleteConnection asks before a connection is deleted.
func deleteConnection(env *Env, org b2b.Organization, c ssoConnection) ui.View {
	change := env.API.SSO.DeleteConnection(org.OrganizationID, c.id())
	change.Word = c.word()
	change.Summary = "Delete the connection " + c.name() + " of " + org.OrganizationName
	body := "Nobody can sign in by it any more, and the members lose their registrations with it and the roles that it gives. " +
		"Connections of other organizations that lead to it go, too. Sessions keep running."
	if len(org.SSOActiveConnections) == 1 && c.active() && c.id() == deref(org.SSODefaultConnectionID) {
		body += " It is the only active connection: members for whom SSO is the only way in are shut out."
	}
	return &ui.ConfirmWrite[string]{
		Name: "Delete the SSO connection?", Body: body, Verb: "Delete", Write: write(change),
		Done: func(string) tea.Cmd {
			return tea.Batch(ui.Announce(ui.Removed[ssoConnection]{ID: c.id()}), ui.Toast(ui.Success, "Deleted "+c.name()+"."))
		},
	}
}

// cannotDeleteConnection says why a connection has to stay.
func cannotDeleteConnection(env *Env, org b2b.Organization, c ssoConnection) string {
	if c.id() == deref(org.SSODefaultConnectionID) && len(org.SSOActiveConnections) > 1 {
		return "It is the default: make another one the default first, with " + env.Keys.Binding(keymap.SSODefault).Help().Key + "."
	}
	return ""
}

// makeDefault asks before another connection becomes the default.
func makeDefault(env *Env, org b2b.Organization, c ssoConnection) ui.View {
	return &ui.ConfirmWrite[b2b.Organization]{
		Name: "Make it the default?",
		Body: "Members of " + org.OrganizationName + " who choose SSO are sent to " + c.name() + " where no other connection is named.",
		Verb: "Make default",
		Write: write(env.API.Organizations.Update(org, b2b.UpdateOrganization{
			SSODefaultConnectionID: api.Ptr(c.id()),
		})),
		Done: func(after b2b.Organization) tea.Cmd {
			return tea.Batch(ui.Announce(ui.Changed[b2b.Organization]{Value: after}), ui.Toast(ui.Success, c.name()+" is the default now."))
		},
	}
}

// cannotMakeDefault says why a connection cannot be the default.
func cannotMakeDefault(org b2b.Organization, c ssoConnection) string {
	switch {
	case c.id() == deref(org.SSODefaultConnectionID):
		return "It is the default already."
	case !c.active():
		return "Only an active connection can be the default; this one is " + c.facts().status + "."
	}
	return ""
}

// removeCertificate asks before a verification certificate is removed.
func removeCertificate(env *Env, c b2b.SAMLConnection, id string) ui.View {
	rest := c
	rest.VerificationCertificates = slices.DeleteFunc(slices.Clone(c.VerificationCertificates), func(k b2b.SAMLX509Certificate) bool { return k.CertificateID == id })
	return removeKey("certificate", "Answers of the identity provider that are signed with its key are refused from then on.",
		env.API.SSO.DeleteVerificationCertificate(c, id), rest)
}

// removeEncryptionKey asks before an encryption key is removed.
func removeEncryptionKey(env *Env, c b2b.SAMLConnection, id string) ui.View {
	rest := c
	rest.EncryptionPrivateKeys = slices.DeleteFunc(slices.Clone(c.EncryptionPrivateKeys), func(k b2b.SAMLEncryptionPrivateKey) bool { return k.PrivateKeyID == id })
	return removeKey("encryption key", "Answers that the identity provider encrypts for it cannot be read from then on: take the encryption off there first.",
		env.API.SSO.DeleteEncryptionKey(c, id), rest)
}

// removeKey asks before something that a connection checks or reads answers with
// is removed; rest is the connection without it.
func removeKey(what, loses string, change api.Change[string], rest b2b.SAMLConnection) ui.View {
	return &ui.ConfirmWrite[string]{
		Name:  "Remove the " + what + "?",
		Body:  loses,
		Verb:  "Remove",
		Write: write(change),
		Done: func(string) tea.Cmd {
			return tea.Batch(announceConnection(ofSAML(rest)), ui.Toast(ui.Success, "The "+what+" is removed."))
		},
	}
}

// noMetadata says why no metadata can be taken over.
func noMetadata(c ssoConnection) string {
	switch {
	case c.oidc != nil:
		return "Only SAML has metadata; the issuer of an OIDC connection is read when it is set."
	case c.external != nil:
		return "Only SAML has metadata; this connection leads to that of another organization."
	}
	return ""
}

// metadataForm asks where the metadata of the identity provider is.
func metadataForm(env *Env, c b2b.SAMLConnection) ui.View {
	url := ""
	e := b2b.SSOSAMLUpdateByURL
	field := textField(e, "metadata_url", "Metadata URL", &url,
		"The server reads it once. The provider's entity id and sign-in URL are replaced by what it says; its certificates are added. Attributes, roles and the rest stay.")
	return &ui.Form[b2b.SAMLConnection]{
		Name:    "Take over the provider's metadata",
		FieldOf: api.FieldOf,
		Groups:  func() []ui.FormGroup { return []ui.FormGroup{{Fields: []ui.FormField{field}}} },
		Send:    func() ui.Write[b2b.SAMLConnection] { return write(env.API.SSO.UpdateSAMLByURL(c, url)) },
		Done:    func(after b2b.SAMLConnection) tea.Cmd { return connectionSaved(ofSAML(after)) },
	}
}
