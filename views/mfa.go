package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// codesUnknown is how many recovery codes are left while nobody has asked: the
// API tells it only together with the codes themselves.
const codesUnknown = -1

// mfa shows how one member proves who it is besides the first factor, and what
// can be done about that. What the list knew of the member shows at once; the
// page then reads it anew, because nobody should judge access by an old row.
type mfa struct {
	env       *Env
	ctx       context.Context
	member    b2b.Member
	org       b2b.Organization
	codesLeft int

	loaded async.Remote[b2b.Member]
	policy async.Remote[b2b.Organization]

	width, height int
}

var _ ui.View = (*mfa)(nil)

// newMFA returns the MFA page of a member of org.
func newMFA(env *Env, member b2b.Member, org b2b.Organization) ui.View {
	return &mfa{env: env, member: member, org: org, codesLeft: codesUnknown}
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
	client, member := v.env.API, v.member
	return tea.Batch(
		v.loaded.Load(v.ctx, func(ctx context.Context) (b2b.Member, error) {
			return client.Members.Get(ctx, member.OrganizationID, b2b.GetMember{MemberID: &member.MemberID})
		}),
		v.policy.Load(v.ctx, func(ctx context.Context) (b2b.Organization, error) {
			return client.Organizations.Get(ctx, member.OrganizationID)
		}),
	)
}

// Update implements ui.View.
func (v *mfa) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.loaded.Take(msg):
		if member, ok := v.loaded.Value(); ok && v.loaded.Err() == nil {
			v.changed(member)
		}
		return nil
	case v.policy.Take(msg):
		if org, ok := v.policy.Value(); ok && v.policy.Err() == nil {
			v.org = org
		}
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Member]:
		if msg.Value.MemberID == v.member.MemberID {
			v.loaded.Set(msg.Value)
			v.changed(msg.Value)
		}
	case ui.Removed[b2b.Member]:
		if msg.ID == v.member.MemberID {
			v.loaded.Cancel()
			v.member.Status = b2b.MemberStatusDeleted
		}
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.member.OrganizationID {
			v.policy.Set(msg.Value)
			v.org = msg.Value
		}
	}
	return nil
}

// changed shows what the server now holds. Codes belong to one registration.
func (v *mfa) changed(member b2b.Member) {
	if member.TOTPRegistrationID != v.member.TOTPRegistrationID {
		v.codesLeft = codesUnknown
	}
	v.member = member
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
