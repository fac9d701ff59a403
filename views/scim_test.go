package views_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// answerOf is a value as the server's answer.
func answerOf(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// directory is the SCIM connection of Acme Robotics on the server.
func (c *console) directory() b2b.SCIMConnection {
	c.t.Helper()
	got, err := c.client.SCIM.Get(c.t.Context(), c.acme())
	if err != nil {
		c.t.Fatal(err)
	}
	return got
}

// withoutSCIM deletes the connection of Acme Robotics past the screen.
func withoutSCIM(c *console) { must(c.t, c.client.SCIM.Delete(c.directory())) }

// asDirectory sends a request as the directory does, and reports its status.
func (c *console) asDirectory(method, path, token, body string) int {
	c.t.Helper()
	r := httptest.NewRequestWithContext(c.t.Context(), method, "/v1/b2b/scim/"+c.directory().ConnectionID+path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/scim+json")
	w := httptest.NewRecorder()
	c.server.ServeHTTP(w, r)
	return w.Code
}

var bearer = regexp.MustCompile(`│ ([A-Za-z0-9_-]{48}) +│\n`)

// token is the bearer token on the screen; "" when none is shown.
func (c *console) token() string {
	if found := bearer.FindStringSubmatch(c.Screen()); found != nil && !strings.Contains(found[1], "connection") {
		return found[1]
	}
	return ""
}

func TestSCIM_createShowsTheTokenOnce(t *testing.T) {
	onOrgTab(t, "SCIM", withoutSCIM, func(c *console) {
		c.sees("No SCIM connection.", "n makes a connection", "The token is shown once.")
		c.Press("e")
		c.sees("There is no SCIM connection; n makes one.")
		c.Press("n")
		c.Type("Directory of HQ")
		c.Press("ctrl+s")
		c.sees("The token of Directory of HQ", "••••••••", "Base URL")
		if c.token() != "" {
			c.t.Fatalf("the token is there before it was asked for:\n%s", c.Screen())
		}
		c.Press("v")
		token := c.token()
		if status := c.asDirectory(http.MethodGet, "/Users", token, ""); status != http.StatusOK {
			c.t.Fatalf("the directory gets %d with the token %q", status, token)
		}
		c.Press("esc")
		c.sees("Close without keeping the token?", "The server never shows it again.")
		c.Press("n", "y")
		c.sees("✓ The token is in the clipboard.")
		if c.copied[0] != token {
			c.t.Error("something else was copied")
		}
		c.Press("esc")
		c.sees("✓ Active", "Directory of HQ", "ends in "+token[44:])
		if c.token() != "" {
			c.t.Error("the token is still there")
		}
		c.Press("n")
		c.sees("An organization has one SCIM connection at most")
	})
}

func TestSCIM_rotation(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		for key, says := range map[string]string{"C": "No rotation is under way; R starts one.", "X": "No rotation is under way; R starts one."} {
			c.Press(key)
			c.sees(says)
		}
		old := c.directory().BearerTokenLastFour
		c.Press("R")
		c.sees("A second token is made and shown once.")
		c.Press("y", "v")
		token := c.token()
		c.Press("enter")
		c.sees("! A rotation is under way: both tokens work.", "ends in "+old, "ends in "+token[44:])
		c.Press("R")
		c.sees("A rotation is under way: C completes it, X cancels it.")
		c.Press("X")
		c.sees("The token that ends in " + token[44:] + " is dropped")
		c.Press("y")
		c.sees("The rotation is cancelled")
		if status := c.asDirectory(http.MethodGet, "/Users", token, ""); status != http.StatusUnauthorized {
			c.t.Errorf("the token that was dropped gets %d", status)
		}
		c.Press("R", "y", "v")
		token = c.token()
		c.Press("enter", "C")
		c.sees("From then on only the token that ends in "+token[44:]+" works.", "This cannot be undone")
		c.Press("y")
		c.sees("The rotation is complete", "ends in "+token[44:])
		c.doesNotSee("ends in " + old)
		if status := c.asDirectory(http.MethodGet, "/Users", token, ""); status != http.StatusOK {
			c.t.Errorf("the new token gets %d", status)
		}
	})
}

func TestSCIM_groupsGiveRoles(t *testing.T) {
	onOrgTab(t, "SCIM", withoutSCIM, func(c *console) {
		c.Press("n", "ctrl+s", "v")
		token := c.token()
		c.Press("enter")
		c.sees("Received           none yet")
		c.Press("enter")
		c.sees("The directory has sent no groups yet.")
		c.Press("e")
		c.sees("No group is selected.")
		for _, name := range []string{"Engineering", hostile} {
			if status := c.asDirectory(http.MethodPost, "/Groups", token, answerOf(t, map[string]any{
				"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:Group"}, "displayName": name,
			})); status != http.StatusCreated {
				c.t.Fatalf("the group was not taken: %d", status)
			}
			c.Wait(2 * second) // the older comes first
		}
		c.Press("esc", "r")
		c.sees("2 groups; enter lists them")
		c.Press("enter")
		c.sees("Engineering", "1/2")
		if bad := control(c.Frame()); bad != "" {
			c.t.Fatalf("the frame holds %q", bad)
		}
	})
}

func TestSCIM_rolesOfAGroup(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		c.sees("9 groups; enter lists them", "Billing managers → billing_manager")
		c.Press("enter")
		c.sees("Billing managers", "billing_manager", "Engineering", "1/9")
		c.Press("j", "enter")
		c.sees("Roles of the group Engineering")
		c.Type("no_such_role")
		c.Press("ctrl+s", "enter")
		c.sees(`✗ "no_such_role" cannot be assigned`)
		c.Press("ctrl+u")
		c.Type("support_agent, stytch_admin")
		c.Press("ctrl+s", "enter")
		c.sees("Saved the roles of Engineering.", "support_agent, stytch_admin")
		if got := c.directory().SCIMGroupImplicitRoleAssignments; len(got) != 3 || got[1].GroupName != "Engineering" {
			c.t.Errorf("the server holds %+v", got)
		}
		c.Press("esc")
		c.sees("Engineering → support_agent")
		c.Press("enter", "e", "ctrl+u", "ctrl+s", "enter")
		if got := c.directory().SCIMGroupImplicitRoleAssignments; len(got) != 2 || got[0].GroupName != "Engineering" {
			c.t.Errorf("the server holds %+v", got)
		}
		c.faults.fail(http.MethodGet, "/v1/b2b/scim/", http.StatusInternalServerError)
		c.Press("r")
		c.Wait(minute)
		c.sees("✗ Could not read the groups of Okta.", "Engineering")
	})
}

func TestSCIM_editAndDelete(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		c.Press("e")
		c.Type(" of HQ")
		c.Press("ctrl+s", "enter")
		c.sees("Saved Okta.", "Okta of HQ")
		c.Press("y")
		c.Type("base")
		c.Press("enter")
		if c.copied[0] != c.directory().BaseURL {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("d")
		c.sees("who leaves the", "company stays a member")
		c.Type("Okta of HQ")
		c.Press("enter")
		c.sees("No SCIM connection.", "Deleted Okta of HQ.")
		if c.organization("acme-robotics").SCIMActiveConnection != nil {
			c.t.Error("the server still has it")
		}
	})
}

func TestSCIM_failureIsSaidWhereTheDataWouldBe(t *testing.T) {
	broken := func(c *console) { c.faults.fail(http.MethodGet, "/v1/b2b/scim/", http.StatusInternalServerError) }
	onOrgTab(t, "SCIM", broken, func(c *console) {
		c.Wait(minute)
		c.sees("✗ Could not read the SCIM connection of Acme Robotics.", "r try again")
		c.Press("n")
		c.sees("The connection could not be read; r tries again.")
		c.faults.heal()
		c.Press("r")
		c.sees("✓ Active")
		c.faults.refuse(http.MethodPost, "/v1/b2b/scim/", http.StatusBadRequest, "invalid_connection", "Not now.")
		c.Press("R", "y")
		c.sees("Not now.", "Start")
	})
}

func TestSCIM_aTokenThatNobodyHasIsNotQuitOver(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		c.Press("R", "y")
		c.sees("The next token of Okta", "Both tokens work until the rotation is completed, with C on the SCIM page.")
		c.Press("b")
		c.sees("✓ The base URL is in the clipboard.")
		if got := c.copied; len(got) != 1 || got[0] != c.directory().BaseURL {
			c.t.Errorf("copied %q", got)
		}
		c.Press("ctrl+c") // the URL is copied, the token is not
		c.sees("Quit all the same?")
		c.Press("n", "esc")
		c.sees("The first token goes on", "cancel the rotation and start it")
		c.Press("n", "v", "v")
		if c.token() != "" {
			c.t.Error("the token is shown after it was hidden again")
		}
		c.Press("y", "ctrl+c")
		if !c.Quit() {
			c.t.Errorf("what is kept is asked about:\n%s", c.Screen())
		}
	})
}
