package views

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// ssoDetail shows one connection: what the identity provider has to know, what
// it has told, and what its members get.
type ssoDetail struct {
	env        *Env
	ctx        context.Context
	org        b2b.Organization
	connection ssoConnection
	read       async.Remote[*b2b.GetSSOConnectionsResponse]
	gone       bool   // somebody has deleted the connection
	warning    string // of the server, at the last change
	detail     *ui.Detail

	width, height int
}

var _ ui.View = (*ssoDetail)(nil)

func newSSODetail(env *Env, org b2b.Organization, c ssoConnection) *ssoDetail {
	v := &ssoDetail{env: env, org: org, detail: newDetail(env)}
	v.show(c)
	return v
}

// show puts the values of c on the screen.
func (v *ssoDetail) show(c ssoConnection) {
	v.connection = c
	v.detail.SetSections(ssoSections(v.env.Theme, v.org, c, v.env.now())...)
	v.SetSize(v.width, v.height)
}

// Title implements ui.View.
func (v *ssoDetail) Title() string { return "SSO · " + v.connection.name() }

// SetSize implements ui.View.
func (v *ssoDetail) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.head())))
}

// Capturing implements ui.View.
func (v *ssoDetail) Capturing() bool { return false }

// Init implements ui.View. What the list knew is shown at once.
func (v *ssoDetail) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *ssoDetail) load() tea.Cmd {
	return v.read.Load(v.ctx, ssoConnectionsOf(v.env.API, v.org.OrganizationID))
}

// Actions implements ui.View.
func (v *ssoDetail) Actions() []ui.Action {
	act, c := v.env.act, v.connection
	return v.env.within(v.org.OrganizationID, "", []ui.Action{
		act(keymap.SSOEdit, func() tea.Cmd { return editConnection(v.env, v.org, c) }).Because(v.isGone()).Writing(),
		act(keymap.Copy, v.copy),
		act(keymap.SSOMetadata, func() tea.Cmd { return ui.Open(metadataForm(v.env, *c.saml)) }).Because(v.isGone()).Because(noMetadata(c)).Writing(),
		act(keymap.SSODefault, func() tea.Cmd { return ui.Open(makeDefault(v.env, v.org, c)) }).Because(v.isGone()).Because(cannotMakeDefault(v.org, c)).Writing(),
		act(keymap.SSORemove, v.removeKey).Because(v.isGone()).Because(v.noKey()).Writing(),
		act(keymap.SSODelete, func() tea.Cmd { return ui.Open(deleteConnection(v.env, v.org, c)) }).Because(v.isGone()).Because(cannotDeleteConnection(v.env, v.org, c)).Writing(),
		act(keymap.Refresh, v.load),
	})
}

func (v *ssoDetail) isGone() string {
	if v.gone {
		return "The connection is not there any more."
	}
	return ""
}

// copy offers the value under the cursor first, then what the identity provider
// asks for.
func (v *ssoDetail) copy() tea.Cmd {
	return copyMenu(v.env, underCursor(v.detail, connectionCopies(v.connection))...)
}

// keyUnderCursor is the id of the certificate or key under the cursor; "" for
// none.
func (v *ssoDetail) keyUnderCursor() string {
	f, _ := v.detail.Selected()
	return f.Copy
}

// noKey says why nothing under the cursor can be removed.
func (v *ssoDetail) noKey() string {
	c := v.connection.saml
	if c == nil {
		return "Only SAML connections have certificates and keys."
	}
	id := v.keyUnderCursor()
	switch {
	case hasCertificate(c.SigningCertificates, id):
		return "The API cannot remove a signing certificate; a new signing key brings a new one."
	case hasCertificate(c.VerificationCertificates, id):
		if v.connection.active() && len(c.VerificationCertificates) == 1 {
			return "It is the last one, and an active connection needs it: add the new one first."
		}
		return ""
	case hasEncryptionKey(c.EncryptionPrivateKeys, id):
		return ""
	}
	return "Move to a certificate or a key first."
}

func hasCertificate(all []b2b.SAMLX509Certificate, id string) bool {
	return slices.ContainsFunc(all, func(c b2b.SAMLX509Certificate) bool { return c.CertificateID == id })
}

func hasEncryptionKey(all []b2b.SAMLEncryptionPrivateKey, id string) bool {
	return slices.ContainsFunc(all, func(k b2b.SAMLEncryptionPrivateKey) bool { return k.PrivateKeyID == id })
}

// removeKey asks before the certificate or key under the cursor is removed.
func (v *ssoDetail) removeKey() tea.Cmd {
	id := v.keyUnderCursor()
	if hasCertificate(v.connection.saml.VerificationCertificates, id) {
		return ui.Open(removeCertificate(v.env, *v.connection.saml, id))
	}
	return ui.Open(removeEncryptionKey(v.env, *v.connection.saml, id))
}

// Update implements ui.View.
func (v *ssoDetail) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.read.Take(msg) {
		v.taken()
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[api.SandboxClock]:
		v.show(v.connection)
	case ui.Changed[ssoConnection]:
		if msg.Value.id() == v.connection.id() {
			v.read.Cancel() // what it reads may be from before
			v.warning = ""
			v.show(msg.Value)
		}
	case ui.Changed[ssoWarning]:
		if msg.Value.id == v.connection.id() {
			v.warning = msg.Value.text
			v.SetSize(v.width, v.height)
		}
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.org.OrganizationID {
			v.org = msg.Value
			v.show(v.connection)
		}
	case ui.Removed[ssoConnection]:
		if msg.ID == v.connection.id() {
			return ui.Dismiss(v)
		}
	case tea.KeyMsg:
		v.detail.Update(msg)
	}
	return nil
}

// taken shows what the server has answered.
func (v *ssoDetail) taken() {
	answer, ok := v.read.Value()
	if ok && v.read.Err() == nil {
		c, there := connectionByID(connectionsIn(answer), v.connection.id())
		if v.gone = !there; there {
			v.show(c)
			return
		}
	}
	v.SetSize(v.width, v.height)
}

// View implements ui.View.
func (v *ssoDetail) View() string {
	return strings.Join(append(v.head(), v.detail.View()), "\n")
}

// head says what went wrong, or how the connection stands and what it lacks.
func (v *ssoDetail) head() []string {
	th, width := v.env.Theme, max(1, v.width)
	if lines := failureLines(v.env, "read "+v.connection.name(), v.read.Err(), v.width, v.height); lines != nil {
		return lines
	}
	var lines []string
	switch missing := v.connection.missing(); {
	case v.gone:
		lines = inset(th.Danger, "✗ "+v.isGone()+" What follows is from before.", width)
	case v.connection.active():
		lines = inset(th.Success, "✓ Active: members can sign in by it.", width)
	case len(missing) > 0:
		lines = inset(th.Warning, "! Not active yet. Still missing: "+strings.Join(missing, ", ")+". "+v.howToGoOn(), width)
	default:
		lines = inset(th.Warning, "! Not active yet, though nothing seems to be missing; "+v.key(keymap.Refresh)+" reads it again.", width)
	}
	if v.warning != "" {
		lines = append(lines, inset(th.Warning, "! The server warns: "+v.warning, width)...)
	}
	return append(lines, "")
}

// howToGoOn says which keys bring in what is missing.
func (v *ssoDetail) howToGoOn() string {
	if v.connection.saml != nil {
		return v.key(keymap.SSOEdit) + " types it in, " + v.key(keymap.SSOMetadata) + " takes it from the provider's metadata."
	}
	return v.key(keymap.SSOEdit) + " types it in."
}

func (v *ssoDetail) key(id keymap.ID) string { return v.env.Keys.Binding(id).Help().Key }
