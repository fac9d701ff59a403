package views

import (
	"cmp"
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// passwordPage shows whether a member has a password, and what can be done about
// it. The password itself nobody can see.
type passwordPage struct {
	liveMember
	liveRules
	env *Env
	ctx context.Context

	width, height int
}

var _ ui.View = (*passwordPage)(nil)

// newPasswordPage returns the password page of a member of org.
func newPasswordPage(env *Env, member b2b.Member, org b2b.Organization) ui.View {
	return &passwordPage{env: env, liveMember: liveMember{member: member}, liveRules: liveRules{org: org}}
}

// Title implements ui.View.
func (v *passwordPage) Title() string { return "Password" }

// SetSize implements ui.View.
func (v *passwordPage) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *passwordPage) Capturing() bool { return false }

// Init implements ui.View.
func (v *passwordPage) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if isDeleted(v.member) != "" {
		return nil // the API answers for live members only
	}
	return v.load()
}

// load reads the member, and which ways to sign in its organization allows.
func (v *passwordPage) load() tea.Cmd {
	return tea.Batch(v.readMember(v.ctx, v.env.API), v.readRules(v.ctx, v.env.API, v.member.OrganizationID))
}

// Actions implements ui.View.
func (v *passwordPage) Actions() []ui.Action {
	return append(v.commands(),
		v.env.act(keymap.Refresh, v.load).Because(isDeleted(v.member)),
		v.env.act(keymap.Copy, v.copy).Because(v.noPassword()))
}

// commands are the actions that the page lists with the reasons against them.
func (v *passwordPage) commands() []ui.Action {
	act := v.env.act
	return []ui.Action{
		act(keymap.PasswordReset, func() tea.Cmd { return ui.Open(mailResetForm(v.env, v.member)) }).Because(v.cannotReset()).Writing(),
		act(keymap.PasswordStrength, func() tea.Cmd { return ui.Open(newStrengthCheck(v.env, v.member)) }),
		act(keymap.PasswordRequire, func() tea.Cmd { return ui.Open(requireReset(v.env, v.member)) }).Because(v.noPassword()).Writing(),
		act(keymap.PasswordMigrate, func() tea.Cmd { return ui.Open(migratePasswordForm(v.env, v.member)) }).Because(v.cannotMigrate()).Writing(),
		act(keymap.PasswordDelete, func() tea.Cmd { return ui.Open(deletePassword(v.env, v.member)) }).Because(v.noPassword()).Writing(),
	}
}

func (v *passwordPage) copy() tea.Cmd {
	return copyMenu(v.env, copyable{"password id", v.member.MemberPasswordID}, copyable{"e-mail", v.member.EmailAddress})
}

func (v *passwordPage) hasPassword() bool { return v.member.MemberPasswordID != "" }

func (v *passwordPage) noPassword() string {
	if isDeleted(v.member) == "" && !v.hasPassword() {
		return memberName(v.member) + " has no password."
	}
	return isDeleted(v.member)
}

// allowed reports whether the member may sign in by password at all.
func (v *passwordPage) allowed() bool {
	return v.org.AuthMethods != b2b.AuthMethodsRestricted || v.member.IsBreakglass ||
		slices.Contains(v.org.AllowedAuthMethods, b2b.AllowedAuthMethodsPassword)
}

func (v *passwordPage) cannotReset() string {
	if isDeleted(v.member) == "" && !v.allowed() {
		return v.org.OrganizationName + " does not allow passwords; its settings hold the sign-in methods."
	}
	return isDeleted(v.member)
}

func (v *passwordPage) cannotMigrate() string {
	if v.hasPassword() && isDeleted(v.member) == "" {
		return "There is a password already; " + v.env.Keys.Binding(keymap.PasswordDelete).Help().Key + " deletes it."
	}
	return isDeleted(v.member)
}

// Update implements ui.View.
func (v *passwordPage) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if tell, said := v.takeMember(msg); said {
		return tell
	}
	v.takeRules(msg, v.member.OrganizationID)
	return nil
}

// View implements ui.View.
func (v *passwordPage) View() string {
	page := actionPage{
		env: v.env, headline: v.headline, facts: v.facts, actions: v.commands(), busy: v.loaded.Busy() || v.policy.Busy(),
		what: "read the password of " + memberName(v.member), err: cmp.Or(v.loaded.Err(), v.policy.Err()),
	}
	return page.draw(v.width, v.height)
}

// facts say how the member stands.
func (v *passwordPage) facts(width int) []string {
	th := v.env.Theme
	signIn := fact{"Sign-in by password", "✓", "allowed by " + v.org.OrganizationName, th.Success}
	switch {
	case v.org.OrganizationID == "":
		signIn = fact{"Sign-in by password", "–", "not known", th.Muted}
	case !v.allowed():
		signIn = fact{"Sign-in by password", "!", "not allowed by " + v.org.OrganizationName, th.Warning}
	case v.org.AuthMethods == b2b.AuthMethodsRestricted && v.member.IsBreakglass:
		signIn.text = "allowed: the member is break-glass"
	}
	password := fact{"Password", "–", "none", th.Muted}
	if v.hasPassword() {
		password = fact{"Password", "✓", "set", th.Success}
	}
	lines := append([]string{}, factLines(th, "Password", width, password, signIn,
		fact{"Reset required", "•", "the API does not say", th.Text})...)
	if v.hasPassword() {
		lines = append(lines, idLine(th, "Password id", v.member.MemberPasswordID, width))
	}
	address := fact{"Resets go to", "✓", v.member.EmailAddress + ", verified", th.Success}
	if !v.member.EmailAddressVerified {
		address = fact{"Resets go to", "!", v.member.EmailAddress + ", not verified: using the link verifies it", th.Warning}
	}
	return append(append(lines, ""), factLines(th, "E-mail", width, address)...)
}

// headline says in one sentence what all of it means for the member.
func (v *passwordPage) headline(width int) []string {
	th, name := v.env.Theme, memberName(v.member)
	line, style := "✓ "+name+" can sign in by password.", th.Success
	switch {
	case isDeleted(v.member) != "":
		line, style = "– "+isDeleted(v.member), th.Muted
	case v.member.IsLocked:
		line, style = "✗ "+name+" is locked after too many wrong tries"+lockedUntil(v.member)+".", th.Danger
	case !v.hasPassword():
		line, style = "– "+name+" has no password; "+v.env.Keys.Binding(keymap.PasswordReset).Help().Key+" mails a link to set one.", th.Muted
	case !v.allowed():
		line, style = "! "+name+" has a password, but cannot sign in by it.", th.Warning
	}
	return styled(style, ui.Wrap(line, width))
}

func lockedUntil(m b2b.Member) string {
	if until := moment(m.LockExpiresAt); until != "" {
		return " until " + until
	}
	return ""
}
