package views

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// setPhone asks for the number that codes go to.
func (v *mfa) setPhone() tea.Cmd {
	phone := ""
	number := neededPhoneField(b2b.OrganizationsMembersUpdate, &phone, "With + and country code. It counts as a second factor once a code that "+
		"went there was verified: "+v.key(keymap.MFASendCode)+" sends one.")
	return ui.Open(&ui.Form[b2b.Member]{
		Name:    "Set the phone for SMS codes",
		FieldOf: api.FieldOf,
		Groups:  func() []ui.FormGroup { return []ui.FormGroup{{Fields: []ui.FormField{number}}} },
		Send: func() ui.Write[b2b.Member] {
			return write(v.env.API.Members.Update(v.member, b2b.UpdateMember{MFAPhoneNumber: filled(phone)}))
		},
		Done: func(after b2b.Member) tea.Cmd {
			return tea.Batch(announceMember(after), ui.Toast(ui.Success, "The phone is set; "+v.key(keymap.MFASendCode)+" sends a code to verify it."))
		},
	})
}

// sendCode asks before an SMS goes out.
func (v *mfa) sendCode() tea.Cmd {
	body := "It goes to " + v.member.MFAPhoneNumber + " and works for 2 minutes; codes sent before stop working. " +
		v.key(keymap.MFAVerifyCode) + " verifies it."
	done := "The code is on its way to the phone."
	if v.env.Sandbox {
		body += " Nothing leaves the sandbox: the SMS is in its outbox."
		done = "Sent: the code is in the outbox of the sandbox."
	}
	return ui.Open(&ui.ConfirmWrite[b2b.SendSMSOTPResponse]{
		Name: "Send a code by SMS?", Body: body, Verb: "Send",
		Write: inWords(write(v.env.API.OTPs.SendSMS(v.member, b2b.SendSMSOTP{}))),
		Done: func(after b2b.SendSMSOTPResponse) tea.Cmd {
			return tea.Batch(announceMember(after.Member), ui.Toast(ui.Success, done))
		},
	})
}

// The tokens that a code may be verified with.
const (
	intermediateToken = "intermediate_session_token"
	sessionToken      = "session_token"
	sessionJWT        = "session_jwt"
)

// codeCheck is what is typed to verify a code.
type codeCheck struct{ code, kind, token string }

// verifyCode asks for the code that went to the phone, and for the sign-in that it
// belongs to: the API checks such codes only there.
func (v *mfa) verifyCode() tea.Cmd {
	typed := &codeCheck{kind: intermediateToken}
	return ui.Open(&ui.Form[b2b.AuthenticateSMSOTPResponse]{
		Name:   "Verify a code sent by SMS",
		Verb:   "verify",
		Groups: typed.groups,
		Send: func() ui.Write[b2b.AuthenticateSMSOTPResponse] {
			return inWords(write(v.env.API.OTPs.AuthenticateSMS(v.member, typed.request())))
		},
		FieldOf: func(err error) string {
			if api.HasType(err, b2b.ErrOTPCodeNotFound, b2b.ErrUnableToAuthOTPCode) {
				return "code"
			}
			return fieldOfError("token", b2b.ErrSessionNotFound, b2b.ErrIntermediateSessionNotFound, b2b.ErrInvalidSessionToken,
				b2b.ErrMemberSessionMemberIDMismatch, b2b.ErrUnableToParseSessionJWT)(err)
		},
		Done: func(after b2b.AuthenticateSMSOTPResponse) tea.Cmd {
			return tea.Batch(announceMember(after.Member), ui.Toast(ui.Success, "The code is right: the phone of "+memberName(after.Member)+" is verified."))
		},
	})
}

func (c *codeCheck) groups() []ui.FormGroup {
	return []ui.FormGroup{{Fields: []ui.FormField{
		{
			Field: huh.NewInput().Key("code").Title("Code").Value(&c.code).Placeholder("123 456").CharLimit(16).Validate(checkSMSCode),
			Help:  "6 digits, as they stand in the SMS.",
		},
		{
			Field: huh.NewSelect[string]().Key("kind").Title("Verified in").Value(&c.kind).Options(
				huh.NewOption("a sign-in that waits for it (intermediate session token)", intermediateToken),
				huh.NewOption("a session (session token)", sessionToken),
				huh.NewOption("a session (JWT)", sessionJWT)),
			Help: "The API checks a code only together with a sign-in or a session of the member.",
		},
		{
			Field:  secretInput("token", "Its token", &c.token).CharLimit(longestJWT).Validate(needed("paste the token of the sign-in or the session")),
			Secret: true,
			Help:   "It stays masked and is kept nowhere. A sign-in under Discovery shows its token.",
		},
	}}}
}

// checkSMSCode says what is wrong with the shape of a code.
func checkSMSCode(typed string) error {
	code := compact(typed)
	odd := strings.ContainsFunc(code, func(r rune) bool { return r < '0' || r > '9' })
	if len(code) != codeDigits || odd {
		return errors.New("a code has 6 digits")
	}
	return nil
}

// request is what was typed. The session that a code opens is as short as can be:
// nobody keeps it.
func (c *codeCheck) request() b2b.AuthenticateSMSOTP {
	token := b2b.Secret(strings.TrimSpace(c.token))
	to := b2b.AuthenticateSMSOTP{Code: b2b.Secret(compact(c.code))}
	switch c.kind {
	case sessionToken:
		to.SessionToken = &token
	case sessionJWT:
		to.SessionJWT = &token
	default:
		to.IntermediateSessionToken, to.SessionDurationMinutes = &token, api.Ptr(sessionMinutes)
	}
	return to
}

// cannotSetPhone says why no phone can be set; "" when one can.
func (v *mfa) cannotSetPhone() string {
	switch {
	case isDeleted(v.member) != "":
		return isDeleted(v.member)
	case v.hasPhone():
		return "There is a phone number already; " + v.key(keymap.MFADeletePhone) + " deletes it."
	}
	return ""
}

// cannotSendCode says why no code can be sent, or verified.
func (v *mfa) cannotSendCode() string {
	switch {
	case v.noPhone() != "" && isDeleted(v.member) == "":
		return "There is no phone number; " + v.key(keymap.MFASetPhone) + " sets one."
	case v.member.Status != b2b.MemberStatusActive:
		return strings.Replace(v.inactive(), "have an authenticator app", "use SMS codes", 1)
	case !v.allows(b2b.AllowedMFAMethodsSMSOTP):
		return v.org.OrganizationName + " does not allow SMS codes."
	}
	return v.locked()
}
