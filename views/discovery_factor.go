package views

import (
	"context"
	"errors"
	"slices"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// How a second factor is given.
const (
	byApp      = "app"
	bySMS      = "sms"
	byRecovery = "recovery"
	byNewPhone = "new phone"
	byNewApp   = "new app"
)

// factor is what the step of the second factor asks for.
type factor struct{ way, app, sms, recovery, phone string }

// ways are the second factors that the member can give, the default first. Who has
// none has to enrol one.
func (in *entry) ways() []string {
	if in.mfa == nil || in.mfa.MemberOptions == nil {
		return []string{byNewPhone, byNewApp}
	}
	var ways []string
	if in.mfa.MemberOptions.TOTPRegistrationID != "" {
		ways = append(ways, byApp, byRecovery)
	}
	if in.mfa.MemberOptions.MFAPhoneNumber != "" {
		ways = append(ways, bySMS)
		if in.member.DefaultMFAMethod == b2b.DefaultMFAMethodSMSOTP || deref(in.mfa.SecondaryAuthInitiated) != "" {
			ways = append([]string{bySMS}, ways[:len(ways)-1]...)
		}
	}
	return ways
}

// wayNames are the ways as they are chosen.
var wayNames = map[string]string{
	byApp:      "A code of the authenticator app",
	bySMS:      "A code sent by SMS",
	byRecovery: "A recovery code",
	byNewPhone: "Enrol a phone, by a code sent to it",
	byNewApp:   "Enrol an authenticator app",
}

// factorForm asks for the second factor.
func (v *discovery) factorForm() ui.View {
	ways := v.entry.ways()
	f := &factor{way: ways[0]}
	v.factor = f
	return &ui.Form[entry]{
		Name:    "Second factor",
		Stay:    true,
		Groups:  func() []ui.FormGroup { return []ui.FormGroup{{Fields: v.factorFields(f, ways)}} },
		Send:    func() ui.Write[entry] { return v.giving(f) },
		FieldOf: fieldOfFactor(f),
		Done: func(in entry) tea.Cmd {
			if f.way == byNewApp {
				return ui.Open(newEnrolTOTP(v.env, v.entry.member, v.entry.org, func(b2b.Member, int) {}))
			}
			return v.entered(in)
		},
	}
}

func (v *discovery) factorFields(f *factor, ways []string) []ui.FormField {
	options := make([]huh.Option[string], len(ways))
	for i, way := range ways {
		options[i] = huh.NewOption(wayNames[way], way)
	}
	unless := func(ways ...string) func() bool {
		return func() bool { return !slices.Contains(ways, f.way) }
	}
	again := v.env.Keys.Binding(keymap.DiscoveryAgain).Help().Key
	phone := neededPhoneField(b2b.OTPsSMSSend, &f.phone, "With + and the country. "+again+" sends a code there.")
	phone.Hidden = unless(byNewPhone)
	return []ui.FormField{
		{Field: huh.NewSelect[string]().Key("way").Title("The second factor").Value(&f.way).Options(options...), Help: v.factorHelp()},
		{
			Field:  huh.NewInput().Key("code").Title("Code of the app").Value(&f.app).Placeholder("123 456").CharLimit(16).Validate(checkMailedCode),
			Help:   "The 6 digits that the app shows now.",
			Hidden: unless(byApp),
		},
		phone,
		{
			Field:  huh.NewInput().Key("sms").Title("Code of the SMS").Value(&f.sms).Placeholder("123456").CharLimit(16).Validate(checkMailedCode),
			Help:   again + " sends a code. " + v.outboxHint(),
			Hidden: unless(bySMS, byNewPhone),
		},
		{
			Field: huh.NewInput().Key("recovery_code").Title("Recovery code").Value(&f.recovery).EchoMode(huh.EchoModePassword).
				CharLimit(32).Validate(checkRecoveryCode),
			Help:   "Using it spends it.",
			Secret: true,
			Hidden: unless(byRecovery),
		},
	}
}

// factorHelp says why a second factor is asked for, and what was sent already.
func (v *discovery) factorHelp() string {
	in := &v.entry
	switch {
	case in.mfa == nil || in.mfa.MemberOptions == nil:
		return ui.Clean(in.org.OrganizationName) + " wants a second factor, and the member has none yet."
	case deref(in.mfa.SecondaryAuthInitiated) == b2b.SecondaryAuthInitiatedSMSOTP:
		return "A code was sent to " + ui.Clean(in.mfa.MemberOptions.MFAPhoneNumber) + " already."
	}
	return ui.Clean(in.org.OrganizationName) + " wants a second factor."
}

// fieldOfFactor puts what is refused on the field that was sent.
func fieldOfFactor(f *factor) func(error) string {
	return func(err error) string {
		if api.HasType(err, b2b.ErrIntermediateSessionNotFound) {
			return ""
		}
		if _, refused := errors.AsType[*api.Error](err); !refused {
			return ""
		}
		return map[string]string{byApp: "code", bySMS: "sms", byNewPhone: "sms", byRecovery: "recovery_code"}[f.way]
	}
}

// giving describes the call that the second factor is for.
func (v *discovery) giving(f *factor) ui.Write[entry] {
	client, member, token := v.env.API, v.entry.member, v.entry.intermediate
	minutes := api.Ptr(sessionOfAnHour)
	switch f.way {
	case byApp:
		return inWords(answering(client.TOTPs.Authenticate(member, b2b.AuthenticateTOTP{
			Code: b2b.Secret(compact(f.app)), IntermediateSessionToken: &token, SessionDurationMinutes: minutes,
		}), enteredByTOTP))
	case byRecovery:
		return inWords(answering(client.RecoveryCodes.Recover(member, b2b.RecoverByRecoveryCode{
			RecoveryCode: recoveryCode(f.recovery), IntermediateSessionToken: &token, SessionDurationMinutes: minutes,
		}), enteredByRecovery))
	case byNewApp:
		return ui.Write[entry]{
			Summary: "The enrolment has a dialog of its own.",
			Do:      func(context.Context) (entry, error) { return entry{}, nil },
		}
	}
	return inWords(answering(client.OTPs.AuthenticateSMS(member, b2b.AuthenticateSMSOTP{
		Code: b2b.Secret(compact(f.sms)), IntermediateSessionToken: &token, SessionDurationMinutes: minutes,
	}), enteredBySMS))
}

// sendAgain sends the mail or the SMS of this step once more.
func (v *discovery) sendAgain() tea.Cmd {
	if v.step == stepProof {
		return ui.Open(&ui.ConfirmWrite[struct{}]{
			Name: "Send it again?", Body: "Older codes stop working; older links do not.", Verb: "Send", Write: v.sending(),
			Done: func(struct{}) tea.Cmd { return ui.Toast(ui.Success, "Sent to "+v.address.email+".") },
		})
	}
	token := v.entry.intermediate
	request := b2b.SendSMSOTP{IntermediateSessionToken: &token}
	if v.factor.way == byNewPhone {
		request.MFAPhoneNumber = filled(v.factor.phone)
	}
	return ui.Open(&ui.ConfirmWrite[struct{}]{
		Name: "Send a code by SMS?", Body: "Older codes stop working.", Verb: "Send",
		Write: inWords(answering(v.env.API.OTPs.SendSMS(v.entry.member, request), func(b2b.SendSMSOTPResponse) struct{} { return struct{}{} })),
		Done:  func(struct{}) tea.Cmd { return ui.Toast(ui.Success, "The code is sent.") },
	})
}

// memberChanged takes notice of an app that was enrolled meanwhile: its next code is
// a second factor.
func (v *discovery) memberChanged(m b2b.Member) tea.Cmd {
	if v.step != stepFactor || m.MemberID != v.entry.member.MemberID || m.TOTPRegistrationID == "" ||
		m.TOTPRegistrationID == v.entry.member.TOTPRegistrationID {
		return nil
	}
	v.entry.member = m
	v.entry.mfa = &b2b.MFARequired{MemberOptions: &b2b.MemberOptions{TOTPRegistrationID: m.TOTPRegistrationID, MFAPhoneNumber: m.MFAPhoneNumber}}
	return v.open(stepFactor, v.factorForm())
}
