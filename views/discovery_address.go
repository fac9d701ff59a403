package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// How an address is proven.
const (
	sendLink = "send a link"
	sendCode = "send a code"
	haveLink = "have a link"
	haveCode = "have a code"
)

// address is what the first step asks for.
type address struct{ email, way, redirect string }

// byCode reports whether the address is proven by a code.
func (a *address) byCode() bool { return a.way == sendCode || a.way == haveCode }

// sends reports whether a mail is to be sent.
func (a *address) sends() bool { return a.way == sendLink || a.way == sendCode }

// addressForm asks whose address it is, and sends the mail that proves it.
func (v *discovery) addressForm() ui.View {
	a := &v.address
	return &ui.Form[struct{}]{
		Name: "Sign in",
		Stay: true,
		Groups: func() []ui.FormGroup {
			email := textField(b2b.MagicLinksEmailDiscoverySend, "email_address", "E-mail", &a.email, "The address of the member, or of somebody new.")
			redirect := textField(b2b.MagicLinksEmailDiscoverySend, "discovery_redirect_url", "Redirect URL", &a.redirect,
				"Where the link leads. Empty: the project's default.")
			redirect.Hidden = func() bool { return a.way != sendLink }
			return []ui.FormGroup{{Fields: []ui.FormField{email, wayField(&a.way), redirect}}}
		},
		Send: v.sending,
		Done: func(struct{}) tea.Cmd {
			v.proof = proof{}
			return v.open(stepProof, v.proofForm())
		},
	}
}

func wayField(way *string) ui.FormField {
	return ui.FormField{
		Field: huh.NewSelect[string]().Key("way").Title("How to prove it").Value(way).Options(
			huh.NewOption("Send a magic link", sendLink),
			huh.NewOption("Send a code of 6 digits", sendCode),
			huh.NewOption("I have a link already", haveLink),
			huh.NewOption("I have a code already", haveCode)),
		Help: "A link is good for an hour, a code for 10 minutes.",
	}
}

// sending describes the mail; with a link or code at hand there is none.
func (v *discovery) sending() ui.Write[struct{}] {
	a := v.address
	switch {
	case !a.sends():
		return ui.Write[struct{}]{
			Summary: "Nothing is sent: there is a link or a code already.",
			Do:      func(context.Context) (struct{}, error) { return struct{}{}, nil },
		}
	case a.byCode():
		return inWords(answering(v.env.API.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: a.email}),
			func(b2b.SendDiscoveryEmailOTPResponse) struct{} { return struct{}{} }))
	}
	return inWords(answering(v.env.API.MagicLinks.SendDiscovery(b2b.SendDiscoveryEmailMagicLink{
		EmailAddress: a.email, DiscoveryRedirectURL: filled(a.redirect),
	}), func(b2b.SendDiscoveryEmailMagicLinkResponse) struct{} { return struct{}{} }))
}
