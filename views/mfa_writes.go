package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// announceMember tells every view what the server now holds.
func announceMember(member b2b.Member) tea.Cmd {
	return ui.Announce(ui.Changed[b2b.Member]{Value: member})
}

func (v *mfa) enrol() tea.Cmd { return ui.Open(newEnrolTOTP(v.env, v.member, v.org, v.sawCodes)) }

func (v *mfa) deleteTOTP() tea.Cmd {
	after := v.member
	after.TOTPRegistrationID = ""
	body := "The app stops working for this member, and the recovery codes go with it. Sessions keep running. " + nextSignIn(after, v.org)
	return v.ask(v.env.API.Members.DeleteTOTP(v.member), "Delete the authenticator app?", body, "Delete",
		"The authenticator app of "+memberName(v.member)+" is deleted.")
}

func (v *mfa) deletePhone() tea.Cmd {
	after := v.member
	after.MFAPhoneNumber, after.MFAPhoneNumberVerified = "", false
	return v.ask(v.env.API.Members.DeleteMFAPhoneNumber(v.member), "Delete the phone number?",
		"Codes cannot be sent to it any more. Sessions keep running. "+nextSignIn(after, v.org), "Delete",
		"The phone number of "+memberName(v.member)+" is deleted.")
}

// toggle makes MFA asked for at each sign-in, or no more.
func (v *mfa) toggle() tea.Cmd {
	change := v.env.API.Members.Update(v.member, b2b.UpdateMember{MFAEnrolled: api.Ptr(!v.member.MFAEnrolled)})
	name, after := memberName(v.member), v.member
	after.MFAEnrolled = !v.member.MFAEnrolled
	if v.member.MFAEnrolled {
		return v.ask(change, "Waive MFA?", nextSignIn(after, v.org)+" What is enrolled stays enrolled.", "Waive",
			"MFA is waived for "+name+".")
	}
	return v.ask(change, "Ask for MFA?", nextSignIn(after, v.org), "Ask for it", "MFA is asked of "+name+" at each sign-in.")
}

// setDefault makes the other method the one that is asked for first.
func (v *mfa) setDefault() tea.Cmd {
	method := b2b.DefaultMFAMethodTOTP
	if v.member.DefaultMFAMethod == method {
		method = b2b.DefaultMFAMethodSMSOTP
	}
	change := v.env.API.Members.Update(v.member, b2b.UpdateMember{DefaultMFAMethod: &method})
	return v.ask(change, "Change the default method?", "The "+methodName(method)+" is asked for first.", "Change",
		"The default method is now the "+methodName(method)+".")
}

// ask asks before a write, and then says what it has done.
func (v *mfa) ask(change api.Change[b2b.Member], name, body, verb, done string) tea.Cmd {
	return ui.Open(&ui.ConfirmWrite[b2b.Member]{
		Name: name, Body: body, Verb: verb, Write: write(change),
		Done: func(after b2b.Member) tea.Cmd {
			return tea.Batch(announceMember(after), ui.Toast(ui.Success, done))
		},
	})
}

// inWords leaves out the list of fields of a write that alters none of the
// member's: its summary says all. The dry run still shows the whole request.
func inWords[T any](w ui.Write[T]) ui.Write[T] {
	w.Fields = nil
	return w
}

// showCodes reads the recovery codes only after a question: they open the door
// in place of the member.
func (v *mfa) showCodes() tea.Cmd {
	return ui.Open(&ui.Confirm{
		Name: "Read the recovery codes?",
		Body: "Each of them signs in as " + memberName(v.member) + " in place of the authenticator app. They come masked.",
		Verb: "Read them",
		Run: func() tea.Cmd {
			return ui.Open(newCodesLeft(v.env, v.member, v.org, func(left int) { v.sawCodes(v.member, left) }))
		},
	})
}

// sawCodes keeps how many codes a member has left.
func (v *mfa) sawCodes(m b2b.Member, left int) {
	v.codes = codesSeen{registration: m.TOTPRegistrationID, left: left}
}

// knowsCodes reports whether the codes of the app that is enrolled now were seen.
func (v *mfa) knowsCodes() bool {
	return v.hasApp() && v.codes.registration == v.member.TOTPRegistrationID
}

func (v *mfa) rotateCodes() tea.Cmd {
	return ui.Open(&ui.ConfirmWrite[b2b.RotateRecoveryCodesResponse]{
		Name: "Rotate the recovery codes?",
		Body: "New codes take the place of all old ones.",
		Verb: "Rotate", Write: inWords(write(v.env.API.RecoveryCodes.Rotate(v.member))),
		Done: func(after b2b.RotateRecoveryCodesResponse) tea.Cmd {
			v.sawCodes(after.Member, len(after.RecoveryCodes))
			return tea.Sequence(announceMember(after.Member), ui.Open(newFreshCodes(v.env, after.Member, v.org, after.RecoveryCodes)))
		},
	})
}
