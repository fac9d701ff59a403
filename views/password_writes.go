package views

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// mailResetForm asks how a mail is to be that lets the member set a new password.
func mailResetForm(env *Env, m b2b.Member) ui.View {
	e := b2b.PasswordsEmailResetStart
	var minutes, locale, redirect string
	return &ui.Form[b2b.ResetPasswordByEmailStartResponse]{
		Name: "Mail a link to set a new password",
		Verb: "send",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{
				Title: "To " + m.EmailAddress,
				Help:  "Until the link is used, the old password goes on working; using it ends all sessions.",
				Fields: []ui.FormField{
					textField(e, "reset_password_expiration_minutes", "Minutes that the link lives", &minutes, "5 to 10080, which is a week. 30 when empty."),
					{
						Field: huh.NewSelect[string]().Key("locale").Title("Language").Value(&locale).Options(mailLanguages()...),
						Help:  "Of the mail. The project has its own standard.",
					},
					textField(e, "reset_password_redirect_url", "Where the link leads", &redirect, "One of the project's redirect URLs for resets. Its standard one when empty."),
				},
			}}
		},
		FieldOf: api.FieldOf,
		Send: func() ui.Write[b2b.ResetPasswordByEmailStartResponse] {
			return inWords(write(env.API.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{
				OrganizationID: m.OrganizationID, EmailAddress: m.EmailAddress,
				ResetPasswordExpirationMinutes: wholeNumber(minutes), Locale: filled(locale), ResetPasswordRedirectURL: filled(redirect),
			})))
		},
		Done: func(after b2b.ResetPasswordByEmailStartResponse) tea.Cmd {
			said := "The link is mailed to " + m.EmailAddress + "."
			if env.Sandbox {
				said = "The link is in the outbox of the sandbox."
			}
			return tea.Batch(announceMember(after.Member), ui.Toast(ui.Success, said))
		},
	}
}

func mailLanguages() []huh.Option[string] {
	options := []huh.Option[string]{huh.NewOption("the project's standard", "")}
	for _, l := range []struct{ name, code string }{{"English", "en"}, {"Spanish", "es"}, {"Portuguese (Brazil)", "pt-br"}, {"French", "fr"}} {
		options = append(options, huh.NewOption(l.name, l.code))
	}
	return options
}

// wholeNumber is what was typed as a number; nil when nothing was.
func wholeNumber(typed string) *int {
	n, err := strconv.Atoi(deref(filled(typed)))
	if err != nil {
		return nil // the field has refused what is no number before
	}
	return &n
}

// requireReset asks before the password of m stops working until it is replaced.
func requireReset(env *Env, m b2b.Member) ui.View {
	change := env.API.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{
		EmailAddress: m.EmailAddress, OrganizationID: &m.OrganizationID, MemberID: &m.MemberID,
	})
	return &ui.ConfirmWrite[b2b.RequirePasswordByEmailResetResponse]{
		Name: "Require a new password?", Verb: "Require it",
		Body: "The old password stops working, here and in every organization of that address. No mail is sent by this: mail a link next. " +
			"Only projects whose passwords hold across organizations can do so.",
		Write: inWords(write(change)),
		Done: func(after b2b.RequirePasswordByEmailResetResponse) tea.Cmd {
			said := ui.Toast(ui.Success, memberName(m)+" has to set a new password; mail a link for it.")
			if after.Member == nil {
				return said
			}
			return tea.Batch(announceMember(*after.Member), said)
		},
	}
}

// deletePassword asks before m has no password any more.
func deletePassword(env *Env, m b2b.Member) ui.View {
	return &ui.ConfirmWrite[b2b.Member]{
		Name: "Delete the password?", Verb: "Delete",
		Body:  memberName(m) + " signs in by the other methods that the organization allows, or sets a new password by a mailed link. Sessions keep running.",
		Write: inWords(write(env.API.Members.DeletePassword(m))),
		Done: func(after b2b.Member) tea.Cmd {
			return tea.Batch(announceMember(after), ui.Toast(ui.Success, "The password of "+memberName(m)+" is deleted."))
		},
	}
}
