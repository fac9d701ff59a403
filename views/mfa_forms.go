package views

import (
	"encoding/base32"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// minSecretBytes is the least that a secret should have: 80 bits.
const minSecretBytes = 10

// recover spends a recovery code.
func (v *mfa) recover() tea.Cmd {
	typed := ""
	code := huh.NewInput().Key("recovery_code").Title("Recovery code").Value(&typed).
		Placeholder("xxxx-xxxx-xxxx").CharLimit(32).Validate(checkRecoveryCode)
	return ui.Open(&ui.Form[b2b.RecoverByRecoveryCodeResponse]{
		Name: "Recover with a code",
		Verb: "recover",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: code,
				Help:  "Using a code spends it. The API opens a session of 5 minutes for the member, which orgdeck does not keep.",
			}}}}
		},
		Send: func() ui.Write[b2b.RecoverByRecoveryCodeResponse] {
			return inWords(write(v.env.API.RecoveryCodes.Recover(v.member, b2b.RecoverByRecoveryCode{
				RecoveryCode: recoveryCode(typed), SessionDurationMinutes: api.Ptr(sessionMinutes),
			})))
		},
		FieldOf: fieldOfError("recovery_code", b2b.ErrInvalidRecoveryCode, b2b.ErrUnableToAuthenticateRecoveryCode,
			b2b.ErrTOTPCodeUsedAsRecoveryCode),
		Done: func(after b2b.RecoverByRecoveryCodeResponse) tea.Cmd {
			v.sawCodes(after.Member, after.RecoveryCodesRemaining)
			return tea.Sequence(announceMember(after.Member), ui.Open(v.recovered(after)))
		},
	})
}

// recovered says what a code that was spent has left behind, and what to do next:
// whoever needed one has most likely lost the app.
func (v *mfa) recovered(after b2b.RecoverByRecoveryCodeResponse) ui.View {
	left := plural(after.RecoveryCodesRemaining, "recovery code") + " left."
	return &ui.Confirm{
		Name: "The code is right, and spent",
		Body: left + " " + nextSignIn(after.Member, v.org) + "\n\nIs the app lost? Then delete it, so that " + memberName(after.Member) +
			" enrols a new one; otherwise leave it.",
		Verb: "Delete the app",
		Run:  v.deleteTOTP,
	}
}

// checkRecoveryCode says what is wrong with the shape of a code.
func checkRecoveryCode(typed string) error {
	code := compact(typed)
	digits := !strings.ContainsFunc(code, func(r rune) bool { return r < '0' || r > '9' })
	odd := func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'z') }
	switch {
	case code == "":
		return errors.New("type the code")
	case digits && len(code) == codeDigits:
		return errors.New("that is a code from the app, not a recovery code")
	case len(code) != 12 || strings.ContainsFunc(strings.ToLower(code), odd):
		return errors.New("a recovery code has 12 letters and digits: xxxx-xxxx-xxxx")
	}
	return nil
}

// recoveryCode writes a code the way the API does.
func recoveryCode(typed string) b2b.Secret {
	return b2b.Secret(strings.Join(groups(b2b.Secret(strings.ToLower(compact(typed))), false), "-"))
}

// migrate takes over a secret that the member's app has from elsewhere.
func (v *mfa) migrate() tea.Cmd {
	secret, codes := "", ""
	fields := []ui.FormField{
		{
			Field: huh.NewInput().Key("secret").Title("Secret").Value(&secret).EchoMode(huh.EchoModePassword).
				CharLimit(256).Validate(checkSecret),
			Help:   "In base32, as the other system shows or exports it. Spaces do not matter. The app of the member goes on working.",
			Secret: true,
		},
		{
			Field: huh.NewText().Key("recovery_codes").Title("Recovery codes, one a line").Value(&codes).Lines(4).CharLimit(2048),
			Help:  "Those that the member has already. Leave it empty, and new ones are made.",
		},
	}
	return ui.Open(&ui.Form[b2b.MigrateTOTPResponse]{
		Name:   "Migrate an authenticator app",
		Verb:   "migrate",
		Groups: func() []ui.FormGroup { return []ui.FormGroup{{Fields: fields}} },
		Send: func() ui.Write[b2b.MigrateTOTPResponse] {
			request := b2b.MigrateTOTP{Secret: b2b.Secret(strings.ToUpper(compact(secret)))}
			for _, code := range strings.Fields(codes) {
				request.RecoveryCodes = append(request.RecoveryCodes, b2b.Secret(code))
			}
			return write(v.env.API.TOTPs.Migrate(v.member, request))
		},
		FieldOf: fieldOfError("recovery_codes", b2b.ErrRecoveryCodesAlreadyExist),
		Done:    func(after b2b.MigrateTOTPResponse) tea.Cmd { return v.migrated(after, codes == "") },
	})
}

// migrated shows the codes that were made; those that were given are known.
func (v *mfa) migrated(after b2b.MigrateTOTPResponse, made bool) tea.Cmd {
	v.sawCodes(after.Member, len(after.RecoveryCodes))
	cmds := []tea.Cmd{announceMember(after.Member)}
	if made {
		cmds = append(cmds, ui.Open(newFreshCodes(v.env, after.Member, v.org, after.RecoveryCodes)))
	}
	said := "The authenticator app of " + memberName(after.Member) + " is taken over."
	return tea.Sequence(append(cmds, ui.Toast(ui.Success, said))...)
}

// checkSecret says what is wrong with a secret in base32.
func checkSecret(typed string) error {
	text := strings.TrimRight(strings.ToUpper(compact(typed)), "=")
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(text)
	switch {
	case text == "":
		return errors.New("type or paste the secret")
	case err != nil:
		return errors.New("that is not base32: only the letters A to Z and the digits 2 to 7")
	case len(raw) < minSecretBytes:
		return errors.New("that is too short for a secret: at least 16 characters")
	}
	return nil
}

// fieldOfError puts errors of these types on one field.
func fieldOfError(field string, types ...string) func(error) string {
	return func(err error) string {
		if api.HasType(err, types...) {
			return field
		}
		return ""
	}
}
