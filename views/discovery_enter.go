package views

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// sentenceOf is what ui says of an error.
func sentenceOf(err error) string {
	if e, ok := errors.AsType[ui.Explained](err); ok {
		return e.Sentence()
	}
	return api.Reason(err)
}

// enter exchanges what is proven for a session in an organization, or for what is
// still owed.
func (v *discovery) enter(org b2b.Organization) tea.Cmd {
	change := v.env.API.Discovery.Exchange(b2b.ExchangeIntermediateSession{
		IntermediateSessionToken: v.holder.token, OrganizationID: org.OrganizationID, SessionDurationMinutes: api.Ptr(sessionOfAnHour),
	})
	return v.entering.Send(v.ctx, advising(change.Do, enteredByExchange))
}

// entered goes on with what came of entering an organization.
func (v *discovery) entered(in entry) tea.Cmd {
	before := v.entry
	v.entry = in
	if in.member.MemberID == "" { // a second factor that was given answers with less
		v.entry.member, v.entry.org = before.member, before.org
	}
	told := announceComer(v.entry.member)
	switch {
	case in.session != nil:
		v.skipped = v.step != stepFactor
		return tea.Batch(told, v.open(stepIn, newSignedIn(v)))
	case in.mfa != nil:
		return tea.Batch(told, v.open(stepFactor, v.factorForm()))
	case in.primary != nil:
		return tea.Batch(told, ui.Toast(ui.Info, v.entry.org.OrganizationName+" lets members in by "+
			methodNames(in.primary.AllowedAuthMethods)+" only: sign in there that way."))
	}
	return tea.Batch(told, ui.Toast(ui.Failure, "The server says neither that somebody is signed in nor what is owed."))
}

// company is what the form of a new organization asks for.
type company struct {
	orgValues
	mfa     string
	domains string
}

// found asks for a new organization, whose administrator the holder of the address
// becomes.
func (v *discovery) found() tea.Cmd {
	c := &company{mfa: b2b.MFAPolicyOptional}
	return ui.Open(&ui.Form[entry]{
		Name:    "New organization of " + v.holder.email,
		Groups:  c.formGroups,
		FieldOf: api.FieldOf,
		Send: func() ui.Write[entry] {
			return answering(v.env.API.Discovery.CreateOrganization(c.request(v.holder.token)), enteredByCreation)
		},
		Done: func(in entry) tea.Cmd {
			return tea.Batch(
				ui.Announce(ui.Changed[b2b.Organization]{Value: in.org}),
				ui.Toast(ui.Success, "Created "+in.org.OrganizationName+"."),
				v.entered(in))
		},
	})
}

func (c *company) formGroups() []ui.FormGroup {
	e := b2b.DiscoveryOrganizationsCreate
	groups := c.groups(e)
	groups[0].Fields = append(groups[0].Fields,
		ui.FormField{
			Field: huh.NewSelect[string]().Key("mfa_policy").Title("MFA").Value(&c.mfa).Options(
				huh.NewOption("optional", b2b.MFAPolicyOptional), huh.NewOption("required for all", b2b.MFAPolicyRequiredForAll)),
			Help: "Required: you have to enrol a second factor at once.",
		},
		ui.FormField{
			Field: huh.NewInput().Key("email_allowed_domains").Title("E-mail domains that may join").Value(&c.domains).
				Validate(checkDomains),
			Help: "With spaces between. Whoever has an address there can join by e-mail. Empty: nobody can, but who is invited.",
		})
	return groups
}

// checkDomains refuses domains that cannot let people in.
func checkDomains(typed string) error {
	for _, domain := range domainList(typed) {
		if kind := b2b.CheckEmailDomain(domain); kind != "" {
			known, _ := b2b.LookupError(kind)
			return errors.New(domain + ": " + known.When)
		}
	}
	return nil
}

// domainList are the domains that were typed.
func domainList(typed string) []string {
	return strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}

func (c *company) request(token b2b.Secret) b2b.CreateDiscoveredOrganization {
	r := b2b.CreateDiscoveredOrganization{
		IntermediateSessionToken: token, SessionDurationMinutes: api.Ptr(sessionOfAnHour),
		OrganizationName: filled(c.name), OrganizationSlug: filled(c.slug), OrganizationExternalID: filled(c.externalID),
		OrganizationLogoURL: filled(c.logo),
	}
	if c.mfa != b2b.MFAPolicyOptional {
		r.MFAPolicy = &c.mfa
	}
	if domains := domainList(c.domains); len(domains) > 0 {
		r.EmailAllowedDomains, r.EmailJITProvisioning = domains, api.Ptr(restricted)
		r.EmailInvites = api.Ptr(b2b.EmailInvitesAllAllowed)
	}
	return r
}
