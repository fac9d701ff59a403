package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// profile shows all that is known of a member.
type profile struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	fresh  async.Remote[b2b.Member]
	detail *ui.Detail
	width  int
	height int
}

var _ ui.View = (*profile)(nil)

func newProfile(env *Env, member b2b.Member) *profile {
	v := &profile{env: env, detail: ui.NewDetail(env.Theme)}
	v.detail.SetKeys(env.Keys)
	v.show(member)
	return v
}

// show puts the values of member on the screen.
func (v *profile) show(member b2b.Member) {
	v.member = member
	v.detail.SetSections(memberSections(v.env.Theme, member)...)
}

// Title implements ui.View.
func (v *profile) Title() string { return "Profile" }

// SetSize implements ui.View.
func (v *profile) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

func (v *profile) failure() []string {
	return failureLines(v.env, "load "+memberName(v.member), v.fresh.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *profile) Capturing() bool { return false }

// Init implements ui.View. What the list knew is shown at once; the member is
// read again because a list may be old.
func (v *profile) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if v.member.Status == b2b.MemberStatusDeleted {
		return nil // the API answers for live members only
	}
	return v.load()
}

func (v *profile) load() tea.Cmd {
	service, organization, by := v.env.API.Members, v.member.OrganizationID, b2b.GetMember{MemberID: &v.member.MemberID}
	return v.fresh.Load(v.ctx, func(ctx context.Context) (b2b.Member, error) { return service.Get(ctx, organization, by) })
}

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
	if v.fresh.Take(msg) {
		if member, ok := v.fresh.Value(); ok && v.fresh.Err() == nil {
			v.show(member)
		}
		v.SetSize(v.width, v.height)
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Member]:
		if msg.Value.MemberID == v.member.MemberID {
			v.show(msg.Value)
		}
	case ui.Removed[b2b.Member]:
		if msg.ID == v.member.MemberID {
			v.member.Status = b2b.MemberStatusDeleted
			v.show(v.member)
		}
	case tea.KeyMsg:
		v.detail.Update(msg)
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
