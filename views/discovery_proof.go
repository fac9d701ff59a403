package views

import (
	"errors"
	"net/url"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// What the links of the API say of themselves in stytch_token_type.
const (
	linkOfDiscovery    = "discovery"
	linkOfOrganization = "multi_tenant_magic_links"
	linkOfPassword     = "multi_tenant_passwords"
)

// proof is what the second step asks for.
type proof struct {
	link, code   string
	password     string // the new one, for a link that resets it
	organization string // that a code is for; "" in discovery
}

// proven is what comes of a proof: a holder who can choose, or, with a link or code
// into an organization, the entry into it.
type proven struct {
	holder *holder
	entry  *entry
}

// proofForm asks for the link or the code that was mailed.
func (v *discovery) proofForm() ui.View {
	return &ui.Form[proven]{
		Name:    "Prove the address",
		Stay:    true,
		Groups:  func() []ui.FormGroup { return []ui.FormGroup{{Fields: v.proofFields()}} },
		Send:    v.proving,
		FieldOf: v.fieldOfProof,
		Done: func(p proven) tea.Cmd {
			if p.entry != nil {
				return v.entered(*p.entry)
			}
			v.holder = *p.holder
			return v.open(stepOrganization, newFound(v))
		},
	}
}

func (v *discovery) fieldOfProof(err error) string {
	switch {
	case api.HasType(err, b2b.ErrOTPCodeNotFound, b2b.ErrUnableToAuthOTPCode):
		return "code"
	case api.HasType(err, b2b.ErrMagicLinkNotFound, b2b.ErrUnableToAuthMagicLink):
		return "link"
	case api.HasType(err, b2b.ErrWeakPassword):
		return "password"
	}
	return ""
}

func (v *discovery) proofFields() []ui.FormField {
	p := &v.proof
	if v.address.byCode() {
		return []ui.FormField{{
			Field: huh.NewInput().Key("code").Title("Code").Value(&p.code).Placeholder("123456").CharLimit(16).Validate(checkMailedCode),
			Help:  "The 6 digits of the mail. " + v.outboxHint(),
		}}
	}
	return []ui.FormField{
		{
			Field: huh.NewInput().Key("link").Title("Link, or the token in it").Value(&p.link).EchoMode(huh.EchoModePassword).
				CharLimit(4096).Validate(checkLink),
			Help:   "Paste the whole address of the link that was mailed, or where it led to. It is not shown: who has it can sign in. " + v.outboxHint(),
			Secret: true,
		},
		{
			Field: huh.NewInput().Key("password").Title("New password").Value(&p.password).EchoMode(huh.EchoModePassword).
				CharLimit(512).Validate(checkFilled("type the new password")),
			Help:   "The link resets the member's password.",
			Secret: true,
			Hidden: func() bool { _, kind, _ := parseLink(p.link); return kind != linkOfPassword },
		},
	}
}

// outboxHint names the key that takes the mail out of the outbox, on a sandbox.
func (v *discovery) outboxHint() string {
	if !v.env.Sandbox {
		return ""
	}
	return v.env.Keys.Binding(keymap.DiscoveryTake).Help().Key + " takes it from the outbox."
}

// proving describes the call that the proof is for.
func (v *discovery) proving() ui.Write[proven] {
	client, p := v.env.API, v.proof
	if v.address.byCode() {
		code := b2b.Secret(compact(p.code))
		email := strings.TrimSpace(v.address.email)
		if p.organization != "" {
			return inWords(answering(client.OTPs.AuthenticateEmail(b2b.AuthenticateEmailOTP{
				OrganizationID: p.organization, EmailAddress: email, Code: code, SessionDurationMinutes: api.Ptr(sessionOfAnHour),
			}), provenBy(enteredByCode)))
		}
		return inWords(answering(client.OTPs.AuthenticateDiscovery(b2b.AuthenticateDiscoveryEmailOTP{EmailAddress: email, Code: code}),
			func(r b2b.AuthenticateDiscoveryEmailOTPResponse) proven {
				return proven{holder: &holder{r.EmailAddress, r.IntermediateSessionToken, r.IntermediateSessionTokenExpiresAt, r.DiscoveredOrganizations}}
			}))
	}
	token, kind, _ := parseLink(p.link) // the field has refused what is no link
	switch kind {
	case linkOfOrganization:
		return inWords(answering(client.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{
			MagicLinksToken: token, SessionDurationMinutes: api.Ptr(sessionOfAnHour),
		}), provenBy(enteredByLink)))
	case linkOfPassword:
		return inWords(answering(client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{
			PasswordResetToken: token, Password: b2b.Secret(p.password), SessionDurationMinutes: api.Ptr(sessionOfAnHour),
		}), provenBy(enteredByPassword)))
	}
	return inWords(answering(client.MagicLinks.AuthenticateDiscovery(b2b.AuthenticateDiscoveryMagicLink{DiscoveryMagicLinksToken: token}),
		func(r b2b.AuthenticateDiscoveryMagicLinkResponse) proven {
			return proven{holder: &holder{r.EmailAddress, r.IntermediateSessionToken, r.IntermediateSessionTokenExpiresAt, r.DiscoveredOrganizations}}
		}))
}

// provenBy makes of the entry into an organization what a proof comes to.
func provenBy[T any](as func(T) entry) func(T) proven {
	return func(r T) proven {
		in := as(r)
		return proven{entry: &in}
	}
}

// parseLink finds the token in a pasted link, and what the link says that it is for.
// A token alone is taken for one of discovery.
func parseLink(text string) (token b2b.Secret, kind string, err error) {
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "://") && !strings.Contains(text, "token=") {
		if text == "" || strings.ContainsAny(text, " \t") {
			return "", "", errors.New("paste the link, or the token in it")
		}
		return b2b.Secret(text), linkOfDiscovery, nil
	}
	_, query, _ := strings.Cut(text, "?")
	if query == "" {
		query = text // the part after the ? alone
	}
	query, _, _ = strings.Cut(query, "#")
	values, err := url.ParseQuery(query)
	if err != nil || values.Get("token") == "" {
		return "", "", errors.New("there is no token in that link: is it whole?")
	}
	kind = values.Get("stytch_token_type")
	if kind == "" {
		kind = linkOfDiscovery
	}
	return b2b.Secret(values.Get("token")), kind, nil
}

// checkLink says what is wrong with a pasted link.
func checkLink(text string) error {
	_, kind, err := parseLink(text)
	switch {
	case err != nil:
		return err
	case kind != linkOfDiscovery && kind != linkOfOrganization && kind != linkOfPassword:
		return errors.New("that link is of another kind (" + ui.Clean(kind) + "): it does not sign in by e-mail")
	}
	return nil
}

// checkMailedCode says what is wrong with the shape of a code.
func checkMailedCode(typed string) error {
	code := compact(typed)
	switch {
	case code == "":
		return errors.New("type the code")
	case len(code) != codeDigits || strings.ContainsFunc(code, func(r rune) bool { return r < '0' || r > '9' }):
		return errors.New("a code has 6 digits")
	}
	return nil
}

// checkFilled asks for text.
func checkFilled(otherwise string) func(string) error {
	return func(s string) error {
		if strings.TrimSpace(s) == "" {
			return errors.New(otherwise)
		}
		return nil
	}
}
