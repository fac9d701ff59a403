package views_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// openOverview opens the organization of that name, whose first tab it is.
func openOverview(c *console, name string) {
	c.t.Helper()
	c.search(name)
	c.Press("enter", "enter")
	c.sees("▸Overview")
}

// counts asks the server itself how many members of an organization are so.
func counts(c *console, slug string, filters ...b2b.SearchOperand) int {
	c.t.Helper()
	page, err := c.client.Members.Search(c.t.Context(), b2b.SearchMembers{
		OrganizationIDs: []string{slug}, Limit: api.Ptr(1), Query: api.And(filters...),
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return page.Total
}

// line returns the line of the screen that begins with a label.
func line(c *console, label string) string {
	c.t.Helper()
	for l := range strings.Lines(c.Screen()) {
		if strings.HasPrefix(l, " "+label+" ") {
			return strings.TrimSpace(l)
		}
	}
	c.t.Fatalf("there is no line %q:\n%s", label, c.Screen())
	return ""
}

func TestOverview_countsWhatTheServerHolds(t *testing.T) {
	inConsole(t, 80, 40, func(c *console) {
		openOverview(c, "Copperline")
		for _, status := range b2b.MemberStatusValues() {
			want := counts(c, "copperline-energy", api.Filter(b2b.FilterStatuses, []string{status}))
			if got := line(c, status); !strings.HasSuffix(got, fmt.Sprintf(" %d", want)) {
				c.t.Errorf("%s, want %d", got, want)
			}
		}
		active, totp := 0, 0
		query := api.And(api.Filter(b2b.FilterStatuses, []string{b2b.MemberStatusActive}))
		for m, err := range c.client.Members.All(c.t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"copperline-energy"}, Query: query}) {
			if err != nil {
				c.t.Fatal(err)
			}
			active++
			if m.TOTPRegistrationID != "" {
				totp++
			}
		}
		c.sees(fmt.Sprintf("Over all %d active members.", active))
		if got, want := line(c, "authenticator app"), fmt.Sprintf("%d (%d %%)", totp, totp*100/active); !strings.HasSuffix(got, want) {
			c.t.Errorf("%s, want %s", got, want)
		}
	})
}

func TestOverview_tellsWhatIsOpen(t *testing.T) {
	inConsole(t, 80, 60, func(c *console) {
		openOverview(c, "Acme")
		c.sees("! MFA is optional", "! Every sign-in method is allowed", "! Any e-mail address can be invited",
			"! Whoever has an address of acme-robotics.example can join", "! Whoever signs in by any SSO connection can join",
			"administrators without a second factor: Ada Lovelace", "✓ Okta · default", "Okta · token until 2031-10-31")
		change(c, b2b.UpdateOrganization{
			MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll), EmailInvites: api.Ptr("RESTRICTED"), EmailJITProvisioning: api.Ptr("NOT_ALLOWED"),
			AuthMethods: api.Ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}, SSOJITProvisioning: api.Ptr("NOT_ALLOWED"),
		})
		c.Press("r")
		c.sees("✓ MFA is required for all members", "✓ Sign-in only by SSO", "✓ Invitations only to acme-robotics.example",
			"✓ Nobody can join by e-mail alone", "✓ Nobody can join by SSO alone")
	})
}

func TestOverview_namesWhoTheOrganizationIs(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		openOverview(c, "Acme")
		org := c.organization(acme)
		screen := strings.ReplaceAll(strings.Join(strings.Fields(c.Screen()), ""), "\n", "")
		for _, text := range []string{org.OrganizationName, org.OrganizationSlug, *org.OrganizationExternalID, "2024-05-15"} {
			if !strings.Contains(screen, strings.ReplaceAll(text, " ", "")) {
				c.t.Errorf("%q is not on the screen:\n%s", text, c.Screen())
			}
		}
		c.sees(org.OrganizationID[:30])
	})
}

// holdSearches keeps the member searches after the first few from answering
// until they are let go; seen counts those that were made.
func holdSearches(c *console, first int) (letGo func(), seen func() int) {
	gate, n := make(chan struct{}), atomic.Int32{}
	c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "/members/search") || int(n.Add(1)) <= first {
			return false
		}
		select {
		case <-gate:
		case <-r.Context().Done():
		}
		return false
	})
	return func() { close(gate) }, func() int { return int(n.Load()) }
}

// atOnce is how many searches an overview begins with; the next is for a
// further page.
const atOnce = 6

func TestOverview_saysHowFarTheCountIs(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		letGo, _ := holdSearches(c, atOnce)
		openOverview(c, "Copperline")
		active := shownCount(c, "active")
		c.sees(fmt.Sprintf("Counting… 250 of %s active members so far.", active))
		letGo()
		c.WaitIdle()
		c.sees("Over all " + active + " active members.")
	})
}

// shownCount is the number that the screen has for a status.
func shownCount(c *console, status string) string {
	fields := strings.Fields(line(c, status))
	return fields[len(fields)-1]
}

func TestOverview_stopsCountingWhenItCloses(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		letGo, seen := holdSearches(c, atOnce)
		openOverview(c, "Copperline")
		before := seen()
		c.Press("esc")
		letGo()
		c.Wait(time.Second)
		if after := seen(); after != before {
			c.t.Errorf("%d searches were made after it closed", after-before)
		}
	})
}

func TestOverview_aFailureKeepsTheLastGoodCounts(t *testing.T) {
	inConsole(t, 80, 40, func(c *console) {
		openOverview(c, "Acme")
		before := line(c, "active")
		c.faults.fail("POST", "/v1/b2b/organizations/members/search", http.StatusBadRequest)
		c.Press("r")
		c.sees("✗ Could not bring the overview up to date", "request-id-test-broken", "try again", "Over all ")
		if after := line(c, "active"); after != before {
			c.t.Errorf("%q became %q", before, after)
		}
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("✗")
	})
}

func TestOverview_countsAgainWhenMembersHaveChanged(t *testing.T) {
	inConsole(t, 80, 40, func(c *console) {
		openOverview(c, "Acme")
		before := line(c, "active")
		c.Press("tab")
		c.Wait(time.Second)
		c.Press("d", "y", "shift+tab")
		c.Wait(time.Second)
		want := counts(c, "acme-robotics", api.Filter(b2b.FilterStatuses, []string{b2b.MemberStatusActive}))
		if got := line(c, "active"); got == before || !strings.HasSuffix(got, fmt.Sprintf(" %d", want)) {
			c.t.Errorf("%q became %q, want %d", before, got, want)
		}
		c.Press("u", "y")
		c.Wait(time.Second)
		if got := line(c, "active"); got != before {
			c.t.Errorf("after it was taken back: %q, want %q", got, before)
		}
	})
}

func TestOverview_countsOnlyWhileItIsSeen(t *testing.T) {
	inConsole(t, 80, 40, func(c *console) {
		openOverview(c, "Acme")
		before := shownCount(c, "active")
		c.Press("tab")
		c.Wait(second)
		searches := c.faults.counting("/v1/b2b/organizations/members/search")
		c.search("grace")
		c.Wait(second)
		c.Press("enter")
		searches.Store(0)
		c.Press("d", "y")
		c.Wait(minute)
		if n := searches.Load(); n > 1 { // the list itself looks whom to show
			c.t.Errorf("behind another tab %d searches were made", n)
		}
		c.Press("shift+tab")
		c.Wait(second)
		if n := searches.Load(); n < atOnce {
			c.t.Errorf("%d searches were made when it was seen again", n)
		}
		if after := shownCount(c, "active"); after == before {
			c.t.Errorf("it still says %s", after)
		}
		searches.Store(0)
		c.Press("tab", "shift+tab", "2", "1")
		c.Wait(minute)
		if n := searches.Load(); n > 1 { // of section 2
			c.t.Errorf("with nothing changed %d searches were made", n)
		}
		c.Run(ui.Announce(ui.Outdated{}))
		c.Wait(second)
		if n := searches.Load(); n < atOnce {
			c.t.Errorf("%d searches were made in front of somebody", n)
		}
	})
}

func TestOverview_ofNobody(t *testing.T) {
	inConsole(t, 80, 40, func(c *console) {
		if _, err := c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Nobody Here"}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		openOverview(c, "Nobody")
		c.sees("Over all 0 active members.", "! Nobody is an administrator", "✓ No break-glass members", "none: nobody signs in")
	})
}

func TestOverview_golden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "40x12": {40, 12}} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, size[0], size[1], func(c *console) {
				c.Press("enter")
				c.Golden(c.t, "overview-"+name)
			})
		})
	}
	t.Run("further down", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			c.Press("enter", "G")
			c.Golden(c.t, "overview-end-80x24")
		})
	})
	t.Run("loading", func(t *testing.T) {
		inConsole(t, 120, 36, func(c *console) {
			letGo, _ := holdSearches(c, 0)
			defer letGo()
			c.Press("enter")
			c.Golden(c.t, "overview-loading-120x36")
		})
	})
	t.Run("failed", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			c.faults.fail("POST", "/v1/b2b/organizations/members/search", http.StatusBadRequest)
			c.Press("enter")
			c.Golden(c.t, "overview-failed-80x24")
		})
	})
}
