package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// codesSeen is how many recovery codes of a registration were left when they were
// last seen: the API tells it only together with the codes themselves.
type codesSeen struct {
	registration string
	left         int
}

// mfa shows how one member proves who it is besides the first factor, and what
// can be done about that.
type mfa struct {
	liveMember
	liveRules
	env   *Env
	ctx   context.Context
	codes codesSeen

	width, height int
}

var _ ui.View = (*mfa)(nil)

// newMFA returns the MFA page of a member of org.
func newMFA(env *Env, member b2b.Member, org b2b.Organization) ui.View {
	return &mfa{env: env, liveMember: liveMember{member: member}, liveRules: liveRules{org: org}}
}

// Title implements ui.View.
func (v *mfa) Title() string { return "MFA" }

// SetSize implements ui.View.
func (v *mfa) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *mfa) Capturing() bool { return false }

// Init implements ui.View.
func (v *mfa) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if isDeleted(v.member) != "" {
		return nil // the API answers for live members only
	}
	return v.load()
}

// load reads the member, and the rules of its organization.
func (v *mfa) load() tea.Cmd {
	return tea.Batch(v.readMember(v.ctx, v.env.API), v.readRules(v.ctx, v.env.API, v.member.OrganizationID))
}

// Update implements ui.View.
func (v *mfa) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if tell, said := v.takeMember(msg); said {
		return tell
	}
	v.takeRules(msg, v.member.OrganizationID)
	return nil
}

// err is what went wrong with the newest read.
func (v *mfa) err() error {
	if err := v.loaded.Err(); err != nil {
		return err
	}
	return v.policy.Err()
}

// Actions implements ui.View.
func (v *mfa) Actions() []ui.Action {
	return append(v.commands(), v.env.act(keymap.Refresh, v.load).Because(isDeleted(v.member)), v.env.act(keymap.Copy, v.copy).Because(v.nothingToCopy()))
}

// commands are the actions that the page lists with the reasons against them.
func (v *mfa) commands() []ui.Action {
	act := v.env.act
	toggle := "ask for MFA at sign-in"
	if v.member.MFAEnrolled {
		toggle = "waive MFA at sign-in"
	}
	return []ui.Action{
		act(keymap.MFAEnrol, v.enrol).Because(v.cannotEnrol()).Writing(),
		act(keymap.MFAMigrate, v.migrate).Because(v.cannotAdd()).Writing(),
		act(keymap.MFADelete, v.deleteTOTP).Because(v.noApp()).Writing(),
		act(keymap.MFAShowCodes, v.showCodes).Because(v.noCodes()),
		act(keymap.MFARotateCodes, v.rotateCodes).Because(v.noCodes()).Writing(),
		act(keymap.MFARecover, v.recover).Because(v.cannotRecover()).Writing(),
		called(act(keymap.MFAToggle, v.toggle), toggle).Because(v.cannotToggle()).Writing(),
		act(keymap.MFADefault, v.setDefault).Because(v.noOtherMethod()).Writing(),
		act(keymap.MFASetPhone, v.setPhone).Because(v.cannotSetPhone()).Writing(),
		act(keymap.MFASendCode, v.sendCode).Because(v.cannotSendCode()).Writing(),
		act(keymap.MFAVerifyCode, v.verifyCode).Because(v.cannotSendCode()).Writing(),
		act(keymap.MFADeletePhone, v.deletePhone).Because(v.noPhone()).Writing(),
	}
}

// copies are what can be copied off the page.
func (v *mfa) copies() []copyable {
	return []copyable{{"TOTP registration id", v.member.TOTPRegistrationID}, {"MFA phone", v.member.MFAPhoneNumber}}
}

func (v *mfa) copy() tea.Cmd { return copyMenu(v.env, v.copies()...) }

func (v *mfa) hasApp() bool { return v.member.TOTPRegistrationID != "" }

func (v *mfa) hasPhone() bool { return v.member.MFAPhoneNumber != "" }

// hasVerifiedPhone reports whether SMS codes are a second factor already.
func (v *mfa) hasVerifiedPhone() bool { return v.hasPhone() && v.member.MFAPhoneNumberVerified }

func (v *mfa) required() bool { return v.org.MFAPolicy == b2b.MFAPolicyRequiredForAll }
