package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// memberConnections shows what a member is known by elsewhere: at identity
// providers, in a directory, to apps that it has let in, by earlier addresses.
type memberConnections struct {
	liveMember
	env    *Env
	ctx    context.Context
	org    b2b.Organization
	sso    async.Remote[*b2b.GetSSOConnectionsResponse] // for the names of connections
	apps   async.Remote[[]b2b.MemberConnectedApp]
	detail *ui.Detail
	links  []memberLink // what the fields are about, in their order

	width, height int
}

var _ ui.View = (*memberConnections)(nil)

func newMemberConnections(env *Env, member b2b.Member, org b2b.Organization) *memberConnections {
	v := &memberConnections{env: env, liveMember: liveMember{member: member}, org: org, detail: newDetail(env)}
	v.show()
	return v
}

// Title implements ui.View.
func (v *memberConnections) Title() string { return "Connections" }

// SetSize implements ui.View.
func (v *memberConnections) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

// Capturing implements ui.View.
func (v *memberConnections) Capturing() bool { return false }

// Init implements ui.View.
func (v *memberConnections) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if isDeleted(v.member) != "" {
		return nil // the API answers for live members only
	}
	return v.load()
}

func (v *memberConnections) load() tea.Cmd {
	client, m := v.env.API, v.member
	return tea.Batch(
		v.readMember(v.ctx, client),
		v.sso.Load(v.ctx, ssoConnectionsOf(client, m.OrganizationID)),
		v.apps.Load(v.ctx, func(ctx context.Context) ([]b2b.MemberConnectedApp, error) {
			return client.Members.ConnectedApps(ctx, m.OrganizationID, m.MemberID)
		}),
	)
}

// Actions implements ui.View.
func (v *memberConnections) Actions() []ui.Action {
	act, link := v.env.act, v.selected()
	remove := act(keymap.ConnectionRemove, func() tea.Cmd { return v.remove(link) })
	if does := link.kind.removal(); does != "" {
		remove = called(remove, does)
	}
	return []ui.Action{
		act(keymap.ConnectionValues, func() tea.Cmd { return readProviderValues(v.env, v.member, link) }).Because(isDeleted(v.member)).Because(link.noValues()),
		remove.Because(isDeleted(v.member)).Because(link.cannotRemove()).Writing(),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, link.copies...) }).Because(link.nothingToCopy()),
		act(keymap.Refresh, v.load).Because(isDeleted(v.member)),
	}
}

// selected is what the field under the cursor is about.
func (v *memberConnections) selected() memberLink {
	f, _ := v.detail.Selected()
	for _, link := range v.links {
		if link.key == f.Copy {
			return link
		}
	}
	return memberLink{}
}

// remove asks before what is under the cursor is taken away.
func (v *memberConnections) remove(link memberLink) tea.Cmd {
	switch link.kind {
	case linkApp:
		return ui.Open(v.revokeApp(link))
	case linkRetired:
		return ui.Open(v.freeEmail(link))
	case linkExternalID:
		return ui.Open(v.removeID(link))
	}
	return nil
}

func (v *memberConnections) revokeApp(link memberLink) ui.View {
	change := v.env.API.Members.RevokeConnectedApp(v.member, link.id)
	change.Summary = "Revoke the access of " + link.name + " to " + memberName(v.member)
	return &ui.ConfirmWrite[string]{
		Name: "Revoke the app's access?", Body: "Its tokens for this member stop working. What it has read it keeps.", Verb: "Revoke", Write: write(change),
		Done: func(id string) tea.Cmd {
			return tea.Batch(v.forgetApp(id), ui.Toast(ui.Success, "The access of "+link.name+" is revoked."))
		},
	}
}

// forgetApp takes an app off the page, and asks which are left.
func (v *memberConnections) forgetApp(id string) tea.Cmd {
	apps, _ := v.apps.Value()
	var left []b2b.MemberConnectedApp
	for _, app := range apps {
		if app.ConnectedAppID != id {
			left = append(left, app)
		}
	}
	v.apps.Set(left)
	v.show()
	return nil
}

func (v *memberConnections) freeEmail(link memberLink) ui.View {
	id := link.id
	return &ui.ConfirmWrite[b2b.Member]{
		Name: "Free the old address?",
		Body: "Anybody can become a member with " + link.name + " then. Until it is free, only " + memberName(v.member) + " can take it back.",
		Verb: "Free it", Write: inWords(write(v.env.API.Members.UnlinkRetiredEmail(v.member, b2b.UnlinkMemberRetiredEmail{EmailID: &id}))),
		Done: func(after b2b.Member) tea.Cmd {
			return tea.Batch(announceMember(after), ui.Toast(ui.Success, link.name+" is free."))
		},
	}
}

func (v *memberConnections) removeID(link memberLink) ui.View {
	return &ui.ConfirmWrite[b2b.Member]{
		Name: "Remove the external id?",
		Body: "Who asks for the member by " + link.id + " finds nobody then.",
		Verb: "Remove it", Write: inWords(write(v.env.API.Members.DeleteExternalID(v.member))),
		Done: func(after b2b.Member) tea.Cmd {
			return tea.Batch(announceMember(after), ui.Toast(ui.Success, "The external id is removed."))
		},
	}
}

// Update implements ui.View.
func (v *memberConnections) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if tell, said := v.takeMember(msg); said || v.sso.Take(msg) || v.apps.Take(msg) {
		v.show()
		return tell
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

// show puts what is known of the member on the screen.
func (v *memberConnections) show() {
	sections, links := v.sections()
	v.links = links
	v.detail.SetSections(sections...)
	v.SetSize(v.width, v.height)
}

func (v *memberConnections) failure() []string {
	return failureLines(v.env, "read the connections of "+memberName(v.member), v.loaded.Err(), v.width, v.height)
}

// View implements ui.View.
func (v *memberConnections) View() string {
	return strings.Join(append(v.failure(), v.detail.View()), "\n")
}
