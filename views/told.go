package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/ui"
)

// listened is wide enough that no sentence is broken or cut for those who listen.
const listened = 1 << 14

// Views that say in words what they draw, and what text they take.
var (
	_ ui.Teller = (*overview)(nil)
	_ ui.Teller = (*settings)(nil)
	_ ui.Teller = (*settingsReview)(nil)
	_ ui.Teller = (*roles)(nil)
	_ ui.Teller = (*recoveryCodes)(nil)
	_ ui.Teller = (*enrolTOTP)(nil)
	_ ui.Teller = (*chooser)(nil)

	_ ui.Places = (*settings)(nil)
	_ ui.Places = (*roles)(nil)
	_ ui.Places = (*chooser)(nil)

	_ ui.Asking  = (*members)(nil)
	_ ui.Asking  = (*orgs)(nil)
	_ ui.Asking  = (*roles)(nil)
	_ ui.Asking  = (*requests)(nil)
	_ ui.Asking  = (*outbox)(nil)
	_ ui.Asking  = (*enrolTOTP)(nil)
	_ ui.Asking  = (*strengthCheck)(nil)
	_ ui.Asking  = (*jwtDialog)(nil)
	_ ui.Holding = (*discovery)(nil)
)

// asks names what is looked for.
func (b *searchBox) asks() string { return "Search by " + b.input.Placeholder }

// tell is what is looked for; nothing where nothing is.
func (b *searchBox) tell() string {
	if b.text() == "" {
		return ""
	}
	return "Search: " + ui.Clean(b.text())
}

// Asks implements ui.Asking.
func (v *members) Asks() string { return v.list.box.asks() }

// Asks implements ui.Asking.
func (v *orgs) Asks() string { return v.list.box.asks() }

// Asks implements ui.Asking.
func (v *roles) Asks() string { return v.find.asks() }

// Asks implements ui.Asking.
func (v *requests) Asks() string { return v.find.asks() }

// Asks implements ui.Asking.
func (v *outbox) Asks() string { return v.find.asks() }

// Asks implements ui.Asking.
func (v *enrolTOTP) Asks() string { return fmt.Sprintf("Code of the app, %d digits", codeDigits) }

// Asks implements ui.Asking.
func (v *strengthCheck) Asks() string { return "Password to judge" }

// Asks implements ui.Asking.
func (v *jwtDialog) Asks() string { return "JWT" }

// Front implements ui.Holding: the page of the step, once it has begun.
func (v *discovery) Front() ui.View {
	if v.rest {
		return nil
	}
	return v.page()
}

// told is a value behind its name.
func told(name, value string) string { return ui.Clean(name) + ": " + ui.Clean(value) }

// Tell implements ui.Teller.
func (v *recoveryCodes) Tell() []string {
	if v.read.Busy() || v.read.Err() != nil || len(v.codes) == 0 {
		return v.lines(listened)
	}
	lines := v.intro(listened)
	if v.hidden {
		lines = append(lines, "They are hidden; show tells them.")
		return append(lines, v.said(listened)...)
	}
	for i, code := range v.codes {
		lines = append(lines, fmt.Sprintf("Code %d: %s", i+1, ui.Clean(code.Reveal())))
	}
	return append(lines, v.said(listened)...)
}

// Tell implements ui.Teller.
func (v *enrolTOTP) Tell() []string {
	if !v.waiting() {
		return v.noticeLines(listened)
	}
	lines := []string{
		"A QR code cannot be heard: type the secret into the authenticator app, or copy it or its link.",
		told("Account", v.key.account), told("Issuer", v.key.issuer),
		told("Valid until", v.until.UTC().Format("15:04 UTC")),
	}
	if v.revealed && !v.env.Mask.On() {
		parts := groups(v.key.secret, false)
		lines = append(lines, fmt.Sprintf("Secret: %s of 4: %s", plural(len(parts), "group"), strings.Join(parts, ", ")), told("Link", v.key.uri.Reveal()))
	} else {
		lines = append(lines, told("Secret and link", "hidden; ."+v.revealing().Key.Help().Desc+" tells them"))
	}
	if v.code.Value() != "" {
		lines = append(lines, told("Code typed", v.code.Value()+", "+strings.TrimLeft(v.standing.text(), "·✗✓ ")))
	}
	return append(lines, v.said(listened)...)
}

// Tell implements ui.Teller.
func (v *chooser) Tell() []string {
	lines := []string{"Each takes effect at once. go and a number goes to one, space shows or hides it."}
	for i, o := range v.options {
		is := "hidden"
		if o.chosen {
			is = "shown"
		}
		lines = append(lines, fmt.Sprintf("%d. %s, %s", i+1, ui.Clean(o.label), is))
	}
	return append(lines, "Chosen: "+ui.Clean(v.options[v.cursor].label))
}

// Places implements ui.Places.
func (v *chooser) Places() []string {
	names := make([]string, len(v.options))
	for i, o := range v.options {
		names[i] = o.label
	}
	return names
}

// GoTo implements ui.Places.
func (v *chooser) GoTo(place int) { v.cursor = place }
