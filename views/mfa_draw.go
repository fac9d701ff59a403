package views

import (
	"cmp"
	"fmt"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// View implements ui.View.
func (v *mfa) View() string {
	page := actionPage{
		env: v.env, actions: v.commands(), busy: v.loaded.Busy() || v.policy.Busy(),
		what: "read the MFA of " + memberName(v.member), err: v.err(),
		headline: v.headline, facts: v.facts,
	}
	return page.draw(v.width, v.height)
}

func (v *mfa) facts(width int) []string {
	lines := v.section("Second factors", width, v.appFact(), v.codesFact(), v.phoneFact())
	if v.hasApp() {
		lines = append(lines, idLine(v.env.Theme, "Registration", v.member.TOTPRegistrationID, width))
	}
	lines = append(lines, "")
	lines = append(lines, v.section("At sign-in", width, v.askedFact(), v.defaultFact(), v.nextFact())...)
	lines = append(lines, "")
	return append(lines, v.section(cmp.Or(v.org.OrganizationName, "Organization"), width, v.policyFact(), v.methodsFact())...)
}

func (v *mfa) section(title string, width int, facts ...fact) []string {
	return factLines(v.env.Theme, title, width, facts...)
}

func (v *mfa) good(label, text string) fact { return fact{label, "✓", text, v.env.Theme.Success} }
func (v *mfa) bad(label, text string) fact  { return fact{label, "!", text, v.env.Theme.Warning} }
func (v *mfa) none(label, text string) fact { return fact{label, "–", text, v.env.Theme.Muted} }
func (v *mfa) plain(label, text string) fact {
	return fact{label, "•", text, v.env.Theme.Text}
}

func (v *mfa) appFact() fact {
	switch {
	case !v.hasApp():
		return v.none("Authenticator app", "none enrolled")
	case !v.allows(b2b.AllowedMFAMethodsTOTP):
		return v.bad("Authenticator app", "enrolled, but not allowed here any more")
	}
	return v.good("Authenticator app", "enrolled")
}

func (v *mfa) phoneFact() fact {
	switch {
	case !v.hasPhone():
		return v.none("Phone (SMS codes)", "none")
	case !v.hasVerifiedPhone():
		return v.bad("Phone (SMS codes)", v.member.MFAPhoneNumber+", not verified")
	case !v.allows(b2b.AllowedMFAMethodsSMSOTP):
		return v.bad("Phone (SMS codes)", v.member.MFAPhoneNumber+", verified, but not allowed here any more")
	}
	return v.good("Phone (SMS codes)", v.member.MFAPhoneNumber+", verified")
}

func (v *mfa) codesFact() fact {
	switch {
	case !v.hasApp():
		return v.none("Recovery codes", "none: they come with an authenticator app")
	case !v.knowsCodes():
		return v.plain("Recovery codes", "not read; "+v.key(keymap.MFAShowCodes)+" asks for them")
	case v.codes.left == 0:
		return v.bad("Recovery codes", "none left; "+v.key(keymap.MFARotateCodes)+" makes new ones")
	}
	return v.good("Recovery codes", plural(v.codes.left, "code")+" left")
}

func (v *mfa) askedFact() fact {
	switch {
	case v.required():
		return v.good("MFA", "asked for: the organization requires it")
	case v.member.MFAEnrolled:
		return v.good("MFA", "asked for")
	}
	return v.none("MFA", "not asked for")
}

func (v *mfa) nextFact() fact {
	if v.member.Status != b2b.MemberStatusActive {
		return v.none("What comes next", "nothing: the member is "+v.member.Status)
	}
	return v.plain("What comes next", nextSignIn(v.member, v.org))
}

func (v *mfa) defaultFact() fact {
	if v.member.DefaultMFAMethod == "" {
		return v.none("Default method", "none yet: the first success sets it")
	}
	return v.plain("Default method", methodName(v.member.DefaultMFAMethod))
}

func (v *mfa) policyFact() fact {
	switch {
	case v.org.MFAPolicy == "":
		return v.none("Policy", "not known")
	case v.required():
		return v.plain("Policy", "MFA is required for all members of "+v.org.OrganizationName)
	}
	return v.plain("Policy", "MFA is optional: each member decides")
}

func (v *mfa) methodsFact() fact {
	if v.org.MFAMethods != b2b.MFAMethodsRestricted {
		return v.plain("Allowed methods", "all: authenticator app and SMS code")
	}
	names := make([]string, len(v.org.AllowedMFAMethods))
	for i, method := range v.org.AllowedMFAMethods {
		names[i] = methodName(method)
	}
	text := "only " + strings.Join(names, " and ")
	if v.member.IsBreakglass {
		text += "; this member is break-glass and may use all"
	}
	return v.plain("Allowed methods", text)
}

// headline says in one sentence what all of it means for the member.
func (v *mfa) headline(width int) []string {
	name, factor := memberName(v.member), v.hasApp() || v.hasVerifiedPhone()
	asked := v.required() || v.member.MFAEnrolled
	th := v.env.Theme
	switch {
	case isDeleted(v.member) != "":
		return styled(th.Muted, ui.Wrap("– "+isDeleted(v.member), width))
	case v.member.Status != b2b.MemberStatusActive:
		return styled(th.Muted, ui.Wrap("– "+name+" is "+v.member.Status+": second factors come once the member is active.", width))
	case v.member.IsLocked:
		return styled(th.Danger, ui.Wrap("✗ "+v.locked(), width))
	case asked && factor:
		return styled(th.Success, ui.Wrap("✓ "+name+" proves a second factor at each sign-in.", width))
	case asked:
		return styled(th.Warning, ui.Wrap("! "+name+" has to enrol a second factor at the next sign-in.", width))
	case factor:
		return styled(th.Warning, ui.Wrap(fmt.Sprintf("! A second factor is enrolled, but %s is not asked for it; %s changes that.",
			name, v.key(keymap.MFAToggle)), width))
	}
	return styled(th.Warning, ui.Wrap("! "+name+" signs in with one factor alone; "+v.key(keymap.MFAEnrol)+" enrols an authenticator app.", width))
}

// keyLine lists the keys of actions, as many as there is room for.
func keyLine(env *Env, actions []ui.Action, width int) string {
	if env.Theme.Linear {
		return "" // they are told after whatever there is
	}
	var hints []string
	used := 0
	for _, a := range actions {
		help := a.Key.Help()
		w := ui.Width(help.Key) + 1 + ui.Width(help.Desc)
		if help.Desc == "" || a.Blocked != "" || used+w > width {
			continue
		}
		hints = append(hints, env.Theme.Key.Render(help.Key)+" "+env.Theme.KeyDesc.Render(help.Desc))
		used += w + 2
	}
	return strings.Join(hints, "  ")
}
