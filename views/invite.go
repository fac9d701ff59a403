package views

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// inviteValues are what the form of an invitation asks for.
type inviteValues struct {
	email, name, roles string
	expires            string // minutes; "" for the API's own
	locale             string // "" for the project's own
	redirect           string
	trusted, untrusted string // JSON
}

// inviteForm asks whom to invite to org, starting from what is known of them.
func inviteForm(env *Env, org b2b.Organization, v inviteValues) ui.View {
	return &ui.Form[b2b.Member]{
		Name:    "Invite to " + org.OrganizationName,
		Verb:    "invite",
		Review:  true,
		FieldOf: api.FieldOf,
		Groups:  func() []ui.FormGroup { return []ui.FormGroup{{Fields: v.fields()}} },
		Send: func() ui.Write[b2b.Member] {
			return write(env.API.MagicLinks.Invite(v.request(org)))
		},
		Done: func(m b2b.Member) tea.Cmd {
			where := "on its way"
			if env.Sandbox {
				where = "in the outbox of the sandbox"
			}
			return tea.Batch(announceComer(m), ui.Toast(ui.Success, "Invited "+m.EmailAddress+": the mail is "+where+"."))
		},
	}
}

func (v *inviteValues) request(org b2b.Organization) b2b.InviteEmailMagicLink {
	request := b2b.InviteEmailMagicLink{
		OrganizationID: org.OrganizationID, EmailAddress: v.email,
		Name: filled(v.name), Roles: splitList(v.roles), Locale: filled(v.locale), InviteRedirectURL: filled(v.redirect),
		TrustedMetadata: metadata(v.trusted), UntrustedMetadata: metadata(v.untrusted),
	}
	if minutes, err := strconv.Atoi(v.expires); err == nil {
		request.InviteExpirationMinutes = &minutes
	}
	return request
}

func (v *inviteValues) fields() []ui.FormField {
	e := b2b.MagicLinksEmailInvite
	return []ui.FormField{
		textField(e, "email_address", "E-mail", &v.email, "The invitation goes to this address."),
		textField(e, "name", "Name", &v.name, ""),
		{
			Field: huh.NewInput().Key("roles").Title("Roles").Value(&v.roles),
			Help:  "Ids of roles given directly, with commas between. Everybody has " + b2b.RoleMember + ".",
		},
		{
			Field: huh.NewSelect[string]().Key("invite_expiration_minutes").Title("Link works for").Inline(true).Value(&v.expires).Options(
				huh.NewOption("7 days", ""), huh.NewOption("3 days", "4320"), huh.NewOption("1 day", "1440"),
				huh.NewOption("8 hours", "480"), huh.NewOption("1 hour", "60"), huh.NewOption("15 minutes", "15")),
			Help: "After that, the invitation has to be sent again.",
		},
		{
			Field: huh.NewSelect[string]().Key("locale").Title("Language").Inline(true).Value(&v.locale).Options(localeOptions()...),
			Help:  "Of the mail.",
		},
		textField(e, "invite_redirect_url", "Redirect URL", &v.redirect, "Where the link leads. Empty: the project's own for invitations."),
		metadataField("trusted_metadata", "Trusted metadata", &v.trusted, "A JSON object that only your backend may change."),
		metadataField("untrusted_metadata", "Untrusted metadata", &v.untrusted, "A JSON object that the member may change too."),
	}
}

// localeOptions are the languages of an invitation.
func localeOptions() []huh.Option[string] {
	return []huh.Option[string]{
		huh.NewOption("the project's own", ""), huh.NewOption("English", "en"), huh.NewOption("Spanish", "es"),
		huh.NewOption("French", "fr"), huh.NewOption("Portuguese (Brazil)", "pt-br"),
	}
}

// noInvites says why nobody can be invited to org; "" when somebody can.
func noInvites(org *b2b.Organization) string {
	switch {
	case org == nil:
		return "Open an organization first: a member is invited to one."
	case org.EmailInvites == b2b.EmailInvitesNotAllowed:
		return "This organization allows no invitations by e-mail: see its settings."
	}
	return ""
}

func (v *members) invite() tea.Cmd { return ui.Open(inviteForm(v.env, *v.org, inviteValues{})) }

// inviteAgain asks before the member gets a further invitation.
func (v *memberView) inviteAgain() tea.Cmd {
	m := v.member
	return ui.Open(inviteForm(v.env, v.org, inviteValues{
		email: m.EmailAddress, name: m.Name, roles: directRoles(m),
		trusted: metadataText(m.TrustedMetadata), untrusted: metadataText(m.UntrustedMetadata),
	}))
}

func notInvited(m b2b.Member) string {
	if m.Status != b2b.MemberStatusInvited {
		return "This member is not waiting to accept an invitation."
	}
	return ""
}
