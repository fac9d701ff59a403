package views_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
)

// acme is the organization whose settings the tests change.
const acme = "acme-robotics"

// openSettings opens the settings of Acme Robotics, the first organization.
func openSettings(c *console) {
	c.t.Helper()
	c.sees("Acme Robotics")
	c.Press(",")
	c.sees("▸Settings", "Profile")
}

// toSetting puts the cursor on a setting, whose name is then at the bottom.
func toSetting(c *console, name string) {
	c.t.Helper()
	c.Press("g")
	for range len(b2b.OrganizationsUpdate.Request) {
		if focusedSetting(c) == name {
			return
		}
		c.Press("j")
	}
	c.t.Fatalf("there is no setting %s:\n%s", name, c.Screen())
}

func focusedSetting(c *console) string {
	for line := range strings.Lines(c.Screen()) {
		if rest, ok := strings.CutPrefix(line, "── "); ok {
			name, _, _ := strings.Cut(rest, " ")
			return name
		}
	}
	return ""
}

// saveSettings sends all changes, after looking at them.
func saveSettings(c *console) {
	c.t.Helper()
	c.Press("ctrl+s")
	c.sees("Save ")
	c.Press("enter")
	c.sees("Saved ")
}

// updates are the bodies of the updates that were sent.
func updates(c *console) []map[string]json.RawMessage {
	c.t.Helper()
	var bodies []map[string]json.RawMessage
	for _, x := range c.log.Exchanges() {
		if x.EndpointID != b2b.OrganizationsUpdate.ID() {
			continue
		}
		body := map[string]json.RawMessage{}
		if err := json.Unmarshal(x.RequestBody, &body); err != nil {
			c.t.Fatal(err)
		}
		bodies = append(bodies, body)
	}
	return bodies
}

// change changes Acme Robotics past the screen, as somebody else would.
func change(c *console, to b2b.UpdateOrganization) {
	c.t.Helper()
	if _, err := c.client.Organizations.Update(c.organization(acme), to).Overwrite().Do(c.t.Context()); err != nil {
		c.t.Fatal(err)
	}
	c.log.Clear()
}

func TestSettings_showEveryFieldThatCanBeUpdated(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		shown := map[string]bool{}
		for range 2 * len(b2b.OrganizationsUpdate.Request) {
			shown[focusedSetting(c)] = true
			c.Press("j")
		}
		want := map[string]bool{}
		for _, f := range b2b.OrganizationsUpdate.Request {
			want[f.Name] = true
		}
		if !maps.Equal(shown, want) {
			t.Errorf("shown %v\nwant %v", slices.Sorted(maps.Keys(shown)), slices.Sorted(maps.Keys(want)))
		}
	})
}

func TestSettings_aFailedReadKeepsTheLastGoodValues(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.faults.fail("GET", "/v1/b2b/organizations/", http.StatusBadRequest)
		openSettings(c)
		c.sees("✗ Could not read the settings again", "request-id-test-broken", "Acme Robotics", "try again")
		c.Golden(c.t, "settings-failed-80x24")
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("✗")
	})
}

// closeDialogs leaves every dialog, and gives up what was typed there.
func closeDialogs(c *console) {
	for strings.Contains(c.Screen(), "╭") {
		c.Press("esc")
		if strings.Contains(c.Screen(), "Leave all the same?") {
			c.Press("y")
		}
	}
}

func TestSettings_showTheValuesAtHandWhileTheyAreReadAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		gate := make(chan struct{})
		c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodGet {
				<-gate
			}
			return false
		})
		openSettings(c)
		c.sees("Acme Robotics", "Any address")
		close(gate)
		c.WaitIdle()
		c.sees("Acme Robotics", "Any address")
	})
}

func TestSettings_aSlowReadDoesNotBringBackWhatWasBefore(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		before, err := json.Marshal(b2b.GetOrganizationResponse{StatusCode: http.StatusOK, Organization: c.organization(acme)})
		if err != nil {
			c.t.Fatal(err)
		}
		gate, reads := make(chan struct{}), atomic.Int32{}
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method != http.MethodGet || reads.Add(1) > 1 {
				return false
			}
			<-gate
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(before)
			return true
		})
		c.Press("r")
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		saveSettings(c)
		close(gate)
		c.WaitIdle()
		c.sees("Required for all")
	})
}

func TestSettings_keysLeapFromSectionToSection(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		for _, step := range []struct{ key, name string }{
			{"pgdown", "auth_methods"}, {"pgdown", "email_invites"}, {"down", "email_jit_provisioning"}, {"pgup", "email_invites"},
			{"pgup", "auth_methods"}, {"G", "trusted_metadata"}, {"pgdown", "trusted_metadata"}, {"pgup", "first_party_connected_apps_allowed_type"},
		} {
			c.Press(step.key)
			if got := focusedSetting(c); got != step.name {
				c.t.Fatalf("%s leads to %s, want %s", step.key, got, step.name)
			}
		}
	})
}

func TestSettings_copy(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "email_allowed_domains")
		c.Press("y")
		toSetting(c, "claimed_email_domains")
		c.Press("y")
		c.sees("there is nothing to copy")
		if len(c.copied) != 1 || c.copied[0] != "acme-robotics.example" {
			c.t.Errorf("copied %q", c.copied)
		}
	})
}

func TestSettings_aClickChoosesAndASecondEdits(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		row := slices.IndexFunc(strings.Split(c.Screen(), "\n"), func(l string) bool { return strings.Contains(l, "Invitations") })
		click := tea.MouseMsg{X: 10, Y: row, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
		c.Send(click)
		if focusedSetting(c) != "email_invites" {
			c.t.Fatalf("the cursor is on %s", focusedSetting(c))
		}
		c.Send(tea.MouseMsg{X: 10, Y: row, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		c.doesNotSee("╭")
		row = slices.IndexFunc(strings.Split(c.Screen(), "\n"), func(l string) bool { return strings.Contains(l, "Invitations") })
		click.Y = row
		c.Send(click)
		c.sees("╭─ Invitations")
	})
}
