package views

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// memberValues are what the forms of a member ask for.
type memberValues struct {
	email, name, externalID, phone, roles string
	breakglass, mfa, pending, unlink      bool
	trusted, untrusted                    string // JSON
	keepPhone, keepID                     string // why they cannot be emptied; "" when they can
}

// newMemberForm asks for a new member of org.
func newMemberForm(env *Env, org b2b.Organization) ui.View {
	v := &memberValues{}
	return &ui.Form[b2b.Member]{
		Name:    "New member of " + org.OrganizationName,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			fields := append(v.fields(b2b.OrganizationsMembersCreate), ui.FormField{
				Field: huh.NewConfirm().Key("create_member_as_pending").Title("Create as pending").Value(&v.pending),
				Help:  "A pending member becomes active at the first sign-in.",
			})
			return []ui.FormGroup{{Fields: fields}}
		},
		Send: func() ui.Write[b2b.Member] {
			return write(env.API.Members.Create(org.OrganizationID, b2b.CreateMember{
				EmailAddress:          v.email,
				Name:                  filled(v.name),
				ExternalID:            filled(v.externalID),
				MFAPhoneNumber:        filled(v.phone),
				Roles:                 splitList(v.roles),
				IsBreakglass:          ifSet(v.breakglass),
				MFAEnrolled:           ifSet(v.mfa),
				CreateMemberAsPending: ifSet(v.pending),
				TrustedMetadata:       metadata(v.trusted),
				UntrustedMetadata:     metadata(v.untrusted),
			}))
		},
		Done: func(m b2b.Member) tea.Cmd {
			return tea.Batch(memberDone("Created")(m), announceMembership(m.OrganizationID))
		},
	}
}

// editMemberForm asks for what can be changed of m.
func editMemberForm(env *Env, m b2b.Member) ui.View {
	v := &memberValues{
		email: m.EmailAddress, name: m.Name, externalID: deref(m.ExternalID), phone: m.MFAPhoneNumber, roles: directRoles(m),
		breakglass: m.IsBreakglass, mfa: m.MFAEnrolled, trusted: metadataText(m.TrustedMetadata), untrusted: metadataText(m.UntrustedMetadata),
		keepPhone: onlyElsewhere(m.MFAPhoneNumber, "the MFA tab deletes it"), keepID: onlyElsewhere(deref(m.ExternalID), "the Connections tab removes it"),
	}
	before := *v
	return &ui.Form[b2b.Member]{
		Name:    "Edit " + memberName(m),
		Review:  true,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			fields := append(v.fields(b2b.OrganizationsMembersUpdate), ui.FormField{
				Field:  huh.NewConfirm().Key("unlink_email").Title("Free the old address").Value(&v.unlink),
				Help:   "Otherwise the old address stays retired: nobody else can have it.",
				Hidden: func() bool { return v.email == m.EmailAddress },
			})
			return []ui.FormGroup{{Fields: fields}}
		},
		Send: func() ui.Write[b2b.Member] { return write(env.API.Members.Update(m, v.update(before, m))) },
		Done: memberDone("Saved"),
	}
}

// update is the request for what differs from before.
func (v *memberValues) update(before memberValues, m b2b.Member) b2b.UpdateMember {
	to := b2b.UpdateMember{
		Name: &v.name, EmailAddress: &v.email, IsBreakglass: &v.breakglass, MFAEnrolled: &v.mfa,
		ExternalID:        filledOr(v.externalID, m.ExternalID),
		MFAPhoneNumber:    filledOr(v.phone, &m.MFAPhoneNumber),
		TrustedMetadata:   metadataUpdate(m.TrustedMetadata, v.trusted),
		UntrustedMetadata: metadataUpdate(m.UntrustedMetadata, v.untrusted),
	}
	if v.roles != before.roles {
		to.Roles = append([]string{}, splitList(v.roles)...)
	}
	if v.unlink && v.email != m.EmailAddress {
		to.UnlinkEmail = &v.unlink
	}
	return to
}

func (v *memberValues) fields(e b2b.Endpoint) []ui.FormField {
	return []ui.FormField{
		textField(e, "email_address", "E-mail", &v.email, emailHelp(e)),
		textField(e, "name", "Name", &v.name, ""),
		{
			Field: huh.NewInput().Key("roles").Title("Roles").Value(&v.roles),
			Help:  "Ids of roles given directly, with commas between. Everybody has stytch_member; stytch_admin may do all.",
		},
		phoneField(e, "MFA phone", &v.phone, "With country code, such as +14155550100.", v.keepPhone),
		{
			Field: huh.NewConfirm().Key("mfa_enrolled").Title("Ask for MFA at each sign-in").Value(&v.mfa),
		},
		{
			Field: huh.NewConfirm().Key("is_breakglass").Title("Break-glass account").Value(&v.breakglass),
			Help:  "May use every sign-in and MFA method, whatever the organization allows.",
		},
		keptField(e, "external_id", "External id", &v.externalID, "Your own id for this member. It can be used wherever the member's id can.", v.keepID),
		metadataField("trusted_metadata", "Trusted metadata", &v.trusted, "A JSON object that only your backend may change."),
		metadataField("untrusted_metadata", "Untrusted metadata", &v.untrusted, "A JSON object that the member may change too."),
	}
}

func emailHelp(e b2b.Endpoint) string {
	if e.Operation == "update" {
		return "A new address is unverified, removes the password and retires the old address."
	}
	return ""
}

func memberDone(did string) func(b2b.Member) tea.Cmd {
	return func(m b2b.Member) tea.Cmd {
		return tea.Batch(
			ui.Announce(ui.Changed[b2b.Member]{Value: m}),
			ui.Toast(ui.Success, did+" "+memberName(m)+"."))
	}
}

// deleteMember asks before a member is deleted.
func deleteMember(env *Env, m b2b.Member) ui.View {
	return &ui.ConfirmWrite[string]{
		Name:  "Delete this member?",
		Body:  "All sessions of " + m.EmailAddress + " end, and the address is free for a new member.",
		Verb:  "Delete",
		Write: write(env.API.Members.Delete(m)),
		Done: func(string) tea.Cmd {
			gone := m
			gone.Status = b2b.MemberStatusDeleted
			return tea.Batch(
				announceMemberGone(m.OrganizationID, m.MemberID),
				ui.Toast(ui.Success, "Deleted "+memberName(gone)+"."))
		},
	}
}

// reactivateMember asks before a deleted member comes back.
func reactivateMember(env *Env, m b2b.Member) ui.View {
	return &ui.ConfirmWrite[b2b.Member]{
		Name:  "Reactivate this member?",
		Body:  memberName(m) + " becomes active again, with the same id. Sessions, factors and roles are as they were left.",
		Verb:  "Reactivate",
		Write: write(env.API.Members.Reactivate(m)),
		Done: func(m b2b.Member) tea.Cmd {
			return tea.Batch(memberDone("Reactivated")(m), announceMembership(m.OrganizationID))
		},
	}
}

// ifSet is nil for false, which is what leaving the field out means.
func ifSet(b bool) *bool {
	if !b {
		return nil
	}
	return &b
}

// directRoles lists the roles that were given to m by name.
func directRoles(m b2b.Member) string {
	var text string
	for _, role := range m.Roles {
		for _, source := range role.Sources {
			if source.Type == b2b.MemberRoleSourceTypeDirectAssignment && role.RoleID != b2b.RoleMember {
				if text != "" {
					text += ", "
				}
				text += role.RoleID
			}
		}
	}
	return text
}
