package views

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// bulkAct is one thing that can be done to many members, by one write each.
type bulkAct struct {
	name    string // "Delete the authenticator app"
	verb    string // on the button
	follows string // what follows from it, in sentences
	word    string // with the number, what has to be typed before; "" asks for a yes

	not    func(b2b.Member) string // why it does not apply; "" when it does
	shows  func(b2b.Member) (before, after string)
	change func(b2b.Member) api.Undoer
	warns  func([]b2b.Member) string // of what cannot be taken back; nil for nothing
}

// bulkActs are the acts that need nothing but members.
func bulkActs(client *api.Client) []bulkAct {
	service := client.Members
	return []bulkAct{
		setMFA(service, true),
		setMFA(service, false),
		{
			name: "Delete the authenticator app", verb: "Delete", word: "delete",
			follows: "The apps stop working, and the recovery codes go with them. New ones have to be enrolled.",
			not:     firstOf(deletedAlready, because("no authenticator app", func(m b2b.Member) bool { return m.TOTPRegistrationID == "" })),
			shows:   always("authenticator app", "none"),
			change:  func(m b2b.Member) api.Undoer { return service.DeleteTOTP(m) },
		},
		{
			name: "Delete members", verb: "Delete", word: "delete",
			follows: "All their sessions end.",
			warns:   neverBack,
			not:     deletedAlready,
			shows:   func(m b2b.Member) (string, string) { return m.Status, b2b.MemberStatusDeleted },
			change:  func(m b2b.Member) api.Undoer { return service.Delete(m) },
		},
		{
			name: "Reactivate members", verb: "Reactivate",
			follows: "They become active again, with the same ids. Factors and roles are as they were left.",
			not:     because("not deleted", func(m b2b.Member) bool { return m.Status != b2b.MemberStatusDeleted }),
			shows:   always(b2b.MemberStatusDeleted, b2b.MemberStatusActive),
			change:  func(m b2b.Member) api.Undoer { return service.Reactivate(m) },
		},
		{
			name: "End all sessions", verb: "End them", word: "end",
			follows: "They have to sign in again. A JWT that is checked without asking stays valid for up to 5 minutes.",
			not:     deletedAlready,
			shows:   always("sessions", "none"),
			change:  func(m b2b.Member) api.Undoer { return client.Sessions.Revoke(b2b.RevokeSession{MemberID: &m.MemberID}) },
		},
		{
			name: "Send the invitation again", verb: "Send",
			follows: "Each gets a mail with a new link. Links that were sent before work until they expire.",
			not:     because("not invited", func(m b2b.Member) bool { return m.Status != b2b.MemberStatusInvited }),
			shows:   always("invited", "invited once more"),
			change: func(m b2b.Member) api.Undoer {
				return client.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: m.OrganizationID, EmailAddress: m.EmailAddress})
			},
		},
	}
}

// setMFA asks members for a second factor at each sign-in, or no more.
func setMFA(service *api.MembersService, on bool) bulkAct {
	act := bulkAct{
		change: func(m b2b.Member) api.Undoer { return service.Update(m, b2b.UpdateMember{MFAEnrolled: &on}) },
	}
	if on {
		act.name, act.verb = "Ask for MFA at each sign-in", "Ask for it"
		act.follows = "Who has no second factor yet has to enrol one at the next sign-in."
		act.not = firstOf(deletedAlready, because("asked for it already", func(m b2b.Member) bool { return m.MFAEnrolled }))
		act.shows = always("MFA not asked for", "MFA at each sign-in")
		return act
	}
	act.name, act.verb = "Waive MFA", "Waive"
	act.follows = "Nothing but the first factor is asked of them any more, unless the organization requires MFA."
	act.not = firstOf(deletedAlready, because("not asked for it", func(m b2b.Member) bool { return !m.MFAEnrolled }))
	act.shows = always("MFA at each sign-in", "MFA not asked for")
	return act
}

// addRole gives members a role directly, beside those they have.
func addRole(service *api.MembersService, role string) bulkAct {
	roles := func(m b2b.Member) []string { return append(api.DirectRoles(m), role) }
	return bulkAct{
		name: "Add the role " + role, verb: "Add it",
		follows: "It counts from their next request on.",
		not: firstOf(deletedAlready, because("role held already", func(m b2b.Member) bool {
			return slices.Contains(api.DirectRoles(m), role)
		})),
		shows:  showsRoles(roles),
		change: func(m b2b.Member) api.Undoer { return service.Update(m, b2b.UpdateMember{Roles: roles(m)}) },
	}
}

// removeRole takes a role away that was given directly.
func removeRole(service *api.MembersService, role string) bulkAct {
	roles := func(m b2b.Member) []string {
		return slices.DeleteFunc(api.DirectRoles(m), func(r string) bool { return r == role })
	}
	return bulkAct{
		name: "Remove the role " + role, verb: "Remove it",
		follows: "What it allowed is refused from their next request on.",
		not: firstOf(deletedAlready, func(m b2b.Member) string {
			switch {
			case slices.Contains(api.DirectRoles(m), role):
				return ""
			case slices.Contains(roleIDs(m), role):
				return "role held by way of a domain, a connection or a group"
			}
			return "role not held"
		}),
		shows:  showsRoles(roles),
		change: func(m b2b.Member) api.Undoer { return service.Update(m, b2b.UpdateMember{Roles: roles(m)}) },
	}
}

func showsRoles(after func(b2b.Member) []string) func(b2b.Member) (string, string) {
	return func(m b2b.Member) (string, string) {
		return orNone(strings.Join(api.DirectRoles(m), ", ")), orNone(strings.Join(after(m), ", "))
	}
}

func always(before, after string) func(b2b.Member) (string, string) {
	return func(b2b.Member) (string, string) { return before, after }
}

// neverBack says how many of the members cannot be reactivated once they are
// deleted.
func neverBack(members []b2b.Member) string {
	n := 0
	for _, m := range members {
		if !m.EmailAddressVerified {
			n++
		}
	}
	switch {
	case n == 0:
		return "They can be reactivated."
	case n == len(members):
		return "No e-mail address of theirs was ever verified: they can never be reactivated."
	}
	return fmt.Sprintf("They can be reactivated, but for %d whose e-mail address was never verified.", n)
}

// deletedAlready is why most acts do not apply to a deleted member.
func deletedAlready(m b2b.Member) string {
	if m.Status == b2b.MemberStatusDeleted {
		return "deleted"
	}
	return ""
}

// because is a reason for those members that it is true of.
func because(reason string, of func(b2b.Member) bool) func(b2b.Member) string {
	return func(m b2b.Member) string {
		if of(m) {
			return reason
		}
		return ""
	}
}

// firstOf is the first reason there is.
func firstOf(reasons ...func(b2b.Member) string) func(b2b.Member) string {
	return func(m b2b.Member) string {
		for _, reason := range reasons {
			if text := reason(m); text != "" {
				return text
			}
		}
		return ""
	}
}
