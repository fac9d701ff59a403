package views

import (
	"context"
	"maps"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// metadataPage shows what a backend, and the member, have noted about a member.
type metadataPage struct {
	liveMember
	env    *Env
	ctx    context.Context
	detail *ui.Detail
	width  int
	height int
}

var _ ui.View = (*metadataPage)(nil)

// newMetadataPage returns the metadata page of a member.
func newMetadataPage(env *Env, member b2b.Member) ui.View {
	v := &metadataPage{env: env, liveMember: liveMember{member: member}, detail: newDetail(env)}
	v.show()
	return v
}

// Title implements ui.View.
func (v *metadataPage) Title() string { return "Metadata" }

// SetSize implements ui.View.
func (v *metadataPage) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.notice())))
}

// Capturing implements ui.View.
func (v *metadataPage) Capturing() bool { return false }

// Init implements ui.View.
func (v *metadataPage) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *metadataPage) load() tea.Cmd { return v.readMember(v.ctx, v.env.API) }

// Actions implements ui.View.
func (v *metadataPage) Actions() []ui.Action {
	act, gone := v.env.act, isDeleted(v.member)
	return []ui.Action{
		act(keymap.MetadataEdit, func() tea.Cmd { return ui.Open(memberMetadataForm(v.env, v.member)) }).Because(gone).Writing(),
		act(keymap.JSONEdit, v.editJSON).Because(gone).Because(v.env.noEditor()).Writing(),
		act(keymap.Copy, v.copy).Because(v.nothing()),
		act(keymap.Refresh, v.load).Because(gone),
	}
}

func (v *metadataPage) editJSON() tea.Cmd {
	return editMemberJSON(v.env, v.member, "trusted_metadata", "untrusted_metadata")
}

func (v *metadataPage) nothing() string {
	if len(v.member.TrustedMetadata)+len(v.member.UntrustedMetadata) == 0 {
		return "There is no metadata to copy."
	}
	return ""
}

func (v *metadataPage) copy() tea.Cmd {
	things := []copyable{
		{"trusted metadata", metadataText(v.member.TrustedMetadata)},
		{"untrusted metadata", metadataText(v.member.UntrustedMetadata)},
	}
	if f, ok := v.detail.Selected(); ok && f.Value != "none" {
		things = append([]copyable{{"value of " + f.Name, f.Value}}, things...)
	}
	return copyMenu(v.env, things...)
}

// Update implements ui.View.
func (v *metadataPage) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if tell, said := v.takeMember(msg); said {
		v.show()
		v.SetSize(v.width, v.height)
		return tell
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

// show puts the metadata of the member on the screen, a key a line.
func (v *metadataPage) show() {
	v.detail.SetSections(
		ui.DetailSection{Title: "Trusted: only your backend may change it", Fields: v.fields(v.member.TrustedMetadata)},
		ui.DetailSection{Title: "Untrusted: the member may change it too", Fields: v.fields(v.member.UntrustedMetadata)},
	)
}

func (v *metadataPage) fields(object b2b.Object) []ui.DetailField {
	var fields []ui.DetailField
	for _, key := range sortedTexts(maps.Keys(object)) {
		fields = append(fields, ui.DetailField{Name: key, Value: indentedJSON(string(object[key]))})
	}
	if len(fields) == 0 {
		fields = append(fields, ui.DetailField{Name: "Keys", Value: "none", Style: v.env.Theme.Muted})
	}
	return fields
}

// notice stands above the metadata: what went wrong, or how to begin where there is
// nothing.
func (v *metadataPage) notice() []string {
	if v.loaded.Err() != nil {
		return failureLines(v.env, "read the metadata of "+memberName(v.member), v.loaded.Err(), v.width, v.height)
	}
	if v.nothing() == "" || isDeleted(v.member) != "" {
		return nil
	}
	said := "Nothing is noted about " + memberName(v.member) + ": metadata is whatever your backend or your app keeps here, as JSON. " +
		v.env.Keys.Binding(keymap.MetadataEdit).Help().Key + " adds some."
	return append(inset(v.env.Theme.Muted, said, v.width), "")
}

// View implements ui.View.
func (v *metadataPage) View() string {
	return strings.Join(append(v.notice(), v.detail.View()), "\n")
}

// memberMetadataForm asks for the metadata of m.
func memberMetadataForm(env *Env, m b2b.Member) ui.View {
	trusted, untrusted := metadataText(m.TrustedMetadata), metadataText(m.UntrustedMetadata)
	return &ui.Form[b2b.Member]{
		Name: "Metadata of " + memberName(m), Review: true, FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{
				metadataField("trusted_metadata", "Trusted metadata", &trusted, "A JSON object that only your backend may change."),
				metadataField("untrusted_metadata", "Untrusted metadata", &untrusted, "A JSON object that the member may change too."),
			}}}
		},
		Send: func() ui.Write[b2b.Member] {
			return write(env.API.Members.Update(m, b2b.UpdateMember{
				TrustedMetadata:   metadataUpdate(m.TrustedMetadata, trusted),
				UntrustedMetadata: metadataUpdate(m.UntrustedMetadata, untrusted),
			}))
		},
		Done: memberDone("Saved"),
	}
}
