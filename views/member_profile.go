package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// profile shows all that is known of a member.
type profile struct {
	liveMember
	env    *Env
	ctx    context.Context
	detail *ui.Detail
	width  int
	height int
}

var _ ui.View = (*profile)(nil)

func newProfile(env *Env, member b2b.Member) *profile {
	v := &profile{env: env, liveMember: liveMember{member: member}, detail: newDetail(env)}
	v.show()
	return v
}

// show puts the values of the member on the screen.
func (v *profile) show() {
	v.detail.SetSections(memberSections(v.env.Theme, v.member)...)
}

// Title implements ui.View.
func (v *profile) Title() string { return "Profile" }

// SetSize implements ui.View.
func (v *profile) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

func (v *profile) failure() []string {
	return failureLines(v.env, "load "+memberName(v.member), v.loaded.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *profile) Capturing() bool { return false }

// Init implements ui.View.
func (v *profile) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *profile) load() tea.Cmd { return v.readMember(v.ctx, v.env.API) }

// Actions implements ui.View.
func (v *profile) Actions() []ui.Action {
	act, m := v.env.act, v.member
	open := func(view func() ui.View) func() tea.Cmd { return func() tea.Cmd { return ui.Open(view()) } }
	return []ui.Action{
		act(keymap.MemberEdit, open(func() ui.View { return editMemberForm(v.env, m) })).Because(isDeleted(m)).Writing(),
		act(keymap.JSONEdit, func() tea.Cmd { return editMemberJSON(v.env, m) }).Because(isDeleted(m)).Because(v.env.noEditor()).Writing(),
		act(keymap.MemberDelete, open(func() ui.View { return deleteMember(v.env, m) })).Because(isDeleted(m)).Writing(),
		act(keymap.MemberReactivate, open(func() ui.View { return reactivateMember(v.env, m) })).Because(notDeleted(m)).Writing(),
		act(keymap.Copy, v.copy),
		act(keymap.Refresh, v.load).Because(isDeleted(m)),
	}
}

// copy copies the value under the cursor, or offers the usual ones.
func (v *profile) copy() tea.Cmd {
	if f, ok := v.detail.Selected(); ok && f.CopyText() != "" {
		return v.env.copy(f.CopyText(), f.Name)
	}
	return copyMenu(v.env, memberCopies(v.member)...)
}

// Update implements ui.View.
func (v *profile) Update(msg tea.Msg) tea.Cmd {
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

// View implements ui.View.
func (v *profile) View() string {
	return strings.Join(append(v.failure(), v.detail.View()), "\n")
}

// memberSections lists all that is known of a member, by subject.
func memberSections(th *theme.Theme, m b2b.Member) []ui.DetailSection {
	return []ui.DetailSection{
		{Title: "Member", Fields: []ui.DetailField{
			{Name: "E-mail", Value: m.EmailAddress + verifiedWord(m.EmailAddressVerified), Copy: m.EmailAddress},
			{Name: "Name", Value: m.Name},
			{Name: "Status", Value: m.Status, Style: statusStyle(th)(memberRow{Member: m})},
			{Name: "Member id", Value: m.MemberID},
			{Name: "External id", Value: deref(m.ExternalID)},
			{Name: "Organization id", Value: m.OrganizationID},
			{Name: "Created", Value: moment(m.CreatedAt)},
			{Name: "Updated", Value: moment(m.UpdatedAt)},
		}},
		{Title: "Access", Fields: []ui.DetailField{
			{Name: "Roles", Value: rolesWithSources(m)},
			{Name: "Break-glass", Value: yesOrNo(m.IsBreakglass)},
			{Name: "Locked", Value: lockWords(m)},
			{Name: "Password", Value: setOrNot(m.MemberPasswordID)},
		}},
		{Title: "MFA", Fields: []ui.DetailField{
			{Name: "Asked at sign-in", Value: yesOrNo(m.MFAEnrolled)},
			{Name: "Default method", Value: methodWords(m.DefaultMFAMethod)},
			{Name: "Authenticator app", Value: setOrNot(m.TOTPRegistrationID)},
			{Name: "Phone", Value: phoneWords(m), Copy: m.MFAPhoneNumber},
		}},
		{Title: "Registrations", Fields: []ui.DetailField{
			{Name: "SSO", Value: ssoWords(m)},
			{Name: "OAuth", Value: oauthWords(m)},
			{Name: "SCIM", Value: scimWords(m)},
			{Name: "Retired e-mails", Value: retiredWords(m)},
		}},
		{Title: "Metadata", Fields: []ui.DetailField{
			{Name: "Trusted", Value: metadataText(m.TrustedMetadata)},
			{Name: "Untrusted", Value: metadataText(m.UntrustedMetadata)},
		}},
	}
}
