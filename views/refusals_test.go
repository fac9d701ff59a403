package views_test

import (
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// refusal is keys that cannot run on a screen, and what they say instead.
type refusal struct {
	screen  string
	prepare func(c *console) // before the screen opens; nil for nothing
	way     string           // from the first screen, as keys and words
	keys    string           // each says why it cannot run
	says    string
}

// refuse opens the screens on one server, and presses each key.
func refuse(t *testing.T, refusals []refusal) {
	t.Helper()
	for _, r := range refusals {
		t.Run(r.screen, func(t *testing.T) {
			inConsole(t, 120, 40, func(c *console) {
				if r.prepare != nil {
					r.prepare(c)
				}
				c.start(120, 40)
				c.keys(r.way)
				for _, key := range strings.Fields(r.keys) {
					before := c.log.Version()
					c.Press(key)
					c.says(key, r.says)
					if c.log.Version() != before {
						c.t.Errorf("%s has sent something", key)
					}
				}
			})
		})
	}
}

// says fails unless the last lines of the screen, where toasts are, say text.
func (c *console) says(key, text string) {
	c.t.Helper()
	lines := strings.Split(strings.TrimRight(c.Screen(), "\n"), "\n")
	if last := strings.Join(lines[len(lines)-2:], "\n"); !strings.Contains(last, text) {
		c.t.Fatalf("%s says %q, want %q:\n%s", key, strings.TrimSpace(last), text, c.Screen())
	}
}

// nothingFound is a search that finds nothing.
const nothingFound = "/ zzzzzz enter "

func TestRefusals_whereNothingIsListed(t *testing.T) {
	refuse(t, []refusal{
		{"organizations", nil, nothingFound, "enter m , e E d", "No organization is selected."},
		{"members", nil, "m " + nothingFound, "enter m e E d R space * w", "No member is selected."},
		{"members, marked", nil, "m " + nothingFound, "b", "Mark members first: space marks one, * all."},
		{"members of all organizations", nil, "2 " + nothingFound, "enter o", "No member is selected."},
		{"members of all organizations, new", nil, "2", "n", "Open an organization first: a member is created in one."},
		{"members of all organizations, invite", nil, "2", "i", "Open an organization first: a member is invited to one."},
		{"members of all organizations, import", nil, "2", "I", "Open an organization first: members are imported into one."},
		{"requests, empty", nil, "5 X", "enter C O y X", "Nothing has been sent yet."},
		{"requests, searched", nil, "5 " + nothingFound, "enter C O y", "No request is selected."},
		{"outbox", nil, "6", "enter o y X", "There is no message."},
		{"faults", nil, "6 tab tab", "d X", "No fault is in force."},
		{"SSO", withoutSSO, "enter tab tab tab", "enter e d t y s S", "There is no connection; n makes one."},
		{"SCIM", withoutSCIM, "enter tab tab tab tab", "enter e d y R C X", "There is no SCIM connection; n makes one."},
		{"SCIM groups", withoutGroups, "enter tab tab tab tab enter", "e", "No group is selected."},
		{"roles", nil, "4 " + nothingFound, "enter y", "No role is selected."},
		{"roles of an organization", nil, "enter shift+tab " + nothingFound, "enter n e d y", "No role is selected."},
		{"metadata", nil, toAda + "tab tab tab tab tab", "y", "There is no metadata to copy."},
	})
}

// withoutSSO leaves Acme Robotics without connections.
func withoutSSO(c *console) {
	for _, connection := range c.connections().SAMLConnections {
		must(c.t, c.client.SSO.DeleteConnection(c.acme(), connection.ConnectionID))
	}
}

// withoutGroups leaves Acme Robotics with a directory that has sent no groups.
func withoutGroups(c *console) {
	withoutSCIM(c)
	must(c.t, c.client.SCIM.Create(c.acme(), b2b.CreateSCIMConnection{}))
}

func TestRefusals_ofAMemberInItsState(t *testing.T) {
	byPhone := func(c *console) {
		must(c.t, c.client.Members.DeleteTOTP(memberWithBoth(c)))
	}
	phoneOnly := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+12025550123")}))
		updateAcme(b2b.UpdateOrganization{MFAMethods: api.Ptr(b2b.MFAMethodsRestricted), AllowedMFAMethods: []string{b2b.AllowedMFAMethodsTOTP}})(c)
	}
	pending := func(c *console) {
		must(c.t, c.client.Members.Create(c.acme(), b2b.CreateMember{EmailAddress: "newt@acme-robotics.example", CreateMemberAsPending: api.Ptr(true), MFAPhoneNumber: api.Ptr("+12025550123")}))
	}
	noInvites := updateAcme(b2b.UpdateOrganization{EmailInvites: api.Ptr(b2b.EmailInvitesNotAllowed)})
	invited := func(c *console) { invites(c, "late@acme-robotics.example"); noInvites(c) }
	deleted := func(c *console) { must(c.t, c.client.Members.Delete(c.member(ada))) }
	const toNewt, toLate = "m / newt@acme enter enter ", "m / late@acme enter enter "
	refuse(t, []refusal{
		{"SMS is not allowed", phoneOnly, toAda + "m", "S V", "Acme Robotics does not allow SMS codes."},
		{"SMS for a pending member", pending, toNewt + "m", "S V", "Only active members can use SMS codes; this one is pending."},
		{"nothing to copy", nil, toAda + "m", "y", "There is nothing to copy."},
		{"not deleted", nil, toAda, "R", "This member is not deleted."},
		{"not invited", nil, toAda, "i", "This member is not waiting to accept an invitation."},
		{"no invitations", invited, toLate, "i", "This organization allows no invitations by e-mail: see its settings."},
		{"no invitations, in the list", noInvites, "m", "i", "This organization allows no invitations by e-mail: see its settings."},
		{"deleted, in the list", deleted, "m f down down down space ctrl+s / ada.lovelace enter", "e E d", "This member is deleted: reactivate it first."},
		{"deleted, its profile", deleted, "m f down down down space ctrl+s / ada.lovelace enter enter", "e E d r", "This member is deleted: reactivate it first."},
		{"deleted, its MFA", deleted, "m f down down down space ctrl+s / ada.lovelace enter enter m", "n i d v R c t s p S V D r", "This member is deleted: reactivate it first."},
		{"deleted, its metadata", deleted, "m f down down down space ctrl+s / ada.lovelace enter enter tab tab tab tab tab", "e E r", "This member is deleted: reactivate it first."},
	})
	inConsole(t, 120, 40, func(c *console) {
		both := memberWithBoth(c)
		byPhone(c)
		c.openMFA(both.EmailAddress)
		c.Press("s")
		c.says("s", "The phone is the only method there is.")
	})
}

func TestRefusals_ofAConnectionInItsState(t *testing.T) {
	oidc := func(c *console) {
		must(c.t, c.client.SSO.CreateOIDC(c.acme(), b2b.CreateOIDCConnection{DisplayName: api.Ptr("Keycloak")}))
	}
	external := func(c *console) {
		other := c.organization("bluefin-logistics").OrganizationID
		all, err := c.client.SSO.Connections(c.t.Context(), other)
		if err != nil {
			c.t.Fatal(err)
		}
		must(c.t, c.client.SSO.CreateExternal(c.acme(), b2b.CreateExternalSSOConnection{
			ExternalOrganizationID: other, ExternalConnectionID: all.SAMLConnections[0].ConnectionID, DisplayName: api.Ptr("Of Bluefin"),
		}))
	}
	const tab = "enter tab tab tab "
	refuse(t, []refusal{
		{"the default", nil, tab, "t", "It is the default already."},
		{"the default, its page", nil, tab + "enter", "t", "It is the default already."},
		{"not active", oidc, tab + "j", "t", "Only an active connection can be the default; this one is pending."},
		{"metadata of OIDC", oidc, tab + "j enter", "i", "Only SAML has metadata; the issuer of an OIDC connection is read when it is set."},
		{"keys of OIDC", oidc, tab + "j enter", "X", "Only SAML connections have certificates and keys."},
		{"metadata of another organization's", external, tab + "j enter", "i", "Only SAML has metadata; this connection leads to that of another organization."},
		{"no key under the cursor", nil, tab + "enter", "X", "Move to a certificate or a key first."},
		{"a directory there is already", nil, tab + "tab", "n", "An organization has one SCIM connection at most; d deletes this one."},
		{"no rotation", nil, tab + "tab", "C X", "No rotation is under way; R starts one."},
	})
}

func TestRefusals_whileTheServerIsSlow(t *testing.T) {
	refuseWhile := func(screen, way, held, open, keys, says string) {
		t.Run(screen, func(t *testing.T) {
			inConsole(t, 120, 40, func(c *console) {
				c.keys(way)
				letGo := c.heldBack(held)
				defer letGo()
				c.keys(open)
				for _, key := range strings.Fields(keys) {
					c.Press(key)
					c.says(key, says)
				}
			})
		})
	}
	refuseWhile("roles", "", "/v1/b2b/rbac", "4", "enter y", "The roles are not here yet.")
	refuseWhile("roles of an organization", "enter", "/v1/b2b/rbac", "shift+tab", "enter n e d y", "The roles are not here yet.")
	refuseWhile("why", toAda, "/v1/b2b/rbac", "w", "/ enter", "The policy is not here yet.")
	refuseWhile("SSO", "enter tab tab", "/v1/b2b/sso", "tab", "n", "The connections are being read.")
	refuseWhile("SCIM", "enter tab tab tab", "/v1/b2b/scim", "tab", "n e d R", "The connection is being read.")
	refuseWhile("a search under way", "m *", "/v1/b2b/organizations/members/search", "/ hopper enter", "b", "What is listed is not of this search yet: wait, or refresh.")
	refuseWhile("the clock", "6", "/sandbox/v1/clock", "tab", "+ 0 y", "The clock is not read yet; r reads it.")
	refuseWhile("the faults", "6 tab", "/sandbox/v1/faults", "tab", "n", "The faults in force are not read yet.")
	refuseWhile("entering an organization", "", "/v1/b2b/discovery/intermediate_sessions", "3 enter "+ada+" enter down ctrl+s enter ctrl+o enter", "enter n r esc", "The request is under way.")
	refuseWhile("the outbox", "", "/sandbox/v1/outbox", "3 enter "+ada+" enter down ctrl+s enter ctrl+o", "ctrl+o", "The outbox is being read.")
	refuseWhile("saving settings", ",", "/v1/b2b/organizations/organization", "j e x ctrl+s ctrl+s enter", "esc", "The request is under way.")
	refuseWhile("enrolling", toAda+"m", "/v1/b2b/totp", "n", "esc", "Wait: the request is under way.")
}

func TestRefusals_whileStopping(t *testing.T) {
	onMarked(t, 120, 30, 4, func(c *console) {
		c.choose("ask")
		c.faults.slow()
		c.Press("y")
		c.Wait(1500 * second / 1000)
		c.Press("esc", "esc")
		c.says("esc", "It stops after the request under way.")
		c.Wait(5 * second)
		c.faults.heal()
	})
}

func TestRefusals_copyingWhatFailedWhereNothingDid(t *testing.T) {
	onMarked(t, 120, 30, 4, func(c *console) {
		c.choose("ask")
		c.faults.slow()
		c.Press("y")
		c.Wait(1500 * second / 1000)
		c.Press("esc")
		c.Wait(5 * second)
		c.sees("Stopped:")
		c.Press("y")
		c.says("y", "Nothing failed.")
		c.faults.heal()
	})
}

func TestRefusals_whereThereIsNoRoomOrNoEditor(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "p")
		c.says("p", "The detail pane needs a terminal of 132 columns.")
	})
	noEditor := func(env *views.Env, _ *ui.Options) { env.Editor = nil }
	inConsole(t, 80, 24, func(c *console) {
		c.start(80, 24, noEditor)
		for _, way := range []string{"E", "enter E", "m E", "enter E", "tab tab tab tab tab E"} {
			c.keys(way)
			c.says("E", "There is no editor here.")
		}
	})
}

func TestRefusals_aListThatHasNotCome(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		c.faults.refuse(http.MethodPost, "/v1/b2b/organizations/search", 400, "bad_request", "No.")
		c.start(120, 30)
		for _, key := range []string{"enter", "m", "e", "d"} {
			c.Press(key)
			c.says(key, "No organization is selected.")
		}
		c.faults.heal()
		letGo := c.heldBack("/v1/b2b/organizations/search")
		c.start(120, 30)
		c.Press("2", "x")
		c.says("x", "The list is not there yet.")
		letGo()
		c.WaitIdle()
	})
}
