package views_test

import (
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestSettings_anExternalIDThatIsRemovedIsGoneFromTheOverview(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		id := *c.organization(acme).OrganizationExternalID
		c.Press("enter")
		c.sees(id)
		c.Press(",")
		toSetting(c, "organization_external_id")
		c.Press("e", "ctrl+u", "ctrl+s", "y")
		c.sees("External id removed.")
		c.Press("shift+tab", "shift+tab")
		c.sees("▸Overview")
		c.doesNotSee(id)
	})
}

func TestDiscovery_theOrganizationThatIsFoundedIsInTheList(t *testing.T) {
	inConsole(t, 100, 44, func(c *console) {
		c.sees("1/24")
		c.prove("founder@somewhere-new.example", false)
		c.Press("n")
		c.Type("Somewhere New")
		c.Press("ctrl+s")
		c.sees("Created Somewhere New.")
		asked := c.faults.counting("/v1/b2b/organizations")
		c.Press("1")
		c.sees("Somewhere New")
		if n := asked.Load(); n != 0 {
			c.t.Errorf("the list asked %d times for what was known", n)
		}
	})
}

func TestDiscovery_theSessionEndsByTheClockOfTheSandbox(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.prove(ada, false)
		c.Press("enter")
		c.sees("▸ Signed in", "in 60 min")
		c.Press("6", "tab", "+")
		c.Type("another")
		c.Press("enter")
		c.Type("30m")
		c.Press("enter", "3")
		c.sees("▸ Signed in", "in 30 min")
	})
}

func TestDiscovery_anOrganizationThatIsClosedIsNotAskedAbout(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		closed := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Closed", AuthMethods: api.Ptr(b2b.AuthMethodsRestricted),
			AllowedAuthMethods: []string{b2b.AllowedAuthMethodsPassword}}))
		must(c.t, c.client.Members.Create(closed.OrganizationID, b2b.CreateMember{EmailAddress: "one@closed.example", CreateMemberAsPending: api.Ptr(true)}))
		c.prove("one@closed.example", true)
		asked := c.faults.counting("/v1/b2b/discovery")
		c.Press("enter")
		c.says("enter", "Closed lets members in by password only: sign in there that way.")
		if n := asked.Load(); n != 0 {
			c.t.Errorf("%d requests were sent", n)
		}
	})
}

func TestDiscovery_whereNoOrganizationIsFound(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		c.prove("nobody@somewhere-new.example", true)
		for _, key := range []string{"enter", "y"} {
			c.Press(key)
			c.says(key, "There is no organization to enter; n founds one.")
		}
	})
}

func TestSCIM_aNewDirectoryIsOnTheOverviewAndItsEnd(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		withoutSCIM(c)
		c.Press("r", "enter")
		c.doesNotSee("Directory of HQ")
		c.walkTo("SCIM")
		c.Press("n")
		c.Type("Directory of HQ")
		c.Press("ctrl+s", "y", "esc")
		c.Wait(time.Second)
		c.walkTo("Overview")
		c.sees("Directory of HQ")
		c.walkTo("SCIM")
		c.Press("d")
		c.Type("Directory of HQ")
		c.Press("enter", "y")
		c.Wait(5 * time.Second) // the note of the deletion has gone
		c.walkTo("Overview")
		c.doesNotSee("Directory of HQ")
	})
}

func TestSSO_aConnectionIsReadAgainWhenItIsOpened(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		okta := c.connections().SAMLConnections[0]
		must(c.t, c.client.SSO.UpdateSAML(okta, b2b.UpdateSAMLConnection{DisplayName: api.Ptr("Renamed elsewhere")}))
		c.doesNotSee("Renamed elsewhere")
		c.Press("enter")
		c.sees("Renamed elsewhere")
	})
}

func TestSSO_nothingIsDoneToAConnectionThatIsGone(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("enter")
		must(c.t, c.client.SSO.DeleteConnection(c.acme(), c.connections().SAMLConnections[0].ConnectionID))
		c.Press("r")
		for _, key := range strings.Fields("e i t X d") {
			c.Press(key)
			c.says(key, "The connection is not there any more.")
		}
	})
}

func TestSSO_theDefaultIsNotDeletedOnItsPageEither(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) { secondSAML(c) }, func(c *console) {
		c.Press("j", "enter")
		c.sees("★ yes")
		c.Press("d")
		c.says("d", "It is the default: make another one the default first, with t.")
	})
}
